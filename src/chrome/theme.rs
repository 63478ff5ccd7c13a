//! Light or dark: what the reader chose, else what their system says.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser::{self, storage};

/// Takes the choice of this button, for now and for the next visit.
pub fn choose(button: &HtmlElement) {
    let choice = button.get_attribute("data-theme-choice");
    let Some(root) = browser::root() else { return };
    // The inline script in the head reads the same value before the first paint.
    match choice.as_deref().filter(|choice| *choice != "system") {
        Some(theme) => {
            drop(root.set_attribute("data-theme", theme));
            storage::keep(storage::Key::Theme, Some(theme));
        }
        None => {
            drop(root.remove_attribute("data-theme"));
            storage::keep(storage::Key::Theme, None);
        }
    }
    tell();
}

/// Shows which choice holds.
pub fn tell() {
    let theme = browser::root().and_then(|root| root.get_attribute("data-theme"));
    let theme = theme.as_deref().unwrap_or("system");
    let Ok(buttons) = browser::document().query_selector_all("[data-theme-choice]") else {
        return;
    };
    for at in 0..buttons.length() {
        let button = buttons.item(at).and_then(|node| node.dyn_into::<Element>().ok());
        if let Some(button) = button {
            let pressed = button.get_attribute("data-theme-choice").as_deref() == Some(theme);
            let pressed = if pressed { "true" } else { "false" };
            drop(button.set_attribute("aria-pressed", pressed));
        }
    }
}
