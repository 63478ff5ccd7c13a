//! Marks: what tells two pieces of content apart without holding either.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The first 16 bytes of what SHA-256 makes of something: equal marks are equal content.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub struct Mark([u8; 16]);

impl Mark {
    /// Of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut marker = Marker::new("");
        marker.bytes(bytes);
        marker.mark()
    }
}

/// Takes the mark of several things, one after the other.
pub struct Marker(Sha256);

impl Marker {
    /// Nothing yet but what kind of content it is: two kinds never have one mark.
    #[must_use]
    pub fn new(kind: &str) -> Self {
        let mut marker = Self(Sha256::new());
        marker.bytes(kind.as_bytes());
        marker
    }

    /// Adds these bytes. Their number is part of the mark: `ab`, `c` and `a`, `bc` differ.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    /// Adds the mark of something else.
    pub fn mark_of(&mut self, mark: Mark) -> &mut Self {
        self.0.update(mark.0);
        self
    }

    /// The mark of all that was added.
    #[must_use]
    pub fn mark(self) -> Mark {
        let mut mark = [0; 16];
        mark.iter_mut().zip(self.0.finalize()).for_each(|(to, byte)| *to = byte);
        Mark(mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_one_thing_ends_is_part_of_the_mark() {
        let mark = |parts: &[&str]| {
            let mut marker = Marker::new("x");
            for part in parts {
                marker.text(part);
            }
            marker.mark()
        };
        assert_ne!(mark(&["ab", "c"]), mark(&["a", "bc"]));
        assert_ne!(mark(&["a", ""]), mark(&["a"]));
        assert_eq!(mark(&["a", "b"]), mark(&["a", "b"]));
        assert_ne!(Mark::of(b"a"), Mark::of(b"b"));
    }
}
