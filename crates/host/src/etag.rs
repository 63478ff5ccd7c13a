//! The mark by which a browser asks whether its copy is still good.

use std::hash::{DefaultHasher, Hasher};

/// The mark of a file, made from what is in it: a rebuilt site whose file is the same keeps it.
///
/// What travels compressed has a weak one, as its bytes differ from one answer to the next.
pub fn of(bytes: &[u8], weak: bool) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    let mark = if weak { "W/" } else { "" };
    format!("{mark}\"{:016x}\"", hasher.finish())
}

/// Whether a browser that sent this `If-None-Match` has the file already.
pub fn matches(if_none_match: &str, etag: &str) -> bool {
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    if_none_match.trim() == "*" || if_none_match.split(',').any(|tag| plain(tag) == plain(etag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_bytes_have_the_same_mark() {
        assert_eq!(of(b"a", true), of(b"a", true));
        assert_ne!(of(b"a", false), of(b"b", false));
        assert!(of(b"a", true).starts_with("W/\""));
    }

    #[test]
    fn a_list_of_marks_matches_by_any_of_them_weak_or_not() {
        let cases = [
            ("\"1\"", "\"1\"", true),
            ("W/\"1\"", "\"1\"", true),
            ("\"0\", W/\"1\"", "W/\"1\"", true),
            ("*", "\"1\"", true),
            ("\"2\"", "\"1\"", false),
            ("", "\"1\"", false),
        ];
        for (asked, etag, expected) in cases {
            assert_eq!(matches(asked, etag), expected, "{asked} against {etag}");
        }
    }
}
