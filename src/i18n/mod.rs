//! Everything a reader sees or hears that is not the newsroom's, in both languages.

mod en;
mod vi;

use std::borrow::Cow;

use story::model::Language;

/// Something to say. The names that tests and screen readers meet are in `docs/architecture.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    /// The first link of the page.
    SkipToContent,
    /// Name of the section menu's landmark.
    Sections,
    /// Opens the section menu on a phone.
    OpenSections,
    /// Name of the breadcrumb.
    YouAreHere,
    /// Name of the footer.
    Footer,
    /// First step of the breadcrumb.
    Home,
    /// Name of the theme switch.
    Appearance,
    /// Theme.
    Light,
    /// Theme.
    Dark,
    /// Theme.
    System,
    /// Switch: fetch nothing that was not asked for.
    SaveData,
    /// Name of the tags.
    Tags,
    /// Before the source's name.
    Source,
    /// Heading of the corrections.
    Corrections,
    /// Before the time of the last change.
    Updated,
    /// How long the story takes, in minutes.
    ReadingTime(u32),
    /// Heading of the read-aloud files.
    Listen,
    /// A picture's link: number and how many there are.
    OpenPicture(u32, u32),
    /// Name of the lightbox.
    Pictures,
    /// The lightbox's status, spoken.
    PictureOf(u32, u32),
    /// Lightbox.
    PreviousPicture,
    /// Lightbox.
    NextPicture,
    /// Lightbox.
    ZoomIn,
    /// Lightbox.
    ZoomOut,
    /// Lightbox: shows all of them at a glance.
    AllPictures,
    /// Lightbox.
    SharePicture,
    /// Lightbox.
    DownloadPicture,
    /// Lightbox and notices.
    Close,
    /// In place of a picture that did not come.
    PictureMissing,
    /// Heading of the rail.
    MoreInSection,
    /// Rail.
    Previous,
    /// Rail.
    Next,
    /// The rail's status, spoken: first and last in view, and how many there are.
    StoriesOf(u32, u32, u32),
    /// Heading of the editors' picks.
    YouMayLike,
    /// Failures.
    TryAgain,
    /// Failures.
    ReloadPage,
    /// Heading of the share links.
    Share,
    /// Share.
    CopyLink,
    /// Share, once done.
    LinkCopied,
    /// Share, when it could not be done.
    LinkNotCopied,
    /// Opens the phone's share sheet.
    ShareSheet,
    /// Shows more of a list.
    MoreOfList,
    /// Folds a long caption open.
    Unfold,
    /// Folds it again.
    Fold,
    /// Lists have changed.
    NewStories,
    /// Shows the list as it is now.
    ShowNew,
    /// Heading of an archive.
    Archive,
    /// Articles without a date in an archive.
    Undated,
    /// Link to the newer part of an archive.
    Newer,
    /// Link to the older part of an archive.
    Older,
    /// How many stories.
    Stories(u32),
    /// A list without stories.
    NoStories,
    /// Heading of the page that is not there.
    NotFound,
    /// Text of the page that is not there.
    NotFoundText,
    /// Link to the first page.
    ToHome,
    /// Failure: no connection.
    Offline,
    /// Failure: the server answered with an error (its status).
    ServerError(u16),
    /// Failure: no answer in time.
    TimedOut,
    /// Failure: the file was cut off or is not JSON.
    CutOff,
    /// Failure: the file is not what it should be.
    WrongData,
    /// Failure: the file is of a newer version than the app.
    UnknownVersion,
    /// Before the address of the paper in print.
    PrintedFrom,
    /// Name of the accounts in the footer.
    FollowUs,
    /// Starts an embed: its title and whose it is follow.
    ShowEmbed,
    /// Says that an embed asks another host.
    EmbedNotice,
    /// Says that a link leads to another site, for who cannot see it.
    Photographs(u32),
    /// Kind of an article on its card.
    VideoStory,
    /// Kind of an article on its card.
    PhotoStory,
    /// Plays or reads aloud: minutes and seconds follow.
    Duration,
    /// Heading of the newest stories.
    Latest,
    /// Label of the breadcrumb's and archive's way up.
    Back,
}

/// The words in a language.
#[must_use]
pub fn say(language: Language, what: Say) -> Cow<'static, str> {
    match language {
        Language::Vi => vi::say(what),
        Language::En => en::say(what),
    }
}

#[cfg(test)]
mod tests {
    use super::{Say, say};
    use story::model::Language;

    #[test]
    fn numbers_are_said_in_their_words() {
        let table = [
            (Language::Vi, Say::Stories(1), "1 tin"),
            (Language::En, Say::Stories(1), "1 story"),
            (Language::En, Say::Stories(0), "0 stories"),
            (Language::En, Say::Photographs(1), "1 photo"),
            (Language::En, Say::Photographs(2), "2 photos"),
            (Language::Vi, Say::StoriesOf(4, 6, 120), "Tin 4–6 trên 120"),
            (Language::En, Say::OpenPicture(3, 8), "Open picture 3/8"),
        ];
        for (language, what, words) in table {
            assert_eq!(say(language, what), words);
        }
    }
}
