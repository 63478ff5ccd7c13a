//! Feeds for other programs: the newest stories of the paper, of each section and of each tag, as
//! RSS 2.0 and as JSON Feed 1.1.

mod json;
mod rss;

use std::path::Path;

use story::model::Card;
use story::time::Time;
use story::url::SitePath;
use trangnhat::Paper;
use trangnhat::head::{Format, JSON_FEED, RSS, absolute, canonical};

/// How many stories a feed has at most.
pub const MOST: usize = 20;

/// What a feed is written in.
pub const FORMATS: [Format; 2] = [RSS, JSON_FEED];

/// A feed, whatever it is written in. Addresses are whole.
struct Feed<'a> {
    title: &'a str,
    about: &'a str,
    language: &'static str,
    /// The page it is of, in whose folder it lies.
    page: String,
    items: Vec<Item>,
}

/// A story in a feed.
struct Item {
    url: String,
    title: String,
    lead: Option<String>,
    published: Option<Time>,
    section: Option<String>,
    picture: Option<Picture>,
}

struct Picture {
    url: String,
    /// What a feed must say of a file: how many bytes it has, and its content type. None for what
    /// lies elsewhere.
    file: Option<(u64, &'static str)>,
}

/// What a feed is of.
#[derive(Debug)]
pub struct Subject<'a> {
    /// What feed readers call it.
    pub title: &'a str,
    /// What it is about.
    pub about: &'a str,
    /// The page it is of, in whose folder it lies.
    pub page: &'a SitePath,
}

/// Writes a feed of these stories. `weigh` says how many bytes a file of the site has, where it is
/// there.
#[must_use]
pub fn write(
    format: Format,
    paper: &Paper,
    subject: &Subject<'_>,
    cards: &[Card],
    weigh: &dyn Fn(&str) -> Option<u64>,
) -> Vec<u8> {
    let feed = Feed {
        title: subject.title,
        about: subject.about,
        language: paper.language().tag(),
        page: canonical(paper, subject.page),
        items: cards.iter().map(|card| item(paper, card, weigh)).collect(),
    };
    // Both are written into memory, of text: neither can fail.
    let bytes = if format.file == RSS.file { rss::write(&feed) } else { json::write(&feed) };
    bytes.unwrap_or_default()
}

fn item(paper: &Paper, card: &Card, weigh: &dyn Fn(&str) -> Option<u64>) -> Item {
    let section = card.section.as_ref().and_then(|slug| paper.section(slug));
    Item {
        url: canonical(paper, &card.path),
        title: card.title.clone(),
        lead: card.lead.clone(),
        published: card.published,
        section: section.map(|section| section.name.clone()),
        picture: card.cover.as_ref().map(|cover| Picture {
            url: absolute(paper, &cover.src),
            file: file(&cover.src, weigh),
        }),
    }
}

/// How many bytes a picture of the site has, and what it is. None for one that lies
/// elsewhere, is not there, or is of a kind that feeds do not show.
fn file(src: &str, weigh: &dyn Fn(&str) -> Option<u64>) -> Option<(u64, &'static str)> {
    let ending = Path::new(src).extension()?.to_str()?.to_ascii_lowercase();
    let kind = match ending.as_str() {
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "avif" => "image/avif",
        _ => return None,
    };
    if src.starts_with("https:") {
        return None;
    }
    Some((weigh(src)?, kind))
}
