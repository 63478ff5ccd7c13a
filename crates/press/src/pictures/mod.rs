//! Pictures for readers: of each one a handful of files in the sizes and formats that pages really
//! ask for, made once and kept in a cache.
//!
//! [`Lab`] is the door, and shared by all threads. While an article is settled, for each picture:
//!
//! ```no_run
//! use press::pictures::{Lab, PictureError, Settings};
//! use story::model::Image;
//!
//! fn settle(lab: &Lab, image: &mut Image) -> Result<(), PictureError> {
//!     // None: an address of another host, a file that is not there, a kind that is not developed.
//!     if let Some(print) = lab.develop(&image.src)? {
//!         // `print.files` goes into the site: names from its root, and where the files lie now.
//!         print.dress(image);
//!     }
//!     Ok(())
//! }
//!
//! # fn main() -> Result<(), PictureError> {
//! let lab = Lab::new("my-paper".as_ref(), "my-paper/.cache/pictures".as_ref(), Settings::default());
//! # Ok(()) }
//! ```
//!
//! and for the cover on a card the same with [`Lab::card`], by the address that the newsroom gave;
//! none there means that the card shows what the article does. Names are made from content and
//! settings: what begins with [`BEGIN`] may be kept for ever. An error is that of one picture.
//!
//! Which sizes, formats and qualities, and why: `docs/decisions/pictures.md`.

mod cache;
mod lab;
mod make;
mod recipe;
mod room;
mod sizes;

use std::fmt;
use std::io;
use std::path::PathBuf;

use darkroom::Damaged;
use story::check::Problem;
use story::model::{Image, Variant};

pub use lab::Lab;
pub(crate) use lab::{MOST_BYTES, thousandths};
pub(crate) use room::memory;

/// How the names of developed pictures begin in a site: in the folder of the newsroom's own, and told
/// apart from them, since only these may be kept for ever.
pub const BEGIN: &str = "img/_";

/// How pictures are developed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// For the desk, where somebody waits: WebP only, in two sizes.
    pub fast: bool,
}

/// What has been made of a picture, or of the part of it that cards show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// The file that every program can show, from the site's root.
    pub src: String,
    /// Width of `src` in pixels, as it is shown.
    pub width: u32,
    /// Height of `src` in pixels.
    pub height: u32,
    /// A thumbhash in base64.
    pub placeholder: Option<String>,
    /// The same picture in other sizes and formats, narrowest first.
    pub variants: Vec<Variant>,
    /// Every file: its name from the site's root, and where it lies now.
    pub files: Vec<(String, PathBuf)>,
    /// Whether it moved, was too heavy for that, and is now its first frame.
    pub stilled: bool,
}

impl Print {
    /// Puts it in the place of what the newsroom handed in. A placeholder of the newsroom's stays.
    pub fn dress(&self, image: &mut Image) {
        image.src.clone_from(&self.src);
        (image.width, image.height) = (self.width, self.height);
        image.variants.clone_from(&self.variants);
        if image.placeholder.is_none() {
            image.placeholder.clone_from(&self.placeholder);
        }
    }
}

/// Why one picture could not be developed.
#[derive(Debug)]
pub struct PictureError {
    /// As the article names it.
    pub src: String,
    /// What is wrong.
    pub why: Why,
}

/// What is wrong with a picture.
#[derive(Debug)]
pub enum Why {
    /// It cannot be read, or is too large to be.
    Damaged(Damaged),
    /// It does not lie in the newsroom's folder.
    Outside,
    /// Its file is larger than is read, in bytes.
    Heavy(u64),
    /// The system says no: of which file, and what. This is not the picture's fault.
    Disk(PathBuf, io::Error),
}

impl PictureError {
    /// As the check tells it: the picture is published as it is, which a reader survives.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let found = format!("{}: it is published as it is", self.why);
        Problem::warning(&self.src, "$", "a picture that can be read", found)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(why) => why.fmt(f),
            Self::Outside => f.write_str("a path that leads out of the newsroom's folder"),
            Self::Heavy(bytes) => {
                write!(f, "a file of {} MB: at most {} are read", bytes >> 20, MOST_BYTES >> 20)
            }
            Self::Disk(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.src, self.why)
    }
}

impl std::error::Error for PictureError {}

#[cfg(test)]
mod tests;
