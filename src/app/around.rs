//! What happens around a move: signs of waiting, the lightbox, the rail, the count.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use story::model::Slug;

use super::notice::{Notice, Urgency};
use super::waiting::Waiting;
use super::{count, frame, live, pictures};
use crate::Paper;
use crate::browser;
use crate::fetch::{Client, Failure};
use crate::gallery::lightbox::{Album, Lightbox};
use crate::i18n::Say;
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
    /// The first page shows the shape of a page while it loads, every other a bar.
    first: Cell<bool>,
}

impl Here {
    pub fn new(paper: Rc<Paper>, client: Client, lightbox: Lightbox, notice: Notice) -> Self {
        let first = Cell::new(true);
        Self { paper, client, lightbox, notice, waiting: RefCell::default(), first }
    }
}

impl Around for Here {
    fn loading(&self) {
        let waiting = if self.first.get() { Waiting::first() } else { Waiting::next() };
        *self.waiting.borrow_mut() = Some(waiting);
        self.notice.hide();
    }

    fn loaded(&self) {
        self.waiting.take();
    }

    fn shown(&self, shown: &mut Shown, how: How) {
        self.first.set(false);
        frame::mark(&self.paper, section(&shown.page));
        live::speak("");
        pictures::look_over(&self.paper, &shown.main);
        if let Page::Article(article) = &*shown.page {
            match &shown.rail {
                Some(rail) => rail.resume(),
                None => {
                    shown.rail = Rail::attach(&self.paper, &self.client, &shown.main, article);
                }
            }
            self.lightbox.page(Some(Album::of(article)));
            self.lightbox.at_start();
        } else {
            self.lightbox.page(None);
        }
        reveal(&shown.main);
        if let Some(root) = browser::root() {
            drop(root.set_attribute("data-app", "ready"));
        }
        if how != How::Renewed {
            count::page(&self.paper, &shown.path, &shown.title);
        }
    }

    fn leaving(&self, shown: &mut Shown) {
        if let Some(rail) = &shown.rail {
            rail.pause();
        }
        self.lightbox.page(None);
    }

    fn within(&self) {
        self.lightbox.on_popstate();
    }

    fn failed(&self, failure: Failure, again: Box<dyn Fn()>) {
        if failure.remedy() == Say::ReloadPage {
            self.notice.show(failure.message(), Say::ReloadPage, Urgency::Alert, || {
                drop(browser::window().location().reload());
            });
        } else {
            self.notice.show(failure.message(), failure.remedy(), Urgency::Alert, again);
        }
    }
}

/// The section that a page is in.
fn section(page: &Page) -> Option<&Slug> {
    match page {
        Page::Article(article) => article.section.as_ref(),
        Page::List(list) if list.kind == story::url::ListKind::Section => Some(&list.list.slug),
        _ => None,
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
