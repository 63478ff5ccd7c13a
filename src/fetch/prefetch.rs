//! Fetching a page's data a moment before the press: when the pointer rests on its link, a finger
//! touches it, or the keyboard reaches it.

use std::cell::RefCell;
use std::rc::Rc;

use story::url::Route;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement};

use super::Client;
use crate::Paper;
use crate::browser::{self, Timer};
use crate::gallery::grid::ALONE;
use crate::moves;

/// A pointer that rests this long on a link is likely to press it, in ms.
const REST_MS: i32 = 65;

/// Fetches ahead. Never where the reader wants to save data.
#[derive(Clone)]
pub struct Ahead(Rc<Inner>);

struct Inner {
    client: Client,
    paper: Rc<Paper>,
    resting: RefCell<Option<Timer>>,
}

impl Ahead {
    /// Fetches ahead through this client.
    #[must_use]
    pub fn new(client: Client, paper: Rc<Paper>) -> Self {
        Self(Rc::new(Inner { client, paper, resting: RefCell::default() }))
    }

    /// The reader is at this link (or at none any more); `soon` where a press is as good as sure.
    pub fn hint(&self, link: Option<&HtmlElement>, soon: bool) {
        self.0.resting.take();
        let Some(link) = link.filter(|_| !browser::saves_data()) else { return };
        if soon {
            self.fetch(link, true);
        } else {
            let (ahead, link) = (self.clone(), link.clone());
            *self.0.resting.borrow_mut() =
                browser::after(REST_MS, move || ahead.fetch(&link, true));
        }
    }

    /// Fetches the files of the page that a link leads to, where it is the site's; for one that is
    /// about to be pressed (`sure`), and stands on a card, the picture too with which it begins.
    pub fn fetch(&self, link: &Element, sure: bool) {
        let Some(link) = link.dyn_ref::<HtmlAnchorElement>() else { return };
        if Ok(link.origin()) != browser::window().location().origin() {
            return;
        }
        let Inner { client, paper, .. } = &*self.0;
        let path = link.pathname();
        let Some(route) = paper.base.strip(&path).as_ref().and_then(Route::parse) else { return };
        moves::ahead(client, &route);
        // A rail's card has no choice of files; its story does. What is no card, a picture of this
        // very page among them, promises none.
        if sure
            && let Ok(Some(card)) = link.closest(".card")
            && !picture(&card)
        {
            moves::picture_ahead(client, paper, route);
        }
    }
}

/// Asks for the picture on a card in the size in which its story begins with it: together with the
/// story's data, and not after it. The browser chooses among the card's files as it will in the
/// story, so that it has to be a copy of the same elements. False where the card has no choice.
fn picture(card: &Element) -> bool {
    let plate = card.query_selector(".plate:has([srcset])").ok().flatten();
    let copy = plate.and_then(|plate| plate.clone_node_with_deep(true).ok());
    let Some(copy) = copy.and_then(|copy| copy.dyn_into().ok()) else { return false };
    for element in browser::all(Some(&copy), "*") {
        drop(element.set_attribute("sizes", ALONE));
        drop(element.set_attribute("loading", "eager"));
    }
    true
}
