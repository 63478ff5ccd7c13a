//! What became of articles that were there: an address that has changed must lead on, and an id must
//! not come to mean another article.

use std::collections::HashMap;

use story::check::Problem;

use super::stock::Stock;
use crate::index::{Entry, Made};
use crate::ledger::Ledger;
use crate::run::Wish;

/// Notes in each article what was made of it before, and says what is wrong with where it is now.
pub(super) fn check(stock: &mut Stock, before: &Ledger, wish: &Wish) -> Vec<Problem> {
    let were: HashMap<&str, &Entry> =
        before.entries.iter().map(|entry| (entry.id.as_ref(), entry)).collect();
    let gone: HashMap<&str, &str> =
        before.gone.iter().map(|(id, path)| (id.as_ref(), path.as_ref())).collect();
    let mut problems = Vec::new();
    if were.is_empty() && gone.is_empty() && before.addresses.is_empty() {
        return problems;
    }
    for entry in &mut stock.entries {
        if let Some((was, made)) =
            were.get(entry.id.as_ref()).and_then(|was| Some((was, was.made?)))
        {
            let stayed = was.path == entry.path;
            entry.made = Some(Made { page: made.page.filter(|_| stayed), ..made });
            if !stayed && !wish.allow_moved {
                problems.extend(moved(entry, &was.path));
            }
        }
        if let Some(was) = before.addresses.get(&entry.id)
            && *was != entry.path
            && !wish.allow_moved
        {
            problems.extend(moved(entry, was));
        }
        if let Some(path) = gone.get(entry.id.as_ref()).filter(|path| **path != &*entry.path) {
            let found = format!("{}, which was {path} until that was removed", entry.id);
            let expected = "an id that no other article ever had";
            problems.push(Problem::warning(&entry.file, "$.id", expected, found));
        }
    }
    problems
}

fn moved(entry: &Entry, was: &str) -> Option<Problem> {
    let old = was.trim_end_matches('/');
    if entry.aliases.iter().any(|alias| alias.trim_end_matches('/') == old) {
        return None;
    }
    let others = entry.aliases.iter().map(|alias| format!(", \"{alias}\"")).collect::<String>();
    let expected = format!(
        "the address it had before, so that links still lead here: \"aliases\": [\"{}\"{others}] \
         (or --allow-moved)",
        was
    );
    Some(Problem::error(&entry.file, "$.aliases", expected, format!("it is now {}", entry.path)))
}
