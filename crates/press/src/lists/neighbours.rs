use std::collections::HashMap;

use story::url::{ListKind, NO_SECTION};

use super::Gathered;
use crate::index::Entry;

/// How many stories stand in an article's rail at most, on each side of it.
const SIDE: usize = 3;

/// Tells an article's nearest neighbours in its section: what its rail holds as HTML. They are the
/// nearest and not the newest, so that publishing a story touches the pages of a few others only.
#[derive(Debug)]
pub struct Neighbours<'a> {
    sections: HashMap<&'a str, &'a [u32]>,
    /// By an article's place in the index: its place in the list of its own section.
    own: Vec<u32>,
}

/// Where an article is in no section's list.
const NOWHERE: u32 = u32::MAX;

impl<'a> Neighbours<'a> {
    /// Of these lists, the sections' among them, and of these articles.
    #[must_use]
    pub fn new(lists: &'a [Gathered], entries: &[Entry]) -> Self {
        let sections = lists.iter().filter(|list| list.kind == ListKind::Section);
        let sections: HashMap<&str, &[u32]> =
            sections.map(|list| (list.slug.as_str(), list.items.as_slice())).collect();
        let mut own = vec![NOWHERE; entries.len()];
        for (slug, items) in &sections {
            for (place, at) in (0..).zip(*items) {
                let at = *at as usize;
                if entries.get(at).is_some_and(|entry| section_of(entry) == *slug)
                    && let Some(own) = own.get_mut(at)
                {
                    *own = place;
                }
            }
        }
        Self { sections, own }
    }

    /// Three newer and three older ones than the article at this place, in the list's order, topped
    /// up at its ends.
    #[must_use]
    pub fn of(&self, at: u32, entry: &Entry) -> Vec<u32> {
        let own = self.own.get(at as usize).filter(|own| **own != NOWHERE);
        let (Some(own), Some(items)) = (own, self.sections.get(section_of(entry))) else {
            return Vec::new();
        };
        let own = *own as usize;
        let places = around(own, items.len()).filter(|place| *place != own);
        places.filter_map(|place| items.get(place).copied()).collect()
    }
}

fn section_of(entry: &Entry) -> &str {
    entry.section.as_deref().unwrap_or(NO_SECTION)
}

/// The places around `own` in a list so long, itself among them.
fn around(own: usize, length: usize) -> std::ops::Range<usize> {
    let all = (2 * SIDE + 1).min(length);
    let from = own.saturating_sub(SIDE).min(length - all);
    from..from + all
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn neighbours_are_topped_up_at_the_ends() {
        // Own place, length, the places around it.
        let table = [
            (0, 1, 0..1),
            (0, 3, 0..3),
            (2, 7, 0..7),
            (0, 100, 0..7),
            (2, 100, 0..7),
            (50, 100, 47..54),
            (98, 100, 93..100),
            (99, 100, 93..100),
        ];
        for (own, length, expected) in table {
            assert_eq!(around(own, length), expected, "{own} of {length}");
        }
    }
}
