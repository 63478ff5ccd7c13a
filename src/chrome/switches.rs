//! The switches of the masthead: light or dark, and whether to save data. What the reader chose is
//! kept for the next visit; the inline script in the head reads it before the first paint.

use web_sys::HtmlElement;

use crate::browser::{self, storage};

/// Takes the theme of this button.
pub fn theme(button: &HtmlElement) {
    let choice = button.get_attribute("data-theme-choice");
    let theme = choice.as_deref().filter(|choice| *choice != "system");
    set("data-theme", storage::Key::Theme, theme);
    tell();
}

/// Turns saving of data on or off.
pub fn saver() {
    let on = browser::root().is_some_and(|root| root.has_attribute("data-saver"));
    set("data-saver", storage::Key::Saver, (!on).then_some("1"));
    tell();
}

fn set(attribute: &str, key: storage::Key, value: Option<&str>) {
    let Some(root) = browser::root() else { return };
    drop(match value {
        Some(value) => root.set_attribute(attribute, value),
        None => root.remove_attribute(attribute),
    });
    storage::keep(key, value);
}

/// Shows which choices hold.
pub fn tell() {
    let Some(root) = browser::root() else { return };
    let theme = root.get_attribute("data-theme");
    let theme = theme.as_deref().unwrap_or("system");
    let saver = root.has_attribute("data-saver");
    for button in browser::all(None, ".appearance [aria-pressed]") {
        let pressed = match button.get_attribute("data-theme-choice") {
            Some(choice) => choice == theme,
            None => saver,
        };
        drop(button.set_attribute("aria-pressed", if pressed { "true" } else { "false" }));
    }
}
