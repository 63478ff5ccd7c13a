//! Marks in the masthead where the reader is. The masthead outlives the pages, so it is told.

use story::model::Slug;
use story::url::Route;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::Paper;
use crate::browser;

/// Marks the links of this section, and of the one it is part of, and closes what the reader
/// opened to get here.
pub fn mark(paper: &Paper, current: Option<&Slug>) {
    let parent = current.and_then(|slug| paper.section(slug)?.parent.as_ref());
    let here = browser::window().location().pathname().unwrap_or_default();
    let Ok(links) = browser::document().query_selector_all(".masthead [data-section]") else {
        return;
    };
    for at in 0..links.length() {
        let Some(link) = links.item(at).and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let slug = link.get_attribute("data-section").and_then(|slug| Slug::new(slug).ok());
        let marked = slug.is_some() && (slug.as_ref() == current || slug.as_ref() == parent);
        let is_page =
            slug.is_some_and(|slug| paper.href(&Route::Section { slug, key: None }.path()) == here);
        drop(match (marked, is_page) {
            (_, true) => link.set_attribute("aria-current", "page"),
            (true, false) => link.set_attribute("aria-current", "true"),
            (false, false) => link.remove_attribute("aria-current"),
        });
    }
    if let Some(menu) = browser::find(".menu[open]") {
        drop(menu.remove_attribute("open"));
    }
}
