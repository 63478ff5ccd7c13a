//! Whose a press on a link is: the app's, or the browser's.

use story::url::{Base, Route, SitePath, photo_of};

/// A press on a link, as the browser tells it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Press {
    /// The primary button, or a key.
    pub primary: bool,
    /// Control, Command, Shift or Alt were held.
    pub modified: bool,
}

/// A link, as the document has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Target<'a> {
    /// The address, resolved: origin.
    pub origin: &'a str,
    /// The address, resolved: path.
    pub path: &'a str,
    /// The address, resolved: query with its question mark.
    pub query: &'a str,
    /// The address, resolved: fragment with its hash.
    pub fragment: &'a str,
    /// It has `target`, `download` or `rel=external`.
    pub marked: bool,
}

/// What a press on a link comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The browser does what it always does.
    Browser,
    /// A picture of the article that is shown.
    Photo(u32),
    /// A page of the site, and the fragment with its hash.
    Page(SitePath, Route, String),
}

/// Decides, given where the reader is now (`origin` and `path` of the page shown).
#[must_use]
pub fn judge(press: Press, target: Target<'_>, base: &Base, origin: &str, path: &str) -> Verdict {
    if !press.primary || press.modified || target.marked || target.origin != origin {
        return Verdict::Browser;
    }
    if target.path == path && target.query.is_empty() && !target.fragment.is_empty() {
        // Any other fragment of this page is the browser's: it scrolls and moves the focus.
        return photo_of(target.fragment).map_or(Verdict::Browser, Verdict::Photo);
    }
    let Some(path) = base.strip(target.path) else { return Verdict::Browser };
    match Route::parse(&path) {
        Some(route) if target.query.is_empty() => {
            Verdict::Page(path, route, target.fragment.to_owned())
        }
        _ => Verdict::Browser,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: &str = "https://bao.example";
    const PRESS: Press = Press { primary: true, modified: false };

    fn verdict(press: Press, target: Target<'_>) -> &'static str {
        let base = Base::of_url("https://bao.example/bao/");
        match judge(press, target, &base, HERE, "/bao/du-lich/mua-may-1001/") {
            Verdict::Browser => "browser",
            Verdict::Photo(_) => "photo",
            Verdict::Page(..) => "page",
        }
    }

    #[test]
    fn a_press_is_the_apps_only_where_it_knows_the_page() {
        let to = |path| Target { origin: HERE, path, ..Target::default() };
        let table = [
            (PRESS, to("/bao/"), "page"),
            (PRESS, to("/bao/du-lich/"), "page"),
            (PRESS, to("/bao/du-lich/2026/08/"), "page"),
            (PRESS, to("/bao/du-lich/mua-may-1002/"), "page"),
            (PRESS, to("/bao/feed.xml"), "browser"),
            (PRESS, to("/bao/img/a.jpg"), "browser"),
            (PRESS, to("/khac/"), "browser"),
            (PRESS, Target { origin: "https://x.example", ..to("/bao/") }, "browser"),
            (PRESS, Target { marked: true, ..to("/bao/") }, "browser"),
            (PRESS, Target { query: "?q=a", ..to("/bao/") }, "browser"),
            (Press { modified: true, ..PRESS }, to("/bao/"), "browser"),
            (Press { primary: false, ..PRESS }, to("/bao/"), "browser"),
            (PRESS, Target { fragment: "#photo-3", ..to("/bao/du-lich/mua-may-1001/") }, "photo"),
            (PRESS, Target { fragment: "#main", ..to("/bao/du-lich/mua-may-1001/") }, "browser"),
            (PRESS, Target { fragment: "#photo-3", ..to("/bao/du-lich/mua-may-1002/") }, "page"),
        ];
        for (press, target, expected) in table {
            assert_eq!(verdict(press, target), expected, "{press:?} {target:?}");
        }
    }
}
