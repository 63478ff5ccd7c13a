//! Fetching a page's data a moment before the press: when the pointer rests on its link, a finger
//! touches it, or the keyboard reaches it.

use std::cell::RefCell;
use std::rc::Rc;

use story::url::{Base, Route};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlAnchorElement, HtmlElement};

use super::Client;
use crate::browser::{self, Timer};
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
        let Some(link) = link.and_then(|link| link.dyn_ref::<HtmlAnchorElement>()) else { return };
        if browser::saves_data() || Ok(link.origin()) != browser::window().location().origin() {
            return;
        }
        let path = link.pathname();
        let Some(route) = self.0.base.strip(&path).as_ref().and_then(Route::parse) else { return };
        if soon {
            self.fetch(&route);
        } else {
            let ahead = self.clone();
            *self.0.resting.borrow_mut() = browser::after(REST_MS, move || ahead.fetch(&route));
        }
    }

    fn fetch(&self, route: &Route) {
        for file in files_of(route) {
            let client = self.0.client.clone();
            spawn_local(async move { client.prefetch(&file).await });
        }
    }
}
