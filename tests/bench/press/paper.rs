//! The articles of a paper of any size: the same ones each time, for us and for the others.

use super::words::{Dice, paragraph, sentence};

/// What all of it follows from.
const SEED: u64 = 20_230_825;

/// Sections.
pub const SECTIONS: usize = 20;
/// Tags.
const TAGS: usize = 200;
/// Paragraphs in each: with those of the real article's length, as long as that.
const PARAGRAPHS: usize = 9;
/// The time of the newest, in seconds since 1970.
const NEWEST: i64 = 1_760_000_000;
/// From one to the next, in seconds: two an hour.
const APART: i64 = 1_800;

/// An article.
pub struct Article {
    /// Its number, from 1 on; the last one is the newest.
    pub number: usize,
    /// In words.
    pub title: String,
    /// A few sentences.
    pub lead: String,
    /// By number.
    pub section: usize,
    /// Two, by number.
    pub tags: [usize; 2],
    /// As the contract has it.
    pub published: String,
    /// What it says.
    pub paragraphs: Vec<String>,
}

/// The article of this number.
pub fn article(number: usize, of: usize) -> Article {
    let mut dice = Dice::new(SEED, number);
    let words = 8 + dice.below(6);
    let title = format!("{} {number}", sentence(&mut dice, words));
    let section = dice.below(SECTIONS);
    let first = dice.below(TAGS);
    let tags = [first, (first + 1 + dice.below(TAGS - 1)) % TAGS];
    let lead = paragraph(&mut dice, 2);
    let paragraphs = (0..PARAGRAPHS).map(|_| paragraph(&mut dice, 4)).collect();
    let back = i64::try_from(of.saturating_sub(number)).unwrap_or_default();
    Article {
        number,
        title,
        lead,
        section,
        tags,
        published: time(NEWEST - back * APART),
        paragraphs,
    }
}

/// The slug of a section.
pub fn section(number: usize) -> String {
    format!("muc-{number:02}")
}

/// A section's name.
pub fn section_name(number: usize) -> String {
    format!("Mục {number}")
}

/// The slug of a tag.
pub fn tag(number: usize) -> String {
    format!("the-{number:03}")
}

/// The slug of an article.
pub fn slug(article: &Article) -> String {
    format!("bai-{}", article.number)
}

/// A time in Greenwich (Hinnant's `civil_from_days`).
fn time(epoch: i64) -> String {
    let (days, of_day) = (epoch.div_euclid(86_400), epoch.rem_euclid(86_400));
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = year_of_era + era * 400 + later;
    let (hour, minute) = (of_day / 3_600, of_day / 60 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_always_the_same_article_and_time_goes_on() {
        let (a, b) = (article(7, 100), article(7, 100));
        assert_eq!((a.title, a.tags, a.paragraphs), (b.title, b.tags, b.paragraphs));
        assert_eq!(time(0), "1970-01-01T00:00:00Z");
        assert_eq!(time(1_709_210_096), "2024-02-29T12:34:00Z");
        let times: Vec<String> = (1..=400).map(|number| article(number, 400).published).collect();
        assert!(times.is_sorted());
    }

    #[test]
    fn an_article_is_as_long_as_the_real_one() {
        let words: usize = (1..=50)
            .flat_map(|number| article(number, 50).paragraphs)
            .map(|text| text.split(' ').count())
            .sum();
        assert!((600..=800).contains(&(words / 50)), "{}", words / 50);
    }
}
