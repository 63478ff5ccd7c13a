//! The page that the product was conceived from: a real article, as a reader meets it.
//!
//! Run by `cargo xtask acceptance FOLDER`, which names the folder and the site built from it.

use std::{collections::BTreeSet, fs, path::PathBuf};

use e2e::{
    Outcome,
    reader::{Reader, same},
    visit::{Visit, desk, phone},
};
use serde_json::Value;
use thirtyfour::Key;

/// The picture that is not in the folder: the last of the run of four, and of the article.
const MISSING: &str = "IMG_20230825_194801.jpg";
const RUN_CAPTION: &str = "Các cá nhân được nhận kỷ niệm chương";
const CARDS: &str = "section.rail .rail-track > li";
const OPEN: &str = "document.querySelector('dialog.lightbox')?.open === true";

/// What `cargo xtask acceptance` names.
fn named(variable: &str) -> Outcome<PathBuf> {
    let path = std::env::var_os(variable).map(PathBuf::from);
    Ok(path.ok_or_else(|| format!("{variable} is not set: run `cargo xtask acceptance FOLDER`"))?)
}

fn article() -> Outcome<Value> {
    let text = fs::read(named("TRANGNHAT_REAL_SITE")?.join("content/articles/372018.json"))?;
    Ok(serde_json::from_slice(&text)?)
}

