//! The pictures that stand for articles where they are shared: cut to the shape that previews show,
//! around the point that must stay in view.
//!
//! They lie in `content/share/`: `content/` is the press's own, where a newsroom can put nothing,
//! so that no picture of a newsroom's can have the same name (in `img/` it could), and no section
//! has to give up its address for it.

mod cut;
mod scratch;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use darkroom::Damaged;
use story::check::Problem;
use story::model::Image;
use trangnhat::head::Share;

use crate::made::Made;
use crate::pictures::thousandths;
use crate::site::SiteError;
use cut::{Cut, Trouble};
use scratch::Scratch;

/// The folder of these pictures in a site.
pub const FOLDER: &str = "content/share";

/// Endings of pictures that are cut. Others are shared as they are.
const KINDS: [&str; 5] = ["jpg", "jpeg", "png", "webp", "gif"];

/// Cuts pictures for shares, each once. Threads share it; the files are there as long as this is.
#[derive(Debug)]
pub struct Shares {
    root: PathBuf,
    out: PathBuf,
    scratch: Scratch,
    cut: Mutex<HashMap<Wanted, Result<Option<Share>, Problem>>>,
    made: Made,
}

/// A picture and the point that stays in view, from its left and top edge in thousandths: two
/// articles may show one picture, and one picture in two ways.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Wanted {
    src: String,
    focal: (u32, u32),
}

impl Wanted {
    /// None for a picture that lies elsewhere or is of a kind that is not cut.
    fn of(image: &Image) -> Option<Self> {
        let ending = Path::new(&image.src).extension()?.to_str()?.to_ascii_lowercase();
        if image.src.starts_with("https:") || !KINDS.contains(&ending.as_str()) {
            return None;
        }
        Some(Self { src: image.src.clone(), focal: thousandths(image.focal) })
    }
}

impl Shares {
    /// For the newsroom's folder `root`; `out` is the site's, where what an earlier build has cut
    /// is found again.
    #[must_use]
    pub fn new(root: &Path, out: &Path) -> Self {
        let (cut, made) = (Mutex::default(), Made::default());
        let scratch = Scratch::beside(out);
        Self { root: root.to_owned(), out: out.to_owned(), scratch, cut, made }
    }

    /// What is shown instead of this picture where its article is shared. None where the picture is
    /// shared as it is: it lies elsewhere, is too small, or of another kind.
    ///
    /// # Errors
    /// Where it cannot be read: a warning, and it is shared as it is.
    pub fn of(&self, image: &Image) -> Result<Option<Share>, Problem> {
        let Some(wanted) = Wanted::of(image) else { return Ok(None) };
        let known = || self.cut.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(share) = known().get(&wanted) {
            return share.clone();
        }
        let picture = self.root.join(&wanted.src);
        let share = match cut::cut(&picture, wanted.focal, &self.out, &self.scratch) {
            Ok(Some(Cut { share, file })) => {
                self.made.note(&share.src, file);
                Ok(Some(share))
            }
            Ok(None) => Ok(None),
            Err(Trouble::Picture(why)) => Err(unreadable(&wanted.src, &why)),
            Err(Trouble::Disk(path, error)) => {
                self.made.fail(path, error);
                Ok(None)
            }
        };
        known().entry(wanted).or_insert(share).clone()
    }

    /// Where the file of this name lies just now.
    #[must_use]
    pub fn file(&self, name: &str) -> PathBuf {
        self.made.file(name).unwrap_or_else(|| self.out.join(name))
    }

    /// What kept one from being written, if anything did.
    ///
    /// # Errors
    /// That.
    pub fn finish(&self) -> Result<(), SiteError> {
        self.made.finish()
    }
}

fn unreadable(src: &str, why: &Damaged) -> Problem {
    let expected = "a picture that can be read, to cut it for shares";
    Problem::warning(src, "$", expected, format!("{why}: it is shared as it is"))
}

#[cfg(test)]
mod tests;
