//! Folders that a site may take the place of, and one that says why there is no site.

use std::fs;
use std::path::Path;

use trangnhat::head::escape;

use super::SiteError;
use super::app::START;

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
    fs::create_dir_all(out).map_err(|error| SiteError::File(out.to_owned(), error))?;
    for name in ["index.html", "404.html"] {
        let path = out.join(name);
        fs::write(&path, &page).map_err(|error| SiteError::File(path, error))?;
    }
    Ok(())
}

/// Whether there is nothing, an empty folder, or a site that press made.
pub(crate) fn replaceable(out: &Path) -> bool {
    if !out.exists() {
        return true;
    }
    let Ok(mut entries) = fs::read_dir(out) else { return false };
    entries.next().is_none()
        || (out.join(START).is_file() && out.join("content/site.json").is_file())
}
