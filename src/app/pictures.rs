//! Pictures that do not come: the place stays, with a retry in it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlImageElement};

use super::App;
use crate::Paper;
use crate::browser;
use crate::browser::listen::{Listener, Phase};
use crate::i18n::Say;

/// Listens for pictures that fail and that come after all; those events do not bubble.
pub(super) fn listen(app: &Rc<App>) -> Vec<Listener> {
    let document = browser::document();
    let failed = {
        let app = Rc::clone(app);
        Listener::new(&document, "error", Phase::Capture, move |event| {
            if let Some(picture) = image(&event) {
                mark(&app.paper, &picture);
            }
        })
    };
    let came = Listener::new(&document, "load", Phase::Capture, |event| {
        if let Some(picture) = image(&event) {
            unmark(&picture);
        }
    });
    // The line is back: whatever did not come is asked for once more.
    let back = Listener::new(&browser::window(), "online", Phase::Passive, |_| {
        browser::all(None, "img.missing").iter().filter_map(Element::dyn_ref).for_each(ask_again);
    });
    vec![failed, came, back]
}

/// Finds the pictures of a page that failed before anybody listened.
pub(super) fn look_over(paper: &Paper, main: &HtmlElement) {
    for picture in browser::all(Some(main), "img") {
        if let Some(picture) = picture.dyn_ref::<HtmlImageElement>()
            && picture.complete()
            && picture.natural_width() == 0
            && !picture.current_src().is_empty()
        {
            mark(paper, picture);
        }
    }
}

/// Asks for the picture beside this button again.
pub(super) fn retry(button: &HtmlElement) {
    let picture = button
        .closest("figure")
        .ok()
        .flatten()
        .and_then(|figure| figure.query_selector("img").ok().flatten())
        .and_then(|picture| picture.dyn_into().ok());
    if let Some(picture) = picture {
        ask_again(&picture);
    }
}

fn ask_again(picture: &HtmlImageElement) {
    // The same address once more would be answered from the list of failures; taking it away and
    // setting it again asks the server. The picture is wanted now, wherever it stands.
    let (src, srcset) = (picture.src(), picture.srcset());
    drop(picture.set_attribute("loading", "eager"));
    picture.set_srcset("");
    picture.set_src("");
    picture.set_srcset(&srcset);
    picture.set_src(&src);
}

fn image(event: &web_sys::Event) -> Option<HtmlImageElement> {
    event.target()?.dyn_into().ok()
}

/// The figure of a picture that can be opened. Pictures of cards need no retry: the style leaves a
/// plain plate where they would be.
fn figure(picture: &HtmlImageElement) -> Option<Element> {
    picture.closest("figure").ok().flatten()
}

fn mark(paper: &Paper, picture: &HtmlImageElement) {
    drop(picture.class_list().add_1("missing"));
    let Some(figure) = figure(picture) else { return };
    if figure.query_selector("[data-do=retry-picture]").ok().flatten().is_some() {
        return;
    }
    drop(figure.class_list().add_1("failed"));
    let Ok(button) = browser::document().create_element("button") else { return };
    drop(button.set_attribute("type", "button"));
    drop(button.set_attribute("data-do", "retry-picture"));
    button.set_class_name("retry");
    button.set_text_content(Some(&paper.say(Say::TryAgain)));
    drop(button.set_attribute("title", &paper.say(Say::PictureMissing)));
    drop(figure.append_child(&button));
}

fn unmark(picture: &HtmlImageElement) {
    if !picture.class_list().contains("missing") {
        return;
    }
    drop(picture.class_list().remove_1("missing"));
    let Some(figure) = figure(picture) else { return };
    drop(figure.class_list().remove_1("failed"));
    if let Ok(Some(button)) = figure.query_selector("[data-do=retry-picture]") {
        button.remove();
    }
}
