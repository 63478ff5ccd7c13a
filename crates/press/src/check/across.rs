//! What is wrong between articles: ids and addresses that stand twice, tags of two names.

use std::collections::HashMap;

use story::check::Problem;
use story::time::Time;

use super::notes::Notes;
use crate::index::Entry;

/// Everything wrong between these articles, and which of them are held back at this time.
#[must_use]
pub fn across(entries: &[Entry], now: &Time) -> Vec<Problem> {
    let mut problems = Vec::new();
    problems.extend(held_back(entries, now));
    ids(entries, &mut problems);
    addresses(entries, &mut problems);
    tags(entries, &mut problems);
    problems
}

fn held_back(entries: &[Entry], now: &Time) -> impl Iterator<Item = Problem> {
    let later = entries.iter().filter_map(|entry| Some((entry, entry.published?)));
    let now = now.epoch();
    later.filter(move |(_, when)| when.epoch > now).map(|(entry, when)| {
        let found = format!("{}: it is held back until then", when.time());
        Problem::warning(&entry.file, "$.published", "a time that has come", found)
    })
}

fn ids(entries: &[Entry], problems: &mut Vec<Problem>) {
    let mut seen: HashMap<String, &Entry> = HashMap::with_capacity(entries.len());
    for entry in entries {
        // File systems that fold case would hold one file for both.
        if let Some(other) = seen.insert(entry.id.to_ascii_lowercase(), entry) {
            let found = format!("{}, which {} has", entry.id, other.file);
            let expected = "an id of its own, by more than capitals";
            problems.push(Problem::error(&entry.file, "$.id", expected, found));
        }
    }
}

/// No two articles have one address, as each ends in its id; but what one has another may have had.
fn addresses(entries: &[Entry], problems: &mut Vec<Problem>) {
    let with_aliases = || entries.iter().filter(|entry| !entry.aliases.is_empty());
    let whole = |alias: &str| format!("{}/", alias.trim_end_matches('/'));
    let mut taken: HashMap<String, Option<&Entry>> = HashMap::new();
    for entry in with_aliases() {
        taken.extend(entry.aliases.iter().map(|alias| (whole(alias), None)));
    }
    if taken.is_empty() {
        return;
    }
    for entry in entries {
        if let Some(owner) = taken.get_mut(entry.path.as_ref()) {
            *owner = Some(entry);
        }
    }
    for entry in with_aliases() {
        let mut notes = Notes::of(&entry.file);
        for (at, alias) in entry.aliases.iter().enumerate() {
            let alias = whole(alias);
            match taken.get_mut(&alias) {
                Some(Some(other)) => {
                    let found = format!("{alias}, which {} has", other.file);
                    notes.error(&format!("$.aliases[{at}]"), "an address that nothing has", found);
                }
                Some(owner) => *owner = Some(entry),
                None => {}
            }
        }
        problems.append(&mut notes.problems);
    }
}

fn tags(entries: &[Entry], problems: &mut Vec<Problem>) {
    let mut names: HashMap<&str, (&str, &str)> = HashMap::new();
    for entry in entries {
        for (at, (slug, name)) in entry.tags.iter().enumerate() {
            let (first, other) = *names.entry(slug).or_insert((name, &entry.file));
            if first != name.as_ref() {
                let found = format!("{name:?}, and {first:?} in {other}");
                let path = format!("$.tags[{at}].name");
                let expected = "one name for one slug";
                problems.push(Problem::warning(&entry.file, &path, expected, found));
            }
        }
    }
}
