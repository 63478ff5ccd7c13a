use serde::{Deserialize, Serialize};
use story::check::Problem;
use story::model::{Kind, SectionSlug, Slug};
use story::time::Time;
use story::url::SitePath;
use trangnhat::head::Share;

use super::Stat;
use crate::ledger::CardAt;
use crate::mark::Mark;

/// An article as the index knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its file in the newsroom's folder.
    pub file: Box<str>,
    /// What the system said of the file.
    pub stat: Stat,
    /// Of the file's bytes.
    pub source: Mark,
    /// Of everything that the article alone decides: its own text, its pictures, the paper's zone.
    pub settled: Mark,
    /// Its id.
    pub id: Box<str>,
    /// Its page.
    pub path: Box<str>,
    pub(super) kind: u8,
    /// Its section.
    pub section: Option<Box<str>>,
    /// Its tags: slugs and names.
    pub tags: Box<[(Box<str>, Box<str>)]>,
    /// When it was published.
    pub published: Option<When>,
    /// When it was changed.
    pub updated: Option<When>,
    /// Where it once was.
    pub aliases: Box<[Box<str>]>,
    /// The ids that it names, in the order in which it does.
    pub names: Box<[Box<str>]>,
    /// The files of the newsroom's that it names: pictures, sound, moving pictures.
    pub media: Box<[Box<str>]>,
    /// Files of its pictures as readers get them: their names in the site.
    pub prints: Box<[Box<str>]>,
    /// The newsroom's files that those stand for, and that nobody asks for any more.
    pub developed: Box<[Box<str>]>,
    /// The picture that stands for it where it is shared: name, width and height in pixels.
    pub share: Option<(Box<str>, u32, u32)>,
    /// Its card, and the mark of it and of the picture for shares.
    pub card: (CardAt, Mark),
    /// What is to be said of it, whatever the other files hold.
    pub said: Box<[Said]>,
    /// What was made of it, where it is published.
    pub made: Option<Made>,
}

/// The marks of what was made of an article, and lies where the entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Of its JSON.
    pub json: Mark,
    /// Of its page; none where it has moved, and there is no page yet where it is now.
    pub page: Option<Mark>,
}

/// A point in time, as clocks with this offset (minutes) show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// Seconds since 1970.
    pub epoch: i64,
    offset: i16,
}

impl When {
    /// Of a time.
    #[must_use]
    pub fn of(time: &Time) -> Self {
        Self { epoch: time.epoch(), offset: time.offset }
    }

    /// As the model has it.
    #[must_use]
    pub fn time(self) -> Time {
        Time::from_epoch(self.epoch, self.offset)
    }
}

/// Something wrong in an article that does not keep it from being published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Where it is not in the article's own file: a picture's.
    file: Option<Box<str>>,
    path: Box<str>,
    expected: Box<str>,
    found: Box<str>,
}

impl Said {
    /// Notes a warning about the article of this file.
    #[must_use]
    pub fn of(own: &str, problem: Problem) -> Self {
        let Problem { file, path, expected, found, .. } = problem;
        let file = (file != own).then(|| file.into());
        Self { file, path: path.into(), expected: expected.into(), found: found.into() }
    }

    /// Says it again.
    #[must_use]
    pub fn problem(&self, file: &str) -> Problem {
        let file = self.file.as_deref().unwrap_or(file);
        Problem::warning(file, &self.path, self.expected.as_ref(), self.found.as_ref())
    }
}

/// Kinds by number, as a ledger holds them.
const KINDS: [Kind; 5] = [Kind::Article, Kind::Photo, Kind::Video, Kind::Longform, Kind::Page];

/// The number of a kind.
#[must_use]
pub(super) fn number_of(kind: Kind) -> u8 {
    let at = KINDS.iter().position(|other| *other == kind);
    at.and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
}

impl Entry {
    /// What kind of article it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        KINDS.get(usize::from(self.kind)).copied().unwrap_or_default()
    }

    /// Its section's slug.
    #[must_use]
    pub fn section(&self) -> Option<SectionSlug> {
        self.section.as_deref().and_then(|slug| Slug::new(slug).ok())
    }

    /// Its page. None never: a path was put in.
    #[must_use]
    pub fn path(&self) -> Option<SitePath> {
        SitePath::new(self.path.as_ref()).ok()
    }

    /// The picture that stands for it where it is shared.
    #[must_use]
    pub fn share(&self) -> Option<Share> {
        let (src, width, height) = self.share.as_ref()?;
        Some(Share { src: src.to_string(), width: *width, height: *height })
    }
}
