//! `_headers`, as Cloudflare and Netlify read it.

use story::model::Site;
use story::url::{Base, NO_SECTION};

use super::app::{App, START};
use crate::folder::MEDIA;

/// The text of the file.
///
/// Hosts join what several rules say of one header, so that no two rules here name the same
/// header for the same file: lasting files are named one by one, and not by their folder.
///
/// Pages bring early hints of what every page needs (`Link`, RFC 8297): hosts that send them let
/// the browser ask for the serif while the page itself is still on its way.
#[must_use]
pub fn headers(site: &Site, base: &Base, app: &App) -> String {
    let mut text = format!(
        "{}*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  \
         Content-Security-Policy: frame-ancestors 'self'\n",
        base.as_str()
    );
    let fonts = app.fonts().map(|font| {
        format!("<{}>; rel=preload; as=font; type=font/woff2; crossorigin", base.asset(font))
    });
    // Not an article's first screen's: of a section's folder the lists would be told, too, and a
    // browser complains of what it was told to fetch and does not need.
    let style = format!("<{}>; rel=preload; as=style", base.asset(&app.style));
    let hints = fonts.chain([style]).collect::<Vec<_>>().join(", ");
    let folders = site.sections.iter().map(|section| section.slug.as_str());
    let folders = folders.chain(["tag", NO_SECTION]).map(|folder| format!("{folder}/*"));
    for pages in std::iter::once(String::new()).chain(folders) {
        text.push_str(&format!("{}\n  Link: {hints}\n", base.asset(&pages)));
    }
    let mut rule = |file: &str, cache: &str| {
        text.push_str(&format!("{}\n  Cache-Control: {cache}\n", base.asset(file)));
    };
    for (file, _) in app.lasting() {
        rule(file, "public, max-age=31536000, immutable");
    }
    rule(START, "public, max-age=60, must-revalidate");
    rule("content/*", "public, max-age=60, stale-while-revalidate=600");
    for folder in MEDIA {
        rule(&format!("{folder}/*"), "public, max-age=86400, stale-while-revalidate=604800");
    }
    text
}
