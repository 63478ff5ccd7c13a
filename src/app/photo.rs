//! A press on a picture. What the lightbox shows comes from the article's data, which a page that
//! came as HTML may not have yet, and the lightbox itself may still be on its way.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::App;
use crate::browser;

/// Who pressed a picture longer ago than this, in ms, is doing something else by now.
const PATIENCE_MS: f64 = 3_000.0;

/// Opens the picture of this number.
pub(super) fn open(app: &Rc<App>, number: u32, link: HtmlElement) {
    if app.lightbox.is_ready() {
        app.lightbox.press(number);
        return;
    }
    let (app, pressed) = (Rc::clone(app), browser::now_ms());
    drop(link.set_attribute("aria-busy", "true"));
    spawn_local(async move {
        let (data, program) = browser::both(app.moves.data(), app.lightbox.bring()).await;
        drop(link.remove_attribute("aria-busy"));
        let late = browser::now_ms() - pressed > PATIENCE_MS || !browser::in_view(&link);
        match data.and(program) {
            Ok(()) if !late => app.lightbox.press(number),
            Ok(()) => {}
            Err(failure) => app.notice.failed(failure, move || link.click()),
        }
    });
}
