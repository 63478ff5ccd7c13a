use std::cell::{Cell, Ref, RefCell, RefMut};
use std::rc::Rc;

use futures::future::{AbortHandle, abortable};
use story::time::Time;
use story::url::{Route, photo_of};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::keep::{Keep, Left};
use super::load::{self, Ask};
use super::{Around, Destination, How, Shown, entry};
use crate::Paper;
use crate::browser::{self, focus, scroll};
use crate::fetch::{Client, Failure};
use crate::pages::{Page, STAMP, stamp};

/// Moves between pages. One for the whole app; clones share everything.
#[derive(Clone)]
pub struct Moves(Rc<Inner>);

struct Inner {
    paper: Rc<Paper>,
    client: Client,
    around: Rc<dyn Around>,
    shown: RefCell<Option<Shown>>,
    keep: RefCell<Keep>,
    /// The number of the entry shown, and the highest given out.
    number: Cell<u32>,
    highest: Cell<u32>,
    /// Ends the move under way.
    under_way: RefCell<Option<AbortHandle>>,
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

    /// Shows the page of the address bar in place of `main`, which says nothing of it.
    pub fn show(&self, main: HtmlElement) {
        self.begin();
        self.show_here(main, How::First, entry::place());
    }

    fn begin(&self) {
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

    /// Asks the server again for the page shown, and shows what it says now.
    pub fn renew(&self, how: How) {
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
    fn show_here(&self, main: HtmlElement, how: How, place: Option<f64>) {
        let here = self.here();
        let moves = self.clone();
        self.under_way(how, async move {
            let ask = if how == How::Renewed { Ask::Always } else { Ask::IfOld };
            let page = load::page(&moves.0.client, here.route.as_ref(), ask).await;
            let page = page.unwrap_or_else(Page::Failure);
            moves.0.around.loaded();
            moves.exchange(&main, page, &here, how, place);
        });
    }

    /// Goes to a page: the page shown stays until the other is ready.
    pub fn go(&self, to: Destination) {
        let moves = self.clone();
        self.under_way(How::Forward, async move {
            let page = load::page(&moves.0.client, to.route.as_ref(), Ask::IfOld).await;
            moves.0.around.loaded();
            match page {
                Ok(page) => {
                    let Some(main) = moves.leave() else { return };
                    // For who comes back after a reload, when no page is kept any more.
                    entry::set_place(scroll::place());
                    let number = moves.0.highest.get() + 1;
                    moves.0.highest.set(number);
                    moves.0.number.set(number);
                    entry::push(
                        number,
                        &format!("{}{}", moves.0.paper.href(&to.path), to.fragment),
                    );
                    moves.exchange(&main, page, &to, How::Forward, None);
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

    /// Answers the browser's Back and Forward.
    pub fn traversed(&self) {
        let path = browser::window().location().pathname().unwrap_or_default();
        if self.shown().as_ref().is_some_and(|shown| shown.path == path) {
            self.stop();
            self.within();
            return;
        }
        let Some(main) = self.leave() else { return };
        let number = entry::number();
        let left = number.and_then(|number| self.0.keep.borrow_mut().take(number));
        let number = number.unwrap_or_else(|| {
            let number = self.0.highest.get() + 1;
            self.0.highest.set(number);
            entry::set_number(number);
            number
        });
        self.0.number.set(number);
        match left {
            Some(left) => {
                self.stop();
                self.0.around.loaded();
                self.put(left.shown, &main, How::Traverse);
                scroll::to(left.place);
                if let Some(element) = left.focus {
                    focus::quietly(&element);
                }
            }
            None => self.show_here(main, How::Traverse, Some(entry::place().unwrap_or_default())),
        }
    }

    fn within(&self) {
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

    /// Remembers where the reader is: the document may be about to end.
    pub fn remember(&self) {
        entry::set_place(scroll::place());
        // From here on it is the browser that comes back to this page, or to the document.
        entry::by_hand(false);
    }

    /// The document came back alive.
    pub fn resumed(&self) {
        entry::by_hand(true);
    }

    /// Ends the move under way, if there is one; its requests are aborted.
    fn stop(&self) {
        if let Some(task) = self.0.under_way.take() {
            task.abort();
        }
    }

    fn under_way(&self, how: How, work: impl Future<Output = ()> + 'static) {
        self.stop();
        let (work, handle) = abortable(work);
        *self.0.under_way.borrow_mut() = Some(handle);
        self.0.around.loading(how);
        spawn_local(async move {
            // An aborted move needs no word: another one took its place.
            work.await.ok();
        });
    }

    /// Where the address bar says we are.
    fn here(&self) -> Destination {
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
    fn leave(&self) -> Option<HtmlElement> {
        let mut shown = self.0.shown.borrow_mut().take()?;
        self.0.around.leaving(&mut shown);
        let main = shown.main.clone();
        let left = Left { shown, place: scroll::place(), focus: focus::current() };
        self.0.keep.borrow_mut().put(self.0.number.get(), left);
        Some(main)
    }

    /// Builds a page and shows it.
    fn exchange(
        &self,
        main: &HtmlElement,
        page: Page,
        to: &Destination,
        how: How,
        place: Option<f64>,
    ) {
        let paper = if how == How::First {
            Rc::clone(&self.0.paper)
        } else {
            Rc::new(Paper { now: Some(time_now()), ..(*self.0.paper).clone() })
        };
        let address = self.true_address(&page, to);
        let Some(shown) = Shown::build(&paper, page, address) else { return };
        self.put(shown, main, how);
        match place {
            Some(place) => scroll::to(place),
            None if how == How::Forward => scroll::to(0.0),
            None => {}
        }
        if how == How::Forward {
            let headline = self.shown().as_ref().and_then(Shown::headline);
            if let Some(headline) = headline {
                focus::heading(&headline);
            }
        }
    }

    fn put(&self, mut shown: Shown, main: &HtmlElement, how: How) {
        shown.exchange(&self.0.paper, main);
        self.0.around.shown(&mut shown, how);
        *self.0.shown.borrow_mut() = Some(shown);
    }

    /// The path that the page really has, put into the address bar where that says another: an
    /// article is found by its id, whatever the rest of its address.
    fn true_address(&self, page: &Page, to: &Destination) -> String {
        let asked = self.0.paper.href(&to.path);
        let Page::Article(article) = page else { return asked };
        let Some(path) = &article.path else { return asked };
        let real = self.0.paper.href(path);
        if real != asked {
            entry::correct(&format!("{real}{}", to.fragment));
        }
        real
    }
}

/// Now, as a time of the story's kind. Its offset does not matter: it is compared as an instant.
fn time_now() -> Time {
    #[expect(clippy::cast_possible_truncation, reason = "whole seconds")]
    Time::from_epoch((browser::now_ms() / 1_000.0) as i64, 0)
}
