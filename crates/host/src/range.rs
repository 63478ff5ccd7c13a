//! Which part of a file a player asks for.

use std::ops::Range;

/// What a `Range` header comes to for a file of a known length.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole file: no range, several, or one that cannot be read.
    Whole,
    /// These bytes.
    Bytes(Range<usize>),
    /// A range that lies outside the file.
    Outside,
}

/// Reads a `Range` header.
pub fn parse(header: &str, length: usize) -> Part {
    let Some(spec) = header.trim().strip_prefix("bytes=") else { return Part::Whole };
    let Some((from, to)) = spec.split_once('-') else { return Part::Whole };
    let number = |text: &str| text.trim().parse::<usize>().ok();
    match (number(from), number(to)) {
        (Some(from), to) if to.is_some() || trimmed_empty(spec) => {
            let end = to.map_or(length, |last| last.saturating_add(1).min(length));
            if from >= length {
                Part::Outside
            } else if from >= end {
                Part::Whole
            } else {
                Part::Bytes(from..end)
            }
        }
        (None, Some(last)) if from.trim().is_empty() => match last {
            0 => Part::Outside,
            _ if length == 0 => Part::Outside,
            _ => Part::Bytes(length.saturating_sub(last)..length),
        },
        _ => Part::Whole,
    }
}

/// Whether a range ends at its dash: from here to the end.
fn trimmed_empty(spec: &str) -> bool {
    spec.trim_end().ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_come_to_bytes() {
        let cases = [
            ("bytes=0-3", Part::Bytes(0..4)),
            ("bytes=4-", Part::Bytes(4..10)),
            ("bytes=-3", Part::Bytes(7..10)),
            ("bytes=-30", Part::Bytes(0..10)),
            ("bytes=8-99", Part::Bytes(8..10)),
            ("bytes=10-", Part::Outside),
            ("bytes=-0", Part::Outside),
            ("bytes=5-2", Part::Whole),
            ("bytes=0-1,3-4", Part::Whole),
            ("bytes=a-", Part::Whole),
            ("bytes=-", Part::Whole),
            ("lines=0-3", Part::Whole),
            ("bytes=0-18446744073709551615", Part::Bytes(0..10)),
        ];
        for (header, expected) in cases {
            assert_eq!(parse(header, 10), expected, "{header}");
        }
        assert_eq!(parse("bytes=0-", 0), Part::Outside);
    }
}
