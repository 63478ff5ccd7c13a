use std::borrow::Cow;

use super::Say;

/// English.
pub(super) fn say(what: Say) -> Cow<'static, str> {
    Cow::Owned(match what {
        Say::ReadingTime(minutes) => format!("{minutes} min read"),
        Say::OpenPicture(n, all) => format!("Open picture {n}/{all}"),
        Say::PictureOf(n, all) => format!("Picture {n} of {all}"),
        Say::StoriesOf(first, last, all) => format!("Stories {first}–{last} of {all}"),
        Say::Stories(n) if n != 1 => format!("{n} stories"),
        Say::ServerError(status) => format!("The server has a problem ({status})."),
        Say::Photographs(n) if n != 1 => format!("{n} photos"),
        what => return Cow::Borrowed(words(what)),
    })
}

/// What is always said in the same words. Apart, so that it becomes a table and not code.
fn words(what: Say) -> &'static str {
    match what {
        Say::SkipToContent => "Skip to content",
        Say::Sections => "Sections",
        Say::OpenSections => "Open sections",
        Say::YouAreHere => "You are here",
        Say::Footer => "Footer",
        Say::Home => "Front page",
        Say::Appearance => "Appearance",
        Say::Light => "Light",
        Say::Dark => "Dark",
        Say::System => "System",
        Say::SaveData => "Save data",
        Say::Tags => "Tags",
        Say::Source => "Source",
        Say::Corrections => "Corrections",
        Say::Updated => "Updated",
        Say::Listen => "Listen to this story",
        Say::Pictures => "Pictures of the article",
        Say::PreviousPicture => "Previous picture",
        Say::NextPicture => "Next picture",
        Say::ZoomIn => "Zoom in",
        Say::ZoomOut => "Zoom out",
        Say::AllPictures => "All pictures",
        Say::SharePicture => "Share this picture",
        Say::DownloadPicture => "Download the picture",
        Say::Close => "Close",
        Say::PictureMissing => "The picture could not be loaded",
        Say::MoreInSection => "More in this section",
        Say::Previous => "Previous",
        Say::Next => "Next",
        Say::YouMayLike => "You may also like",
        Say::TryAgain => "Try again",
        Say::ReloadPage => "Reload the page",
        Say::Share => "Share",
        Say::CopyLink => "Copy link",
        Say::LinkCopied => "Link copied",
        Say::LinkNotCopied => "The link could not be copied",
        Say::ShareSheet => "Share…",
        Say::MoreOfList => "Show more",
        Say::Unfold => "Whole caption",
        Say::Fold => "Less",
        Say::NewStories => "New stories",
        Say::ShowNew => "Show them",
        Say::Archive => "Archive",
        Say::Undated => "Without a date",
        Say::Newer => "Newer",
        Say::Older => "Older",
        Say::Stories(1) => "1 story",
        Say::NoStories => "No stories yet.",
        Say::NotFound => "Page not found",
        Say::NotFoundText => "This page is gone, or its address has a slip in it.",
        Say::ToHome => "To the front page",
        Say::Offline => "There is no connection.",
        Say::TimedOut => "The connection is too slow: no answer yet.",
        Say::CutOff => "The data was cut off on its way.",
        Say::WrongData => "The data of this page is damaged.",
        Say::UnknownVersion => "The site has changed its version. Please reload the page.",
        Say::PrintedFrom => "Printed from",
        Say::FollowUs => "Follow us",
        Say::ShowEmbed => "Show the content",
        Say::EmbedNotice => "This comes from another site and loads only when you press.",
        Say::Photographs(1) => "1 photo",
        Say::VideoStory => "Video",
        Say::PhotoStory => "Photo story",
        Say::Duration => "Length",
        Say::Latest => "Latest",
        Say::Back => "Back",
        // Said above, with their numbers.
        Say::ReadingTime(_)
        | Say::OpenPicture(_, _)
        | Say::PictureOf(_, _)
        | Say::StoriesOf(_, _, _)
        | Say::Stories(_)
        | Say::ServerError(_)
        | Say::Photographs(_) => "",
    }
}
