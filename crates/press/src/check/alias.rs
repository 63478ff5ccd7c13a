//! Whether the page at an alias, which leads on to where the article is now, would lie where the
//! site has something of its own.

use story::model::Site;
use story::url::{NO_SECTION, Route, SitePath};

use crate::folder::MEDIA;

/// The site's own folders beside those of media.
const FOLDERS: [&str; 2] = ["app", "content"];

/// The site's own files at its root; the numbered ones are told by how they begin and end.
const FILES: [&str; 9] = [
    "404.html",
    "_headers",
    "_redirects",
    "favicon.svg",
    "feed.json",
    "feed.xml",
    "index.html",
    "manifest.webmanifest",
    "robots.txt",
];

/// The same as [`FILES`], where there are many of a kind.
const KINDS: [(&str, &str); 2] = [("sitemap", ".xml"), ("icon-", ".png")];

/// What lies beside the page of every list.
const BESIDE_LISTS: [&str; 3] = ["feed.json", "feed.xml", "index.html"];

/// What is always a file where it stands in a site: no folder can have its name.
const PAGE: &str = "index.html";

/// The longest name of a file or folder that file systems take, in bytes.
const LONGEST: usize = 255;

/// The longest address, in bytes: with the folder before it and the page's name behind it, systems
/// take some 4,000.
const LONGEST_WHOLE: usize = 2_000;

/// What of the site's own is at this address, if there is anything.
#[must_use]
pub fn taken(alias: &SitePath, site: &Site) -> Option<String> {
    let inner = alias.as_str().trim_matches('/');
    // What differs by capitals alone is one place on many disks.
    let folded = inner.to_ascii_lowercase();
    let segments: Vec<&str> = folded.split('/').collect();
    if let Some(long) = segments.iter().find(|segment| segment.len() > LONGEST) {
        return Some(format!("a name of {} bytes, where disks take {LONGEST}", long.len()));
    }
    if inner.len() > LONGEST_WHOLE {
        return Some(format!("{} bytes, where hosts take {LONGEST_WHOLE}", inner.len()));
    }
    if let Some(first) = segments.first()
        && FOLDERS.iter().chain(&MEDIA).any(|folder| folder == first)
    {
        return Some(format!("the site's own folder {first}/"));
    }
    let is_list = |slug: &str| {
        slug == NO_SECTION || site.sections.iter().any(|section| section.slug.as_str() == slug)
    };
    match segments.as_slice() {
        [""] => return Some("the front page".to_owned()),
        [file, ..] if is_own_file(file) => return Some(format!("the site's own file {file}")),
        [slug, file, ..] if is_list(slug) && BESIDE_LISTS.contains(file) => {
            return Some(format!("the site's own file {slug}/{file}"));
        }
        ["tag", slug, file, ..] if BESIDE_LISTS.contains(file) => {
            return Some(format!("the site's own file tag/{slug}/{file}"));
        }
        // The page at `/x/` is the file `x/index.html`, and answers at that name too.
        [within @ .., PAGE] => {
            return Some(format!(
                "the file of a page: the alias /{}/ answers here",
                within.join("/")
            ));
        }
        within if within.contains(&PAGE) => return Some(format!("the file {PAGE} of a page")),
        _ => {}
    }
    match Route::parse(&SitePath::new(format!("/{folded}/")).ok()?)? {
        Route::Home => Some("the front page".to_owned()),
        Route::Section { slug, .. } if is_list(slug.as_str()) => {
            Some(format!("a page of the section {slug}"))
        }
        Route::Tag { slug, .. } => Some(format!("a page of the tag {slug}")),
        Route::Section { .. } | Route::Article { .. } => None,
    }
}

fn is_own_file(name: &str) -> bool {
    let of_kind = |(begin, end): &(&str, &str)| name.starts_with(begin) && name.ends_with(end);
    FILES.contains(&name) || KINDS.iter().any(of_kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_may_lie_anywhere_but_on_what_the_site_has() {
        let site = r#"{"version":1,"name":"B","language":"vi","timezone":"Asia/Ho_Chi_Minh",
            "base_url":"https://b.example","sections":[{"slug":"du-lich","name":"Du lịch"}]}"#;
        let (site, _) = story::check::read_site("site.json", site).expect("a site");
        let long = format!("/{}/", "a".repeat(256));
        let deep = format!("/{}", "abcd/".repeat(500));
        let table = [
            ("/", Some("the front page")),
            ("/app/x/", Some("the site's own folder app/")),
            ("/App/x/", Some("the site's own folder app/")),
            ("/content/articles/7.json", Some("the site's own folder content/")),
            ("/img/a.jpg", Some("the site's own folder img/")),
            ("/index.html", Some("the site's own file index.html")),
            ("/robots.txt/x/", Some("the site's own file robots.txt")),
            ("/sitemap-2024-05.xml", Some("the site's own file sitemap-2024-05.xml")),
            ("/du-lich", Some("a page of the section du-lich")),
            ("/Du-Lich/", Some("a page of the section du-lich")),
            ("/du-lich/2024/05/", Some("a page of the section du-lich")),
            ("/du-lich/feed.xml", Some("the site's own file du-lich/feed.xml")),
            (
                "/du-lich/2024/05/index.html",
                Some("the file of a page: the alias /du-lich/2024/05/ answers here"),
            ),
            (
                "/tin/bai-7-7/index.html",
                Some("the file of a page: the alias /tin/bai-7-7/ answers here"),
            ),
            ("/x/INDEX.html/y/", Some("the file index.html of a page")),
            ("/tag/che/feed.xml", Some("the site's own file tag/che/feed.xml")),
            ("/tin/", Some("a page of the section tin")),
            ("/tag/che/", Some("a page of the tag che")),
            (&*long, Some("a name of 256 bytes, where disks take 255")),
            (&*deep, Some("2499 bytes, where hosts take 2000")),
            ("/cu/", None),
            ("/cu/2024/05/", None),
            ("/du-lich/bai-cu-7/", None),
            ("/tin/bai-cu-7/", None),
            ("/du-lich/2024/bai-cu.html", None),
            ("/?p=7", None),
            ("/2019/bài cũ.html", None),
            ("/feeds/a/", None),
        ];
        for (alias, found) in table {
            // A query is no path: such an alias is refused before.
            let Ok(path) = SitePath::new(alias) else {
                assert_eq!(found, None, "{alias}");
                continue;
            };
            assert_eq!(taken(&path, &site).as_deref(), found, "{alias}");
        }
    }
}
