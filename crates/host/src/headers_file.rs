//! The `_headers` file, as Netlify and Cloudflare Pages read it.
//!
//! A line without indent names the paths that the indented lines below it are for:
//!
//! ```text
//! /app/*
//!   Cache-Control: public, max-age=31536000, immutable
//! ```
//!
//! `*` stands for anything, slashes too; `:name` for one segment. Every rule that fits counts, in
//! order; a header that is named again takes the place of the earlier one, and `! Name` takes a
//! header away. Lines that start with `#` are remarks. What cannot be read is passed over, as the
//! hosts do.

use http::{HeaderMap, HeaderName, HeaderValue};

/// A `_headers` file, read.
#[derive(Debug, Default)]
pub struct Rules(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    pattern: String,
    changes: Vec<Change>,
}

#[derive(Debug)]
enum Change {
    Set(HeaderName, HeaderValue),
    Remove(HeaderName),
}

impl Rules {
    /// Reads the file's text.
    pub fn parse(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines() {
            let trimmed = line.trim();
            if trimmed.is_empty() || trimmed.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                rules.push(Rule { pattern: trimmed.to_owned(), changes: Vec::new() });
            } else if let (Some(rule), Some(change)) = (rules.last_mut(), change(trimmed)) {
                rule.changes.push(change);
            }
        }
        Self(rules)
    }

    /// Puts what the file says of `path` into an answer's headers.
    pub fn apply(&self, path: &str, headers: &mut HeaderMap) {
        for change in self.0.iter().filter(|r| fits(&r.pattern, path)).flat_map(|r| &r.changes) {
            match change {
                Change::Set(name, value) => {
                    headers.insert(name.clone(), value.clone());
                }
                Change::Remove(name) => {
                    headers.remove(name);
                }
            }
        }
    }
}

fn change(line: &str) -> Option<Change> {
    if let Some(name) = line.strip_prefix('!') {
        return name.trim().parse().ok().map(Change::Remove);
    }
    let (name, value) = line.split_once(':')?;
    Some(Change::Set(name.trim().parse().ok()?, value.trim().parse().ok()?))
}

/// Whether a pattern covers a path.
fn fits(pattern: &str, path: &str) -> bool {
    let Some(next) = pattern.chars().next() else { return path.is_empty() };
    let rest = &pattern[next.len_utf8()..];
    match next {
        '*' => {
            let mut tails = path.char_indices().map(|(at, _)| &path[at..]).chain([""]);
            tails.any(|tail| fits(rest, tail))
        }
        ':' if rest.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            let end = |text: &str| text.find('/').unwrap_or(text.len());
            let segment = end(path);
            segment > 0 && fits(&rest[end(rest)..], &path[segment..])
        }
        _ => path.strip_prefix(next).is_some_and(|path| fits(rest, path)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_cover_paths() {
        let cases = [
            ("/", "/", true),
            ("/", "/a/", false),
            ("/*", "/", true),
            ("/*", "/a/b.json", true),
            ("/app/*", "/app/a-1.js", true),
            ("/app/*", "/apply/", false),
            ("/*.json", "/content/a/b.json", true),
            ("/*.json", "/content/a/b.jpg", false),
            ("/:section/feed.xml", "/am-thuc/feed.xml", true),
            ("/:section/feed.xml", "/a/b/feed.xml", false),
            ("/app/start.js", "/app/start.js", true),
            ("/đặc-sản/*", "/đặc-sản/x", true),
        ];
        for (pattern, path, expected) in cases {
            assert_eq!(fits(pattern, path), expected, "{pattern} on {path}");
        }
    }

    #[test]
    fn later_rules_win_and_a_bang_takes_away() {
        let rules = Rules::parse(
            "# site\n  Lost: before any path\n/*\n  X-Content-Type-Options: nosniff\n  \
             Cache-Control: max-age=60\n  X-Frame-Options: DENY\n\n/app/*\n\tCache-Control: public, \
             max-age=31536000, immutable\n  ! X-Frame-Options\n  no colon here\n  bad name: x\n",
        );
        let of = |path: &str| {
            let mut headers = HeaderMap::new();
            rules.apply(path, &mut headers);
            let mut lines: Vec<_> = headers
                .iter()
                .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or_default()))
                .collect();
            lines.sort();
            lines
        };
        assert_eq!(
            of("/tin/a-1/"),
            [
                "cache-control: max-age=60",
                "x-content-type-options: nosniff",
                "x-frame-options: DENY"
            ]
        );
        assert_eq!(
            of("/app/a.js"),
            [
                "cache-control: public, max-age=31536000, immutable",
                "x-content-type-options: nosniff"
            ]
        );
    }

    #[test]
    fn a_file_without_rules_changes_nothing() {
        let mut headers = HeaderMap::new();
        Rules::parse("\n# only a remark\n").apply("/", &mut headers);
        assert!(headers.is_empty());
    }
}
