//! What tells one state of a file from another.

use std::path::Path;

use host::content_type;
use sha2::{Digest, Sha256};

use crate::hosting::Keep;

/// A mark that is being made, while the file passes.
pub(super) struct Marking(Sha256);

impl Marking {
    /// Of a file by this name, whose headers come out of it.
    pub fn new(name: &str) -> Self {
        let mut sha = Sha256::new();
        for header in [content_type(Path::new(name)), Keep::of(name).cache_control()] {
            sha.update(header.as_bytes());
            sha.update(b"\n");
        }
        Self(sha)
    }

    /// More of its bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Of a file that has passed: see [`super::local::File::mark`].
    pub fn mark(self) -> String {
        self.0.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The mark of a file that is in memory.
pub(super) fn mark(name: &str, bytes: &[u8]) -> String {
    let mut marking = Marking::new(name);
    marking.add(bytes);
    marking.mark()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Another one, and every store would get everything anew.
    #[test]
    fn a_mark_is_what_it_was_in_earlier_presses() {
        let parts: [&[u8]; 5] = [
            b"text/html; charset=utf-8",
            b"\n",
            b"public, max-age=60, must-revalidate",
            b"\n",
            b"<p>",
        ];
        assert_eq!(mark("a/index.html", b"<p>"), crate::site::hash(&parts));
    }
}
