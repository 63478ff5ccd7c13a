//! What the site held and does not hold any more.

use std::collections::{HashMap, HashSet};

use super::articles::article_file;
use super::press::page_file;
use crate::index::Index;
use crate::ledger::Ledger;
use crate::mark::Mark;
use crate::outbox::Draft;
use crate::run::RunError;

/// Ids that are gone, and the page that each had.
type Gone = Vec<(Box<str>, Box<str>)>;

/// Takes it away; `held_back` are articles that were published and are not due any more, as the
/// clock went back. Gives the ids that are gone, those that went before among them.
pub(super) fn remove(
    draft: &Draft<'_>,
    before: &Ledger,
    index: &Index,
    held_back: &[u32],
    files: &HashMap<Box<str>, Mark>,
) -> Result<Gone, RunError> {
    let mut gone: Gone = before.gone.clone();
    let others = before.files.keys().filter(|name| !files.contains_key(*name));
    let mut names: HashSet<String> = others.map(|name| name.to_string()).collect();
    // What is left in the ledger is of articles that have changed or are no more.
    for was in before.entries.iter().filter(|was| was.made.is_some()) {
        if index.find(&was.id).is_none_or(|at| index.get(at).made.is_none()) {
            names.insert(article_file(&was.id));
        }
        names.insert(page_file(&was.path));
        if index.find(&was.id).is_none() {
            gone.push((was.id.clone(), was.path.clone()));
        }
    }
    let lost = before.addresses.iter().filter(|(id, _)| index.find(id).is_none());
    gone.extend(lost.map(|(id, path)| (id.clone(), path.clone())));
    for at in held_back {
        let entry = index.get(*at);
        names.insert(article_file(&entry.id));
        names.insert(page_file(&entry.path));
    }
    names.retain(|name| !files.contains_key(name.as_str()));
    if !names.is_empty() {
        // An article may have come to where another file was.
        for at in index.due() {
            names.remove(&page_file(&index.get(*at).path));
        }
    }
    for name in names {
        draft.remove(&name)?;
    }
    gone.retain(|(id, _)| index.find(id).is_none());
    gone.sort();
    gone.dedup();
    Ok(gone)
}