/// Both sizes. The missing picture is noted by the browser, so that the console is looked at here.
async fn read(test: impl AsyncFn(&Reader, &Value) -> Outcome) -> Outcome {
    let article = article()?;
    let path = article["path"].as_str().unwrap_or_default().trim_start_matches('/').to_owned();
    assert!(path.starts_with("chinh-tri/") && path.ends_with("-372018/"), "{path}");
    for visit in [desk(), phone()] {
        let visit: Visit = visit.of_folder(named("TRANGNHAT_REAL_SITE")?).faulty();
        visit
            .read(async |reader| {
                reader.open(&path).await?;
                test(reader, &article).await?;
                let lines = reader.console().await?;
                let other: Vec<_> = lines.iter().filter(|line| !line.contains(MISSING)).collect();
                assert!(other.is_empty(), "the console says {other:?}");
                same(reader.js("watch.refused.length").await?, 0, "what the policy refused")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_article_is_there_word_by_word_and_picture_by_picture() -> Outcome {
    read(async |reader, article| {
        same(reader.count("h1").await?, 1, "headlines")?;
        same(reader.says("h1").await?, article["title"].as_str().unwrap_or_default(), "headline")?;
        same(
            reader.says(".kicker").await?,
            article["kicker"].as_str().unwrap_or_default(),
            "kicker",
        )?;
        same(reader.says(".lead").await?, article["lead"].as_str().unwrap_or_default(), "lead")?;
        let blocks = article["body"].as_array().cloned().unwrap_or_default();
        let texts = |kind: &str, field: &str| -> Vec<String> {
            let of = blocks.iter().filter(|block| block["type"] == kind);
            of.filter_map(|block| block[field].as_str().map(str::to_owned)).collect()
        };
        let paragraphs = texts("paragraph", "text");
        same(paragraphs.len(), 8, "paragraphs handed in")?;
        same(reader.all_say(".body > p").await?, paragraphs, "paragraphs")?;
        let captions = texts("image", "caption");
        same(reader.all_say(".body figcaption").await?, captions, "captions, each once")?;
        let sources = reader.js(
            "[...document.querySelectorAll('.body figure img')].map(i => i.getAttribute('src'))",
        );
        let expected: Vec<String> =
            texts("image", "src").iter().map(|src| format!("/{src}")).collect();
        same(sources.await?, Value::from(expected), "pictures in order")?;
        same(reader.js("document.documentElement.dataset.app").await?, "ready", "the app")
    })
    .await
}

#[tokio::test]
async fn four_pictures_in_a_row_have_their_caption_once_under_the_run() -> Outcome {
    read(async |reader, _| {
        same(reader.count("figure.run figure img").await?, 4, "pictures of the run")?;
        let under: Vec<String> = reader.all_say("figure.run > figcaption").await?;
        same(under.len(), 1, "captions of the run")?;
        assert!(under.iter().all(|caption| caption.starts_with(RUN_CAPTION)), "{under:?}");
        same(reader.count("figure.run figure figcaption").await?, 0, "captions within")
    })
    .await
}

#[tokio::test]
async fn no_file_name_reaches_a_reader_or_a_screen_reader() -> Outcome {
    read(async |reader, _| {
        reader.js("document.querySelector('section.rail').scrollIntoView()").await?;
        reader.until_there(&format!("{CARDS} h3 a")).await?;
        let met = reader
            .js("[document.body.innerText, document.title,
                ...[...document.querySelectorAll('*')].flatMap(e =>
                    ['alt', 'title', 'aria-label', 'aria-description'].map(a => e.getAttribute(a) || ''))
                ].filter(t => /IMG_|card-\\d|\\.jpe?g/i.test(t))")
            .await?;
        same(met, Value::Array(Vec::new()), "file names")
    })
    .await
}

#[tokio::test]
async fn an_empty_pick_has_no_heading_and_the_share_and_account_links_are_there() -> Outcome {
    read(async |reader, _| {
        let text = reader.text("document.body.innerText").await?;
        assert!(!text.contains("Có thể bạn quan tâm"), "a heading over nothing");
        let shares = reader.all_say(".share a").await?;
        same(shares, vec!["Facebook", "Zalo", "X"], "share links")?;
        let accounts = reader.all_say("footer .accounts a").await?;
        same(accounts, vec!["Facebook", "YouTube", "Zalo", "X"], "accounts")
    })
    .await
}

#[tokio::test]
async fn the_rail_holds_six_other_articles_with_picture_title_and_summary() -> Outcome {
    read(async |reader, article| {
        reader.js("document.querySelector('section.rail').scrollIntoView()").await?;
        reader.until_there(&format!("{CARDS} h3 a")).await?;
        let mut seen = BTreeSet::new();
        for _ in 0..8 {
            let whole = reader
                .js(&format!(
                    "[...document.querySelectorAll('{CARDS}')].filter(c => c.querySelector('img')
                        && c.querySelector('h3')?.textContent && c.querySelector('.card-summary')?.textContent)
                        .map(c => c.querySelector('h3').textContent)"
                ))
                .await?;
            seen.extend(whole.as_array().into_iter().flatten().filter_map(|t| t.as_str().map(str::to_owned)));
            reader.press("[data-do=rail-next]").await?;
            reader.wait(300).await;
        }
        same(seen.len(), 6, "cards with picture, title and summary")?;
        assert!(!seen.contains(article["title"].as_str().unwrap_or_default()), "itself");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_missing_picture_leaves_a_retry_of_its_size_here_and_in_the_lightbox() -> Outcome {
    read(async |reader, _| {
        reader.js("document.querySelector('#photo-8').scrollIntoView({block: 'center'})").await?;
        reader.until_there("#photo-8 button").await?;
        same(reader.says("#photo-8 button").await?, "Thử lại", "what stands there")?;
        let ratio = "(e => e.offsetWidth / e.offsetHeight)(document.querySelector('#photo-8 .open') ?? document.querySelector('#photo-8'))";
        let ratio = reader.number(ratio).await?;
        assert!((ratio - 0.75).abs() < 0.03, "its place is {ratio} wide for 1 high");
        let caption = reader.says("figure.run > figcaption").await?;
        assert!(caption.starts_with(RUN_CAPTION), "{caption}");
        // From its neighbour in the lightbox to it: its caption and a retry stand there.
        reader.js("document.querySelector('#photo-7').scrollIntoView({block: 'center'})").await?;
        reader.press("a[href='#photo-7']").await?;
        reader.until(OPEN).await?;
        reader.key(Key::Right).await?;
        reader.until("document.querySelector('dialog .lightbox-count').textContent === '8/8'").await?;
        reader.until("[...document.querySelectorAll('dialog[open] button')].some(b => b.textContent === 'Thử lại' && b.getBoundingClientRect().left >= 0 && b.getBoundingClientRect().right <= innerWidth)").await?;
        let words = reader.text("document.querySelector('dialog[open]').innerText").await?;
        assert!(words.contains(RUN_CAPTION), "{words}");
        reader.key(Key::Left).await?;
        reader.until("document.querySelector('dialog .lightbox-count').textContent === '7/8'").await?;
        reader.key(Key::Escape).await?;
        reader.until("!document.querySelector('dialog[open]')").await
    })
    .await
}

#[tokio::test]
async fn from_the_article_to_a_card_of_the_rail_and_back_nothing_is_lost() -> Outcome {
    read(async |reader, article| {
        let title = article["title"].as_str().unwrap_or_default();
        let document = reader.document().await?;
        reader.js("document.querySelector('section.rail').scrollIntoView()").await?;
        reader.until_there(&format!("{CARDS} h3 a")).await?;
        let card = format!("{CARDS}:first-child h3 a");
        let next = reader.says(&card).await?;
        let link = reader.find(&card).await?;
        link.scroll_into_view().await?;
        let place = reader.place().await?;
        link.click().await?;
        reader.until_headline(&next).await?;
        same(reader.document().await?, document.clone(), "the document")?;
        reader.until("document.activeElement === document.querySelector('h1')").await?;
        same(reader.text("document.title").await?, format!("{next} | Báo Lào Cai"), "the title")?;
        reader.back().await?;
        reader.until_headline(title).await?;
        same(reader.place().await?, place, "the place")?;
        same(reader.document().await?, document, "the document after Back")
    })
    .await
}
