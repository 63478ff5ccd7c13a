use std::collections::HashMap;

use story::model::{Card, Kind, List, Part, Slug, Version};
use story::url::SitePath;

use super::*;

/// An article an hour, from the newest back; every ninth has no time.
fn cards(many: usize) -> Vec<Card> {
    let mut cards: Vec<Card> = (0..many)
        .map(|n| {
            let (day, hour) = (n / 24, 23 - n % 24);
            let time = format!(
                "{}-{:02}-{:02}T{hour:02}:00:00+07:00",
                2025 - day / 336,
                12 - day / 28 % 12,
                28 - day % 28
            );
            Card {
                id: ArticleId::new((100_000 + many - n).to_string()).expect("an id"),
                path: SitePath::new("/").expect("a path"),
                title: n.to_string(),
                kicker: None,
                lead: None,
                published: (n % 9 != 8).then(|| time.parse().expect("a time")),
                section: None,
                kind: Kind::Article,
                cover: None,
            }
        })
        .collect();
    cards.sort_by_key(|card| card.published.is_none());
    cards
}

/// The files of a list as the press cuts them, as far as hours and first characters.
fn files(cards: &[Card]) -> HashMap<String, List> {
    fn list(key: &str, items: Vec<Card>, parts: Vec<Part>) -> List {
        List {
            version: Version,
            slug: Slug::new("s").expect("a slug"),
            title: String::new(),
            key: ArchiveKey::new(key).expect("a key"),
            items,
            parts,
            newer: None,
            older: None,
            total: None,
        }
    }
    fn finer(key: &str, card: &Card) -> String {
        let id = card.id.as_str();
        let time = card.published.map(|time| time.to_string());
        match (key.len(), time, key.rsplit_once('_')) {
            (_, None, Some((stem, first))) => format!("{stem}_{}", &id[..=first.len()]),
            (_, None, None) if key == "undated" => format!("{key}_{}_{}", id.len(), &id[..1]),
            (_, None, _) => "undated".to_owned(),
            (7, Some(time), _) if key != "archive" => time[..10].to_owned(),
            (10, Some(time), _) => time[..13].to_owned(),
            (_, Some(time), _) => time[..7].to_owned(),
        }
    }
    fn cut(key: &str, cards: Vec<Card>, files: &mut HashMap<String, List>) {
        if key != "archive" && cards.len() <= 60 {
            files.insert(key.to_owned(), list(key, cards, Vec::new()));
            return;
        }
        let mut parts: Vec<(String, Vec<Card>)> = Vec::new();
        for card in cards {
            let finer = finer(key, &card);
            match parts.last_mut() {
                Some((last, cards)) if *last == finer => cards.push(card),
                _ => parts.push((finer, vec![card])),
            }
        }
        let counts = parts
            .iter()
            .map(|(key, cards)| Part {
                key: ArchiveKey::new(key.as_str()).expect(key),
                count: u32::try_from(cards.len()).expect("few"),
            })
            .collect();
        files.insert(key.to_owned(), list(key, Vec::new(), counts));
        for (key, cards) in parts {
            cut(&key, cards, files);
        }
    }
    let mut files = HashMap::new();
    cut("archive", cards.to_vec(), &mut files);
    let mut latest = list("latest", cards.iter().take(20).cloned().collect(), Vec::new());
    latest.total = u32::try_from(cards.len()).ok();
    latest.older = (cards.len() > 20).then(ArchiveKey::archive);
    files.insert("latest".to_owned(), latest);
    files
}

/// Asks for what is wanted until these cards are there; gives the names of the files.
fn bring(
    known: &mut Known,
    files: &HashMap<String, List>,
    own: &Card,
    from: usize,
    to: usize,
) -> Vec<String> {
    let mut asked = Vec::new();
    while let Some(wanted) = known.wanted(Span { from, to }) {
        match wanted {
            Wanted::Own => {
                asked.push("own".to_owned());
                known.take_own(own.published);
            }
            Wanted::File(key) => {
                assert!(!asked.contains(&key.to_string()), "{key} twice");
                asked.push(key.to_string());
                known.take(files[key.as_str()].clone());
            }
        }
        assert!(asked.len() < 1_000, "{asked:?}");
    }
    asked
}

