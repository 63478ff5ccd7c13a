//! What happens around a move: signs of waiting, the lightbox, the rail, the count.

use std::cell::RefCell;
use std::rc::Rc;

use story::url::Route;

use super::lightbox::Lightbox;
use super::notice::Notice;
use super::waiting::Waiting;
use super::{count, live, pictures};
use crate::Paper;
use crate::browser;
use crate::chrome::current;
use crate::fetch::{Client, Failure};
use crate::moves::{Around, How, Shown};
use crate::pages::Page;
use crate::rail::Rail;

/// The app's answer to moves.
pub(super) struct Here {
    paper: Rc<Paper>,
    client: Client,
    lightbox: Lightbox,
    notice: Notice,
    waiting: RefCell<Option<Waiting>>,
}

impl Here {
    pub fn new(paper: Rc<Paper>, client: Client, lightbox: Lightbox, notice: Notice) -> Self {
        Self { paper, client, lightbox, notice, waiting: RefCell::default() }
    }

    fn route(&self, shown: &Shown) -> Option<Route> {
        self.paper.base.strip(&shown.path).as_ref().and_then(Route::parse)
    }
}

impl Around for Here {
    fn loading(&self, how: How) {
        // The first page shows the shape of a page while it loads, every other a bar.
        let waiting = if how == How::First { Waiting::first() } else { Waiting::next() };
        *self.waiting.borrow_mut() = Some(waiting);
        self.notice.hide();
    }

    fn loaded(&self) {
        self.waiting.take();
    }

    fn shown(&self, shown: &mut Shown, how: How) {
        let route = self.route(shown);
        if how != How::First {
            current::mark_all(&self.paper, route.as_ref().and_then(section));
            live::speak("");
        }
        pictures::look_over(&self.paper, &shown.main);
        if shown.rail.is_none()
            && shown.known
            && let Some(Route::Article { section, id, .. }) = &route
        {
            let (slug, own) = (section.clone(), id.clone());
            shown.rail = Rail::attach(&self.paper, &self.client, &shown.main, slug, own);
        }
        match &shown.page {
            Some(page) => self.known(page),
            None => self.lightbox.page(None),
        }
        self.lightbox.arrive();
        reveal(&shown.main);
        // Only once: the whole style is computed anew where an attribute of the root is written.
        if how == How::First
            && let Some(root) = browser::root()
        {
            drop(root.set_attribute("data-app", "ready"));
        }
        if how != How::Renewed {
            count::page(&self.paper, &shown.path, &shown.title);
        }
    }

    fn known(&self, page: &Rc<Page>) {
        self.lightbox.page(Some(page));
        self.lightbox.expect();
    }

    fn leaving(&self, shown: &mut Shown) {
        if let Some(rail) = &shown.rail {
            rail.pause();
        }
        self.lightbox.page(None);
    }

    fn within(&self) {
        self.lightbox.arrive();
    }

    fn failed(&self, failure: Failure, again: Box<dyn Fn()>) {
        self.notice.failed(failure, again);
    }
}

/// The section that a page is in, as its true address has it.
fn section(route: &Route) -> Option<&story::model::Slug> {
    match route {
        Route::Section { slug, .. } => Some(slug),
        Route::Article { section, .. } => Some(section),
        Route::Home | Route::Tag { .. } => None,
    }
}

/// Shows what only some browsers can do: the phone's own share sheet.
fn reveal(main: &web_sys::HtmlElement) {
    let there = js_sys::Reflect::has(&browser::window().navigator(), &"share".into());
    if there == Ok(true)
        && let Ok(Some(button)) = main.query_selector("[data-do=share-sheet]")
    {
        drop(button.remove_attribute("hidden"));
    }
}
