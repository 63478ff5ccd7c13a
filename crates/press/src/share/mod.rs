//! The pictures that stand for articles where they are shared: cut to the shape that previews show,
//! around the point that must stay in view.
//!
//! They lie in `content/share/`: `content/` is the press's own, where a newsroom can put nothing,
//! so that no picture of a newsroom's can have the same name (in `img/` it could), and no section
//! has to give up its address for it.

mod cut;
mod scratch;

use std::collections::HashMap;
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use darkroom::Damaged;
use story::check::Problem;
use story::model::{Focal, Image};
use story::pictures::cover_of;
use trangnhat::head::Share;

use crate::edition::Edition;
use crate::site::SiteError;
use cut::{Cut, Trouble};
use scratch::Scratch;

/// The folder of these pictures in a site.
pub const FOLDER: &str = "content/share";

/// Endings of pictures that are cut. Others are shared as they are.
const KINDS: [&str; 5] = ["jpg", "jpeg", "png", "webp", "gif"];

/// The pictures cut for the shares of one edition. The files are there as long as this is.
#[derive(Debug)]
pub struct Shares {
    cut: HashMap<Wanted, Cut>,
    /// Pictures that cannot be read: each is shared as it is.
    pub problems: Vec<Problem>,
    _scratch: Scratch,
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
        let Focal(x, y) = image.focal.unwrap_or(Focal(0.5, 0.5));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
        let thousandths = |part: f64| (part.clamp(0.0, 1.0) * 1000.0).round() as u32;
        Some(Self { src: image.src.clone(), focal: (thousandths(x), thousandths(y)) })
    }
}

impl Shares {
    /// What is shown instead of this picture where its article is shared. None where the picture is
    /// shared as it is: it lies elsewhere, is too small, of another kind, or cannot be read.
    #[must_use]
    pub fn of(&self, image: &Image) -> Option<&Share> {
        self.cut.get(&Wanted::of(image)?).map(|cut| &cut.share)
    }

    /// The files: their names from the site's root on, and where they are now.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Path)> {
        self.cut.values().map(|cut| (cut.share.src.as_str(), cut.file.as_path()))
    }
}

/// Cuts the picture of every article, on all cores. `root` is the newsroom's folder; `out` the
/// site's, where what an earlier build has cut is found again.
///
/// # Errors
/// Where the pictures cannot be written. One that cannot be read is no error.
pub fn cut(edition: &Edition, root: &Path, out: &Path) -> Result<Shares, SiteError> {
    let mut wanted: Vec<Wanted> =
        edition.articles.iter().filter_map(cover_of).filter_map(Wanted::of).collect();
    wanted.sort();
    wanted.dedup();
    let scratch = Scratch::beside(out);
    let next = AtomicUsize::new(0);
    // Each takes the next picture until there is none: one that is large holds up no other.
    let work = || {
        let mut done = Vec::new();
        while let Some(wanted) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push((wanted, cut::cut(&root.join(&wanted.src), wanted.focal, out, &scratch)));
        }
        done
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(wanted.len());
    let done: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().filter_map(|worker| worker.join().ok()).flatten().collect()
    });
    let (mut cut, mut problems) = (HashMap::new(), Vec::new());
    for (wanted, outcome) in done {
        match outcome {
            Ok(Some(made)) => drop(cut.insert(wanted.clone(), made)),
            Ok(None) => {}
            Err(Trouble::Picture(why)) => problems.push(unreadable(&wanted.src, &why)),
            Err(Trouble::Disk(path, error)) => return Err(SiteError::File(path, error)),
        }
    }
    problems.sort();
    problems.dedup();
    Ok(Shares { cut, problems, _scratch: scratch })
}

fn unreadable(src: &str, why: &Damaged) -> Problem {
    let expected = "a picture that can be read, to cut it for shares";
    Problem::warning(src, "$", expected, format!("{why}: it is shared as it is"))
}

#[cfg(test)]
mod tests;
