//! The archive's tree, cut by the content alone, so that the order in which things happened leaves
//! no trace, and publishing one article rewrites a handful of files.

use std::collections::BTreeMap;

use story::model::Part;
use story::url::ArchiveKey;

use super::Listed;

/// The newest cards of a list.
pub const LATEST: usize = 20;

/// A part with more articles than this is cut.
pub const MOST: usize = 60;

/// A file of a list, its articles by their places: `latest`, `archive`, or a part of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct ListFile {
    /// Which.
    pub key: ArchiveKey,
    /// Newest first; none where it has parts.
    pub items: Vec<u32>,
    /// Newest first.
    pub parts: Vec<Part>,
    /// The file with the articles before these.
    pub newer: Option<ArchiveKey>,
    /// The file with the articles after these.
    pub older: Option<ArchiveKey>,
    /// How many the whole list has; `latest` says it.
    pub total: Option<u32>,
}

/// A part of the tree, before it is a file.
struct Node {
    key: String,
    count: usize,
    /// Newest first; empty for a leaf.
    parts: Vec<Node>,
    /// The articles of a leaf.
    items: Vec<u32>,
    /// The leaves before the first and after the last of its own, by number.
    leaves: (usize, usize),
}

/// Every file of a list, whose articles are in order: `latest`, `archive`, and the parts.
///
/// # Panics
/// Never: the keys made here are keys, held by a property test.
#[must_use]
pub fn files(items: &[u32], all: &impl Listed) -> Vec<ListFile> {
    let mut months: BTreeMap<(u16, u8), Vec<u32>> = BTreeMap::new();
    let mut undated = Vec::new();
    for at in items {
        match all.published(*at) {
            Some(time) => months.entry((time.year, time.month)).or_default().push(*at),
            None => undated.push(*at),
        }
    }
    let month = |((year, month), items)| cut(format!("{year:04}-{month:02}"), items, all);
    let mut tops: Vec<Node> = months.into_iter().rev().map(month).collect();
    if !undated.is_empty() {
        tops.push(cut("undated".to_owned(), undated, all));
    }
    let mut leaves = Vec::new();
    tops.iter_mut().for_each(|top| number(top, &mut leaves));
    let more = items.len() > LATEST;
    // The leaf that the last of the newest is in.
    let mut passed = 0;
    let last_in = leaves.iter().find(|(_, count)| {
        passed += count;
        passed >= LATEST
    });
    let mut files = vec![
        ListFile {
            items: items.iter().take(LATEST).copied().collect(),
            older: last_in.filter(|_| more).map(|(leaf, _)| key(leaf)),
            total: Some(u32::try_from(items.len()).unwrap_or(u32::MAX)),
            ..empty("latest")
        },
        ListFile { parts: tops.iter().map(part).collect(), ..empty("archive") },
    ];
    let mut open = tops;
    while let Some(node) = open.pop() {
        let at = |leaf: Option<usize>| Some(key(&leaves.get(leaf?)?.0));
        let (first, next) = node.leaves;
        files.push(ListFile {
            parts: node.parts.iter().map(part).collect(),
            newer: at(first.checked_sub(1)),
            older: at(Some(next)),
            items: node.items,
            ..empty(&node.key)
        });
        open.extend(node.parts);
    }
    files
}

fn empty(key: &str) -> ListFile {
    let (items, parts) = (Vec::new(), Vec::new());
    ListFile { key: self::key(key), items, parts, newer: None, older: None, total: None }
}

#[expect(clippy::expect_used, reason = "made here; held by a property test")]
fn key(text: &str) -> ArchiveKey {
    ArchiveKey::new(text).expect("a key of the tree")
}

fn part(node: &Node) -> Part {
    Part { key: key(&node.key), count: u32::try_from(node.count).unwrap_or(u32::MAX) }
}

/// Numbers the leaves: their keys, and how many articles each has.
fn number(node: &mut Node, leaves: &mut Vec<(String, usize)>) {
    let first = leaves.len();
    if node.parts.is_empty() {
        leaves.push((node.key.clone(), node.count));
    }
    node.parts.iter_mut().for_each(|part| number(part, leaves));
    node.leaves = (first, leaves.len());
}

/// Cuts a part that has too many articles: a month by days, a day by hours, an hour by minutes,
/// a minute and `undated` by id.
fn cut(key: String, items: Vec<u32>, all: &impl Listed) -> Node {
    let count = items.len();
    if count <= MOST {
        return Node { key, count, parts: Vec::new(), items, leaves: (0, 0) };
    }
    // Articles are in the list's order, and so is every part: neighbours with one key make a part.
    let mut parts: Vec<(String, Vec<u32>)> = Vec::new();
    for at in items {
        let finer = finer(&key, at, all);
        match parts.last_mut() {
            Some((last, items)) if *last == finer => items.push(at),
            _ => parts.push((finer, vec![at])),
        }
    }
    let parts = parts.into_iter().map(|(key, items)| cut(key, items, all)).collect();
    Node { key, count, parts, items: Vec::new(), leaves: (0, 0) }
}

/// The key of the part of `key` that an article is in.
fn finer(key: &str, at: u32, all: &impl Listed) -> String {
    let id = all.id(at);
    if let Some((_, by_id)) = key.split_once('_') {
        let first = by_id.split_once('_').map_or("", |(_, first)| first);
        // No two ids are equal, so that a part of one whole id has one article and is never cut.
        let next = id.get(first.len()..=first.len()).unwrap_or_default();
        return format!("{key}{next}");
    }
    let by_id = || format!("{key}_{}_{}", id.len(), id.get(..1).unwrap_or_default());
    let Some(time) = all.published(at) else { return by_id() };
    match key.len() {
        7 => format!("{key}-{:02}", time.day),
        10 => format!("{key}T{:02}", time.hour),
        13 => format!("{key}-{:02}", time.minute),
        _ => by_id(),
    }
}

#[cfg(test)]
mod tests;
