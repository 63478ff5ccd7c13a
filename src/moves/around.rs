//! What a move is, and what the app does around it.

use std::rc::Rc;

use story::url::{Route, SitePath};

use super::Shown;
use crate::fetch::Failure;
use crate::pages::Page;

/// How a page came to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The first of the document: adopted, or shown where the page says nothing of its address.
    First,
    /// By a press on a link.
    Forward,
    /// By the browser's Back or Forward.
    Traverse,
    /// The same page with newer data.
    Renewed,
}

/// What the app does around a move.
pub trait Around {
    /// A page is on its way.
    fn loading(&self, how: How);
    /// It is there, or given up.
    fn loaded(&self);
    /// A page stands in the document, its focus and scroll position not yet set.
    fn shown(&self, shown: &mut Shown, how: How);
    /// The data of the page shown is there, which came as HTML.
    fn known(&self, page: &Rc<Page>);
    /// A page is about to leave the document.
    fn leaving(&self, shown: &mut Shown);
    /// Back or Forward within the page that is shown.
    fn within(&self);
    /// A press led nowhere; the page stays. `again` tries once more.
    fn failed(&self, failure: Failure, again: Box<dyn Fn()>);
}

/// Where a move leads.
#[derive(Clone, Debug)]
pub struct Destination {
    /// The page's path on the site.
    pub path: SitePath,
    /// What it is; none for an address that the site does not know.
    pub route: Option<Route>,
    /// The fragment with its hash, or nothing.
    pub fragment: String,
}
