//! Pages that were left, kept alive so that Back shows the very same elements at once.

use web_sys::HtmlElement;

use super::Shown;

/// How many pages are kept. Each holds its elements and decoded pictures.
const MOST: usize = 6;

/// A page that was left.
pub(super) struct Left {
    pub shown: Shown,
    /// Where the reader was, in CSS pixels from the top.
    pub place: f64,
    /// What had the focus: the link that was pressed.
    pub focus: Option<HtmlElement>,
}

/// The pages left last, by the number of their entry.
#[derive(Default)]
pub(super) struct Keep(Vec<(u32, Left)>);

impl Keep {
    pub fn put(&mut self, number: u32, left: Left) {
        self.0.retain(|(other, _)| *other != number);
        self.0.push((number, left));
        if self.0.len() > MOST {
            self.0.remove(0);
        }
    }

    pub fn take(&mut self, number: u32) -> Option<Left> {
        let at = self.0.iter().position(|(other, _)| *other == number)?;
        Some(self.0.remove(at).1)
    }
}
