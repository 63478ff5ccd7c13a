use std::collections::HashSet;

use proptest::prelude::*;
use story::time::Time;

use super::*;
use crate::lists::order;

/// An article, as far as lists are concerned.
#[derive(Clone)]
struct Told {
    id: String,
    published: Option<Time>,
}

struct All(Vec<Told>);

impl Listed for All {
    fn id(&self, at: u32) -> &str {
        &self.0[at as usize].id
    }

    fn published(&self, at: u32) -> Option<Time> {
        self.0[at as usize].published
    }

    fn epoch(&self, at: u32) -> Option<i64> {
        self.published(at).map(|time| time.epoch())
    }
}

fn told(id: &str, time: Option<&str>) -> Told {
    let published = time.map(|time| time.parse().expect("a time"));
    Told { id: id.to_owned(), published }
}

/// Their order, by ids.
fn sorted(told: &[Told]) -> Vec<String> {
    let all = All(told.to_vec());
    in_order(&all).into_iter().map(|at| all.id(at).to_owned()).collect()
}

fn in_order(all: &All) -> Vec<u32> {
    let mut items: Vec<u32> = (0..u32::try_from(all.0.len()).expect("few")).collect();
    items.sort_by(|a, b| order(all, *a, *b));
    items
}

/// A file of a list, by the ids in it.
#[derive(Debug, PartialEq)]
struct File {
    key: ArchiveKey,
    items: Vec<String>,
    parts: Vec<Part>,
    newer: Option<ArchiveKey>,
    older: Option<ArchiveKey>,
    total: Option<u32>,
}

fn made(told: Vec<Told>) -> Vec<File> {
    let all = All(told);
    let file = |file: ListFile| File {
        key: file.key,
        items: file.items.iter().map(|at| all.id(*at).to_owned()).collect(),
        parts: file.parts,
        newer: file.newer,
        older: file.older,
        total: file.total,
    };
    files(&in_order(&all), &all).into_iter().map(file).collect()
}

fn find<'a>(files: &'a [File], key: &str) -> &'a File {
    files.iter().find(|file| file.key.as_str() == key).expect(key)
}

#[test]
fn ties_go_by_the_length_of_ids_then_by_their_bytes() {
    let ids = sorted(&[
        told("9", None),
        told("10", None),
        told("b", Some("2023-01-01T00:00:00Z")),
        told("a1", Some("2023-01-01T00:00:00Z")),
    ]);
    assert_eq!(ids, ["a1", "b", "10", "9"]);
}

#[test]
fn a_short_list_is_whole_in_latest() {
    let files = made(vec![told("1", Some("2023-08-25T19:52:00+07:00")), told("2", None)]);
    let latest = find(&files, "latest");
    assert_eq!((latest.items.len(), latest.total, &latest.older), (2, Some(2), &None));
    let parts: Vec<_> =
        find(&files, "archive").parts.iter().map(|p| (p.key.to_string(), p.count)).collect();
    assert_eq!(parts, [("2023-08".to_owned(), 1), ("undated".to_owned(), 1)]);
    assert_eq!(find(&files, "2023-08").older.as_ref().map(ArchiveKey::as_str), Some("undated"));
}

#[test]
fn a_day_of_five_hundred_is_cut_by_hour_and_a_minute_of_many_by_id() {
    let mut cards: Vec<Told> = (0..500)
        .map(|n| {
            told(
                &format!("d{n}"),
                Some(&format!("2023-08-25T{:02}:{:02}:00+07:00", n % 10, n % 60)),
            )
        })
        .collect();
    cards.extend((0..70).map(|n| told(&format!("m{n}"), Some("2023-08-26T08:00:00+07:00"))));
    cards.extend((0..150).map(|n| told(&format!("{n}"), None)));
    let files = made(cards);
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
    let mut cards: Vec<Told> = (0..2_000).map(|n| told(&format!("a{n}"), Some(&time(n)))).collect();
    let before = made(cards.clone());
    cards.push(told("new", Some(&time(2_000))));
    let after = made(cards);
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
        let mut cards: Vec<Told> = seeds.into_iter()
            .filter(|(id, _)| seen.insert(*id))
            .map(|(id, at)| {
                let time = at.map(|at| Time::from_epoch(1_690_000_000 + at * at * 60, 420).to_string());
                told(&id.to_string(), time.as_deref())
            })
            .collect();
        let all = sorted(&cards);
        let files = made(cards.clone());
        // Another order of the newsroom's files gives the same site.
        let turn = usize::try_from(shuffle % 97).unwrap_or(0) % cards.len().max(1);
        cards.rotate_left(turn);
        prop_assert_eq!(&files, &made(cards));
        let mut chain = Vec::new();
        let mut next = files.iter()
            .find(|file| !file.items.is_empty() && file.newer.is_none() && !file.key.is_latest());
        while let Some(file) = next {
            prop_assert!(file.items.len() <= MOST);
            chain.extend(file.items.iter().cloned());
            next = file.older.as_ref().map(|key| find(&files, key.as_str()));
        }
        prop_assert_eq!(chain, all);
        for file in &files {
            let sum: u32 = file.parts.iter().map(|part| part.count).sum();
            if !file.parts.is_empty() && !file.key.is_archive() {
                let parent = file.key.parent().expect("a parent");
                let count = find(&files, parent.as_str()).parts.iter()
                    .find(|part| part.key == file.key).map(|part| part.count);
                prop_assert_eq!(count, Some(sum));
            }
        }
    }
}
