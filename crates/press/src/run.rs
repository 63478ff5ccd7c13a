//! The whole way from a newsroom's folder to a site.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use story::check::{Problem, Severity};
use story::time::Time;

use crate::check;
use crate::ledger::Ledger;
use crate::pictures::Settings;
use crate::report::{Progress, Silent};
use crate::site::{App, SiteError};
use crate::works::stock::{self, Makers, Scanned};

pub use crate::works::build as build_told;

/// What is asked of a build beside the content itself.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The clock: what is dated later is held back.
    pub now: Time,
    /// Warnings count as errors.
    pub strict: bool,
    /// Instead of the `base_url` in `site.json`.
    pub base_url: Option<String>,
    /// Everything is made anew, whatever is there.
    pub full: bool,
    /// Articles may have moved without a word of where they were.
    pub allow_moved: bool,
    /// How pictures are developed; none where they are published as they are.
    pub pictures: Option<Settings>,
    /// Where what was made of pictures is kept; none for a folder of the newsroom's
    /// ([`crate::folder::KEPT`]).
    pub cache: Option<PathBuf>,
}

impl Wish {
    /// The time on this machine's clock.
    #[must_use]
    pub fn clock() -> Time {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        let seconds = since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX));
        Time::from_epoch(seconds, 0)
    }

    /// Nothing beside the clock: pictures stay as they are.
    #[must_use]
    pub fn at(now: Time) -> Self {
        let (base_url, pictures, cache) = (None, None, None);
        let (strict, full, allow_moved) = (false, false, false);
        Self { now, strict, base_url, full, allow_moved, pictures, cache }
    }
}

/// What came of it.
#[derive(Debug)]
pub struct Built {
    /// How many articles are published.
    pub articles: usize,
    /// How many files the site has.
    pub files: usize,
    /// How many of them were written now.
    pub written: usize,
    /// How many went.
    pub removed: usize,
    /// Bytes in those that were written.
    pub bytes: u64,
    /// What the newsroom should look at.
    pub warnings: Vec<Problem>,
}

/// Why there is no site.
#[derive(Debug)]
pub enum RunError {
    /// What is wrong in the content, all of it; warnings among it.
    Content(Vec<Problem>),
    /// The site cannot be written.
    Site(SiteError),
}

impl From<SiteError> for RunError {
    fn from(error: SiteError) -> Self {
        Self::Site(error)
    }
}

impl RunError {
    /// Of problems in a folder's content.
    pub(crate) fn content(content: &Path, problems: Vec<Problem>) -> Self {
        Self::Content(Self::placed(content, problems))
    }

    /// Problems in their order, each with its line.
    pub(crate) fn placed(content: &Path, mut problems: Vec<Problem>) -> Vec<Problem> {
        problems.sort();
        problems.dedup();
        check::place(content, &mut problems);
        problems
    }
}

impl std::error::Error for RunError {}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Site(error) => error.fmt(f),
            Self::Content(problems) => {
                for problem in problems {
                    writeln!(f, "{problem}")?;
                }
                write!(f, "{}", Count(problems))
            }
        }
    }
}

/// How many errors and warnings there are, in words.
#[derive(Clone, Copy, Debug)]
pub struct Count<'a>(pub &'a [Problem]);

impl fmt::Display for Count<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errors = self.0.iter().filter(|p| p.severity == Severity::Error).count();
        let warnings = self.0.len() - errors;
        let many = |n, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
        write!(f, "{}, {}", many(errors, "error"), many(warnings, "warning"))
    }
}

/// Whether a site can be built in spite of these.
pub(crate) fn is_good(problems: &[Problem], wish: &Wish) -> bool {
    !problems.iter().any(|problem| wish.strict || problem.severity == Severity::Error)
}

/// Reads and checks a folder: whether it can be published, and all that is to be said.
#[must_use]
pub fn examine(content: &Path, wish: &Wish, progress: &dyn Progress) -> (bool, Vec<Problem>) {
    let problems = match stock::take(
        content,
        Scanned::of(content),
        (wish, progress),
        Makers::default(),
        &mut Ledger::default(),
        None,
    ) {
        Ok((_, problems)) | Err(RunError::Content(problems)) => problems,
        // Only a site can fail to be written.
        Err(RunError::Site(_)) => Vec::new(),
    };
    let problems = RunError::placed(content, problems);
    (is_good(&problems, wish), problems)
}

/// Builds the site of a folder into another: what an earlier build has made there and has not
/// changed stays as it is.
///
/// # Errors
/// What is wrong in the content, or why it cannot be written. The site that was there stays.
pub fn build(content: &Path, out: &Path, app: &App, wish: &Wish) -> Result<Built, RunError> {
    build_told(content, out, app, wish, &Silent)
}
