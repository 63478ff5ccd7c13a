//! Presses, answered by delegation from the document: a page that the press wrote and a page that
//! the app built are served by the same listeners.

use std::rc::Rc;

use story::url::photo_of;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement, MouseEvent};

use super::{App, actions, photo};
use crate::browser::listen::{Listener, Phase};
use crate::browser::{self, target_of, transition};
use crate::fetch::prefetch::Ahead;
use crate::moves::{Destination, Press, Target, Verdict, judge};

/// Listens for everything that a reader presses.
pub(super) fn listen(app: &Rc<App>, ahead: &Ahead) -> Vec<Listener> {
    let document = browser::document();
    let window = browser::window();
    let on = |kind, phase, call: fn(&Rc<App>, Event)| {
        let app = Rc::clone(app);
        Listener::new(&document, kind, phase, move |event| call(&app, event))
    };
    let hint = |kind, link: &'static str, soon: bool| {
        let (app, ahead) = (Rc::clone(app), ahead.clone());
        Listener::new(&document, kind, Phase::Passive, move |event| {
            let link = target_of(&event, link);
            let href = link.as_ref().and_then(|link| link.get_attribute("href"));
            if href.is_some_and(|href| photo_of(&href).is_some()) {
                app.lightbox.hint();
            }
            ahead.hint(link.as_ref(), soon);
            if soon && link.is_some() {
                app.moves.expect();
            }
        })
    };
    let popped = {
        let app = Rc::clone(app);
        Listener::new(&window, "popstate", Phase::Bubble, move |_| app.moves.traversed())
    };
    let hidden = {
        let app = Rc::clone(app);
        Listener::new(&window, "pagehide", Phase::Bubble, move |_| app.moves.remember())
    };
    let back = {
        let app = Rc::clone(app);
        Listener::new(&window, "pageshow", Phase::Bubble, move |event| {
            let persisted = event
                .dyn_ref::<web_sys::PageTransitionEvent>()
                .is_some_and(web_sys::PageTransitionEvent::persisted);
            if persisted {
                app.moves.resumed();
            }
        })
    };
    vec![
        on("click", Phase::Bubble, click),
        hint("pointerover", "a[href]", false),
        hint("touchstart", "a[href]", true),
        // The keyboard's: a press gives the focus too, and has given its hint before.
        hint("focusin", "a[href]:focus-visible", true),
        popped,
        hidden,
        back,
    ]
}

fn click(app: &Rc<App>, event: Event) {
    if event.default_prevented() {
        return;
    }
    transition::skip();
    app.moves.settle();
    let pressed = press(&event);
    // A page of another release may mean another thing by the same name.
    let known = app.moves.shown().as_ref().is_some_and(|shown| shown.known);
    if let Some(element) = target_of(&event, "[data-do]")
        && known
        && pressed.primary
        && !pressed.modified
    {
        if actions::act(app, &element) {
            event.prevent_default();
        }
        return;
    }
    let Some(link) = target_of(&event, "a[href]") else { return };
    let Ok(link) = link.dyn_into::<HtmlAnchorElement>() else { return };
    match verdict(app, pressed, &link) {
        Verdict::Browser => {}
        Verdict::Photo(number) => {
            event.prevent_default();
            photo::open(app, number, link.into());
        }
        Verdict::Page(path, route, fragment) => {
            event.prevent_default();
            app.moves.go(Destination { path, route: Some(route), fragment });
        }
    }
}

/// The click of a key (Enter on a link) counts as one of the primary button.
fn press(event: &Event) -> Press {
    event.dyn_ref::<MouseEvent>().map_or(Press { primary: true, modified: false }, |mouse| Press {
        primary: mouse.button() == 0,
        modified: mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key(),
    })
}

fn verdict(app: &App, press: Press, link: &HtmlAnchorElement) -> Verdict {
    let location = browser::window().location();
    let marked = link.has_attribute("target")
        || link.has_attribute("download")
        || link.rel().split_whitespace().any(|word| word == "external");
    let target = Target {
        origin: &link.origin(),
        path: &link.pathname(),
        query: &link.search(),
        fragment: &link.hash(),
        marked,
    };
    judge(
        press,
        target,
        &app.paper.base,
        &location.origin().unwrap_or_default(),
        &location.pathname().unwrap_or_default(),
    )
}
