//! Where in the page the reader is, in CSS pixels from its top.

use web_sys::{ScrollBehavior, ScrollToOptions};

use super::window;

/// The place now.
#[must_use]
pub fn place() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Goes to a place at once, whatever the page's style says of smooth scrolling.
pub fn to(top: f64) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_left(0.0);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}
