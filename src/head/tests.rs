use serde_json::{Value, json};
use story::model::{Article, Home, List, Site};
use story::url::{Base, ListKind};

use super::*;
use crate::fetch::Failure;
use crate::pages::ListPage;

/// A paper of two sections, one within the other.
pub(super) fn paper() -> Paper {
    let site: Site = read(json!({
        "version": 1, "name": "Báo \"Thử\"", "tagline": "Tin & chuyện", "language": "vi",
        "timezone": "Asia/Ho_Chi_Minh", "base_url": "https://thu.example/bao",
        "sections": [
            { "slug": "du-lich", "name": "Du lịch" },
            { "slug": "bien", "name": "Biển <xanh>", "parent": "du-lich" },
        ],
        "social": [{ "network": "x", "url": "https://x.example/thu" }],
    }));
    let base = Base::of_url(&site.base_url);
    Paper { site, base, now: None }
}

fn read<T: story::json::Read>(value: Value) -> T {
    let json = serde_json::from_value(value).expect("JSON");
    story::json::read(json).expect("what the contract allows")
}

pub(super) fn article(more: Value) -> Page {
    let mut all = json!({
        "version": 1, "id": "7", "title": "Mùa nước nổi", "path": "/bien/mua-nuoc-noi-7/",
        "section": "bien", "body": [],
    });
    if let (Some(all), Value::Object(more)) = (all.as_object_mut(), more) {
        all.extend(more);
    }
    Page::Article(Box::new(read::<Article>(all)))
}

pub(super) fn list(kind: ListKind, slug: &str, title: &str, key: &str) -> Page {
    let list: List = read(json!({
        "version": 1, "slug": slug, "title": title, "key": key, "newer": null, "older": null,
        "items": [
            { "id": "1", "path": "/tin/a-1/", "title": "A" },
            { "id": "2", "path": "/tin/b-2/", "title": "B",
              "cover": { "src": "img/b.jpg", "width": 200, "height": 100 } },
        ],
    }));
    Page::List(Box::new(ListPage { kind, list, archive: None }))
}

/// What the page says under a name.
fn said(page: &Page, share: Option<&Share>, name: &str) -> Vec<String> {
    let tags = tags(&paper(), page, share);
    tags.into_iter()
        .filter_map(|tag| match tag {
            Tag::Title(text) if name == "title" => Some(text),
            Tag::Canonical(text) if name == "canonical" => Some(text),
            Tag::Name(key, text) | Tag::Property(key, text) if name == key => Some(text),
            Tag::Feed { href, .. } if name == "feed" => Some(href),
            _ => None,
        })
        .collect()
}

/// The structured data of the page, as its HTML has it.
pub(super) fn data(page: &Page) -> Vec<Value> {
    let html = html(&tags(&paper(), page, None));
    let open = "<script type=\"application/ld+json\" id=\"page-data\">";
    let rest = html.split_once(open).expect("structured data").1;
    let json = rest.split_once("</script>").expect("its end").0;
    let whole: Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(whole["@context"], "https://schema.org");
    whole["@graph"].as_array().expect("a graph").clone()
}

pub(super) fn full() -> Page {
    article(json!({
        "lead": ["Nước ", { "text": "lên", "marks": ["em"] }, " sớm."],
        "published": "2024-05-01T08:00:00+07:00", "updated": "2024-05-02T09:00:00+07:00",
        "authors": [
            { "name": "An", "role": "phóng viên", "url": "/tin/an-3/" },
            { "name": "Bình", "url": "https://binh.example/" },
            { "name": "Chi", "url": "mailto:chi@thu.example" },
        ],
        "tags": [{ "slug": "lu", "name": "Lũ" }, { "slug": "dong", "name": "Đồng" }],
        "cover": { "src": "img/bia.jpg", "width": 1600, "height": 900, "alt": "Một con đò" },
        "body": [
            { "type": "image", "src": "img/a.jpg", "width": 800, "height": 600,
              "caption": "Chợ", "credit": "Ảnh: An", "alt": "IMG_1.jpg" },
            { "type": "box", "body": [
                { "type": "gallery", "caption": "Cả loạt", "images": [
                    { "src": "https://b.example/b.jpg", "width": 3, "height": 2 },
                ] },
            ] },
        ],
    }))
}

#[test]
fn every_page_has_its_one_address_title_and_description() {
    let home = Page::Home(Home::default());
    let table = [
        (home, "https://thu.example/bao/", "Báo \"Thử\"", "Tin & chuyện"),
        (
            list(ListKind::Section, "bien", "Biển", "latest"),
            "https://thu.example/bao/bien/",
            "Biển",
            "Tin mới nhất: Biển. Báo \"Thử\" – Tin & chuyện",
        ),
        (
            list(ListKind::Tag, "lu", "Lũ", "2024-05"),
            "https://thu.example/bao/tag/lu/2024/05/",
            "#Lũ – Tháng 5/2024",
            "Lưu trữ: #Lũ – Tháng 5/2024. Báo \"Thử\" – Tin & chuyện",
        ),
        (full(), "https://thu.example/bao/bien/mua-nuoc-noi-7/", "Mùa nước nổi", "Nước lên sớm."),
    ];
    for (page, url, title, description) in table {
        assert_eq!(said(&page, None, "title"), [pages::title(&paper(), &page)]);
        assert_eq!(
            (said(&page, None, "canonical"), said(&page, None, "og:url")),
            (vec![url.into()], vec![url.into()])
        );
        assert_eq!(said(&page, None, "og:title"), [title]);
        for name in ["description", "og:description"] {
            assert_eq!(said(&page, None, name), [description]);
        }
        assert_eq!(said(&page, None, "og:locale"), ["vi_VN"]);
        assert_eq!(said(&page, None, "og:site_name"), ["Báo \"Thử\""]);
    }
}

