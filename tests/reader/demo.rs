//! The demo paper, as a visitor of the project meets it.

use std::fs;

use e2e::{
    Outcome,
    reader::same,
    site::Site,
    visit::{desk, phone},
};
use serde_json::Value;

/// Title and path of every article that the site publishes.
fn articles() -> Outcome<Vec<(String, String)>> {
    let folder = Site::Demo.folder()?.join("content/articles");
    let mut all = Vec::new();
    for file in fs::read_dir(folder)? {
        let article: Value = serde_json::from_slice(&fs::read(file?.path())?)?;
        let text = |name: &str| article[name].as_str().unwrap_or_default().to_owned();
        all.push((text("title"), text("path").trim_start_matches('/').to_owned()));
    }
    all.sort();
    Ok(all)
}

#[tokio::test]
async fn every_story_of_the_demo_paper_reads_without_a_complaint() -> Outcome {
    let all = articles()?;
    assert!(all.len() >= 30, "{} stories", all.len());
    phone()
        .of(Site::Demo)
        .read(async |reader| {
            for (title, path) in &all {
                reader.open(path).await?;
                reader.until_headline(title).await?;
                reader.js("scrollTo(0, document.documentElement.scrollHeight)").await?;
                same(reader.fits().await?, true, &format!("{path} fits"))?;
                reader.is_quiet().await.map_err(|error| format!("{path}: {error}"))?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn from_the_demo_papers_front_page_a_reader_gets_into_every_section() -> Outcome {
    desk()
        .of(Site::Demo)
        .read(async |reader| {
            reader.open("").await?;
            let document = reader.document().await?;
            let sections = reader.count(".bar > ul > li > a").await?;
            assert!(sections >= 5, "{sections} sections");
            for at in 1..=sections {
                let link = format!(".bar > ul > li:nth-child({at}) > a");
                let name = reader.says(&link).await?;
                reader.press(&link).await?;
                reader.until_headline(&name).await?;
                assert!(reader.count(".list li").await? > 0, "{name} has stories");
            }
            same(reader.document().await?, document, "the document")
        })
        .await
}
