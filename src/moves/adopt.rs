//! The page that came as HTML: its elements stay as they are, and its data is asked for only when
//! somebody needs it.

use std::rc::Rc;

use story::url::{Route, photo_of};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::go::Moves;
use super::load::{self, Ask};
use super::{How, Shown, entry};
use crate::browser;
use crate::fetch::Failure;
use crate::pages::Page;

impl Moves {
    /// Adopts the page that came as HTML. `known`: it is of the shape that this app knows.
    pub fn adopt(&self, main: HtmlElement, known: bool) {
        self.begin();
        let path = browser::window().location().pathname().unwrap_or_default();
        let mut shown = Shown::adopt(main, path, known);
        self.0.around.shown(&mut shown, How::First);
        *self.0.shown.borrow_mut() = Some(shown);
        let moves = self.clone();
        let hash = browser::window().location().hash().unwrap_or_default();
        let asked = browser::root().and_then(|root| root.get_attribute("data-hash"));
        if photo_of(&hash).is_some() && asked.as_deref() == Some(&hash) {
            // A deep link: the reader waits for that picture.
            self.within();
        } else if photo_of(&hash).is_some() {
            // A press on a picture that the browser answered before anybody listened: it led to the
            // figure. As an address it would open the lightbox whenever the reader comes by.
            entry::correct(&self.0.paper.href(&self.here().path));
        }
        if matches!(self.here().route, Some(Route::Article { .. })) && !browser::saves_data() {
            // What a press on a picture needs, before it is pressed.
            browser::when_idle(move || spawn_local(async move { drop(moves.data().await) }));
        }
    }

    /// The data of the page shown, asked for where it came as HTML.
    ///
    /// # Errors
    /// Why it did not come.
    pub async fn data(&self) -> Result<Rc<Page>, Failure> {
        let path = match &*self.shown() {
            Some(Shown { page: Some(page), .. }) => return Ok(Rc::clone(page)),
            Some(shown) => shown.path.clone(),
            None => return Err(Failure::NotFound),
        };
        let here = self.here();
        let page = Rc::new(load::page(&self.0.client, here.route.as_ref(), Ask::IfOld).await?);
        let news = match &mut *self.shown_mut() {
            // Another call may have been faster, and the reader may have gone on.
            Some(shown) if shown.path == path && shown.page.is_none() => {
                shown.page = Some(Rc::clone(&page));
                true
            }
            _ => false,
        };
        if news {
            self.0.around.known(&page);
        }
        Ok(page)
    }

    /// Shows what the address names within the page: a picture, or the page alone.
    pub(super) fn within(&self) {
        if self.shown().as_ref().is_some_and(|shown| shown.page.is_none()) {
            // Its data tells what the address names.
            let moves = self.clone();
            spawn_local(async move {
                if moves.data().await.is_ok() {
                    moves.0.around.within();
                }
            });
        } else {
            self.0.around.within();
        }
    }
}