#[test]
fn a_story_says_who_when_where_and_about_what() {
    let page = full();
    let table: [(&str, &[&str]); 8] = [
        ("og:type", &["article"]),
        ("article:published_time", &["2024-05-01T08:00:00+07:00"]),
        ("article:modified_time", &["2024-05-02T09:00:00+07:00"]),
        ("article:author", &["https://thu.example/bao/tin/an-3/", "https://binh.example/", "Chi"]),
        ("article:section", &["Biển <xanh>"]),
        ("article:tag", &["Lũ", "Đồng"]),
        ("robots", &["max-image-preview:large"]),
        ("twitter:card", &["summary_large_image"]),
    ];
    for (name, expected) in table {
        assert_eq!(said(&page, None, name), expected, "{name}");
    }
    // An imprint is no story.
    let imprint = article(
        json!({ "kind": "page", "section": null, "published": "2024-05-01T08:00:00+07:00" }),
    );
    assert_eq!(said(&imprint, None, "og:type"), ["website"]);
    assert!(said(&imprint, None, "article:published_time").is_empty());
}

#[test]
fn the_picture_is_the_one_cut_for_shares_else_the_pages_own() {
    let share = Share { src: "img/x.jpg".into(), width: 1200, height: 630 };
    let own = |page: &Page, share| {
        ["og:image", "og:image:width", "og:image:alt", "twitter:card"]
            .map(|name| said(page, share, name).join(" "))
    };
    let (bia, x) = ("https://thu.example/bao/img/bia.jpg", "https://thu.example/bao/img/x.jpg");
    assert_eq!(own(&full(), None), [bia, "1600", "Một con đò", "summary_large_image"]);
    assert_eq!(own(&full(), Some(&share)), [x, "1200", "Một con đò", "summary_large_image"]);
    // Of a list the first story that has one; too small for a large card.
    let b = "https://thu.example/bao/img/b.jpg";
    let page = list(ListKind::Section, "bien", "Biển", "latest");
    assert_eq!(own(&page, None), [b, "200", "", "summary"]);
    // None: nothing is said, not even of the one cut for shares.
    assert_eq!(own(&article(json!({})), Some(&share)), ["", "", "", "summary"]);
}

#[test]
fn pages_name_the_feeds_of_what_they_are_part_of() {
    let both = |path: &str| {
        let url = format!("https://thu.example/bao{path}feed");
        vec![format!("{url}.xml"), format!("{url}.json")]
    };
    let of_two = |path: &str| [both(path), both("/")].concat();
    let table = [
        (Page::Home(Home::default()), both("/")),
        (list(ListKind::Section, "bien", "Biển", "2024-05"), of_two("/bien/")),
        (list(ListKind::Tag, "lu", "Lũ", "latest"), of_two("/tag/lu/")),
        (full(), of_two("/bien/")),
        (article(json!({ "section": null })), both("/")),
    ];
    for (page, feeds) in table {
        assert_eq!(said(&page, None, "feed"), feeds);
    }
}

#[test]
fn what_is_not_there_is_not_listed_and_has_no_address() {
    let title = || Tag::Title(pages::title(&paper(), &Page::NotFound));
    assert_eq!(
        tags(&paper(), &Page::NotFound, None),
        [title(), Tag::Name("robots", "noindex".into())]
    );
    // A failure is no reason to drop the page from any index.
    assert_eq!(tags(&paper(), &Page::Failure(Failure::Offline), None).len(), 1);
}

#[test]
fn no_title_can_end_what_it_stands_in() {
    for title in [
        "Ba \"lá\" & 'cỏ'",
        "</title><script>alert(1)</script>",
        "</script><!--<script>",
        "<!-- ]]> -->",
        "Dòng\u{2028}mới\u{2029}nữa",
        "Lũ 🌊👩‍🌾",
        "Mu\u{300}a \u{111}e\u{302}\u{301}n",
        "\\u003c/script> \\",
        "&lt;b&gt; &amp;",
    ] {
        let page = article(json!({
            "title": title, "lead": title,
            "body": [{ "type": "image", "src": "img/a.jpg", "width": 3, "height": 2,
                       "alt": title, "caption": title }],
        }));
        let html = html(&tags(&paper(), &page, None));
        // Each tag is one line, and each line one element.
        assert_eq!(html.lines().count(), tags(&paper(), &page, None).len(), "{html}");
        for line in html.lines() {
            let (tag, rest) = line.split_once('>').expect("a tag");
            let tag = tag.trim_start_matches('<');
            assert_eq!(tag.matches('"').count() % 2, 0, "{line}");
            assert!(!tag.contains('<'), "{line}");
            let inside = match tag.split(' ').next() {
                Some("title") => rest.strip_suffix("</title>").expect("an end"),
                Some("script") => rest.strip_suffix("</script>").expect("an end"),
                _ => rest,
            };
            assert!(!inside.contains(['<', '>']), "{line}");
        }
        // And still says what it said.
        assert_eq!(data(&page)[0]["headline"], title);
        assert_eq!(said(&page, None, "og:title"), [title]);
    }
}
