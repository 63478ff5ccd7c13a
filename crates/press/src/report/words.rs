//! Sizes, times and numbers as people say them.

use std::time::Duration;

/// Bytes, in the unit that leaves up to four digits.
pub(super) fn size(bytes: u64) -> String {
    let (mut rest, mut tenths) = (bytes, 0);
    for unit in ["bytes", "kB", "MB", "GB"] {
        if rest < 1000 {
            return if unit == "bytes" || rest >= 100 {
                format!("{rest} {unit}")
            } else {
                format!("{rest}.{tenths} {unit}")
            };
        }
        tenths = rest % 1000 / 100;
        rest /= 1000;
    }
    format!("{rest}.{tenths} TB")
}

/// A time: milliseconds below a second, minutes from two of them on.
pub(super) fn time(took: Duration) -> String {
    match took.as_secs() {
        0 => format!("{} ms", took.as_millis()),
        seconds @ ..120 => format!("{seconds}.{} s", took.subsec_millis() / 100),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

/// So many of something.
pub(super) fn many(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_times_are_short() {
        let table = [
            (0, "0 bytes"),
            (999, "999 bytes"),
            (1000, "1.0 kB"),
            (99_950, "99.9 kB"),
            (123_456, "123 kB"),
            (12_345_678, "12.3 MB"),
            (1_250_000_000, "1.2 GB"),
            (u64::MAX, "18446744.0 TB"),
        ];
        for (bytes, words) in table {
            assert_eq!(size(bytes), words);
        }
        for (millis, words) in
            [(7, "7 ms"), (1260, "1.2 s"), (119_999, "119.9 s"), (125_000, "2 min 5 s")]
        {
            assert_eq!(time(Duration::from_millis(millis)), words);
        }
        assert_eq!((many(1, "file"), many(0, "file")), ("1 file".to_owned(), "0 files".to_owned()));
    }
}
