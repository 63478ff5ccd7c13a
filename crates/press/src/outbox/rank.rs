use serde::{Deserialize, Serialize};

/// When a file may come to its place: after everything of a lower rank.
///
/// What is new is reached by nothing yet. So it comes before what was there already and may lead to
/// it: first what pages are made of, then articles, their pages, lists, and last the front page and
/// what is made for machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rank {
    /// Pictures, sound, moving pictures, the app's files with a hash in their names.
    Asset,
    /// An article's JSON.
    Article,
    /// An article's page.
    ArticlePage,
    /// A page at an address that an article once had. It may take the place of that article's own
    /// page there, and the one that it leads on to may be at an address that another page had: so it
    /// comes after all of them, the known ones too.
    LeadOn,
    /// A file of a list: parts of the archive.
    Part,
    /// A part's page.
    PartPage,
    /// The newest of a list.
    List,
    /// Their page.
    ListPage,
    /// The front page, and the paper itself.
    Home,
    /// Feeds, maps, rules for hosts.
    Sign,
    /// What tells pages of any age which of the app's files are current.
    Start,
}
