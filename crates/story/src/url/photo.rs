//! The fragment that opens a picture: `#photo-3`.

const START: &str = "#photo-";

/// The fragment of this picture, with its hash.
#[must_use]
pub fn photo_fragment(number: u32) -> String {
    format!("{START}{number}")
}

/// The picture that a fragment opens; it may be more than the article has.
#[must_use]
pub fn photo_of(fragment: &str) -> Option<u32> {
    let number = fragment.strip_prefix(START)?;
    let plain = !number.starts_with('0') && number.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| number.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_printed_is_read() {
        let table = [
            ("#photo-1", Some(1)),
            ("#photo-12", Some(12)),
            ("#photo-0", None),
            ("#photo-01", None),
            ("#photo-+1", None),
            ("#photo-", None),
            ("#photo-99999999999", None),
            ("photo-1", None),
            ("#main", None),
        ];
        for (fragment, number) in table {
            assert_eq!(photo_of(fragment), number, "{fragment}");
        }
        assert_eq!(photo_of(&photo_fragment(7)), Some(7));
    }
}
