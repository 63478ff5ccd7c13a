//! What every view needs to know of the paper.

use std::borrow::Cow;

use story::model::{Language, Section, SectionSlug, Site};
use story::time::Time;
use story::url::{Base, SitePath};

use crate::i18n::{Say, say};

/// The newspaper, as every view gets it.
#[derive(Clone, Debug)]
pub struct Paper {
    /// `content/site.json`.
    pub site: Site,
    /// Where the site lies on its host: `/`, or the sub-path.
    pub base: Base,
    /// The time of a view that the app made after a move. Without it, times are printed as
    /// written: a page that the press wrote does not know when it is read.
    pub now: Option<Time>,
}

impl Paper {
    /// The interface's language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.site.language
    }

    /// Words in the paper's language.
    #[must_use]
    pub fn say(&self, what: Say) -> Cow<'static, str> {
        say(self.language(), what)
    }

    /// A path of the site as a link's address, the sub-path included.
    #[must_use]
    pub fn href(&self, path: &SitePath) -> String {
        self.base.href(path)
    }

    /// A picture, sound or video as an address: `https:` as it is, a relative path under the
    /// sub-path.
    #[must_use]
    pub fn asset(&self, src: &str) -> String {
        self.base.asset(src)
    }

    /// The section of this slug, where `site.json` registers it.
    #[must_use]
    pub fn section(&self, slug: &SectionSlug) -> Option<&Section> {
        self.site.sections.iter().find(|section| section.slug == *slug)
    }
}
