//! The demo paper's pages that are measured.

use std::{fs, path::Path};

use e2e::Outcome;
use serde_json::Value;

/// An article with a picture over its text, which is the largest thing of a phone's first screen:
/// its id.
pub const ARTICLE: &str = "1060";

/// The path of an article on its site, without the first slash.
pub fn path_of(site: &Path, id: &str) -> Outcome<String> {
    let file = site.join(format!("content/articles/{id}.json"));
    let article: Value = serde_json::from_slice(&fs::read(&file)?)?;
    let path = article["path"].as_str().ok_or(format!("{} has no path", file.display()))?;
    Ok(path.trim_start_matches('/').to_owned())
}
