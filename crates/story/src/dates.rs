//! Times and durations in words, as a reader expects them.

use crate::model::{Article, Block, Language};
use crate::time::{Time, Weekday};
use crate::url::ArchiveKey;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month.saturating_sub(1))).copied().unwrap_or_default()
}

fn weekday(day: Weekday, language: Language) -> &'static str {
    match (language, day) {
        (Language::Vi, Weekday::Monday) => "Thứ Hai",
        (Language::Vi, Weekday::Tuesday) => "Thứ Ba",
        (Language::Vi, Weekday::Wednesday) => "Thứ Tư",
        (Language::Vi, Weekday::Thursday) => "Thứ Năm",
        (Language::Vi, Weekday::Friday) => "Thứ Sáu",
        (Language::Vi, Weekday::Saturday) => "Thứ Bảy",
        (Language::Vi, Weekday::Sunday) => "Chủ Nhật",
        (Language::En, Weekday::Monday) => "Monday",
        (Language::En, Weekday::Tuesday) => "Tuesday",
        (Language::En, Weekday::Wednesday) => "Wednesday",
        (Language::En, Weekday::Thursday) => "Thursday",
        (Language::En, Weekday::Friday) => "Friday",
        (Language::En, Weekday::Saturday) => "Saturday",
        (Language::En, Weekday::Sunday) => "Sunday",
    }
}

/// Over an article: “Thứ Sáu, 25/08/2023, 19:52”.
#[must_use]
pub fn full(time: &Time, language: Language) -> String {
    let name = weekday(time.weekday(), language);
    let (date, hour, minute) =
        (date(time.year, time.month, time.day, language), time.hour, time.minute);
    format!("{name}, {date}, {hour:02}:{minute:02}")
}

/// On a card: “25/08/2023”.
#[must_use]
pub fn short(time: &Time, language: Language) -> String {
    match language {
        Language::Vi => date(time.year, time.month, time.day, language),
        Language::En => {
            let month = month_name(time.month).get(..3).unwrap_or_default();
            format!("{} {month} {}", time.day, time.year)
        }
    }
}

fn date(year: u16, month: u8, day: u8, language: Language) -> String {
    match language {
        Language::Vi => format!("{day:02}/{month:02}/{year}"),
        Language::En => format!("{day} {} {year}", month_name(month)),
    }
}

/// How long ago, for what was published the same day (by the article's own clock); else as
/// [`short`]. What lies in the future is written as [`short`], too: a clock is wrong.
#[must_use]
pub fn ago(time: &Time, now: &Time, language: Language) -> String {
    let today = now.with_offset(time.offset);
    let minutes = (now.epoch() - time.epoch()).div_euclid(60);
    let same_day = (today.year, today.month, today.day) == (time.year, time.month, time.day);
    if !same_day || minutes < 0 {
        return short(time, language);
    }
    match (language, minutes, minutes / 60) {
        (Language::Vi, 0, _) => "vừa xong".to_owned(),
        (Language::Vi, _, 0) => format!("{minutes} phút trước"),
        (Language::Vi, _, hours) => format!("{hours} giờ trước"),
        (Language::En, 0, _) => "just now".to_owned(),
        (Language::En, 1, _) => "1 minute ago".to_owned(),
        (Language::En, _, 0) => format!("{minutes} minutes ago"),
        (Language::En, _, 1) => "1 hour ago".to_owned(),
        (Language::En, _, hours) => format!("{hours} hours ago"),
    }
}

/// The name of a part of an archive: “Tháng 8/2023”, “25/08/2023”, “25/08/2023, 19 giờ”.
/// None for parts that have no time in their key.
#[must_use]
pub fn part(key: &ArchiveKey, language: Language) -> Option<String> {
    let at = key.time_parts()?;
    let Some(day) = at.day else {
        return Some(match language {
            Language::Vi => format!("Tháng {}/{}", at.month, at.year),
            Language::En => format!("{} {}", month_name(at.month), at.year),
        });
    };
    let day = date(at.year, at.month, day, language);
    Some(match (at.hour, at.minute, language) {
        (None, _, _) => day,
        (Some(hour), None, Language::Vi) => format!("{day}, {hour} giờ"),
        (Some(hour), None, Language::En) => format!("{day}, {hour:02}:00–{hour:02}:59"),
        (Some(hour), Some(minute), _) => format!("{day}, {hour:02}:{minute:02}"),
    })
}

/// A sound's or a video's length: “3:05”, “1:02:03”. Nothing for what is no length.
#[must_use]
pub fn duration(seconds: f64) -> Option<String> {
    if !(0.5..=360_000.0).contains(&seconds) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range")]
    let seconds = seconds.round() as u32;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    Some(if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    })
}

/// Words that are read in a minute. Vietnamese is written with a space after each syllable, which
/// makes its “words” shorter.
const WORDS_A_MINUTE: usize = 230;

