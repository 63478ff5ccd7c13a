use std::fs;
use std::path::Path;

use super::Size;
use super::limits::{redirects, rules};
use crate::publish::PublishError;
use crate::publish::local::names;
use crate::signposts::redirects as signpost;

impl Size {
    /// Of what is published of the site in this folder.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub fn of(site: &Path) -> Result<Self, PublishError> {
        let mut size = Self::default();
        for name in names(site)? {
            // One that went while it was counted is not there.
            if let Ok(about) = fs::metadata(site.join(name)) {
                size.files += 1;
                size.whole += about.len();
                size.largest = size.largest.max(about.len());
            }
        }
        let text = |name: &str| fs::read_to_string(site.join(name)).unwrap_or_default();
        let (redirects, rules) = (redirects(&text(signpost::NAME)), rules(&text("_headers")));
        Ok(Self { redirects, rules, ..size })
    }
}
