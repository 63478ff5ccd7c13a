//! Counting pages, and the phone's own share sheet: what the browser is handed.

use std::fs;

use e2e::{
    Outcome, kit,
    kit::PLAIN,
    reader::same,
    site,
    visit::{desk, phone},
};
use serde_json::{Value, json};

/// A share sheet that notes what it is handed.
const SHEET: &str =
    "navigator.share = (what) => { window.shared = what; return Promise.resolve(); }";

/// Beacons are written down instead of sent.
const BEACONS: &str =
    "window.sent = []; navigator.sendBeacon = (...what) => !!window.sent.push(what)";

#[tokio::test]
async fn a_paper_that_names_a_host_for_it_gets_one_beacon_a_page_with_the_path_alone() -> Outcome {
    let content = site::work().join("counting-content");
    kit::write(&content, "vi")?;
    let mut paper: Value = serde_json::from_slice(&fs::read(content.join("site.json"))?)?;
    paper["hosts"]["count"] = "dem.example".into();
    fs::write(content.join("site.json"), paper.to_string())?;
    let folder = site::work().join("counting");
    site::build(&content, &folder, None)?;
    desk()
        .of_folder(folder)
        .read(async |reader| {
            reader.before_each_document(BEACONS).await?;
            reader.open("du-lich/").await?;
            let card = ".list li:nth-child(2) h2 a";
            let title = reader.says(card).await?;
            reader.press(card).await?;
            reader.until_headline(&title).await?;
            let second = format!("/{}", reader.url().await?);
            let sent =
                json!([["https://dem.example/", "/du-lich/"], ["https://dem.example/", second]]);
            same(reader.js("window.sent").await?, sent, "what was sent")
        })
        .await
}

#[tokio::test]
async fn a_paper_that_names_no_host_sends_nothing() -> Outcome {
    desk()
        .read(async |reader| {
            reader.before_each_document(BEACONS).await?;
            reader.open("du-lich/").await?;
            same(reader.js("window.sent.length").await?, 0, "what was sent")
        })
        .await
}

#[tokio::test]
async fn a_phone_with_a_share_sheet_shows_it_and_hands_it_title_and_address() -> Outcome {
    phone()
        .read(async |reader| {
            reader.before_each_document(SHEET).await?;
            reader.open(PLAIN).await?;
            same(reader.says("[data-do=share-sheet]").await?, "Chia sẻ…", "the button")?;
            reader.press("[data-do=share-sheet]").await?;
            reader.until("!!window.shared").await?;
            let title = reader.text("window.shared.title").await?;
            assert!(title.starts_with(&reader.headline().await?), "{title}");
            let address = reader.text("window.shared.url").await?;
            assert!(address.ends_with(PLAIN), "{address}");
            Ok(())
        })
        .await
}
