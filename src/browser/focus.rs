//! Where the keyboard and the screen reader are.

use web_sys::{FocusOptions, HtmlElement};

/// Moves the focus without scrolling.
pub fn quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Fails only for what cannot be focused; then the focus stays.
    drop(element.focus_with_options(&options));
}

/// Moves the focus to a heading, which is no stop of the Tab key.
pub fn heading(element: &HtmlElement) {
    drop(element.set_attribute("tabindex", "-1"));
    quietly(element);
}

/// What has the focus, unless it is the page as a whole.
#[must_use]
pub fn current() -> Option<HtmlElement> {
    use wasm_bindgen::JsCast;
    let active: HtmlElement = super::document().active_element()?.dyn_into().ok()?;
    (active.tag_name() != "BODY").then_some(active)
}
