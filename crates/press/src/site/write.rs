//! A site comes to lie in its folder in one step: it is written beside it and exchanged, so that
//! a build that fails leaves the old one as it was.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use trangnhat::head::escape;

use super::app::START;
use super::{Content, Site, SiteError};

/// Writes the site and puts it in the place of the one that was there.
///
/// # Errors
/// Where a file cannot be written, or the folder holds anything but a site made by press. The old
/// site is then as it was.
pub fn publish(site: &Site, out: &Path) -> Result<(), SiteError> {
    let wrong = |path: &Path| {
        let path = path.to_owned();
        move |error| SiteError::File(path, error)
    };
    let out = absolute(out).map_err(wrong(out))?;
    if !replaceable(&out) {
        return Err(SiteError::Foreign(out));
    }
    let (new, old) = (beside(&out, "new"), beside(&out, "old"));
    let written = write(site, &new).and_then(|()| exchange(&out, &new, &old));
    if written.is_err() {
        // What was begun is of no use to anybody; that it cannot be cleared away is not worth
        // hiding the real reason for.
        drop(fs::remove_dir_all(&new));
    }
    written
}

/// Writes a site of one text in place of one that cannot be built: what is wrong, where the newsroom
/// looks.
///
/// # Errors
/// Where it cannot be written.
pub fn message(out: &Path, text: &str) -> Result<(), SiteError> {
    let page = format!(
        "<!doctype html>\n<meta charset=\"utf-8\">\n<title>press</title>\n<body>\n<pre>{}</pre>\n</body>\n",
        escape(text)
    );
    let page = || Content::Bytes(page.clone().into_bytes());
    let names = ["index.html", "404.html"];
    write(&names.into_iter().map(|name| (name.to_owned(), page())).collect(), out)
}

fn write(site: &Site, to: &Path) -> Result<(), SiteError> {
    for (name, content) in site {
        let path = to.join(name);
        let written =
            path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| match content {
                Content::Bytes(bytes) => fs::write(&path, bytes),
                Content::Copy(from) => fs::copy(from, &path).map(drop),
            });
        written.map_err(|error| SiteError::File(path, error))?;
    }
    Ok(())
}

fn exchange(out: &Path, new: &Path, old: &Path) -> Result<(), SiteError> {
    let wrong = |error| SiteError::File(out.to_owned(), error);
    if out.exists() {
        fs::rename(out, old).map_err(wrong)?;
        if let Err(error) = fs::rename(new, out) {
            // Back to where it was, so that a site is there whatever happened.
            fs::rename(old, out).map_err(wrong)?;
            return Err(wrong(error));
        }
        return fs::remove_dir_all(old).map_err(wrong);
    }
    fs::rename(new, out).map_err(wrong)
}

/// Nothing, an empty folder, or a site that press made.
fn replaceable(out: &Path) -> bool {
    if !out.exists() {
        return true;
    }
    let Ok(mut entries) = fs::read_dir(out) else { return false };
    entries.next().is_none()
        || (out.join(START).is_file() && out.join("content/site.json").is_file())
}

fn absolute(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    Ok(path)
}

/// A hidden folder beside this one, on the same disk, so that a rename is one step.
fn beside(out: &Path, what: &str) -> PathBuf {
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    out.with_file_name(format!(".{name}.{what}-{}", std::process::id()))
}
