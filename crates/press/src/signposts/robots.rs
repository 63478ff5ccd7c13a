//! `robots.txt`.

use trangnhat::Paper;
use trangnhat::head::absolute;

use super::sitemap;

/// The file's name. Robots ask for it at the root of a host only: of a paper under a sub-path nobody
/// reads it.
pub const ROBOTS: &str = "robots.txt";

/// Everybody may read everything, and finds the rest by the sitemap.
#[must_use]
pub fn robots(paper: &Paper) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", absolute(paper, sitemap::INDEX))
}
