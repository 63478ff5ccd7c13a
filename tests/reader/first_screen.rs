//! The style of the first screen, which comes before the whole one.

use e2e::{
    Outcome,
    kit::{BLOCKS, PHOTOS, PLAIN},
    reader::Reader,
    visit::{Visit, desk, phone},
};
use serde_json::{Value, json};

const PAGES: [&str; 7] = ["", "du-lich/", "du-lich/2026/01/", "khong-co/", BLOCKS, PLAIN, PHOTOS];

/// Every element in the first screen with its place and size, in whole pixels.
const BOXES: &str = "[...document.querySelectorAll('body *')].map((e) => { \
    const { left, top, width, height } = e.getBoundingClientRect(); \
    return [e.tagName, e.className, ...[left, top, width, height].map(Math.round)].join(' '); })\
    .filter((_, at) => { const e = document.querySelectorAll('body *')[at]\
    .getBoundingClientRect(); return e.width > 0 && e.top < innerHeight && e.bottom > 0; })";

async fn boxes(reader: &Reader, path: &str, blocked: &[&str]) -> Outcome<Value> {
    reader.cdp("Network.enable", json!({})).await?;
    reader.cdp("Network.setBlockedURLs", json!({ "urls": blocked })).await?;
    reader.forget_files().await?;
    reader.load(path).await?;
    reader.until("document.readyState === 'complete'").await?;
    Ok(reader.js(BOXES).await?)
}

async fn stays_as_it_is(visit: Visit) -> Outcome {
    visit
        .faulty()
        .read(async |reader| {
            for path in PAGES {
                // The serif may come in time or not, and the app has no part in this.
                let first = boxes(reader, path, &["*start.js", "*.woff2", "*/style-*.css"]).await?;
                let whole = boxes(reader, path, &["*start.js", "*.woff2"]).await?;
                let (first, whole) = (first.as_array().cloned(), whole.as_array().cloned());
                let (first, whole) = (first.unwrap_or_default(), whole.unwrap_or_default());
                assert!(first.len() > 20, "/{path}: {} elements", first.len());
                // What lies below moves with the length of what is above it, and is not in view.
                let moved: Vec<_> = first.iter().filter(|it| !whole.contains(it)).collect();
                let grown = |it: &&&Value| {
                    let text = it.as_str().unwrap_or_default();
                    ["MAIN", "ARTICLE", "DIV body", "SECTION", "UL"]
                        .iter()
                        .any(|tall| text.starts_with(tall))
                };
                let moved: Vec<_> = moved.iter().filter(|it| !grown(it)).collect();
                assert!(moved.is_empty(), "/{path}: {moved:#?}");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_first_screen_stays_as_it_is_when_the_whole_style_comes_on_a_phone() -> Outcome {
    stays_as_it_is(phone()).await?;
    stays_as_it_is(phone().wide(320)).await
}

#[tokio::test]
async fn the_first_screen_stays_as_it_is_when_the_whole_style_comes_on_a_desk() -> Outcome {
    stays_as_it_is(desk()).await?;
    stays_as_it_is(desk().wide(768)).await
}
