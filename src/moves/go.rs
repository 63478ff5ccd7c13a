use std::cell::{Cell, Ref, RefCell, RefMut};
use std::rc::Rc;

use story::url::Route;
use web_sys::HtmlElement;

use super::entry::{self, Entry};
use super::keep::{Keep, Left};
use super::load::{self, Ask};
use super::{Around, Destination, How, Shown};
use crate::Paper;
use crate::browser::{self, Task, focus, scroll, style, transition};
use crate::fetch::Client;
use crate::pages::{Page, STAMP, stamp};

/// A machine that builds the top of a page in less than this, in ms, has time for a transition: it
/// costs two frames and two pictures of the page. A desk takes 0.5, a processor four times slower 1
/// to 2.5.
const QUICK_MS: f64 = 1.0;

/// Moves between pages. One for the whole app; clones share everything.
#[derive(Clone)]
pub struct Moves(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub(super) paper: Rc<Paper>,
    pub(super) client: Client,
    pub(super) around: Rc<dyn Around>,
    pub(super) shown: RefCell<Option<Shown>>,
    pub(super) keep: RefCell<Keep>,
    /// The number of the entry shown, and the highest given out.
    pub(super) number: Cell<u32>,
    pub(super) highest: Cell<u32>,
    /// Ends the move under way.
    pub(super) under_way: RefCell<Option<Task>>,
    /// How the page came whose top alone stands there yet.
    pub(super) unsettled: Cell<Option<How>>,
    /// The entry of the page shown, which the browser's history does not have yet.
    pub(super) entry: RefCell<Option<Entry>>,
    /// How long the tops of the pages before took to be built, in ms: the mean of that and of the
    /// last. Many browsers' clocks tick by the millisecond; their mean is right all the same.
    pace: Cell<f64>,
}

impl Moves {
    /// Nothing is shown yet.
    #[must_use]
    pub fn new(paper: Rc<Paper>, client: Client, around: Rc<dyn Around>) -> Self {
        Self(Rc::new(Inner {
            paper,
            client,
            around,
            shown: RefCell::default(),
            keep: RefCell::default(),
            number: Cell::new(0),
            highest: Cell::new(0),
            under_way: RefCell::default(),
            unsettled: Cell::default(),
            entry: RefCell::default(),
            pace: Cell::new(2.0 * QUICK_MS),
        }))
    }

