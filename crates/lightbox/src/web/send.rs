//! A picture sent on: its deep link, by the phone's own sheet or on the clipboard.

use std::rc::Rc;

use story::album::Word;
use wasm_bindgen::JsValue;
use web_sys::ShareData;

use super::dom::{document, get, when, window};
use super::show::Show;

/// Sends the address of the picture shown on.
pub(super) fn share(show: &Rc<Show>) {
    let navigator = window().navigator();
    let address = window().location().href().unwrap_or_default();
    if get(&navigator, "share").is_function() {
        let data = ShareData::new();
        data.set_title(&document().title());
        data.set_url(&address);
        // The reader may close the sheet again; that is no failure.
        when(&navigator.share_with_data(&data), Box::new(|_| {}));
        return;
    }
    let clipboard = navigator.clipboard();
    // Over plain http there is no clipboard.
    if AsRef::<JsValue>::as_ref(&clipboard).is_undefined() {
        show.note(Word::NotCopied);
        return;
    }
    let show = Rc::clone(show);
    let told = move |copied| show.note(if copied { Word::Copied } else { Word::NotCopied });
    when(&clipboard.write_text(&address), Box::new(told));
}
