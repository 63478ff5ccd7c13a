//! Lists of cards: which articles are in which list, their order, and the archive's tree. Articles
//! are told by their places in the index, so that a list of a million costs four bytes for each.

mod families;
mod gather;
mod neighbours;
mod tree;

use std::cmp::Ordering;

use story::time::Time;

pub use families::Families;
pub use gather::{Gathered, gather};
pub use neighbours::Neighbours;
pub use tree::{LATEST, ListFile, MOST, files};

/// What lists have to know of an article, by its place.
pub trait Listed {
    /// Its id.
    fn id(&self, at: u32) -> &str;

    /// When it was published, by the paper's clocks.
    fn published(&self, at: u32) -> Option<Time>;

    /// The same as seconds since 1970.
    fn epoch(&self, at: u32) -> Option<i64>;
}

/// The order of a list: newest first, without a time last; ties by id descending, ids compared by
/// length, then by bytes.
#[must_use]
pub fn order(all: &impl Listed, a: u32, b: u32) -> Ordering {
    let time = match (all.epoch(a), all.epoch(b)) {
        (Some(a), Some(b)) => b.cmp(&a),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    let id = |at| {
        let id = all.id(at);
        (id.len(), id)
    };
    time.then_with(|| id(b).cmp(&id(a)))
}
