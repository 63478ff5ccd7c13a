use crate::url::SitePath;

/// Where a link of the newsroom's leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Href {
    /// Another site, a mail or a telephone number: the address as written.
    Elsewhere(String),
    /// A page of this site, and what follows its path (`?q=…`, `#photo-3`).
    Here(SitePath, String),
}

/// Reads the address of a link. None for what must not become one: it is shown as plain text, and
/// the press warns.
///
/// Allowed are `https:`, `http:`, `mailto:`, `tel:` and paths on this site. Everything else is
/// refused, and so is whatever a browser would read in another way than it looks: control
/// characters and white space (which browsers drop from within a scheme), backslashes, and
/// addresses that begin with two slashes.
#[must_use]
pub fn href(text: &str) -> Option<Href> {
    if text.is_empty() || text.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
        return None;
    }
    let split = text.find([':', '/', '?', '#']);
    if let Some(at) = split.filter(|at| text.get(*at..=*at) == Some(":")) {
        let (scheme, rest) = text.split_at(at);
        let rest = rest.strip_prefix(':')?;
        let good = match scheme.to_ascii_lowercase().as_str() {
            "https" | "http" => rest
                .strip_prefix("//")
                .is_some_and(|host| !host.is_empty() && !host.starts_with('/')),
            "mailto" | "tel" => !rest.is_empty() && !rest.starts_with('/'),
            _ => false,
        };
        return good.then(|| Href::Elsewhere(text.to_owned()));
    }
    if text.starts_with(['?', '#']) {
        return None;
    }
    let cut = text.find(['?', '#']).unwrap_or(text.len());
    let (path, after) = text.split_at(cut);
    let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
    SitePath::new(path).ok().map(|path| Href::Here(path, after.to_owned()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_is_safe_becomes_a_link() {
        let elsewhere = [
            "https://x.example/a?b#c",
            "http://x.example",
            "HTTPS://x.example",
            "mailto:a@x.example",
            "tel:+84123",
        ];
        for text in elsewhere {
            assert_eq!(href(text), Some(Href::Elsewhere(text.to_owned())), "{text}");
        }
        let here = [
            ("/du-lich/", "/du-lich/", ""),
            ("du-lich/a-1/#photo-3", "/du-lich/a-1/", "#photo-3"),
            ("/search/?q=a:b", "/search/", "?q=a:b"),
        ];
        for (text, path, after) in here {
            let path = SitePath::new(path).expect("a path");
            assert_eq!(href(text), Some(Href::Here(path, after.to_owned())), "{text}");
        }
        for text in [
            "",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            " javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "blob:x",
            "file:///etc",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https:",
            "https://",
            "https:/x",
            "https:///x",
            "mailto:",
            "ftp://x.example",
            "#a",
            "?a",
            "../a",
            "a b",
            "https://x.example/a b",
            "javascript&colon;alert(1):",
        ] {
            assert_eq!(href(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_or_runs(text in "\\PC{0,40}") {
            if let Some(Href::Elsewhere(address)) = href(&text) {
                let lower = address.to_ascii_lowercase();
                prop_assert!(["https:", "http:", "mailto:", "tel:"].iter().any(|s| lower.starts_with(s)));
            }
        }
    }
}
