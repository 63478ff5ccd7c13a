use std::fs;
use std::path::Path;

use super::Size;
use super::limits::{redirects, rules};
use crate::signposts::redirects as signpost;

impl Size {
    /// Of the site in this folder. Hidden files are not published.
    #[must_use]
    pub fn of(site: &Path) -> Self {
        let mut size = Self::default();
        let mut open = vec![site.to_owned()];
        while let Some(folder) = open.pop() {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            for entry in entries.filter(|e| !e.file_name().to_string_lossy().starts_with('.')) {
                match entry.metadata() {
                    Ok(about) if about.is_dir() => open.push(entry.path()),
                    Ok(about) => {
                        size.files += 1;
                        size.whole += about.len();
                        size.largest = size.largest.max(about.len());
                    }
                    // It went while it was counted.
                    Err(_) => {}
                }
            }
        }
        let text = |name: &str| fs::read_to_string(site.join(name)).unwrap_or_default();
        Self {
            redirects: redirects(&text(signpost::NAME)),
            rules: rules(&text("_headers")),
            ..size
        }
    }
}
