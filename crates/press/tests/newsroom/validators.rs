//! What other programs read of a site, held against programs and rules that are not the press's.

use std::path::{Path, PathBuf};
use std::process::Command;

use boon::{Compiler, Schemas};
use serde_json::{Value, json};

use crate::desk::{Desk, article};
use crate::tool;

/// A paper with what formats stumble over: letters of every kind, entities, stories without a time or
/// a title of their own, one of today, one that moved.
fn desk() -> Desk {
    let mut articles = vec![
        article(
            "1",
            json!({"title": "Mưa <to> & \"gió\" ở Đà Lạt 🌊", "section": "du-lich",
            "lead": "Nước lên ]]> nhanh", "published": "2025-12-31T08:00:00+07:00",
            "authors": [{"name": "An"}], "tags": [{"slug": "lu", "name": "Lũ & bão"}],
            "cover": {"src": "img/a.png", "width": 3, "height": 2}}),
        ),
        article("2", json!({"aliases": ["/cũ/bài hai/"], "updated": "2020-01-01T00:00:00Z"})),
        article("3", json!({"kind": "page", "title": "Giới thiệu"})),
    ];
    for n in 10..60 {
        let published = format!("20{n}-0{}-02T08:00:00+07:00", 1 + n % 9);
        articles.push(article(&n.to_string(), json!({"section": "bien", "published": published})));
    }
    let desk = Desk::new(&articles);
    desk.picture("img/a.png");
    desk.build().expect("a site");
    desk
}

fn named(desk: &Desk, fits: impl Fn(&str) -> bool) -> Vec<(String, Vec<u8>)> {
    let all = desk.everything().into_iter();
    let all = all.map(|(path, bytes)| (path.to_string_lossy().into_owned(), bytes));
    all.filter(|(name, _)| fits(name)).collect()
}

#[test]
fn a_feed_parser_reads_every_feed_alike_in_both_formats() {
    let desk = desk();
    let feeds = named(&desk, |name| name.ends_with("feed.xml"));
    assert_eq!(feeds.len(), 5, "the paper, two sections, those without one, a tag");
    for (name, rss) in feeds {
        let json = desk.page(&name.replace(".xml", ".json"));
        let read =
            |bytes: &[u8]| feed_rs::parser::parse(bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        let (rss, json) = (read(&rss), read(json.as_bytes()));
        assert_eq!(rss.title.map(|t| t.content), json.title.map(|t| t.content), "{name}");
        assert_eq!(rss.entries.len(), json.entries.len(), "{name}");
        for (one, other) in rss.entries.into_iter().zip(json.entries) {
            let title =
                |entry: &feed_rs::model::Entry| entry.title.as_ref().map(|t| t.content.clone());
            assert_eq!(title(&one), title(&other), "{name}");
            assert_eq!(one.links[0].href, other.links[0].href, "{name}");
            assert_eq!(one.published, other.published, "{name}");
            assert_eq!(one.id, other.id, "{name}");
        }
    }
}

#[test]
fn json_feeds_keep_the_rules_of_their_format() {
    let rules: Value =
        serde_json::from_str(include_str!("../schemas/json-feed.json")).expect("JSON");
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("json-feed.json", rules).expect("a schema");
    let index = compiler.compile("json-feed.json", &mut schemas).expect("a schema");
    let feeds = named(&desk(), |name| name.ends_with("feed.json"));
    assert_eq!(feeds.len(), 5);
    for (name, bytes) in feeds {
        let feed: Value = serde_json::from_slice(&bytes).expect("JSON");
        schemas.validate(&feed, index).unwrap_or_else(|error| panic!("{name}: {error:#}"));
    }
    let none = json!({"version": "https://jsonfeed.org/version/1.1", "title": "", "items": []});
    assert!(schemas.validate(&none, index).is_err(), "the rules refuse nothing");
}

#[test]
fn sitemaps_keep_the_rules_of_their_format() {
    let Some(xmllint) = tool::find("xmllint") else { return };
    let desk = desk();
    let files = named(&desk, |name| name.starts_with("sitemap"));
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    for expected in
        ["sitemap.xml", "sitemap-news.xml", "sitemap-2025-12.xml", "sitemap-undated.xml"]
    {
        assert!(names.contains(&expected), "{names:?}");
    }
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas/sitemap.rng");
    let check = |rules: &[&std::ffi::OsStr], files: &[PathBuf]| {
        Command::new(&xmllint)
            .args(["--nonet", "--noout"])
            .args(rules)
            .args(files)
            .output()
            .expect("xmllint")
    };
    let paths: Vec<PathBuf> = names.iter().map(|name| desk.site().join(name)).collect();
    let rules = ["--relaxng".as_ref(), rules.as_os_str()];
    let said = check(&rules, &paths);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let feeds = named(&desk, |name| name.ends_with("feed.xml"));
    let feeds: Vec<PathBuf> = feeds.iter().map(|(name, _)| desk.site().join(name)).collect();
    let said = check(&[], &feeds);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    assert!(!check(&rules, &feeds).status.success(), "the rules refuse nothing");
}

#[test]
fn the_sitemap_leads_to_every_page_of_a_story_and_to_nothing_else() {
    let desk = desk();
    let inside = |text: &str| -> Vec<String> {
        let parts = text.split("<loc>https://thu.example/").skip(1);
        parts.filter_map(|part| Some(part.split_once('<')?.0.to_owned())).collect()
    };
    let parts = inside(&desk.page("sitemap.xml"));
    let mut count = 0;
    for part in parts {
        for page in inside(&desk.page(&part)) {
            assert!(desk.site().join(&page).join("index.html").is_file(), "{part} names {page}");
            count += usize::from(part != "sitemap-news.xml" && page.contains("/bai-"));
        }
    }
    // Held back until their day: all from 2026 on.
    assert_eq!(count, 1 + 16);
}
