//! Points in time as the press writes them: RFC 3339 with an offset. They are printed as written;
//! there is no time-zone data in the app.

mod calendar;
mod text;

use std::cmp::Ordering;
use std::fmt;

use calendar::{civil_from_days, days_from_civil};

pub use calendar::days_in_month;

/// A point in time with the offset it was written in, to the second.
///
/// Equal times may differ in their offset; [`Time::cmp_instant`] compares the instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// 0–9999.
    pub year: u16,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: u8,
    /// 0–23.
    pub hour: u8,
    /// 0–59.
    pub minute: u8,
    /// 0–59.
    pub second: u8,
    /// Minutes east of Greenwich.
    pub offset: i16,
}

/// Says what a time must look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadTime(pub String);

impl fmt::Display for BadTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a time is written like 2023-08-25T19:52:00+07:00, found \"{}\"", self.0)
    }
}

impl std::error::Error for BadTime {}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

const DAY: i64 = 86_400;

impl Time {
    /// Seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn epoch(&self) -> i64 {
        let days = days_from_civil(i64::from(self.year), self.month, self.day);
        days * DAY
            + i64::from(self.hour) * 3_600
            + i64::from(self.minute) * 60
            + i64::from(self.second)
            - i64::from(self.offset) * 60
    }

    /// The time so many seconds after 1970-01-01T00:00:00Z, as clocks with this offset (minutes)
    /// show it. Times outside the years 0–9999 become the nearest that is within.
    #[must_use]
    pub fn from_epoch(seconds: i64, offset: i16) -> Self {
        const FIRST: i64 = -62_167_219_200;
        const LAST: i64 = 253_402_300_799;
        let local = seconds.saturating_add(i64::from(offset) * 60).clamp(FIRST, LAST);
        let (year, month, day) = civil_from_days(local.div_euclid(DAY));
        let rest = local.rem_euclid(DAY);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range")]
        Self {
            year: year as u16,
            month,
            day,
            hour: (rest / 3_600) as u8,
            minute: (rest / 60 % 60) as u8,
            second: (rest % 60) as u8,
            offset,
        }
    }

    /// The same instant as clocks with another offset (minutes) show it.
    #[must_use]
    pub fn with_offset(&self, offset: i16) -> Self {
        Self::from_epoch(self.epoch(), offset)
    }

    /// Which of the two came first.
    #[must_use]
    pub fn cmp_instant(&self, other: &Self) -> Ordering {
        self.epoch().cmp(&other.epoch())
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(&self) -> Weekday {
        let days = days_from_civil(i64::from(self.year), self.month, self.day);
        match (days + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_are_read_as_rfc_3339_writes_them() {
        let table = [
            ("2023-08-25T19:52:00+07:00", Some("2023-08-25T19:52:00+07:00")),
            ("2023-08-25T12:52:00Z", Some("2023-08-25T12:52:00+00:00")),
            ("2023-08-25t12:52:00.123456z", Some("2023-08-25T12:52:00+00:00")),
            ("2024-02-29T00:00:00-03:30", Some("2024-02-29T00:00:00-03:30")),
            ("2016-12-31T23:59:60Z", Some("2016-12-31T23:59:59+00:00")),
            ("2023-02-29T00:00:00Z", None),
            ("2023-08-25T19:52:00", None),
            ("2023-08-25", None),
            ("25/08/2023 19:52", None),
            ("2023-08-25T24:00:00Z", None),
            ("2023-8-25T19:52:00Z", None),
            ("2023-08-25T19:52:00.Z", None),
            ("2023-08-25T19:52:00+25:00", None),
            ("2023-08-25T19:52:00ế07:00", None),
            ("", None),
        ];
        for (text, expected) in table {
            let read = text.parse::<Time>().ok().map(|time| time.to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn instants_and_weekdays_are_those_of_the_calendar() {
        let table = [
            ("1970-01-01T00:00:00Z", 0, Weekday::Thursday),
            ("2023-08-25T19:52:00+07:00", 1_692_967_920, Weekday::Friday),
            ("2000-02-29T12:00:00Z", 951_825_600, Weekday::Tuesday),
            ("1969-12-31T23:59:59Z", -1, Weekday::Wednesday),
        ];
        for (text, epoch, weekday) in table {
            let time: Time = text.parse().expect("a good time");
            assert_eq!((time.epoch(), time.weekday()), (epoch, weekday), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC*") {
            drop(text.parse::<Time>());
        }

        #[test]
        fn a_time_survives_writing_reading_and_another_offset(
            seconds in -62_000_000_000_i64..253_000_000_000, offset in -1439_i16..1439, other in -720_i16..840,
        ) {
            let time = Time::from_epoch(seconds, offset);
            prop_assert_eq!(time.epoch(), seconds);
            prop_assert_eq!(time.to_string().parse::<Time>(), Ok(time));
            prop_assert_eq!(time.with_offset(other).epoch(), seconds);
        }
    }
}