/// How long an article takes to read, in minutes, at least one.
#[must_use]
pub fn reading_minutes(article: &Article) -> u32 {
    let lead = article.lead.as_ref().map_or(0, |lead| words(&lead.plain()));
    let all = lead + words_in(&article.body);
    u32::try_from(all.div_ceil(WORDS_A_MINUTE)).unwrap_or(u32::MAX).max(1)
}

fn words_in(body: &[Block]) -> usize {
    body.iter()
        .map(|block| match block {
            Block::Paragraph(text) => words(&text.plain()),
            Block::Heading(heading) => words(&heading.text.plain()),
            Block::Quote(quote) if !quote.pull => words(&quote.text.plain()),
            Block::List(list) => list.items.iter().map(|item| words(&item.plain())).sum(),
            Block::Box(block) => words_in(&block.body),
            _ => 0,
        })
        .sum()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BoxBlock, Quote};

    fn at(text: &str) -> Time {
        text.parse().expect("a good time")
    }

    #[test]
    fn dates_read_as_a_newspaper_prints_them() {
        let time = at("2023-08-25T19:52:00+07:00");
        assert_eq!(full(&time, Language::Vi), "Thứ Sáu, 25/08/2023, 19:52");
        assert_eq!(full(&time, Language::En), "Friday, 25 August 2023, 19:52");
        assert_eq!(short(&time, Language::Vi), "25/08/2023");
        assert_eq!(short(&time, Language::En), "25 Aug 2023");
    }

    #[test]
    fn what_is_of_today_says_how_long_ago() {
        let table = [
            ("2023-08-25T19:52:00+07:00", "vừa xong", "just now"),
            ("2023-08-25T19:51:00+07:00", "1 phút trước", "1 minute ago"),
            ("2023-08-25T19:10:00+07:00", "42 phút trước", "42 minutes ago"),
            ("2023-08-25T17:52:00+07:00", "2 giờ trước", "2 hours ago"),
            ("2023-08-25T00:00:00+07:00", "19 giờ trước", "19 hours ago"),
            ("2023-08-24T23:59:00+07:00", "24/08/2023", "24 Aug 2023"),
            ("2023-08-25T20:30:00+07:00", "25/08/2023", "25 Aug 2023"),
        ];
        // The reader's clock runs on another offset.
        let now = at("2023-08-25T12:52:30Z");
        for (time, vi, en) in table {
            assert_eq!(ago(&at(time), &now, Language::Vi), vi, "{time}");
            assert_eq!(ago(&at(time), &now, Language::En), en, "{time}");
        }
    }

    #[test]
    fn parts_of_an_archive_have_names() {
        let table = [
            ("2023-08", "Tháng 8/2023", "August 2023"),
            ("2023-08-25", "25/08/2023", "25 August 2023"),
            ("2023-08-25T19", "25/08/2023, 19 giờ", "25 August 2023, 19:00–19:59"),
            ("2023-08-25T19-52", "25/08/2023, 19:52", "25 August 2023, 19:52"),
        ];
        for (key, vi, en) in table {
            let key = ArchiveKey::new(key).expect("a good key");
            assert_eq!(part(&key, Language::Vi).as_deref(), Some(vi));
            assert_eq!(part(&key, Language::En).as_deref(), Some(en));
        }
        assert_eq!(part(&ArchiveKey::latest(), Language::Vi), None);
    }

    #[test]
    fn an_article_takes_as_long_to_read_as_it_has_words() {
        let words = |many: usize| Block::Paragraph("chữ ".repeat(many).as_str().into());
        let inner = BoxBlock { title: None, body: vec![words(230)] };
        let pull = Quote { text: "chữ ".repeat(500).as_str().into(), by: None, pull: true };
        let table = [
            (vec![], 1),
            (vec![words(1)], 1),
            (vec![words(230)], 1),
            (vec![words(231)], 2),
            (vec![words(230), Block::Box(inner)], 2),
            // Its words are in the story already.
            (vec![words(230), Block::Quote(pull), Block::Divider], 1),
        ];
        for (body, minutes) in table {
            let article = Article { body, ..Article::empty() };
            assert_eq!(reading_minutes(&article), minutes, "{} blocks", article.body.len());
        }
        let lead = Some("chữ ".repeat(231).as_str().into());
        assert_eq!(reading_minutes(&Article { lead, ..Article::empty() }), 2);
    }

    #[test]
    fn lengths_are_written_as_players_do() {
        let table = [
            (185.0, Some("3:05")),
            (59.6, Some("1:00")),
            (3_723.0, Some("1:02:03")),
            (0.0, None),
            (-1.0, None),
            (f64::NAN, None),
        ];
        for (seconds, expected) in table {
            assert_eq!(duration(seconds).as_deref(), expected, "{seconds}");
        }
    }
}
