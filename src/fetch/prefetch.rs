//! Fetching a page's data a moment before the press: when the pointer rests on its link, a finger
//! touches it, or the keyboard reaches it.

use std::cell::RefCell;
use std::rc::Rc;

use story::url::{Base, Route};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlAnchorElement, HtmlElement};

use super::Client;
use crate::browser::{self, Timer};
use crate::gallery::grid::ALONE;
use crate::moves::files_of;

/// A pointer that rests this long on a link is likely to press it, in ms.
const REST_MS: i32 = 65;

/// Fetches ahead. Never where the reader wants to save data.
#[derive(Clone)]
pub struct Ahead(Rc<Inner>);

struct Inner {
    client: Client,
    base: Base,
    resting: RefCell<Option<Timer>>,
}

impl Ahead {
    /// Fetches ahead through this client.
    #[must_use]
    pub fn new(client: Client, base: Base) -> Self {
        Self(Rc::new(Inner { client, base, resting: RefCell::default() }))
    }

    /// The reader is at this link (or at none any more); `soon` where a press is as good as sure.
    pub fn hint(&self, link: Option<&HtmlElement>, soon: bool) {
        self.0.resting.take();
        let Some(link) = link.filter(|_| !browser::saves_data()) else { return };
        if soon {
            self.fetch(link);
            picture(link);
        } else {
            let (ahead, link) = (self.clone(), link.clone());
            *self.0.resting.borrow_mut() = browser::after(REST_MS, move || {
                ahead.fetch(&link);
                picture(&link);
            });
        }
    }

    /// Fetches the files of the page that a link leads to, where it is the site's.
    pub fn fetch(&self, link: &HtmlElement) {
        let Some(link) = link.dyn_ref::<HtmlAnchorElement>() else { return };
        if Ok(link.origin()) != browser::window().location().origin() {
            return;
        }
        let path = link.pathname();
        let Some(route) = self.0.base.strip(&path).as_ref().and_then(Route::parse) else { return };
        for file in files_of(&route) {
            let client = self.0.client.clone();
            spawn_local(async move { client.prefetch(&file).await });
        }
    }
}

/// Asks for the picture on a card in the size in which its story begins with it: together with the
/// story's data, and not after it. The browser chooses among the card's files as it will in the
/// story, so that it has to be a copy of the same elements.
fn picture(link: &HtmlElement) {
    let card = link.closest(".card").ok().flatten();
    let first = card.and_then(|card| card.query_selector(".plate>*").ok().flatten());
    let Some(ahead) = first.and_then(|first| first.clone_node_with_deep(true).ok()) else { return };
    let Ok(ahead) = ahead.dyn_into::<Element>() else { return };
    let set = |element: Option<Element>, name, value| {
        drop(element.as_ref().unwrap_or(&ahead).set_attribute(name, value));
    };
    // Within a `<picture>`, or the image itself.
    set(ahead.first_element_child(), "sizes", ALONE);
    set(ahead.last_element_child(), "loading", "eager");
}
