//! The archive's tree, cut by the content alone, so that the order in which things happened leaves
//! no trace, and publishing one article rewrites a handful of files.

use std::collections::BTreeMap;

use story::model::{Card, List, Part, Version};
use story::url::ArchiveKey;

use super::Gathered;

/// The newest cards of a list.
pub const LATEST: usize = 20;

/// A part with more articles than this is cut.
pub const MOST: usize = 60;

/// A part of the tree, before it is a file.
struct Node<'a> {
    key: String,
    count: usize,
    /// Newest first; empty for a leaf.
    parts: Vec<Node<'a>>,
    /// The cards of a leaf.
    cards: Vec<&'a Card>,
}

/// Every file of a list: `latest`, `archive`, and the parts.
///
/// # Panics
/// Never: the keys made here are keys, held by a property test.
#[must_use]
pub fn files(list: &Gathered) -> Vec<List> {
    let mut months: BTreeMap<String, Vec<&Card>> = BTreeMap::new();
    let mut undated = Vec::new();
    for card in &list.cards {
        match &card.published {
            Some(time) => {
                let month = format!("{:04}-{:02}", time.year, time.month);
                months.entry(month).or_default().push(card);
            }
            None => undated.push(card),
        }
    }
    let mut tops: Vec<Node<'_>> =
        months.into_iter().rev().map(|(key, cards)| cut(key, cards)).collect();
    if !undated.is_empty() {
        tops.push(cut("undated".to_owned(), undated));
    }
    let mut leaves = Vec::new();
    tops.iter().for_each(|top| gather_leaves(top, &mut leaves));
    let file = |key: &str, items: Vec<Card>, parts: Vec<Part>| List {
        version: Version,
        slug: list.slug.clone(),
        title: list.title.clone(),
        key: self::key(key),
        items,
        parts,
        newer: None,
        older: None,
        total: None,
    };
    let latest: Vec<Card> = list.cards.iter().take(LATEST).cloned().collect();
    let last_in = latest.last().and_then(|last| {
        leaves.iter().find(|leaf| leaf.cards.iter().any(|card| card.id == last.id))
    });
    let more = list.cards.len() > LATEST;
    let mut files = vec![
        List {
            older: last_in.filter(|_| more).map(|leaf| key(&leaf.key)),
            total: Some(u32::try_from(list.cards.len()).unwrap_or(u32::MAX)),
            ..file("latest", latest, Vec::new())
        },
        file("archive", Vec::new(), tops.iter().map(part).collect()),
    ];
    let mut open: Vec<&Node<'_>> = tops.iter().collect();
    while let Some(node) = open.pop() {
        open.extend(&node.parts);
        let items: Vec<Card> = node.cards.iter().map(|card| (*card).clone()).collect();
        let (newer, older) = neighbours(node, &leaves);
        let parts = node.parts.iter().map(part).collect();
        files.push(List { newer, older, ..file(&node.key, items, parts) });
    }
    files
}

#[expect(clippy::expect_used, reason = "made here; held by a property test")]
fn key(text: &str) -> ArchiveKey {
    ArchiveKey::new(text).expect("a key of the tree")
}

fn part(node: &Node<'_>) -> Part {
    Part { key: key(&node.key), count: u32::try_from(node.count).unwrap_or(u32::MAX) }
}

fn gather_leaves<'n, 'a>(node: &'n Node<'a>, leaves: &mut Vec<&'n Node<'a>>) {
    if node.parts.is_empty() {
        leaves.push(node);
    }
    node.parts.iter().for_each(|part| gather_leaves(part, leaves));
}

/// The files with articles before and after a part.
fn neighbours(node: &Node<'_>, leaves: &[&Node<'_>]) -> (Option<ArchiveKey>, Option<ArchiveKey>) {
    let mut own = Vec::new();
    gather_leaves(node, &mut own);
    let at = |leaf: Option<&&Node<'_>>| {
        leaf.and_then(|leaf| leaves.iter().position(|other| other.key == leaf.key))
    };
    let newer = at(own.first()).and_then(|at| at.checked_sub(1)).and_then(|at| leaves.get(at));
    let older = at(own.last()).and_then(|at| leaves.get(at + 1));
    (newer.map(|leaf| key(&leaf.key)), older.map(|leaf| key(&leaf.key)))
}

