//! All pictures at a glance.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::album::Album;
use super::dom::{add, element, focus, page_image, set};
use super::stage::Stage;
use crate::css::whole;

/// The grid of small pictures over the stage.
pub(super) struct Overview {
    grid: HtmlElement,
    buttons: Vec<HtmlElement>,
    /// Which one is the stop of the Tab key.
    at: Cell<usize>,
}

impl Overview {
    /// Opens it on the picture shown.
    pub fn open(stage: &Stage, album: &Album, number: u32) -> Self {
        let grid = element("div", "lightbox-all");
        let mut buttons = Vec::new();
        for one in 1..=album.len() {
            let Some(photo) = album.photo(one) else { continue };
            let button = element("button", "lightbox-thumb");
            let mut digits = String::new();
            whole(&mut digits, one.into());
            set(&button, "type", "button");
            set(&button, "data-number", &digits);
            set(&button, "tabindex", "-1");
            let mut name = album.place(one);
            if !photo.alt.is_empty() {
                name.push_str(": ");
                name.push_str(&photo.alt);
            }
            set(&button, "aria-label", &name);
            if one == number {
                set(&button, "aria-current", "true");
            }
            let image = element("img", "");
            // In this order: an image that is to wait must know so before it knows its file.
            set(&image, "loading", "lazy");
            set(&image, "alt", "");
            let there = page_image(one).map(|image| image.current_src());
            set(&image, "src", there.as_deref().unwrap_or(photo.narrowest()));
            add(&button, &image);
            add(&grid, &button);
            buttons.push(button);
        }
        add(&stage.dialog, &grid);
        set(&stage.stage, "inert", "");
        super::dom::class(&stage.dialog, "at-a-glance", true);
        let overview = Self { grid, buttons, at: Cell::new(0) };
        overview.step_to(number as usize - 1);
        overview
    }

    /// The number of the picture of a pressed button.
    pub fn number(pressed: &HtmlElement) -> Option<u32> {
        pressed.get_attribute("data-number")?.parse().ok()
    }

    /// Answers a key. False where it means nothing here.
    pub fn key(&self, key: &str, rtl: bool) -> bool {
        let (at, last) = (self.at.get(), self.buttons.len().saturating_sub(1));
        let (back, on) =
            if rtl { ("ArrowRight", "ArrowLeft") } else { ("ArrowLeft", "ArrowRight") };
        let columns = self.columns();
        let to = match key {
            "Home" => 0,
            "End" => last,
            "ArrowUp" => at.checked_sub(columns).unwrap_or(at),
            "ArrowDown" if at + columns <= last => at + columns,
            "ArrowDown" => at,
            "PageUp" => at.saturating_sub(columns * 3),
            "PageDown" => at + columns * 3,
            key if key == back => at.saturating_sub(1),
            key if key == on => at + 1,
            _ => return false,
        };
        self.step_to(to.min(last));
        true
    }

    fn step_to(&self, to: usize) {
        if let Some(before) = self.buttons.get(self.at.replace(to)) {
            set(before, "tabindex", "-1");
        }
        if let Some(button) = self.buttons.get(to) {
            set(button, "tabindex", "0");
            focus(button);
            button.scroll_into_view_with_bool(false);
        }
    }

    /// How many stand side by side.
    fn columns(&self) -> usize {
        let Some(first) = self.buttons.first() else { return 1 };
        let top = first.offset_top();
        self.buttons.iter().take_while(|button| button.offset_top() == top).count().max(1)
    }

    /// Takes it away.
    pub fn close(self, stage: &Stage) {
        self.grid.remove();
        drop(stage.stage.remove_attribute("inert"));
        super::dom::class(&stage.dialog, "at-a-glance", false);
        focus(stage.dialog.unchecked_ref());
    }
}
