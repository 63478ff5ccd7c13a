//! What is spoken without moving the focus.

use crate::browser;

/// Speaks a line when the screen reader next pauses.
pub(crate) fn speak(line: &str) {
    if let Some(region) = browser::find("#live") {
        region.set_text_content(Some(line));
    }
}
