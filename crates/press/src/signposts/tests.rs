use story::check::read_site;
use story::time::Time;
use story::url::Base;
use trangnhat::Paper;

use super::sitemap::{MOST, Month, Page, Part, lists, month, stories};
use super::*;

fn paper(base_url: &str) -> Paper {
    let site = format!(
        r#"{{"version":1,"name":"Báo & Thử","language":"vi","timezone":"Asia/Ho_Chi_Minh",
            "base_url":"{base_url}","tagline":"Một tờ báo","sections":[]}}"#
    );
    let (site, _) = read_site("site.json", &site).expect("a good site");
    let base = Base::of_url(&site.base_url);
    Paper { site, base, now: None }
}

fn time(text: &str) -> Time {
    text.parse().expect("a time")
}

fn page<'a>(path: &'a str, published: Option<&str>) -> Page<'a> {
    Page { path, published: published.map(time), updated: None }
}

fn names<'a>(parts: &'a [Part<'_>]) -> Vec<&'a str> {
    parts.iter().map(|part| part.name.as_str()).collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("text")
}

#[test]
fn stories_are_in_the_part_of_their_month() {
    let parts = stories([
        page("/a/b-2/", Some("2024-05-02T08:00:00+07:00")),
        page("/a/b-1/", Some("2024-05-31T23:59:59+07:00")),
        page("/a/b-3/", Some("2023-12-01T00:00:00+07:00")),
        page("/a/b-4/", None),
    ]);
    assert_eq!(
        names(&parts),
        ["sitemap-2023-12.xml", "sitemap-2024-05.xml", "sitemap-undated.xml"]
    );
    let may = &parts[1];
    assert_eq!(may.pages.iter().map(|page| page.path).collect::<Vec<_>>(), ["/a/b-1/", "/a/b-2/"]);
    assert_eq!(may.changed(), Some(time("2024-05-31T23:59:59+07:00")));
    assert_eq!(parts[2].changed(), None);
}

/// Who keeps the archive by months makes one of them anew, and gets what all would have given.
#[test]
fn a_month_alone_is_as_among_all() {
    let pages = [
        page("/a/b-2/", Some("2024-05-02T08:00:00+07:00")),
        page("/a/b-1/", Some("2024-05-31T23:59:59+07:00")),
        page("/a/b-4/", None),
    ];
    for page in &pages {
        let key = Month::of(page.published);
        let of_key = pages.into_iter().filter(|page| Month::of(page.published) == key);
        let alone = month(key, of_key);
        assert!(alone.iter().all(|part| stories(pages).contains(part)), "{alone:?}");
    }
}

#[test]
fn a_part_says_addresses_and_when_they_changed() {
    let mut one = page("/du-lich/chợ-1/", Some("2024-05-02T08:00:00+07:00"));
    one.updated = Some(time("2024-05-03T09:00:00+07:00"));
    let parts = stories([one]);
    let file = text(parts[0].write(&paper("https://thu.example/bao")));
    assert_eq!(
        file,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\
         <url><loc>https://thu.example/bao/du-lich/ch%E1%BB%A3-1/</loc>\
         <lastmod>2024-05-03T09:00:00+07:00</lastmod></url></urlset>"
    );
}

/// A change dated before the story itself (a paper's old system did that) is none.
#[test]
fn a_story_has_not_changed_before_it_was_there() {
    let mut one = page("/a/b-1/", Some("2024-05-02T08:00:00+07:00"));
    one.updated = Some(time("2023-01-01T00:00:00Z"));
    assert_eq!(stories([one])[0].changed(), one.published);
}

#[test]
fn a_part_that_is_too_large_is_cut_by_what_is_in_it() {
    let paths: Vec<String> = (0..MOST + 10).map(|n| format!("/a/b-{n}/")).collect();
    let of = |n: usize| {
        // Nearly all on one day, and these in one hour.
        let time = if n < 10 { "2024-05-01T08:00:00Z" } else { "2024-05-02T09:00:00Z" };
        page(&paths[n], Some(time))
    };
    let parts = stories((0..paths.len()).map(of));
    assert_eq!(names(&parts), ["sitemap-2024-05-01.xml", "sitemap-2024-05-02.xml"]);
    // One more, and the hour's hash has to tell them apart.
    let more = "/a/more-1/";
    let all = (0..paths.len()).map(of).chain([page(more, Some("2024-05-02T09:10:00Z"))]);
    let parts = stories(all);
    assert_eq!(parts.len(), 17, "{:?}", names(&parts));
    assert_eq!(names(&parts)[1], "sitemap-2024-05-02T09-0.xml");
    assert_eq!(parts.iter().map(|part| part.pages.len()).sum::<usize>(), paths.len() + 1);
    assert!(parts.iter().all(|part| part.pages.len() <= MOST));
}

#[test]
fn what_comes_last_or_first_is_the_same() {
    let paths: Vec<String> = (0..MOST * 2).map(|n| format!("/tag/t{n}/")).collect();
    let forward = lists("tags", paths.iter().map(String::as_str));
    let backward = lists("tags", paths.iter().rev().map(String::as_str));
    assert_eq!(forward, backward);
    assert_eq!(names(&forward)[..2], ["sitemap-tags-0.xml", "sitemap-tags-1.xml"]);
    assert!(lists("tags", []).is_empty());
}

/// One story more in a hundred thousand writes its month and the index.
#[test]
fn a_story_more_changes_one_part() {
    let paths: Vec<String> = (0..100_000).map(|n| format!("/a/b-{n}/")).collect();
    let of = |n: usize| {
        let (year, month, day) = (2004 + n % 20, 1 + n / 20 % 12, 1 + n / 240 % 28);
        page(&paths[n], Some(&format!("{year}-{month:02}-{day:02}T08:00:00+07:00")))
    };
    let before = stories((0..paths.len()).map(of));
    assert_eq!(before.len(), 240);
    let new = page("/a/new-1/", Some("2023-12-30T08:00:00+07:00"));
    let after = stories((0..paths.len()).map(of).chain([new]));
    let changed: Vec<&str> =
        after.iter().filter(|part| !before.contains(part)).map(|part| part.name.as_str()).collect();
    assert_eq!(changed, ["sitemap-2023-12.xml"]);
    let bytes = after.last().expect("a part").write(&paper("https://thu.example")).len();
    assert!(bytes < 60_000, "{bytes}");
}

#[test]
fn the_index_names_its_parts_in_whole_addresses() {
    let paper = paper("https://thu.example/bao");
    let file = text(sitemap::index(
        &paper,
        [("sitemap-tags.xml", None), ("sitemap-2024-05.xml", Some(time("2024-05-02T08:00:00Z")))],
    ));
    assert!(file.ends_with(
        "<sitemap><loc>https://thu.example/bao/sitemap-2024-05.xml</loc>\
         <lastmod>2024-05-02T08:00:00+00:00</lastmod></sitemap>\
         <sitemap><loc>https://thu.example/bao/sitemap-tags.xml</loc></sitemap></sitemapindex>"
    ));
    assert_eq!(
        robots(&paper),
        "User-agent: *\nAllow: /\n\nSitemap: https://thu.example/bao/sitemap.xml\n"
    );
}

#[test]
fn news_is_what_is_at_most_two_days_old() {
    let now = time("2024-05-03T08:00:00+07:00");
    let table = [
        ("2024-05-03T08:00:00+07:00", true),
        ("2024-05-03T08:00:01+07:00", false),
        ("2024-05-01T08:00:01+07:00", true),
        ("2024-05-01T08:00:00+07:00", false),
        ("2024-05-03T01:00:00Z", true),
    ];
    for (published, expected) in table {
        assert_eq!(news::is_news(&time(published), &now), expected, "{published}");
    }
}

#[test]
fn the_news_sitemap_says_what_google_asks() {
    let now = time("2024-05-03T08:00:00+07:00");
    let story = |path, title, published| news::Headline { path, title, published: time(published) };
    let stories = [
        story("/a/cu-1/", "Cũ", "2024-04-01T08:00:00+07:00"),
        story("/a/moi-2/", "Mưa <to> & gió", "2024-05-02T08:00:00+07:00"),
    ];
    let (file, youngest) = news::news(&paper("https://thu.example"), &now, stories).expect("news");
    assert_eq!(youngest, stories[1].published);
    let file = text(file);
    assert!(file.contains(
        "<url><loc>https://thu.example/a/moi-2/</loc><news:news><news:publication>\
         <news:name>Báo &amp; Thử</news:name><news:language>vi</news:language></news:publication>\
         <news:publication_date>2024-05-02T08:00:00+07:00</news:publication_date>\
         <news:title>Mưa &lt;to&gt; &amp; gió</news:title></news:news></url>"
    ));
    assert!(!file.contains("cu-1"));
    let later = time("2024-06-01T00:00:00Z");
    assert_eq!(news::news(&paper("https://thu.example"), &later, stories), None);
}

#[test]
fn the_news_sitemap_holds_the_newest_thousand() {
    let paths: Vec<String> = (0..1_500).map(|n| format!("/a/b-{n}/")).collect();
    let now = time("2024-05-03T08:00:00Z");
    let story = |(n, path): (usize, &'static str)| {
        let published = Time::from_epoch(now.epoch() - i64::try_from(n).unwrap_or(0), 420);
        news::Headline { path, title: "Tin", published }
    };
    let paths: Vec<&'static str> = paths.into_iter().map(|path| &*path.leak()).collect();
    let stories = paths.iter().copied().enumerate().rev().map(story);
    let (file, _) = news::news(&paper("https://thu.example"), &now, stories).expect("news");
    let file = text(file);
    assert_eq!(file.matches("<loc>").count(), news::MOST);
    assert!(file.contains("/a/b-0/") && file.contains("/a/b-999/") && !file.contains("/a/b-1000/"));
}

#[test]
fn the_manifest_names_the_icons_that_are_there() {
    let file = manifest::manifest(&paper("https://thu.example/bao"), |name| name != "icon-512.png");
    let value: serde_json::Value = serde_json::from_slice(&file).expect("JSON");
    assert_eq!(value["name"], "Báo & Thử");
    assert_eq!(value["description"], "Một tờ báo");
    assert_eq!((&value["start_url"], &value["scope"]), (&"/bao/".into(), &"/bao/".into()));
    let icons = value["icons"].as_array().expect("icons");
    let said: Vec<_> = icons.iter().map(|icon| (&icon["src"], &icon["purpose"])).collect();
    let (any, maskable) = ("any".into(), "maskable".into());
    assert_eq!(said, [(&"icon-192.png".into(), &any), (&"icon-maskable.png".into(), &maskable),]);
}

#[test]
fn articles_that_moved_are_led_on_to_the_newest_first() {
    let moved = |from, published: Option<&str>| redirects::Moved {
        from,
        to: "/du-lich/bai-1/",
        published: published.map(time),
    };
    let paper = paper("https://thu.example/bao");
    let lines = redirects::redirects(
        &paper,
        [
            moved("/khong-ngay/", None),
            moved("/cu/", Some("2020-01-01T00:00:00Z")),
            moved("/chợ cũ/", Some("2024-01-01T00:00:00Z")),
            // Patterns, to who reads the file.
            moved("/cu/*", None),
            moved("/cu/:ten/", None),
            moved("/du-lich/bai-1/", None),
        ],
    );
    assert_eq!(
        lines.as_deref(),
        Some(
            "/bao/ch%E1%BB%A3%20c%C5%A9/ /bao/du-lich/bai-1/ 301\n\
             /bao/cu/ /bao/du-lich/bai-1/ 301\n\
             /bao/khong-ngay/ /bao/du-lich/bai-1/ 301\n"
        )
    );
    assert_eq!(redirects::redirects(&paper, []), None);
    let paths: Vec<String> = (0..3_000).map(|n| format!("/cu/{n}/")).collect();
    let many = paths.iter().map(|path| moved(path, None));
    let lines = redirects::redirects(&paper, many).expect("lines");
    assert_eq!(lines.lines().count(), redirects::MOST);
    let paths: Vec<String> = (0..3_000).map(|n| format!("/cu/{}{n:04}/", "x".repeat(60))).collect();
    let many = paths.iter().map(|path| moved(path, None));
    let lines = redirects::redirects(&paper, many).expect("lines");
    assert!((redirects::BYTES - 200..=redirects::BYTES).contains(&lines.len()), "{}", lines.len());
    assert!(lines.ends_with(" 301\n"));
}
