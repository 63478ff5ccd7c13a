//! While the reader reads, the stories in view are fetched, where the line is good: the next press
//! then needs nobody.

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::listen::{Listener, Phase};
use crate::browser::{self, Timer};
use crate::fetch::prefetch::Ahead;

/// What stays in view this long is read, and may be pressed, in ms.
const REST_MS: i32 = 600;

/// At most so many at a time: who looks over a list reads a few of it.
const MOST: usize = 4;

/// Listens for the reader's coming to rest.
pub(super) fn listen(ahead: &Ahead) -> Vec<Listener> {
    let resting: Rc<RefCell<Option<Timer>>> = Rc::default();
    let on = |target: &web_sys::EventTarget, kind| {
        let (ahead, resting) = (ahead.clone(), Rc::clone(&resting));
        Listener::new(target, kind, Phase::Passive, move |_| {
            let ahead = ahead.clone();
            *resting.borrow_mut() = browser::after(REST_MS, move || look(&ahead));
        })
    };
    vec![on(&browser::window(), "scroll"), on(&browser::document(), "trangnhat:page")]
}

fn look(ahead: &Ahead) {
    if !browser::good_line() || browser::saves_data() {
        return;
    }
    browser::all(None, "main .card-title a")
        .iter()
        .filter(|link| browser::in_view(link))
        .take(MOST)
        .for_each(|link| ahead.fetch(link, false));
}