fn ids(known: &Known, from: usize, to: usize) -> Vec<String> {
    (from..to)
        .map(|at| known.card(at).map_or_else(String::new, |card| card.id.to_string()))
        .collect()
}

#[test]
fn every_card_is_there_once_in_order_whichever_is_asked_for_first() {
    let cards = cards(1_000);
    let files = files(&cards);
    for own in [0, 5, 19, 20, 21, 60, 500, 880, 999] {
        let own = &cards[own];
        let expected: Vec<String> =
            cards.iter().filter(|card| card.id != own.id).map(|card| card.id.to_string()).collect();
        for first in [0, 15, 300, 500, 870, 890, 990] {
            let mut known = Known::new(own.id.clone());
            known.take(files["latest"].clone());
            assert_eq!(known.total(), 999);
            let few = bring(&mut known, &files, own, first, first + 10);
            assert!(few.len() <= 9, "{few:?}");
            assert_eq!(
                ids(&known, first, (first + 10).min(999)),
                expected[first..(first + 10).min(999)]
            );
            let rest = bring(&mut known, &files, own, 0, 2_000);
            assert!(rest.iter().all(|file| !few.contains(file)), "{rest:?}");
            assert_eq!(known.total(), 999);
            assert_eq!(ids(&known, 0, 999), expected, "{} from {first}", own.id);
            assert!(known.card(999).is_none());
        }
    }
}

#[test]
fn the_middle_of_ten_thousand_takes_a_handful_of_files() {
    let cards = cards(10_000);
    let files = files(&cards);
    let own = &cards[0];
    let mut known = Known::new(own.id.clone());
    known.take(files["latest"].clone());
    let asked = bring(&mut known, &files, own, 5_000, 5_008);
    assert!(asked.len() <= 4, "{asked:?}");
    assert_eq!(known.card(5_000).map(|card| card.id.clone()), Some(cards[5_001].id.clone()));
}

#[test]
fn a_short_list_asks_for_nothing_more() {
    let cards = cards(8);
    let files = files(&cards);
    let mut known = Known::new(cards[3].id.clone());
    assert_eq!((known.total(), known.wanted(Span { from: 0, to: 9 })), (0, None));
    known.take(files["latest"].clone());
    assert_eq!((known.total(), known.wanted(Span { from: 0, to: 9 })), (7, None));
    // An only article has no neighbours.
    let mut known = Known::new(cards[0].id.clone());
    known.take(self::files(&cards[..1])["latest"].clone());
    assert_eq!(known.total(), 0);
}

/// A new story is in `latest`, and the archive is still the old one, or the other way round.
#[test]
fn a_file_that_is_a_minute_behind_moves_nothing() {
    let new = cards(400);
    let old = new[2..].to_vec();
    let own = &new[250];
    for (latest, archive) in [(&new, &old), (&old, &new)] {
        let (latest_files, files) = (files(latest), files(archive));
        let mut known = Known::new(own.id.clone());
        known.take(latest_files["latest"].clone());
        bring(&mut known, &files, own, 0, 400);
        let expected: Vec<String> = latest
            .iter()
            .filter(|card| card.id != own.id)
            .map(|card| card.id.to_string())
            .collect();
        assert_eq!(known.total(), expected.len());
        assert_eq!(ids(&known, 0, expected.len()), expected);
    }
}

#[test]
fn what_was_said_wrongly_is_asked_for_anew() {
    let cards = cards(300);
    let files = files(&cards);
    let mut known = Known::new(cards[0].id.clone());
    known.take(files["latest"].clone());
    bring(&mut known, &files, &cards[0], 0, 300);
    known.forget_parts();
    assert_eq!(known.total(), 299);
    assert_eq!(
        known.wanted(Span { from: 100, to: 101 }),
        Some(Wanted::File(ArchiveKey::archive()))
    );
}
