//! A page as it stands in the document.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::asleep::Asleep;
use crate::browser;
use crate::head::{self, Kept};
use crate::pages::{self, Page};
use crate::view::Placed;
use crate::{Paper, rail::Rail};

/// The weight of a page's top, as [`crate::view::Node::cut`] counts: about a screen of a phone.
const TOP: usize = 24;

/// A page, its elements, and everything that lives and ends with them.
pub struct Shown {
    /// The page's `<main>`.
    pub main: HtmlElement,
    /// What it shows; none for a page that came as HTML, until somebody needs it.
    pub page: Option<Rc<Page>>,
    /// The document's title while it is shown.
    pub title: String,
    /// Its path in the address bar, the sub-path included.
    pub path: String,
    /// What the head said, of a page that came as HTML.
    head: Kept,
    /// When its data came, in ms since 1970.
    pub fetched_ms: f64,
    /// Whether it is of the shape that this app knows.
    pub known: bool,
    /// The same-category rail, where the page has one.
    pub rail: Option<Rail>,
    /// What is still to come below the top.
    below: Placed,
    /// The page's footer, while it waits for what is below the top.
    footer: Option<HtmlElement>,
    /// Stands in for what is below the top until that is there.
    rest: Option<HtmlElement>,
    /// What is out of view, while the page is kept.
    asleep: Option<Asleep>,
    /// Whether the app made it. A page that came as HTML brought its own head.
    made: bool,
}

impl Shown {
    /// The page that came as HTML: its elements stay as they are.
    #[must_use]
    pub fn adopt(main: HtmlElement, path: String, known: bool) -> Self {
        Self {
            main,
            page: None,
            title: browser::document().title(),
            path,
            head: Kept::now(),
            fetched_ms: browser::now_ms(),
            known,
            rail: None,
            below: Placed::default(),
            footer: None,
            rest: None,
            asleep: None,
            made: false,
        }
    }

    /// Builds a page off the document; of one whose `top` is wanted first,
    /// what is below waits for [`Self::settle`].
    #[must_use]
    pub fn build(paper: &Rc<Paper>, page: Page, path: String, top: bool) -> Option<Self> {
        let nursery: HtmlElement =
            browser::document().create_element("div").ok()?.dyn_into().ok()?;
        let page = Rc::new(page);
        let title = pages::title(paper, &page);
        let (view, below) = pages::view(paper, &page, None).cut(if top { TOP } else { usize::MAX });
        view.build_in(&nursery);
        let main: HtmlElement = nursery.first_element_child()?.dyn_into().ok()?;
        let below = below.placed(&main);
        Some(Self {
            main,
            page: Some(page),
            title,
            path,
            head: Kept::default(),
            fetched_ms: browser::now_ms(),
            known: true,
            rail: None,
            below,
            footer: None,
            rest: Some(nursery),
            asleep: None,
            made: true,
        })
    }

    /// The page is about to leave the document: notes what is out of view, unless that is known.
    pub fn sleep(&mut self) {
        if !self.asleep.as_ref().is_some_and(Asleep::holds) {
            self.asleep = Some(Asleep::note(&self.main));
        }
    }

    /// Puts this page where the other `<main>` is. What can wait for the next frame waits for
    /// [`Self::settle`].
    pub fn exchange(&mut self, old: &HtmlElement) {
        if let Some(asleep) = &self.asleep {
            asleep.begin();
        }
        let footer = browser::find("body > footer");
        // The footer ends this page now. Left where it stands, it would jump before the reader's
        // eyes from the end of the one to the end of the other, and count as a shift; set anew, it
        // is part of what is new.
        if let Some(footer) = &footer {
            footer.remove();
        }
        // Fails only for elements without a parent; then there is no page to exchange with.
        drop(old.replace_with_with_node_1(&self.main));
        self.footer = footer;
        if self.below.is_empty() {
            self.end_with_footer();
        } else if let Some(rest) = &self.rest {
            // Who scrolls on at once must get there: the page is long from its first frame on.
            drop(rest.style().set_property("height", "900vh"));
            drop(self.main.after_with_node_1(rest));
        }
    }

    fn end_with_footer(&mut self) {
        if let Some(footer) = self.footer.take() {
            drop(self.main.after_with_node_1(&footer));
        }
    }

    /// Completes the page once its top is on the screen: what is below, and what the head says.
    pub fn settle(&mut self, paper: &Paper) {
        browser::document().set_title(&self.title);
        std::mem::take(&mut self.below).add();
        if let Some(rest) = self.rest.take() {
            rest.remove();
        }
        self.end_with_footer();
        if let Some(asleep) = self.asleep.take() {
            asleep.end();
        }
        match &self.page {
            Some(page) if self.made => head::apply(paper, page),
            _ => self.head.put_back(),
        }
    }

    /// The page's headline.
    #[must_use]
    pub fn headline(&self) -> Option<HtmlElement> {
        self.main.query_selector("h1").ok().flatten()?.dyn_into().ok()
    }
}
