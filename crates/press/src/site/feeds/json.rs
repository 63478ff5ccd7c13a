//! JSON Feed 1.1.

use serde::Serialize;
use story::time::Time;
use trangnhat::head::JSON_FEED;

use super::{Feed, Item};

#[derive(Serialize)]
struct Whole<'a> {
    version: &'static str,
    title: &'a str,
    description: &'a str,
    home_page_url: &'a str,
    feed_url: String,
    language: &'static str,
    items: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    /// The format asks for a text; a story without a lead gives its title.
    content_text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<Time>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<[&'a str; 1]>,
}

/// The feed as bytes. None never: it is made of text.
pub(super) fn write(feed: &Feed<'_>) -> Option<Vec<u8>> {
    let whole = Whole {
        version: "https://jsonfeed.org/version/1.1",
        title: feed.title,
        description: feed.about,
        home_page_url: &feed.page,
        feed_url: format!("{}{}", feed.page, JSON_FEED.file),
        language: feed.language,
        items: feed.items.iter().map(entry).collect(),
    };
    serde_json::to_vec(&whole).ok()
}

fn entry(item: &Item) -> Entry<'_> {
    Entry {
        id: &item.url,
        url: &item.url,
        title: &item.title,
        content_text: item.lead.as_ref().unwrap_or(&item.title),
        image: item.picture.as_ref().map(|picture| picture.url.as_str()),
        date_published: item.published,
        tags: item.section.as_deref().map(|section| [section]),
    }
}
