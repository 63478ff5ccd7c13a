use std::collections::HashMap;

use story::model::{Article, ArticleId, Card, Slug};
use story::url::{ListKind, NO_SECTION};

use super::Gathered;

/// How many stories stand in an article's rail at most, on each side of it.
const SIDE: usize = 3;

/// Tells an article's nearest neighbours in its section: what its rail holds as HTML. They are the
/// nearest and not the newest, so that publishing a story touches the pages of a few others only.
#[derive(Debug)]
pub struct Neighbours<'a>(HashMap<&'a Slug, Section<'a>>);

#[derive(Debug)]
struct Section<'a> {
    cards: &'a [Card],
    at: HashMap<&'a ArticleId, usize>,
}

impl<'a> Neighbours<'a> {
    /// Of these lists, the sections' among them.
    #[must_use]
    pub fn new(lists: &'a [Gathered]) -> Self {
        let sections = lists.iter().filter(|list| list.kind == ListKind::Section);
        let section = |list: &'a Gathered| {
            let at = list.cards.iter().enumerate().map(|(at, card)| (&card.id, at)).collect();
            (&list.slug, Section { cards: &list.cards, at })
        };
        Self(sections.map(section).collect())
    }

    /// Three newer and three older ones, in the list's order, topped up at its ends.
    #[must_use]
    pub fn of(&self, article: &Article) -> Vec<Card> {
        let no_section = Slug::new(NO_SECTION).ok();
        let slug = article.section.as_ref().or(no_section.as_ref());
        let Some(section) = slug.and_then(|slug| self.0.get(slug)) else { return Vec::new() };
        let Some(&own) = section.at.get(&article.id) else { return Vec::new() };
        around(own, section.cards.len())
            .filter(|at| *at != own)
            .filter_map(|at| section.cards.get(at).cloned())
            .collect()
    }
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
