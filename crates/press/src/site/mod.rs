//! The site's folder: what is in it, and how it comes to lie where it is served from.

mod app;
mod feeds;
mod headers;
mod page;
mod pages;
mod policy;
mod style;
mod write;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use serde::Serialize;
use story::model::HomePlan;
use story::url::{Base, files};
use trangnhat::Paper;

use crate::edition::Edition;
use crate::folder::{MEDIA, files as folder_files};
use crate::share::Shares;
use crate::{home, lists};
use page::Printer;

pub(crate) use app::hash;
pub use app::{App, Sources};
pub use write::{message, publish};

/// Why a site could not be written.
#[derive(Debug)]
pub enum SiteError {
    /// A file or folder: which, and what the system said.
    File(PathBuf, std::io::Error),
    /// A folder that should hold the reader's app does not.
    NoApp(PathBuf, &'static str),
    /// The style cannot be read.
    Style(String),
    /// The folder to write to holds something that is no site of ours.
    Foreign(PathBuf),
}

impl std::error::Error for SiteError {}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::NoApp(path, what) => write!(
                f,
                "{}: no {what} here; `cargo xtask build` makes the reader's app, \
                 and --app names the folder it is in",
                path.display()
            ),
            Self::Style(what) => write!(f, "style: {what}"),
            Self::Foreign(path) => write!(
                f,
                "{}: the folder holds files that are not a site made by press; \
                 name another with --out, or empty it first",
                path.display()
            ),
        }
    }
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A copy of this file.
    Copy(PathBuf),
}

/// The whole site, by the names of its files from its root on, with forward slashes.
pub type Site = BTreeMap<String, Content>;

/// Lays the whole site out: content, media, the app's files and a page at every known address.
///
/// # Errors
/// Where a folder cannot be read.
pub fn lay_out(
    edition: &Edition,
    plan: Option<&HomePlan>,
    root: &Path,
    app: &App,
    shares: &Shares,
) -> Result<Site, SiteError> {
    let mut site = Site::new();
    let base = Base::of_url(&edition.site.base_url);
    json(&mut site, files::SITE.to_owned(), &edition.site);
    let home = home::home(edition, plan);
    json(&mut site, files::HOME.to_owned(), &home);
    for article in &edition.articles {
        json(&mut site, files::article(&article.id), article);
    }
    let gathered = lists::gather(edition);
    let mut all = Vec::new();
    for list in &gathered {
        for file in lists::files(list) {
            json(&mut site, files::list(list.kind, &list.slug, &file.key), &file);
            all.push((list.kind, file));
        }
    }
    for folder in MEDIA {
        for name in folder_files(root, folder) {
            let path = root.join(&name);
            site.insert(name, Content::Copy(path));
        }
    }
    for (name, file) in shares.files() {
        site.insert(name.to_owned(), Content::Copy(file.to_owned()));
    }
    let neighbours = lists::Neighbours::new(&gathered);
    let paper = Paper { site: edition.site.clone(), base: base.clone(), now: None };
    let source = pages::Source { edition, home: &home, lists: &all, neighbours: &neighbours };
    pages::write(&mut site, &source, &Printer::new(&paper, app, shares));
    feeds::write(&mut site, edition, &gathered, &paper, root);
    let lasting = app.lay(&mut site);
    text(&mut site, "_headers", headers::headers(&edition.site, &base, app, &lasting));
    text(&mut site, "robots.txt", "User-agent: *\nAllow: /\n".to_owned());
    Ok(site)
}

fn text(site: &mut Site, name: &str, text: String) {
    site.insert(name.to_owned(), Content::Bytes(text.into_bytes()));
}

fn json(site: &mut Site, name: String, value: &impl Serialize) {
    // The story's types have text for keys and no failing part, so that this cannot fail.
    if let Ok(bytes) = serde_json::to_vec(value) {
        site.insert(name, Content::Bytes(bytes));
    }
}
