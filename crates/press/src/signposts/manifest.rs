//! The web app manifest: what the paper is called and looks like where a reader keeps it beside their
//! apps.

use serde::Serialize;
use trangnhat::Paper;

/// The file's name.
pub const NAME: &str = "manifest.webmanifest";

/// The paper's ground and its accent, as the style has them (`tokens.css`).
const GROUND: &str = "#fffefb";
const ACCENT: &str = "#9c1c1f";

/// The icons: names of files at the site's root, sizes, content types, and what each is for.
///
/// Not the drawing that pages name as their icon: browsers that read a manifest fetch the icon they
/// like best, and would ask for that one a second time.
const ICONS: [(&str, &str, &str, &str); 3] = [
    ("icon-192.png", "192x192", "image/png", "any"),
    ("icon-512.png", "512x512", "image/png", "any"),
    ("icon-maskable.png", "512x512", "image/png", "maskable"),
];

#[derive(Serialize)]
struct Whole<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    lang: &'static str,
    id: &'a str,
    start_url: &'a str,
    scope: &'a str,
    /// With Back and Reload, which a paper needs.
    display: &'static str,
    background_color: &'static str,
    theme_color: &'static str,
    icons: Vec<Icon>,
}

#[derive(Serialize)]
struct Icon {
    /// From the manifest on.
    src: &'static str,
    sizes: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
}

/// The file, with those of our icons that are there.
#[must_use]
pub fn manifest(paper: &Paper, is_there: impl Fn(&str) -> bool) -> Vec<u8> {
    let base = paper.base.as_str();
    let icons = ICONS.into_iter().filter(|(src, ..)| is_there(src));
    let whole = Whole {
        name: &paper.site.name,
        description: paper.site.tagline.as_deref(),
        lang: paper.site.language.tag(),
        id: base,
        start_url: base,
        scope: base,
        display: "minimal-ui",
        background_color: GROUND,
        theme_color: ACCENT,
        icons: icons
            .map(|(src, sizes, kind, purpose)| Icon { src, sizes, kind, purpose })
            .collect(),
    };
    // It is made of text: it cannot fail.
    serde_json::to_vec(&whole).unwrap_or_default()
}
