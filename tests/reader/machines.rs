//! What a page says of itself to machines that read: in its HTML, after a move, and after Back.

use e2e::{
    Outcome,
    kit::{BARE, BLOCKS, IMPRINT, PICTURES, PLAIN, SHARP, SHARP_TITLE},
    reader::{Reader, same},
    site::Site,
    visit::desk,
};
use serde_json::{Value, json};

/// Everything in the head that speaks of the page, but its structured data; and but the picture of
/// share previews, whose cut only the press knows.
const HEAD: &str = "[document.title, ...[...document.head.querySelectorAll(\
    'meta[name=description], meta[name=robots], meta[name^=\"twitter:\"], meta[property], \
    link[rel=canonical], link[rel=alternate]')].filter((tag) => \
    !tag.getAttribute('property')?.startsWith('og:image')).map((tag) => \
    [...tag.attributes].map((a) => `${a.name}=${a.value}`).sort().join(' ')).sort()]";

/// One value of the head.
async fn says(reader: &Reader, name: &str) -> Outcome<String> {
    let tag = match name {
        "canonical" => "link[rel=canonical]".to_owned(),
        _ => format!("meta[name='{name}'], meta[property='{name}']"),
    };
    let tag = json!(tag);
    let value =
        format!("((tag) => tag?.content ?? tag?.href ?? '')(document.head.querySelector({tag}))");
    Ok(reader.text(&value).await?)
}

/// A node of the structured data, by its type.
async fn data(reader: &Reader, kind: &str) -> Outcome<Value> {
    let parsed = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').text)";
    let whole = reader.js(parsed).await?;
    same(&whole["@context"], "https://schema.org", "the vocabulary")?;
    let nodes = whole["@graph"].as_array().cloned().unwrap_or_default();
    let found = nodes.into_iter().find(|node| node["@type"] == kind);
    found.ok_or_else(|| format!("there is no {kind} in {whole}").into())
}

async fn has(reader: &Reader, expected: &[(&str, &str)]) -> Outcome {
    for (name, value) in expected {
        same(says(reader, name).await?, *value, name)?;
    }
    Ok(())
}

#[tokio::test]
async fn the_front_page_a_section_and_a_story_say_what_they_are() -> Outcome {
    desk()
        .read(async |reader| {
            reader.hold_app_back().await?;
            reader.load("").await?;
            has(
                reader,
                &[
                    ("canonical", "https://bao.example/"),
                    ("og:type", "website"),
                    ("og:url", "https://bao.example/"),
                    ("og:title", "Báo Thử"),
                    ("og:site_name", "Báo Thử"),
                    ("og:locale", "vi_VN"),
                    ("description", "Mỗi ngày một trang"),
                ],
            )
            .await?;
            same(&data(reader, "WebSite").await?["name"], "Báo Thử", "the site's name")?;
            let paper = data(reader, "NewsMediaOrganization").await?;
            same(paper["sameAs"].as_array().map(Vec::len), Some(4), "accounts")?;

            reader.load("bien/").await?;
            has(
                reader,
                &[
                    ("canonical", "https://bao.example/bien/"),
                    ("og:type", "website"),
                    ("og:title", "Biển"),
                    ("twitter:card", "summary_large_image"),
                ],
            )
            .await?;
            data(reader, "CollectionPage").await?;
            let steps = data(reader, "BreadcrumbList").await?["itemListElement"].clone();
            let steps: Vec<_> =
                steps.as_array().into_iter().flatten().map(|step| step["item"].clone()).collect();
            let expected = ["", "du-lich/", "bien/"].map(|p| format!("https://bao.example/{p}"));
            same(json!(steps), json!(expected), "the way here")?;

            reader.load(BLOCKS).await?;
            let url = format!("https://bao.example/{BLOCKS}");
            has(
                reader,
                &[
                    ("canonical", &url),
                    ("og:type", "article"),
                    ("og:url", &url),
                    ("og:title", "Một bài có đủ mọi khối"),
                    ("og:image:width", "1200"),
                    ("og:image:height", "630"),
                    ("description", "Bài này có mỗi khối một lần."),
                    ("article:published_time", "2026-10-01T08:00:00+07:00"),
                    ("article:modified_time", "2026-10-02T09:30:00+07:00"),
                    ("article:author", "An Nhiên"),
                    ("article:section", "Du lịch"),
                    ("twitter:card", "summary_large_image"),
                    ("robots", "max-image-preview:large"),
                ],
            )
            .await?;
            let cover = says(reader, "og:image").await?;
            let file = cover.strip_prefix("https://bao.example/").ok_or(cover.clone())?;
            let there = Site::Kit.folder()?.join(file).is_file();
            same(there, true, &format!("{cover}, cut for previews"))?;
            let story = data(reader, "NewsArticle").await?;
            same(&story["headline"], "Một bài có đủ mọi khối", "the headline")?;
            let pictures = story["image"].as_array().cloned().unwrap_or_default();
            same(pictures.len(), PICTURES, "pictures")?;
            for picture in &pictures {
                let address = picture["url"].as_str().unwrap_or_default();
                assert!(address.starts_with("https://bao.example/img/"), "{picture}");
                assert!(picture["width"].is_u64() && picture["height"].is_u64(), "{picture}");
            }
            let steps = data(reader, "BreadcrumbList").await?["itemListElement"].clone();
            same(steps.as_array().map(Vec::len), Some(3), "steps of the way here")
        })
        .await
}

