//! What of a kept page is out of view. When the page comes back, it is not laid out before the first
//! frame: it keeps its place by its height, as it was when the page was left.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser::{self, scroll};
use crate::view::is_of_parts;

/// What is set on a part that is asleep, and taken away when it wakes.
const HIDDEN: &str = "content-visibility";
// The border box, as everything is sized: an intrinsic size would leave padding out.
const HEIGHT: &str = "height";

/// Browsers lay pages out in this part of a CSS pixel.
const UNIT: u32 = 64;

/// The parts of a page that are out of view, each with its height in units.
pub(super) struct Asleep {
    parts: Vec<(HtmlElement, u32)>,
    /// The window's width; in another one the heights are others.
    width: f64,
    /// Where in the page the reader was.
    place: f64,
}

impl Asleep {
    /// Notes them, while the page stands in the document.
    pub fn note(main: &HtmlElement) -> Self {
        let mut asleep = Self { parts: Vec::new(), width: width(), place: scroll::place() };
        asleep.note_in(main, height());
        asleep
    }

    fn note_in(&mut self, element: &HtmlElement, window: f64) {
        let mut next = element.first_element_child();
        while let Some(part) = next {
            next = part.next_element_sibling();
            let Ok(part) = part.dyn_into::<HtmlElement>() else { continue };
            let class = part.class_name();
            if is_of_parts(&part.local_name(), &class) {
                self.note_in(&part, window);
                continue;
            }
            // Awake from the beginning: it has to be scrolled to where it was.
            if class == "rail" {
                continue;
            }
            let place = part.get_bounding_client_rect();
            // What is nowhere, such as a text for screen readers alone, is not worth it.
            if place.height() > 1.0 && (place.bottom() < 0.0 || place.top() > window) {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "more than one pixel"
                )]
                self.parts.push((part, (place.height() * f64::from(UNIT)).round() as u32));
            }
        }
    }

    /// Whether these are still the parts out of view, for who leaves the page now.
    pub fn holds(&self) -> bool {
        self.width == width() && self.place == scroll::place()
    }

    /// Lets them sleep.
    pub fn begin(&self) {
        if self.width == width() {
            for (part, height) in &self.parts {
                let style = part.style();
                drop(style.set_property(HIDDEN, "hidden"));
                // Written with whole numbers: what writes broken ones weighs 7 kB.
                drop(style.set_property(HEIGHT, &format!("calc({height}px / {UNIT})")));
            }
        }
    }

    /// Wakes them.
    pub fn end(self) {
        for (part, _) in self.parts {
            let style = part.style();
            drop(style.remove_property(HIDDEN));
            drop(style.remove_property(HEIGHT));
        }
    }
}

fn width() -> f64 {
    measure(browser::window().inner_width())
}

fn height() -> f64 {
    measure(browser::window().inner_height())
}

fn measure(value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>) -> f64 {
    value.ok().and_then(|value| value.as_f64()).unwrap_or_default()
}
