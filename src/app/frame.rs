//! The page around the page: masthead, footer and what floats over them.

use std::rc::Rc;

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use story::model::Slug;
use web_sys::HtmlElement;

use super::live;
use crate::Paper;
use crate::browser;
use crate::chrome;
use crate::fetch::Failure;

/// Builds masthead, an empty `<main>` and footer, and gives back the `<main>`.
pub(super) fn mount(paper: &Rc<Paper>) -> Option<HtmlElement> {
    if let Some(root) = browser::root() {
        // What a page of the press says in its HTML already.
        drop(root.set_attribute("lang", paper.language().tag()));
    }
    if let Some(bare) = browser::find("body > main") {
        bare.remove();
    }
    mount_to_body({
        let paper = Rc::clone(paper);
        move || chrome::frame(&paper)
    });
    live::mount();
    browser::find("#main")
}

/// Marks the section that the page is in.
pub(super) fn mark(paper: &Paper, current: Option<&Slug>) {
    chrome::current::mark(paper, current);
}

/// Shows a failure when there is not even a paper around it.
pub(super) fn bare(failure: Failure, again: impl Fn() + 'static) {
    if let Some(old) = browser::find("body > main") {
        old.remove();
    }
    // The paper's language is in the file that did not come; the press wrote it on `<html>`, too.
    let english = browser::root().is_some_and(|root| root.lang() == "en");
    let language = if english { story::model::Language::En } else { story::model::Language::Vi };
    mount_to_body(move || {
        let say = |what| crate::i18n::say(language, what);
        view! {
            <main class="failure">
                <h1>{say(failure.message())}</h1>
                <button type="button" on:click=move |_| again()>{say(failure.remedy())}</button>
            </main>
        }
    });
}
