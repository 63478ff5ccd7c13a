//! `_headers`, as Cloudflare and Netlify read it.

use story::url::Base;

use super::app::START;
use crate::folder::MEDIA;

/// The text of the file.
///
/// Hosts join what several rules say of one header, so that no two rules here name the same
/// header for the same file: lasting files are named one by one, and not by their folder.
pub(super) fn headers(base: &Base, lasting: &[String]) -> String {
    let mut text = format!(
        "{}*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  \
         Content-Security-Policy: frame-ancestors 'self'\n",
        base.as_str()
    );
    let mut rule = |file: &str, cache: &str| {
        text.push_str(&format!("{}\n  Cache-Control: {cache}\n", base.asset(file)));
    };
    for file in lasting {
        rule(file, "public, max-age=31536000, immutable");
    }
    rule(START, "public, max-age=60, must-revalidate");
    rule("content/*", "public, max-age=60, stale-while-revalidate=600");
    for folder in MEDIA {
        rule(&format!("{folder}/*"), "public, max-age=86400, stale-while-revalidate=604800");
    }
    text
}