#[tokio::test]
async fn under_a_sub_path_every_address_in_the_head_is_whole() -> Outcome {
    desk()
        .of(Site::KitUnderPath)
        .read(async |reader| {
            reader.hold_app_back().await?;
            for path in ["", "du-lich/", BLOCKS] {
                reader.load(path).await?;
                let url = format!("https://x.example/bao/{path}");
                has(reader, &[("canonical", &url), ("og:url", &url)]).await?;
                let image = says(reader, "og:image").await?;
                assert!(image.starts_with("https://x.example/bao/"), "{image}");
                let feeds = reader
                    .js("[...document.querySelectorAll('link[rel=alternate]')]\
                        .every((link) => link.href.startsWith('https://x.example/bao/'))")
                    .await?;
                same(feeds, true, "feeds")?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn after_a_move_the_head_is_as_the_press_wrote_it_for_that_page() -> Outcome {
    desk()
        .read(async |reader| {
            reader.hold_app_back().await?;
            let mut written = Vec::new();
            for path in
                ["", "du-lich/", "du-lich/2026/01/", "tag/mua-he/", BLOCKS, BARE, SHARP, PLAIN]
            {
                reader.load(path).await?;
                written.push((path, reader.js(HEAD).await?));
            }
            reader.load(IMPRINT).await?;
            reader.until_taken_over().await?;
            for (path, head) in &written {
                reader.go(path).await?;
                same(&reader.js(HEAD).await?, head, path)?;
                // What the press wrote of another page must not be believed of this one.
                same(reader.count("#page-data").await?, 0, "structured data left")?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn back_brings_the_head_of_the_page_that_came_as_html() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            let first = reader.js(HEAD).await?;
            reader.go("du-lich/").await?;
            let second = reader.js(HEAD).await?;
            assert_ne!(first, second);
            reader.go(PLAIN).await?;
            for (title, head) in [("Du lịch", &second), ("Một bài có đủ mọi khối", &first)]
            {
                let told = reader.pages_told().await?;
                reader.back().await?;
                reader.until_told_more(told).await?;
                same(&reader.headline().await?.as_str(), &title, "the headline")?;
                same(&reader.js(HEAD).await?, head, title)?;
            }
            let told = reader.pages_told().await?;
            reader.forward().await?;
            reader.until_told_more(told).await?;
            same(reader.js(HEAD).await?, second, "forward again")
        })
        .await
}

#[tokio::test]
async fn a_title_with_everything_sharp_in_it_is_a_title_everywhere() -> Outcome {
    desk()
        .read(async |reader| {
            reader.hold_app_back().await?;
            reader.load(SHARP).await?;
            same(reader.js("document.querySelector('h1').textContent").await?, SHARP_TITLE, "h1")?;
            let title = reader.text("document.querySelector('title').text").await?;
            same(title, format!("{SHARP_TITLE} | Báo Thử"), "the title")?;
            for name in ["og:title", "article:author"] {
                same(says(reader, name).await?, SHARP_TITLE, name)?;
            }
            let story = data(reader, "NewsArticle").await?;
            same(&story["headline"], SHARP_TITLE, "JSON-LD")?;
            same(&story["author"][0]["name"], SHARP_TITLE, "JSON-LD's author")?;
            same(&story["image"][0]["caption"], SHARP_TITLE, "JSON-LD's caption")?;
            let raw = reader.text("document.querySelector('#page-data').text").await?;
            assert!(!raw.contains(['<', '>', '\u{2028}']), "{raw}");
            // Nothing of it became an element, or the end of one.
            same(reader.count("h1 *, .lead *, .body b").await?, 0, "elements out of text")?;
            same(reader.count("body > footer").await?, 1, "the page's end")?;
            reader.until_taken_over().await?;
            same(reader.js("document.querySelector('h1').textContent").await?, SHARP_TITLE, "h1")
        })
        .await
}
