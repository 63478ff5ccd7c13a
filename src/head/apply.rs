//! The document's head follows the reader from page to page.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{Tag, tags};
use crate::Paper;
use crate::browser;
use crate::pages::Page;

/// Everything in a head that speaks of the page, and nothing else: icons, styles, scripts and what
/// a newsroom has put there itself stay as they are. The last is the structured data of a page that
/// the press wrote, which is not made anew here.
const OURS: &str = "meta[name=description],meta[name=robots],meta[name^='twitter:'],\
    meta[property^='og:'],meta[property^='article:'],link[rel=canonical],\
    link[rel=alternate][href$='/feed.xml'],link[rel=alternate][href$='/feed.json'],#page-data";

/// Brings the head in line with this page. What says the same kind of thing is changed in its
/// place, what the page lacks is taken away, what is missing is added at the end.
///
/// To be called once the page stands in the document. Where there is no head, nothing happens: the
/// page is good without.
pub fn apply(paper: &Paper, page: &Page) {
    let document = browser::document();
    let Some(head) = head() else { return };
    let mut old = ours(&head);
    for tag in &tags(paper, page, None) {
        // What tells it from the others, and what it says.
        let (element, (key, name), (attribute, value)) = match tag {
            // Set when the page came.
            Tag::Title(_) => continue,
            Tag::Name(name, content) => ("meta", ("name", *name), ("content", content)),
            Tag::Property(name, content) => ("meta", ("property", *name), ("content", content)),
            Tag::Canonical(href) => ("link", ("rel", "canonical"), ("href", href)),
            Tag::Feed { media, href, .. } => ("link", ("type", *media), ("href", href)),
        };
        let same = |old: &Element| old.get_attribute(key).is_some_and(|found| found == name);
        let element = match old.iter().position(same) {
            // In order: a name that comes several times keeps its places.
            Some(at) => old.remove(at),
            None => {
                let Ok(element) = document.create_element(element) else { continue };
                put(&element, key, name);
                drop(head.append_child(&element));
                element
            }
        };
        if let Tag::Feed { title, .. } = tag {
            put(&element, "rel", "alternate");
            put(&element, "title", title);
        }
        put(&element, attribute, value);
    }
    for left in old {
        left.remove();
    }
}

/// What the head of a page said that came as HTML: its data may never have been asked for, and Back
/// shows it again.
#[derive(Debug, Default)]
pub struct Kept(Vec<Element>);

impl Kept {
    /// A copy of what the head says now.
    #[must_use]
    pub fn now() -> Self {
        let copy = |element: Element| element.clone_node_with_deep(true).ok()?.dyn_into().ok();
        let tags = head().map(|head| ours(&head)).unwrap_or_default();
        // Not the structured data: to copy a script is to write one, which Trusted Types refuse.
        let tags = tags.into_iter().filter(|tag| tag.tag_name() != "SCRIPT");
        Self(tags.filter_map(copy).collect())
    }

    /// Lets the head say it again.
    pub fn put_back(&self) {
        let Some(head) = head() else { return };
        for old in ours(&head) {
            old.remove();
        }
        for element in &self.0 {
            // A copy again: the head may change it before the next Back.
            if let Ok(element) = element.clone_node_with_deep(true) {
                drop(head.append_child(&element));
            }
        }
    }
}

fn head() -> Option<Element> {
    browser::document().head().map(Into::into)
}

/// The elements of a head that speak of the page.
fn ours(head: &Element) -> Vec<Element> {
    browser::all(Some(head), OURS)
}

fn put(element: &Element, attribute: &str, value: &str) {
    // Fails only for names that no attribute can have.
    drop(element.set_attribute(attribute, value));
}
