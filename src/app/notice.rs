//! A line at the foot of the window: what failed, or what is new, and a button for it.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlElement;

use crate::Paper;
use crate::browser;
use crate::browser::listen::{Listener, Phase};
use crate::fetch::Failure;
use crate::i18n::Say;
use crate::view::view;

/// The one line; another takes its place.
#[derive(Clone)]
pub(crate) struct Notice(Rc<Inner>);

struct Inner {
    paper: Rc<Paper>,
    /// The line, and what its buttons do.
    shown: RefCell<Option<(HtmlElement, [Option<Listener>; 2])>>,
}

/// How a line is told to who does not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Urgency {
    /// At once: something failed.
    Alert,
    /// When there is a pause: something is offered.
    Status,
}

impl Notice {
    pub fn new(paper: Rc<Paper>) -> Self {
        Self(Rc::new(Inner { paper, shown: RefCell::default() }))
    }

    /// Shows a line with a button that does something, and one that closes the line.
    pub fn show(&self, line: Say, button: Say, urgency: Urgency, act: impl Fn() + 'static) {
        let Some(body) = browser::document().body() else { return };
        self.hide();
        let say = |what| self.0.paper.say(what).into_owned();
        let (line, label, close) = (say(line), say(button), say(Say::Close));
        let (class, role) = match urgency {
            Urgency::Alert => ("notice", "alert"),
            Urgency::Status => ("notice offer", "status"),
        };
        let notice = view! {
            <div class=class role=role>
                <p>{line}</p>
                <button type="button" class="answer">{label}</button>
                <button type="button" class="close" aria-label=close>{"×"}</button>
            </div>
        };
        notice.build_in(&body);
        let Some(notice) = browser::find("body > .notice:last-child") else { return };
        let on = |button: &str, call: Box<dyn Fn()>| {
            let button = notice.query_selector(&format!(".{button}")).ok()??;
            Some(Listener::new(&button, "click", Phase::Bubble, move |_| call()))
        };
        let (answered, closed) = (self.clone(), self.clone());
        let answer = Box::new(move || {
            answered.hide();
            act();
        });
        let listeners = [on("answer", answer), on("close", Box::new(move || closed.hide()))];
        *self.0.shown.borrow_mut() = Some((notice, listeners));
    }

    /// Says why what was pressed led nowhere, and offers what helps: a reload where the app is too
    /// old for what it was sent, else `again`.
    pub fn failed(&self, failure: Failure, again: impl Fn() + 'static) {
        let remedy = failure.remedy();
        self.show(failure.message(), remedy, Urgency::Alert, move || {
            if remedy == Say::ReloadPage {
                drop(browser::window().location().reload());
            } else {
                again();
            }
        });
    }

    /// Takes the line away.
    pub fn hide(&self) {
        // Out of the cell first: it may be a listener of its own that runs.
        let shown = self.0.shown.borrow_mut().take();
        if let Some((notice, _listeners)) = shown {
            notice.remove();
        }
    }
}
