//! What feed readers find.

use std::collections::HashMap;
use std::fs;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;
use serde_json::{Value, json};

use crate::desk::{Desk, article};

/// The feeds of a paper with these articles, by their names; `img/a.jpg` is a file of 5 bytes.
fn feeds(articles: &[Value]) -> HashMap<String, Vec<u8>> {
    let numbered = articles.iter().enumerate();
    let articles: Vec<Value> = numbered
        .map(|(at, more)| {
            let mut more = more.clone();
            more.as_object_mut().expect("fields").entry("title").or_insert(json!("Tin"));
            article(&at.to_string(), more)
        })
        .collect();
    let desk = Desk::new(&articles);
    desk.change("site.json", |site| {
        site["name"] = json!("Báo & Thử");
        site["base_url"] = json!("https://thu.example/bao");
        site["sections"] = json!([{ "slug": "du-lich", "name": "Du <lịch>" }]);
    });
    fs::create_dir_all(desk.content().join("img")).expect("a folder");
    fs::write(desk.content().join("img/a.jpg"), "12345").expect("a file");
    desk.build().expect("a site");
    let all = desk.everything().into_iter();
    all.map(|(path, bytes)| (path.to_string_lossy().into_owned(), bytes))
        .filter(|(name, _)| name.ends_with("feed.json") || name.ends_with("feed.xml"))
        .collect()
}

/// What a reader of XML finds: of each element that holds text, its path and text; of each other
/// one, its path and attributes.
fn found(xml: &[u8]) -> Vec<(String, String)> {
    let mut reader = Reader::from_reader(xml);
    let (mut path, mut all): (Vec<String>, Vec<(String, String)>) = (Vec::new(), Vec::new());
    let mut text = String::new();
    loop {
        match reader.read_event().expect("good XML") {
            Event::Start(start) => {
                path.push(start.name().as_ref().to_owned());
                text.clear();
            }
            Event::Empty(element) => {
                let name = element.name().as_ref().to_owned();
                for attribute in element.attributes() {
                    let attribute = attribute.expect("an attribute");
                    let key = attribute.key.as_ref();
                    let value = unescape(&attribute.value).expect("known entities");
                    all.push((format!("{name}@{key}"), value.into_owned()));
                }
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(name) => {
                let entity = format!("&{};", &*name);
                text.push_str(&unescape(&entity).expect("a known entity"));
            }
            Event::End(_) => {
                let name = path.join("/");
                path.pop();
                if !text.is_empty() {
                    all.push((name.trim_start_matches("rss/channel/").to_owned(), text.clone()));
                }
                text.clear();
            }
            Event::Eof => return all,
            _ => {}
        }
    }
}

fn json_of(feeds: &HashMap<String, Vec<u8>>, name: &str) -> Value {
    serde_json::from_slice(&feeds[name]).expect("JSON")
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

#[test]
fn the_paper_each_section_and_each_tag_have_both_feeds() {
    let feeds = feeds(&[json!({ "tags": [{ "slug": "lu", "name": "Lũ" }] })]);
    let mut names: Vec<&str> = feeds.keys().map(String::as_str).collect();
    names.sort_unstable();
    let expected = ["", "du-lich/", "tag/lu/", "tin/"]
        .iter()
        .flat_map(|folder| [format!("{folder}feed.json"), format!("{folder}feed.xml")])
        .collect::<std::collections::BTreeSet<_>>();
    assert_eq!(names, expected.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(json_of(&feeds, "tag/lu/feed.json")["title"], "#Lũ – Báo & Thử");
    assert!(json_of(&feeds, "du-lich/feed.json")["items"].as_array().expect("items").is_empty());
}

#[test]
fn rss_says_of_each_story_what_readers_need_in_whole_addresses() {
    let feeds = feeds(&[json!({
        "title": "Mưa <to> & \"gió\"", "section": "du-lich", "lead": "Một < hai\u{1}",
        "published": "2024-05-02T01:00:00Z", "cover": { "src": "img/a.jpg", "width": 3, "height": 2 },
    })]);
    let url = "https://thu.example/bao/du-lich/mua-to-gio-0/";
    assert_eq!(
        found(&feeds["du-lich/feed.xml"]),
        [
            pair("title", "Du <lịch> – Báo & Thử"),
            pair("link", "https://thu.example/bao/du-lich/"),
            pair("description", "Du &lt;lịch&gt; – Báo &amp; Thử"),
            pair("language", "vi"),
            pair("atom:link@rel", "self"),
            pair("atom:link@type", "application/rss+xml"),
            pair("atom:link@href", "https://thu.example/bao/du-lich/feed.xml"),
            pair("item/title", "Mưa <to> & \"gió\""),
            pair("item/link", url),
            pair("item/guid", url),
            // HTML within XML: a reader shows “Một < hai”.
            pair("item/description", "Một &lt; hai"),
            pair("item/pubDate", "Thu, 02 May 2024 08:00:00 +0700"),
            pair("item/category", "Du <lịch>"),
            pair("enclosure@url", "https://thu.example/bao/img/a.jpg"),
            pair("enclosure@length", "5"),
            pair("enclosure@type", "image/jpeg"),
        ]
    );
}

#[test]
fn a_json_feed_says_the_same() {
    let feeds = feeds(&[
        json!({
            "title": "Mưa </script>", "section": "du-lich", "lead": "Một < hai",
            "published": "2024-05-02T01:00:00Z",
            "cover": { "src": "https://b.example/b.jpg", "width": 3, "height": 2 },
        }),
        json!({}),
        json!({ "kind": "page", "title": "Giới thiệu" }),
    ]);
    let whole = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Báo & Thử",
        "description": "Báo & Thử",
        "home_page_url": "https://thu.example/bao/",
        "feed_url": "https://thu.example/bao/feed.json",
        "language": "vi",
        "items": [
            {
                "id": "https://thu.example/bao/du-lich/mua-script-0/",
                "url": "https://thu.example/bao/du-lich/mua-script-0/",
                "title": "Mưa </script>",
                "content_text": "Một < hai",
                "image": "https://b.example/b.jpg",
                "date_published": "2024-05-02T08:00:00+07:00",
                "tags": ["Du <lịch>"],
            },
            {
                "id": "https://thu.example/bao/tin/tin-1/",
                "url": "https://thu.example/bao/tin/tin-1/",
                "title": "Tin",
                "content_text": "Tin",
            },
        ],
    });
    assert_eq!(json_of(&feeds, "feed.json"), whole);
    // A picture that lies elsewhere has no size that is known: RSS leaves it out.
    assert!(!found(&feeds["feed.xml"]).iter().any(|(name, _)| name.starts_with("enclosure")));
}

#[test]
fn a_feed_holds_the_newest_twenty() {
    let day = |day: usize| json!({ "published": format!("2024-05-{day:02}T08:00:00+07:00") });
    let articles: Vec<Value> = (1..=25).map(day).collect();
    let feeds = feeds(&articles);
    for name in ["feed.json", "tin/feed.json"] {
        let items = json_of(&feeds, name)["items"].as_array().expect("items").clone();
        assert_eq!(items.len(), 20);
        assert_eq!(items[0]["date_published"], "2024-05-25T08:00:00+07:00");
        assert_eq!(items[19]["date_published"], "2024-05-06T08:00:00+07:00");
    }
}
