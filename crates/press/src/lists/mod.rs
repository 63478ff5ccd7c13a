//! Lists of cards: which articles are in which list, their order, and the archive's tree.

mod gather;
mod neighbours;
mod tree;

use std::cmp::Ordering;

use story::model::{ArticleId, Site, Slug};
use story::time::Time;

pub use gather::{Gathered, gather};
pub use neighbours::Neighbours;
pub use tree::{LATEST, MOST, files};

/// The order of a list: newest first, without a time last; ties by id descending, ids compared by
/// length, then by bytes.
#[must_use]
pub fn order(a: (&Option<Time>, &ArticleId), b: (&Option<Time>, &ArticleId)) -> Ordering {
    let time = match (a.0, b.0) {
        (Some(a), Some(b)) => b.cmp_instant(a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    let id = |id: &ArticleId| (id.as_str().len(), id.as_str().to_owned());
    time.then_with(|| id(b.1).cmp(&id(a.1)))
}

/// A section and those it is part of, from within outwards. A circle, which the check refuses,
/// ends it.
#[must_use]
pub fn ancestors(site: &Site, slug: &Slug) -> Vec<Slug> {
    let mut all = vec![slug.clone()];
    while let Some(parent) = all
        .last()
        .and_then(|slug| site.sections.iter().find(|section| section.slug == *slug)?.parent.clone())
    {
        if all.contains(&parent) {
            break;
        }
        all.push(parent);
    }
    all
}
