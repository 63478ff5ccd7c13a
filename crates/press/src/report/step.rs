use std::fmt;

/// The steps of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The reader's app is read and named.
    App,
    /// Articles are read and checked.
    Articles,
    /// Pictures are made.
    Pictures,
    /// Pages of articles are written.
    Pages,
    /// Lists and the pages that show them are written.
    Lists,
    /// Feeds, sitemaps and what else hosts and programs read.
    Signs,
    /// What was written comes to its place.
    Places,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::App => "the app",
            Self::Articles => "reading articles",
            Self::Pictures => "making pictures",
            Self::Pages => "writing pages",
            Self::Lists => "writing lists",
            Self::Signs => "writing feeds and signposts",
            Self::Places => "bringing files into place",
        })
    }
}
