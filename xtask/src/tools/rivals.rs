//! PhotoSwipe and Embla, against which galleries and rail are measured. They are served to a page of
//! the bench, and are in nothing else.

use std::path::PathBuf;

use super::npm::NpmTool;
use super::table::{EMBLA, PHOTOSWIPE};
use crate::fail::Fail;

/// The folders with the files that a page loads.
pub struct Rivals {
    /// PhotoSwipe's.
    pub photoswipe: PathBuf,
    /// Embla's.
    pub embla: PathBuf,
}

/// Brings what is missing.
pub fn rivals() -> Result<Rivals, Fail> {
    let folder = |package, version, program| {
        let tool =
            NpmTool { package, version, program, purpose: "galleries are measured against it" };
        tool.ensure().map(|file| file.parent().map(PathBuf::from).unwrap_or_default())
    };
    Ok(Rivals {
        photoswipe: folder("photoswipe", PHOTOSWIPE, "dist/photoswipe.esm.min.js")?,
        embla: folder("embla-carousel", EMBLA, "embla-carousel.umd.js")?,
    })
}
