//! Marks in the masthead where the reader is, after a move: the masthead outlives the pages.

use story::model::Slug;

use super::mark::mark;
use crate::Paper;
use crate::browser;

/// Marks the links of this section, and of the one it is part of, and closes what the reader
/// opened to get here.
pub fn mark_all(paper: &Paper, current: Option<&Slug>) {
    let here = paper.base.strip(&browser::window().location().pathname().unwrap_or_default());
    for link in browser::all(None, ".masthead [data-section]") {
        let slug = link.get_attribute("data-section").and_then(|slug| Slug::new(slug).ok());
        drop(match slug.and_then(|slug| mark(paper, &slug, current, here.as_ref())) {
            Some(mark) => link.set_attribute("aria-current", mark),
            None => link.remove_attribute("aria-current"),
        });
    }
    if let Some(menu) = browser::find(".menu[open]") {
        drop(menu.remove_attribute("open"));
    }
}
