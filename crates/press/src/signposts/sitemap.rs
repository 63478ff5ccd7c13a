//! The sitemap: an index, and parts that are cut by the content alone.
//!
//! The stories of a month are a part. One that has more than [`MOST`] is cut by its days, these by
//! their hours, and what is left by a hash of the address, as are stories without a time and lists.
//! So a story that is added, changed or taken away changes its own part and the index, whatever the
//! size of the archive. The format lets in 50,000 addresses and 50 MB; parts here are smaller, so
//! that little is written again.
//!
//! `lastmod` is when a story was last changed, by its own word. Lists have none: theirs would change
//! with every story, and crawlers find new stories by the part of the month and by the news sitemap.

use std::collections::BTreeMap;
use std::fmt;

use story::time::Time;
use trangnhat::Paper;
use trangnhat::head::absolute;

use super::xml;
use crate::site::hash;

/// The index, the one name that others are told.
pub const INDEX: &str = "sitemap.xml";
/// How many addresses a part has at most.
pub const MOST: usize = 5_000;

const SPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// A page that search engines should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page<'a> {
    /// From the site's root on.
    pub path: &'a str,
    /// When it was published, in the site's offset.
    pub published: Option<Time>,
    /// When it was changed, where that is known.
    pub updated: Option<Time>,
}

impl Page<'_> {
    /// When it last changed. A change cannot have come before the page itself.
    fn changed(&self) -> Option<Time> {
        later(self.published, self.updated)
    }
}

/// A part of the sitemap, which is a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// The file's name from the site's root on.
    pub name: String,
    /// Its pages by their paths: at least one, at most [`MOST`].
    pub pages: Vec<Page<'a>>,
}

impl Part<'_> {
    /// When the youngest of its pages changed. None where none has a time.
    #[must_use]
    pub fn changed(&self) -> Option<Time> {
        self.pages.iter().map(Page::changed).fold(None, later)
    }

    /// The file.
    #[must_use]
    pub fn write(&self, paper: &Paper) -> Vec<u8> {
        xml::document("urlset", &[SPACE], |out| {
            for page in &self.pages {
                out.create_element("url").write_inner_content(|out| {
                    place(out, &absolute(paper, page.path), page.changed())
                })?;
            }
            Ok(())
        })
    }
}

/// What the sitemap is cut by: the month of a story, in the site's offset, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Option<(u16, u8)>);

impl Month {
    /// Of a story that was published then.
    #[must_use]
    pub fn of(published: Option<Time>) -> Self {
        Self(published.map(|time| (time.year, time.month)))
    }
}

/// The parts of one month, by their names: one, as a rule. `pages` are all of it and no others.
#[must_use]
pub fn month<'a>(month: Month, pages: impl IntoIterator<Item = Page<'a>>) -> Vec<Part<'a>> {
    let stem = month.0.map_or(Stem::Named("undated"), |(year, month)| Stem::Month(year, month));
    parts(stem, pages.into_iter().collect())
}

/// The parts of all stories, by their names.
#[must_use]
pub fn stories<'a>(pages: impl IntoIterator<Item = Page<'a>>) -> Vec<Part<'a>> {
    let mut months: BTreeMap<Month, Vec<Page<'a>>> = BTreeMap::new();
    for page in pages {
        months.entry(Month::of(page.published)).or_default().push(page);
    }
    sorted(months.into_iter().flat_map(|(key, pages)| month(key, pages)).collect())
}

/// The parts of pages that are no stories, under a name of their own: `sections`, `tags`.
#[must_use]
pub fn lists<'a>(name: &'static str, paths: impl IntoIterator<Item = &'a str>) -> Vec<Part<'a>> {
    let page = |path| Page { path, published: None, updated: None };
    parts(Stem::Named(name), paths.into_iter().map(page).collect())
}

/// The index: the names of parts, and when each of them changed.
#[must_use]
pub fn index<'a>(
    paper: &Paper,
    parts: impl IntoIterator<Item = (&'a str, Option<Time>)>,
) -> Vec<u8> {
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by_key(|(name, _)| *name);
    xml::document("sitemapindex", &[SPACE], |out| {
        for (name, changed) in parts {
            out.create_element("sitemap")
                .write_inner_content(|out| place(out, &absolute(paper, name), changed))?;
        }
        Ok(())
    })
}

fn place(out: &mut xml::Out, url: &str, changed: Option<Time>) -> std::io::Result<()> {
    xml::text(out, "loc", url)?;
    changed.map_or(Ok(()), |time| xml::text(out, "lastmod", &time.to_string()))
}

fn later(a: Option<Time>, b: Option<Time>) -> Option<Time> {
    [a, b].into_iter().flatten().max_by_key(Time::epoch)
}

/// What the pages of a part have in common, and the name that this gives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    stem: Stem,
    /// The first digits of the hashes of its paths.
    hash: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stem {
    Named(&'static str),
    Month(u16, u8),
    Day(u16, u8, u8),
    Hour(u16, u8, u8, u8),
}

impl Key {
    /// The part of this one that a page is in. None where nothing is left to cut by.
    fn within(&self, page: &Page<'_>) -> Option<Self> {
        let stem = match (self.stem, page.published) {
            (Stem::Month(year, month), Some(time)) => Stem::Day(year, month, time.day),
            (Stem::Day(year, month, day), Some(time)) => Stem::Hour(year, month, day, time.hour),
            (stem, _) => {
                let whole = hash(&[page.path.as_bytes()]);
                let hash = whole.get(..=self.hash.len())?.to_owned();
                return Some(Self { stem, hash });
            }
        };
        Some(Self { stem, hash: String::new() })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.stem {
            Stem::Named(name) => f.write_str(name),
            Stem::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Stem::Day(year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
            Stem::Hour(year, month, day, hour) => {
                write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}")
            }
        }?;
        if self.hash.is_empty() { Ok(()) } else { write!(f, "-{}", self.hash) }
    }
}

fn parts(stem: Stem, pages: Vec<Page<'_>>) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    cut(Key { stem, hash: String::new() }, pages, &mut parts);
    sorted(parts)
}

fn cut<'a>(key: Key, mut pages: Vec<Page<'a>>, parts: &mut Vec<Part<'a>>) {
    if pages.is_empty() {
        return;
    }
    let mut within: BTreeMap<Key, Vec<Page<'a>>> = BTreeMap::new();
    if pages.len() > MOST {
        for page in &pages {
            // Two pages of one path are one address: what cannot be told apart any more stays.
            let Some(key) = key.within(page) else { break };
            within.entry(key).or_default().push(*page);
        }
    }
    if within.is_empty() {
        pages.sort_by_key(|page| page.path);
        parts.push(Part { name: format!("sitemap-{key}.xml"), pages });
    }
    for (key, pages) in within {
        cut(key, pages, parts);
    }
}

fn sorted(mut parts: Vec<Part<'_>>) -> Vec<Part<'_>> {
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    parts
}
