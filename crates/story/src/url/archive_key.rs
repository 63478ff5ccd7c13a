use std::fmt;

use serde::Serialize;

use crate::json::{Json, Mistake, Read, Told};
use crate::time::Time;

/// Which file of a list: `latest`, `archive`, a part by time (`2023-08`, `2023-08-25`,
/// `2023-08-25T19`, `2023-08-25T19-52`), `undated`, or a part of `undated` or of a minute by id:
/// after an underscore the id's length, an underscore and its first characters
/// (`undated_6_37`, `2023-08-25T19-52_6_3`).
///
/// A minute has a dash where a clock has a colon: a colon is not allowed in file names everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ArchiveKey(String);

/// Says what a key must look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadKey(pub String);

/// The parts of a key by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeParts {
    /// The year.
    pub year: u16,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: Option<u8>,
    /// 0–23.
    pub hour: Option<u8>,
    /// 0–59.
    pub minute: Option<u8>,
}

impl fmt::Display for BadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "a part of a list is \"latest\", \"archive\", \"undated\" or a time like \"2023-08\", \
             found \"{}\"",
            self.0
        )
    }
}

impl std::error::Error for BadKey {}

const LATEST: &str = "latest";
const ARCHIVE: &str = "archive";
const UNDATED: &str = "undated";

impl ArchiveKey {
    /// Takes a key that follows the rule.
    ///
    /// # Errors
    /// [`BadKey`] with the text when it does not.
    pub fn new(text: impl Into<String>) -> Result<Self, BadKey> {
        let text = text.into();
        let (stem, by_id) = match text.split_once('_') {
            Some((stem, by_id)) => (stem, Some(by_id)),
            None => (text.as_str(), None),
        };
        let cut = match by_id {
            None => true,
            Some(by_id) => good_cut(by_id),
        };
        let good = match stem {
            LATEST | ARCHIVE => by_id.is_none(),
            UNDATED => cut,
            _ => time_parts(stem).is_some_and(|at| by_id.is_none() || (cut && at.minute.is_some())),
        };
        if good { Ok(Self(text)) } else { Err(BadKey(text)) }
    }

    /// The newest cards.
    #[must_use]
    pub fn latest() -> Self {
        Self(LATEST.to_owned())
    }

    /// The months.
    #[must_use]
    pub fn archive() -> Self {
        Self(ARCHIVE.to_owned())
    }

    /// Articles without a time.
    #[must_use]
    pub fn undated() -> Self {
        Self(UNDATED.to_owned())
    }

    /// The key as text, and as the file's name without its ending.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is `latest`.
    #[must_use]
    pub fn is_latest(&self) -> bool {
        self.0 == LATEST
    }

    /// Whether this is `archive`.
    #[must_use]
    pub fn is_archive(&self) -> bool {
        self.0 == ARCHIVE
    }

    /// Whether this is `undated` or a part of it.
    #[must_use]
    pub fn is_undated(&self) -> bool {
        self.0.starts_with(UNDATED)
    }

    /// The parts of a key by time, its cut by id left aside.
    #[must_use]
    pub fn time_parts(&self) -> Option<TimeParts> {
        let stem = self.0.split_once('_').map_or(self.0.as_str(), |(stem, _)| stem);
        time_parts(stem)
    }

    /// Whether an article of this time and id is in this part of a list; `published` in the site's
    /// own offset. `latest` and `archive` are no parts.
    #[must_use]
    pub fn holds(&self, published: Option<&Time>, id: &str) -> bool {
        let (stem, by_id) = match self.0.split_once('_') {
            Some((stem, by_id)) => (stem, by_id.split_once('_')),
            None => (self.0.as_str(), None),
        };
        let in_time = match published {
            Some(time) => time.to_string().replacen(':', "-", 1).starts_with(stem),
            None => stem == UNDATED,
        };
        in_time
            && by_id.is_none_or(|(length, first)| {
                id.starts_with(first) && id.len().to_string() == length
            })
    }

    /// The part that this one was cut from. Whoever holds a key that is gone asks its parent.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let text = &self.0;
        if self.is_latest() || self.is_archive() {
            return None;
        }
        if let Some((stem, by_id)) = text.split_once('_') {
            let (length, first) = by_id.split_once('_').unwrap_or((by_id, ""));
            let parent = if first.len() > 1 {
                // Ids are ASCII, so that the last byte is the last character.
                format!("{stem}_{length}_{}", first.get(..first.len() - 1).unwrap_or_default())
            } else {
                stem.to_owned()
            };
            return Some(Self(parent));
        }
        Some(match text.len() {
            16 | 13 => Self(text.get(..text.len() - 3).unwrap_or_default().to_owned()),
            10 => Self(text.get(..7).unwrap_or_default().to_owned()),
            _ => Self::archive(),
        })
    }
}

/// `6_37`: an id's length and first characters.
fn good_cut(text: &str) -> bool {
    let Some((length, first)) = text.split_once('_') else { return false };
    let Ok(length_number) = length.parse::<usize>() else { return false };
    (1..=64).contains(&length_number)
        && !length.starts_with(['0', '+'])
        && (1..=length_number).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

fn time_parts(text: &str) -> Option<TimeParts> {
    let number = |from: usize, to: usize| -> Option<u16> {
        let part = text.get(from..to)?;
        part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok()).flatten()
    };
    let small = |from, to| number(from, to).and_then(|n| u8::try_from(n).ok());
    let mark = |at: usize, mark: &str| text.get(at..=at) == Some(mark);
    if !matches!(text.len(), 7 | 10 | 13 | 16) || !mark(4, "-") {
        return None;
    }
    let mut at =
        TimeParts { year: number(0, 4)?, month: small(5, 7)?, day: None, hour: None, minute: None };
    let mut good = (1..=12).contains(&at.month);
    if text.len() >= 10 {
        let day = small(8, 10)?;
        at.day = Some(day);
        good &= mark(7, "-") && day >= 1 && day <= crate::time::days_in_month(at.year, at.month);
    }
    if text.len() >= 13 {
        let hour = small(11, 13)?;
        at.hour = Some(hour);
        good &= mark(10, "T") && hour <= 23;
    }
    if text.len() == 16 {
        let minute = small(14, 16)?;
        at.minute = Some(minute);
        good &= mark(13, "-") && minute <= 59;
    }
    good.then_some(at)
}

impl fmt::Display for ArchiveKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Read for ArchiveKey {
    fn read(json: Json, told: &mut Told) -> Self {
        Self::new(String::read(json, told)).unwrap_or_else(|bad| {
            told.tell(Mistake::said(&bad));
            Self(String::new())
        })
    }
}

#[cfg(test)]
mod tests;
