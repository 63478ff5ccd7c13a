//! Times as text: RFC 3339.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::json::{Json, Mistake, Read, Told};

use super::{BadTime, Time, days_in_month};

impl FromStr for Time {
    type Err = BadTime;

    /// RFC 3339 `date-time`. A fraction of a second is dropped, a leap second becomes the second
    /// before it.
    fn from_str(text: &str) -> Result<Self, BadTime> {
        read(text).ok_or_else(|| BadTime(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Time> {
    let (date, rest) = (text.get(..10)?, text.get(10..)?);
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, rest) = (rest.get(..8)?, rest.get(8..)?);
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => {
            let zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            (zone.len() < fraction.len()).then_some(zone)?
        }
        None => rest,
    };
    let offset = match rest {
        "Z" | "z" => 0,
        _ => {
            let (sign, rest) = match rest.split_at_checked(1)? {
                ("+", rest) => (1, rest),
                ("-", rest) => (-1, rest),
                _ => return None,
            };
            let (hours, minutes) = pair(rest)?;
            (hours <= 23 && minutes <= 59).then_some(sign * (hours * 60 + minutes))?
        }
    };
    let (year, month_day) = (date.get(..4)?, date.get(4..)?.strip_prefix('-')?);
    let (month, day) = month_day.split_once('-')?;
    let (hour, minute_second) = (clock.get(..2)?, clock.get(2..)?.strip_prefix(':')?);
    let (minute, second) = minute_second.split_once(':')?;
    let time = Time {
        year: u16::try_from(digits(year, 4)?).ok()?,
        month: u8::try_from(digits(month, 2)?).ok()?,
        day: u8::try_from(digits(day, 2)?).ok()?,
        hour: u8::try_from(digits(hour, 2)?).ok()?,
        minute: u8::try_from(digits(minute, 2)?).ok()?,
        second: u8::try_from(digits(second, 2)?).ok().map(|s| if s == 60 { 59 } else { s })?,
        offset,
    };
    let good = (1..=12).contains(&time.month)
        && (1..=days_in_month(time.year, time.month)).contains(&time.day)
        && time.hour <= 23
        && time.minute <= 59
        && time.second <= 59;
    good.then_some(time)
}

fn pair(text: &str) -> Option<(i16, i16)> {
    let (hours, minutes) = text.split_once(':')?;
    Some((digits(hours, 2)?, digits(minutes, 2)?))
}

/// A number of exactly so many digits.
fn digits(text: &str, many: usize) -> Option<i16> {
    (text.len() == many && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day, hour, minute, second, offset } = self;
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        let sign = if *offset < 0 { '-' } else { '+' };
        let offset = offset.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", offset / 60, offset % 60)
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl Read for Time {
    fn read(json: Json, told: &mut Told) -> Self {
        String::read(json, told).parse().unwrap_or_else(|bad: BadTime| {
            told.tell(Mistake::said(&bad));
            Self::from_epoch(0, 0)
        })
    }
}
