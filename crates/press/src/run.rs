//! The whole way from a newsroom's folder to a site.

use std::fmt;
use std::path::Path;

use story::check::{Problem, Severity};
use story::time::Time;

use crate::folder::{self, Folder};
use crate::site::{self, App, SiteError};
use crate::{check, edition, share};

/// What is asked of a build beside the content itself.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The clock: what is dated later is held back.
    pub now: Time,
    /// Warnings count as errors.
    pub strict: bool,
    /// Instead of the `base_url` in `site.json`.
    pub base_url: Option<String>,
}

/// What came of it.
#[derive(Debug)]
pub struct Built {
    /// How many articles are published.
    pub articles: usize,
    /// How many files the site has.
    pub files: usize,
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

/// Reads and checks a folder: what is in it, where it can be published, and all that is to be said.
#[must_use]
pub fn examine(content: &Path, wish: &Wish) -> (Option<Folder>, Vec<Problem>) {
    let (folder, mut problems) = folder::read(content);
    if let Some(folder) = &folder {
        problems.extend(check::check(folder, &wish.now));
    }
    check::place(content, &mut problems);
    let stops = |problem: &Problem| wish.strict || problem.severity == Severity::Error;
    let good = !problems.iter().any(stops);
    (folder.filter(|_| good), problems)
}

/// Builds the site of a folder into another.
///
/// # Errors
/// What is wrong in the content, or why it cannot be written. The site that was there stays.
pub fn build(content: &Path, out: &Path, app: &App, wish: &Wish) -> Result<Built, RunError> {
    let (folder, mut warnings) = examine(content, wish);
    let Some(mut folder) = folder else { return Err(RunError::Content(warnings)) };
    if let Some(base_url) = &wish.base_url {
        folder.site.base_url.clone_from(base_url);
    }
    let edition = edition::settle(&folder, &wish.now);
    let shares = share::cut(&edition, content, out).map_err(RunError::Site)?;
    warnings.extend(shares.problems.iter().cloned());
    if wish.strict && !warnings.is_empty() {
        return Err(RunError::Content(warnings));
    }
    let laid = site::lay_out(&edition, folder.home.as_ref(), content, app, &shares);
    let laid = laid.map_err(RunError::Site)?;
    site::publish(&laid, out).map_err(RunError::Site)?;
    Ok(Built { articles: edition.articles.len(), files: laid.len(), warnings })
}
