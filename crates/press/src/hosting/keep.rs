//! How long a file of a site may be kept by browsers and caches: one table for `_headers`, for what
//! is uploaded, and for the servers in `docs/hosting`.

use crate::site::START;

/// How long a file may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Keep {
    /// For ever: the name changes with the content.
    Lasting,
    /// For a minute, then asked for again before it is used.
    Minute,
    /// For a minute, and for ten more while it is asked for again.
    Fresh,
    /// For a day, and for a week more while it is asked for again: what a newsroom hands in.
    Day,
}

/// Which files of a site are kept how long, by patterns as `_headers` has them: a name from the
/// site's root on, or the beginning of one and `*`. No two of them fit one file, since hosts join
/// what several rules say of one header. Whatever none fits (pages, feeds, signposts, icons) is for a
/// minute.
///
/// The app's lasting files are not in it: their names are the app's own, and each begins in a way
/// that `start.js` does not ([`lasting`]).
pub const TABLE: [(&str, Keep); 10] = [
    (START, Keep::Minute),
    ("content/articles/*", Keep::Fresh),
    ("content/sections/*", Keep::Fresh),
    ("content/tags/*", Keep::Fresh),
    ("content/site.json", Keep::Fresh),
    ("content/home.json", Keep::Fresh),
    ("content/share/*", Keep::Lasting),
    ("img/_*", Keep::Lasting),
    ("audio/*", Keep::Day),
    ("video/*", Keep::Day),
];

/// The folder of the app's files.
const APP: &str = "app/";

impl Keep {
    /// How long a file may be kept, by its name from the site's root on.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let fits = |pattern: &str| match pattern.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == pattern,
        };
        match TABLE.iter().find(|(pattern, _)| fits(pattern)) {
            Some((_, keep)) => *keep,
            None if name.starts_with(APP) => Self::Lasting,
            None => Self::Minute,
        }
    }

    /// The value of `Cache-Control`.
    #[must_use]
    pub fn cache_control(self) -> &'static str {
        match self {
            Self::Lasting => "public, max-age=31536000, immutable",
            Self::Minute => "public, max-age=60, must-revalidate",
            Self::Fresh => "public, max-age=60, stale-while-revalidate=600",
            Self::Day => "public, max-age=86400, stale-while-revalidate=604800",
        }
    }
}

/// The pattern that a lasting file of the app fits in every release: its name as far as the hash.
/// None for a name that has none.
#[must_use]
pub fn lasting(name: &str) -> Option<String> {
    let (beginning, _) = name.rsplit_once('-')?;
    (name.starts_with(APP) && beginning.len() > APP.len()).then(|| format!("{beginning}-*"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_kept_by_their_names() {
        let table = [
            ("index.html", Keep::Minute),
            ("du-lich/bai-7-7/index.html", Keep::Minute),
            ("feed.xml", Keep::Minute),
            ("sitemap-2023-08.xml", Keep::Minute),
            ("app/start.js", Keep::Minute),
            ("app/app-0123456789abcdef.wasm", Keep::Lasting),
            ("app/style-0123456789abcdef.css", Keep::Lasting),
            ("content/articles/7.json", Keep::Fresh),
            ("content/sections/du-lich/latest.json", Keep::Fresh),
            ("content/home.json", Keep::Fresh),
            ("content/share/a-0123456789abcdef.jpg", Keep::Lasting),
            ("img/_a.jpg", Keep::Lasting),
            ("img/a.jpg", Keep::Minute),
            ("audio/a.mp3", Keep::Day),
            ("images/a.jpg", Keep::Minute),
        ];
        for (name, keep) in table {
            assert_eq!(Keep::of(name), keep, "{name}");
        }
    }

    #[test]
    fn no_two_rules_are_for_one_file() {
        for (at, (one, _)) in TABLE.iter().enumerate() {
            for (other, _) in &TABLE[at + 1..] {
                let (one, other) = (one.trim_end_matches('*'), other.trim_end_matches('*'));
                assert!(!one.starts_with(other) && !other.starts_with(one), "{one} and {other}");
            }
        }
    }

    #[test]
    fn a_lasting_name_fits_the_same_pattern_in_every_release() {
        let table = [
            ("app/app-0123456789abcdef.wasm", Some("app/app-*")),
            ("app/trangnhat-serif-0123456789abcdef.woff2", Some("app/trangnhat-serif-*")),
            ("app/start.js", None),
            ("app/-0123456789abcdef.js", None),
            ("img/a-1.jpg", None),
        ];
        for (name, pattern) in table {
            assert_eq!(lasting(name).as_deref(), pattern, "{name}");
        }
    }
}
