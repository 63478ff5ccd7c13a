//! A page as it stands in the document.

use std::any::Any;
use std::rc::Rc;

use leptos::mount::mount_to;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser;
use crate::head::{self, Kept};
use crate::pages::{self, Page};
use crate::{Paper, rail::Rail};

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
    /// What was added to the page later: further cards of a list.
    pub grown: Vec<Box<dyn Any>>,
    // Dropped last: it takes the elements out of the document and ends their owner. A page that
    // came as HTML has none.
    owner: Option<Box<dyn Any>>,
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
            grown: Vec::new(),
            owner: None,
        }
    }

    /// Builds a page off the document, with an owner of its own.
    #[must_use]
    pub fn build(paper: &Rc<Paper>, page: Page, path: String) -> Option<Self> {
        let nursery: HtmlElement =
            browser::document().create_element("div").ok()?.dyn_into().ok()?;
        let page = Rc::new(page);
        let title = pages::title(paper, &page);
        let owner = mount_to(nursery.clone(), {
            let (paper, page) = (Rc::clone(paper), Rc::clone(&page));
            move || pages::view(&paper, &page, None)
        });
        Some(Self {
            main: nursery.first_element_child()?.dyn_into().ok()?,
            page: Some(page),
            title,
            path,
            head: Kept::default(),
            fetched_ms: browser::now_ms(),
            known: true,
            rail: None,
            grown: Vec::new(),
            owner: Some(Box::new(owner)),
        })
    }

    /// Puts this page where the other `<main>` is.
    pub fn exchange(&self, paper: &Paper, old: &HtmlElement) {
        // Fails only for elements without a parent; then there is no page to exchange with.
        drop(old.replace_with_with_node_1(&self.main));
        // The footer ends this page now. Left where it stands, it would jump before the reader's
        // eyes from the end of the one to the end of the other, and count as a shift; set anew, it
        // is part of what is new.
        if let Some(footer) = browser::find("body > footer") {
            footer.remove();
            drop(self.main.after_with_node_1(&footer));
        }
        match &self.page {
            Some(page) if self.owner.is_some() => head::apply(paper, page),
            _ => {
                browser::document().set_title(&self.title);
                self.head.put_back();
            }
        }
    }

    /// The page's headline.
    #[must_use]
    pub fn headline(&self) -> Option<HtmlElement> {
        self.main.query_selector("h1").ok().flatten()?.dyn_into().ok()
    }
}
