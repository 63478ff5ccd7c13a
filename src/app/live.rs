//! What is spoken without moving the focus.

use crate::browser;

/// Puts the region into the page, empty: screen readers speak only what changes in a region that
/// was there before.
pub(super) fn mount() {
    let document = browser::document();
    let Ok(region) = document.create_element("div") else { return };
    region.set_id("live");
    region.set_class_name("spoken");
    drop(region.set_attribute("role", "status"));
    if let Some(body) = document.body() {
        drop(body.append_child(&region));
    }
}

/// Speaks a line when the screen reader next pauses.
pub(crate) fn speak(line: &str) {
    if let Some(region) = browser::find("#live") {
        region.set_text_content(Some(line));
    }
}