/// Cuts a part that has too many articles: a month by days, a day by hours, an hour by minutes,
/// a minute and `undated` by id.
fn cut(key: String, cards: Vec<&Card>) -> Node<'_> {
    let count = cards.len();
    if count <= MOST {
        return Node { key, count, parts: Vec::new(), cards };
    }
    // Cards are in the list's order, and so is every part: neighbours with one key make a part.
    let mut parts: Vec<(String, Vec<&Card>)> = Vec::new();
    for card in cards {
        let finer = finer(&key, card);
        match parts.last_mut() {
            Some((last, cards)) if *last == finer => cards.push(card),
            _ => parts.push((finer, vec![card])),
        }
    }
    let parts = parts.into_iter().map(|(key, cards)| cut(key, cards)).collect();
    Node { key, count, parts, cards: Vec::new() }
}

/// The key of the part of `key` that a card is in.
fn finer(key: &str, card: &Card) -> String {
    let id = card.id.as_str();
    if let Some((_, by_id)) = key.split_once('_') {
        let first = by_id.split_once('_').map_or("", |(_, first)| first);
        // No two ids are equal, so that a part of one whole id has one article and is never cut.
        let next = id.get(first.len()..=first.len()).unwrap_or_default();
        return format!("{key}{next}");
    }
    let by_id = || format!("{key}_{}_{}", id.len(), id.get(..1).unwrap_or_default());
    let Some(time) = &card.published else { return by_id() };
    match key.len() {
        7 => format!("{key}-{:02}", time.day),
        10 => format!("{key}T{:02}", time.hour),
        13 => format!("{key}-{:02}", time.minute),
        _ => by_id(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;
    use story::model::{ArticleId, Kind, Slug};
    use story::time::Time;
    use story::url::{ListKind, SitePath};

    use super::*;
    use crate::lists::order;

    fn card(id: &str, time: Option<&str>) -> Card {
        Card {
            id: ArticleId::new(id).expect("an id"),
            path: SitePath::new("/").expect("a path"),
            title: id.to_owned(),
            kicker: None,
            lead: None,
            published: time.map(|time| time.parse().expect("a time")),
            section: None,
            kind: Kind::Article,
            cover: None,
        }
    }

    fn list(mut cards: Vec<Card>) -> Gathered {
        cards.sort_by(|a, b| order((&a.published, &a.id), (&b.published, &b.id)));
        let slug = Slug::new("s").expect("a slug");
        Gathered { kind: ListKind::Section, slug, title: "S".into(), cards }
    }

    fn find<'a>(files: &'a [List], key: &str) -> &'a List {
        files.iter().find(|file| file.key.as_str() == key).expect(key)
    }

    #[test]
    fn ties_go_by_the_length_of_ids_then_by_their_bytes() {
        let list = list(vec![
            card("9", None),
            card("10", None),
            card("b", Some("2023-01-01T00:00:00Z")),
            card("a1", Some("2023-01-01T00:00:00Z")),
        ]);
        let ids: Vec<&str> = list.cards.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(ids, ["a1", "b", "10", "9"]);
    }

    #[test]
    fn a_short_list_is_whole_in_latest() {
        let files =
            files(&list(vec![card("1", Some("2023-08-25T19:52:00+07:00")), card("2", None)]));
        let latest = find(&files, "latest");
        assert_eq!((latest.items.len(), latest.total, &latest.older), (2, Some(2), &None));
        let parts: Vec<_> =
            find(&files, "archive").parts.iter().map(|p| (p.key.to_string(), p.count)).collect();
        assert_eq!(parts, [("2023-08".to_owned(), 1), ("undated".to_owned(), 1)]);
        assert_eq!(find(&files, "2023-08").older.as_ref().map(ArchiveKey::as_str), Some("undated"));
    }

    #[test]
    fn a_day_of_five_hundred_is_cut_by_hour_and_a_minute_of_many_by_id() {
        let mut cards: Vec<Card> = (0..500)
            .map(|n| {
                card(
                    &format!("d{n}"),
                    Some(&format!("2023-08-25T{:02}:{:02}:00+07:00", n % 10, n % 60)),
                )
            })
            .collect();
        cards.extend((0..70).map(|n| card(&format!("m{n}"), Some("2023-08-26T08:00:00+07:00"))));
        cards.extend((0..150).map(|n| card(&format!("{n}"), None)));
        let files = files(&list(cards));
        assert!(find(&files, "2023-08").items.is_empty());
        assert_eq!(find(&files, "2023-08").parts.len(), 2);
        assert_eq!(find(&files, "2023-08-25").parts.len(), 10);
        assert_eq!(find(&files, "2023-08-25T09").items.len(), 50);
        let minute = find(&files, "2023-08-26T08-00");
        let parts: Vec<_> = minute.parts.iter().map(|p| (p.key.as_str(), p.count)).collect();
        assert_eq!(parts, [("2023-08-26T08-00_3_m", 60), ("2023-08-26T08-00_2_m", 10)]);
        let undated: Vec<_> =
            find(&files, "undated").parts.iter().map(|p| (p.key.as_str(), p.count)).collect();
        assert_eq!(undated[0], ("undated_3_1", 50));
        assert_eq!(undated[1], ("undated_2_9", 10));
    }

    #[test]
    fn publishing_one_article_rewrites_a_handful_of_files() {
        let time = |n: i64| Time::from_epoch(1_600_000_000 + n * 7_200, 420).to_string();
        let mut cards: Vec<Card> =
            (0..2_000).map(|n| card(&format!("a{n}"), Some(&time(n)))).collect();
        let before = files(&list(cards.clone()));
        cards.push(card("new", Some(&time(2_000))));
        let after = files(&list(cards));
        let changed = after.iter().filter(|file| !before.contains(file)).count();
        assert!(changed <= 5, "{changed} files of {}", after.len());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn every_article_stands_once_and_the_chain_passes_all_of_them(
            seeds in proptest::collection::vec((0_u32..5_000, proptest::option::of(0_i64..400)), 0..400),
            shuffle in any::<u64>(),
        ) {
            let mut seen = HashSet::new();
            let mut cards: Vec<Card> = seeds.into_iter()
                .filter(|(id, _)| seen.insert(*id))
                .map(|(id, at)| {
                    let time = at.map(|at| Time::from_epoch(1_690_000_000 + at * at * 60, 420).to_string());
                    card(&id.to_string(), time.as_deref())
                })
                .collect();
            let sorted = list(cards.clone());
            let made = files(&sorted);
            // Another order of the newsroom's files gives the same site.
            let turn = usize::try_from(shuffle % 97).unwrap_or(0) % cards.len().max(1);
            cards.rotate_left(turn);
            prop_assert_eq!(&made, &files(&list(cards)));
            let mut chain = Vec::new();
            let mut next = made.iter()
                .find(|file| !file.items.is_empty() && file.newer.is_none() && !file.key.is_latest());
            while let Some(file) = next {
                prop_assert!(file.items.len() <= MOST);
                chain.extend(file.items.iter().map(|card| card.id.clone()));
                next = file.older.as_ref().map(|key| find(&made, key.as_str()));
            }
            let all: Vec<ArticleId> = sorted.cards.iter().map(|card| card.id.clone()).collect();
            prop_assert_eq!(chain, all);
            for file in &made {
                let sum: u32 = file.parts.iter().map(|part| part.count).sum();
                if !file.parts.is_empty() && !file.key.is_archive() {
                    let parent = file.key.parent().expect("a parent");
                    let count = find(&made, parent.as_str()).parts.iter()
                        .find(|part| part.key == file.key).map(|part| part.count);
                    prop_assert_eq!(count, Some(sum));
                }
            }
        }
    }
}