    /// The page shown.
    #[must_use]
    pub fn shown(&self) -> Ref<'_, Option<Shown>> {
        self.0.shown.borrow()
    }

    /// The page shown, to add to it.
    #[must_use]
    pub fn shown_mut(&self) -> RefMut<'_, Option<Shown>> {
        self.0.shown.borrow_mut()
    }

    /// Shows the page of the address bar in place of `main`, which says nothing of it.
    pub fn show(&self, main: HtmlElement) {
        self.begin();
        self.show_here(main, How::First, entry::place());
    }

    pub(super) fn begin(&self) {
        // A reload knows its number; a new document starts high enough not to meet one of an
        // earlier document in the same tab.
        let number = entry::number().unwrap_or_else(|| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "wraps")]
            let fresh = (browser::now_ms() / 100.0) as u64 as u32;
            fresh
        });
        self.0.number.set(number);
        self.0.highest.set(number);
        entry::set_number(number);
    }

    /// Asks the server again for the page shown, and shows what it says now.
    pub fn renew(&self, how: How) {
        self.settle();
        let main = self.shown().as_ref().map(|shown| shown.main.clone());
        let place = (how == How::Renewed).then_some(0.0);
        if let Some(main) = main {
            self.show_here(main, how, place);
        }
    }

    /// Whether the list shown is older than a minute and the server has another one by now.
    pub async fn has_news(&self) -> bool {
        let before = match &*self.shown() {
            Some(shown) if browser::now_ms() - shown.fetched_ms > load::LIST_AGE_MS => {
                shown.main.get_attribute(STAMP)
            }
            _ => return false,
        };
        let Some(before) = before else { return false };
        let route = self.here().route;
        let now = load::page(&self.0.client, route.as_ref(), Ask::IfOld).await;
        now.is_ok_and(|page| stamp(&page).is_some_and(|now| now != before))
    }

    /// Shows the page of the address bar in place of `main`, whatever comes.
    pub(super) fn show_here(&self, main: HtmlElement, how: How, place: Option<f64>) {
        let here = self.here();
        let moves = self.clone();
        self.under_way(how, async move {
            let ask = if how == How::Renewed { Ask::Always } else { Ask::IfOld };
            let page = load::page(&moves.0.client, here.route.as_ref(), ask).await;
            let page = page.unwrap_or_else(Page::Failure);
            style::ensure().await;
            moves.0.around.loaded();
            let Some(shown) = moves.build(page, &here, how) else { return };
            if shown.path != moves.0.paper.href(&here.path) {
                entry::correct(&format!("{}{}", shown.path, here.fragment));
            }
            moves.put(shown, &main, how);
            moves.settle();
            if let Some(place) = place {
                scroll::to(place);
            }
        });
    }

    /// The reader may leave this page any moment: what that needs is done now, while the finger is
    /// still down or the next page's data on its way.
    pub fn expect(&self) {
        // Until it is settled, what is noted of the page is for its own return.
        if self.0.unsettled.get().is_none()
            && let Some(shown) = &mut *self.shown_mut()
        {
            shown.sleep();
        }
    }

    /// Goes to a page: the page shown stays until the other is ready.
    pub fn go(&self, to: Destination) {
        self.expect();
        let moves = self.clone();
        self.under_way(How::Forward, async move {
            let page = load::page(&moves.0.client, to.route.as_ref(), Ask::IfOld).await;
            moves.0.around.loaded();
            match page {
                Ok(page) => {
                    style::ensure().await;
                    let begun = browser::clock_ms();
                    let Some(shown) = moves.build(page, &to, How::Forward) else { return };
                    // The first ones are slow everywhere, and not to be remembered for long.
                    let took = (browser::clock_ms() - begun).min(2.0 * QUICK_MS);
                    let pace = f64::midpoint(moves.0.pace.get(), took);
                    moves.0.pace.set(pace);
                    let quick = pace < QUICK_MS;
                    // Only now, with the page ready: a transition holds the old one still.
                    transition::change(quick, move || moves.arrive(shown, &to.fragment, quick));
                }
                Err(failure) => {
                    let again = {
                        let (moves, to) = (moves.clone(), to.clone());
                        move || moves.go(to.clone())
                    };
                    moves.0.around.failed(failure, Box::new(again));
                }
            }
        });
    }

    /// Puts the page that was pressed for in the place of the one shown. Within a transition it has
    /// to be `whole`: its picture is taken.
    fn arrive(&self, shown: Shown, fragment: &str, whole: bool) {
        let Some(main) = self.leave() else { return };
        let number = self.0.highest.get() + 1;
        self.0.highest.set(number);
        self.0.number.set(number);
        let address = format!("{}{fragment}", shown.path);
        *self.0.entry.borrow_mut() = Some(Entry { number, address, left: scroll::place() });
        self.put(shown, &main, How::Forward);
        scroll::to(0.0);
        let headline = self.shown().as_ref().and_then(Shown::headline);
        if let Some(headline) = headline {
            focus::heading(&headline);
        }
        if whole {
            self.settle();
        } else {
            self.settle_soon();
        }
    }

    /// Ends the move under way, if there is one; its requests are aborted.
    pub(super) fn stop(&self) {
        if let Some(task) = self.0.under_way.take() {
            task.end();
        }
    }

    fn under_way(&self, how: How, work: impl Future<Output = ()> + 'static) {
        self.stop();
        self.0.around.loading(how);
        *self.0.under_way.borrow_mut() = Some(Task::begin(Box::pin(work)));
    }

    /// Where the address bar says we are.
    pub(super) fn here(&self) -> Destination {
        let location = browser::window().location();
        let path = location.pathname().unwrap_or_default();
        let site = self.0.paper.base.strip(&path);
        let route = site.as_ref().and_then(Route::parse);
        Destination {
            path: site.unwrap_or_else(|| Route::Home.path()),
            route,
            fragment: location.hash().unwrap_or_default(),
        }
    }

    /// Keeps the page shown for Back, and tells which `<main>` stands in the document.
    pub(super) fn leave(&self) -> Option<HtmlElement> {
        self.settle();
        let mut shown = self.0.shown.borrow_mut().take()?;
        self.0.around.leaving(&mut shown);
        shown.sleep();
        let main = shown.main.clone();
        let left = Left { shown, place: scroll::place(), focus: focus::current() };
        self.0.keep.borrow_mut().put(self.0.number.get(), left);
        Some(main)
    }

    /// Builds a page off the document.
    fn build(&self, page: Page, to: &Destination, how: How) -> Option<Shown> {
        let paper = if how == How::First {
            Rc::clone(&self.0.paper)
        } else {
            Rc::new(Paper { now: Some(load::time_now()), ..(*self.0.paper).clone() })
        };
        let address = self.true_address(&page, to);
        Shown::build(&paper, page, address, how == How::Forward)
    }

    /// The path that the page really has: an article is found by its id, whatever the rest of its
    /// address.
    fn true_address(&self, page: &Page, to: &Destination) -> String {
        let path = match page {
            Page::Article(article) => article.path.as_ref(),
            _ => None,
        };
        self.0.paper.href(path.unwrap_or(&to.path))
    }
}
