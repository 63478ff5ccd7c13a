//! Lists that grew old while the tab was away: asked again when it comes back, and offered, never
//! shuffled under the reader.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::VisibilityState;

use super::App;
use super::notice::Urgency;
use crate::browser;
use crate::browser::listen::{Listener, Phase};
use crate::i18n::Say;
use crate::moves::How;

/// Listens for the tab's coming back.
pub(super) fn listen(app: &Rc<App>) -> Vec<Listener> {
    let document = browser::document();
    let app = Rc::clone(app);
    vec![Listener::new(&document, "visibilitychange", Phase::Bubble, move |_| {
        if browser::document().visibility_state() == VisibilityState::Visible {
            let app = Rc::clone(&app);
            spawn_local(async move {
                if app.moves.has_news().await {
                    let moves = app.moves.clone();
                    app.notice.show(Say::NewStories, Say::ShowNew, Urgency::Status, move || {
                        moves.renew(How::Renewed);
                    });
                }
            });
        }
    })]
}
