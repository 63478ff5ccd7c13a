//! `_headers`, as Cloudflare and Netlify read it.

use std::collections::BTreeSet;

use story::model::Site;
use story::url::{Base, NO_SECTION};

use super::app::App;
use crate::hosting::Keep;
use crate::hosting::keep::{TABLE, lasting};

/// How many rules there are at most: as many as Cloudflare takes.
const MOST: usize = 100;

/// The text of the file.
///
/// Hosts join what several rules say of one header, so that no two rules here name the same header
/// for the same file.
///
/// Pages bring early hints of what every page needs (`Link`, RFC 8297): hosts that send them let
/// the browser ask for the serif while the page itself is still on its way. Sections beyond what a
/// host takes go without.
#[must_use]
pub fn headers(site: &Site, base: &Base, app: &App) -> String {
    let mut text = format!(
        "{}*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  \
         Content-Security-Policy: frame-ancestors 'self'\n",
        base.as_str()
    );
    let patterns: BTreeSet<String> = app.lasting().filter_map(|(file, _)| lasting(file)).collect();
    let fonts = app.fonts().map(|font| {
        format!("<{}>; rel=preload; as=font; type=font/woff2; crossorigin", base.asset(font))
    });
    // Not an article's first screen's: of a section's folder the lists would be told, too, and a
    // browser complains of what it was told to fetch and does not need.
    let style = format!("<{}>; rel=preload; as=style", base.asset(&app.style));
    let hints = fonts.chain([style]).collect::<Vec<_>>().join(", ");
    let folders = site.sections.iter().map(|section| section.slug.as_str());
    let folders =
        ["tag", NO_SECTION].into_iter().chain(folders).map(|folder| format!("{folder}/*"));
    let others = 1 + patterns.len() + TABLE.len();
    let hinted = std::iter::once(String::new()).chain(folders);
    for pages in hinted.take(MOST.saturating_sub(others)) {
        text.push_str(&format!("{}\n  Link: {hints}\n", base.asset(&pages)));
    }
    let patterns = patterns.iter().map(|pattern| (pattern.as_str(), Keep::Lasting));
    for (pattern, keep) in patterns.chain(TABLE) {
        text.push_str(&format!(
            "{}\n  Cache-Control: {}\n",
            base.asset(pattern),
            keep.cache_control()
        ));
    }
    text
}
