//! The app takes a page over, and nobody notices.

use std::time::Duration;

use e2e::{
    Outcome,
    kit::{BARE, BLOCKS, IMPRINT, LONG, PHOTOS, PLAIN},
    picture,
    reader::{Reader, same},
    site::work,
    visit::{Visit, desk, phone},
};
use host::{Fault, On};

/// Every kind of page.
const KINDS: [&str; 11] = [
    "",
    "du-lich/",
    "bien/",
    "du-lich/2026/01/",
    "dai/2026/08/",
    "tag/mua-he/",
    BLOCKS,
    PLAIN,
    PHOTOS,
    BARE,
    IMPRINT,
];

/// What the window shows before the app is there and after, at this place of the page.
async fn looks_the_same(reader: &Reader, path: &str, place: &str) -> Outcome {
    reader.load(path).await?;
    reader.js(&format!("(scrollTo({{top: {place}, behavior: 'instant'}}), true)")).await?;
    let before = reader.look().await?;
    same(reader.js("document.documentElement.dataset.app ?? ''").await?, "", "the app before")?;
    reader.until_taken_over().await?;
    // What the app does in an idle moment is done by then.
    reader.wait(400).await;
    let after = reader.look().await?;
    let shifts = reader.shifts().await?;
    assert!(shifts.is_empty(), "/{path} at {place} moved: {shifts:#?}");
    if before == after {
        return Ok(());
    }
    for (name, shot) in [("before", &before), ("after", &after)] {
        std::fs::write(work().join(format!("take-over-{name}.png")), picture::of_base64(shot))?;
    }
    Err(format!("/{path} at {place} looks otherwise: target/e2e/take-over-*.png").into())
}

async fn all_look_the_same(visit: Visit) -> Outcome {
    visit
        .read(async |reader| {
            reader.hold_app_back().await?;
            for path in KINDS {
                looks_the_same(reader, path, "0").await?;
            }
            for path in [BLOCKS, LONG] {
                for place in ["900", "document.querySelector('.share').offsetTop - 200", "1e6"] {
                    looks_the_same(reader, path, place).await?;
                }
            }
            looks_the_same(reader, "du-lich/", "1e6").await
        })
        .await
}

#[tokio::test]
async fn no_page_looks_otherwise_once_the_app_has_it_on_a_desk() -> Outcome {
    all_look_the_same(desk()).await
}

#[tokio::test]
async fn no_page_looks_otherwise_once_the_app_has_it_on_a_dark_desk() -> Outcome {
    all_look_the_same(desk().dark()).await
}

#[tokio::test]
async fn no_page_looks_otherwise_once_the_app_has_it_on_a_phone() -> Outcome {
    all_look_the_same(phone()).await
}

#[tokio::test]
async fn no_page_looks_otherwise_once_the_app_has_it_on_a_dark_phone() -> Outcome {
    all_look_the_same(phone().dark()).await
}

/// Phones have a share sheet, whose button only the app can answer: it comes with the app.
#[tokio::test]
async fn the_button_of_the_phones_share_sheet_moves_nothing_when_it_comes() -> Outcome {
    phone()
        .read(async |reader| {
            reader.before_each_document("navigator.share = () => Promise.resolve()").await?;
            reader.hold_app_back().await?;
            reader.load(PLAIN).await?;
            let place = "document.querySelector('.share').scrollIntoView({block: 'center'})";
            reader.js(place).await?;
            reader.until_painted().await?;
            let rail = "document.querySelector('section.rail').getBoundingClientRect().top";
            let before = reader.number(rail).await?;
            reader.until_taken_over().await?;
            reader.until_there("[data-do=share-sheet]:not([hidden])").await?;
            reader.wait(600).await;
            same(reader.number(rail).await?, before, "what stands below it")?;
            let shifts = reader.shifts().await?;
            assert!(shifts.is_empty(), "{shifts:#?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn nothing_is_asked_for_twice_and_a_storys_data_once() -> Outcome {
    desk()
        .read(async |reader| {
            for path in KINDS {
                reader.forget_files().await?;
                reader.log().forget();
                reader.open(path).await?;
                let steps = "(async () => { \
                    for (let y = 0; y < document.documentElement.scrollHeight; y += 500) \
                    { scrollTo(0, y); await new Promise((r) => setTimeout(r, 50)); } })()";
                reader.js(steps).await?;
                reader.wait(900).await;
                let mut paths = reader.log().paths();
                paths.sort();
                let twice: Vec<_> = paths.windows(2).filter(|two| two[0] == two[1]).collect();
                assert!(twice.is_empty(), "/{path}: {twice:?}");
                // What stands there already is not asked for as data, but a story's once.
                let id = path.trim_end_matches('/').rsplit('-').next().unwrap_or_default();
                let own = format!("/content/articles/{id}.json");
                let stories = [BLOCKS, PLAIN, PHOTOS, BARE, IMPRINT];
                let expected = usize::from(stories.contains(&path));
                same(paths.iter().filter(|path| **path == own).count(), expected, path)?;
                let lists = paths.iter().filter(|path| path.ends_with("/home.json"));
                same(lists.count(), 0, "data of the front page")?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_app_is_asked_for_only_after_the_first_picture_is_in() -> Outcome {
    let late = Duration::from_millis(1_500);
    desk()
        .read(async |reader| {
            for path in ["", "du-lich/", BLOCKS, PLAIN] {
                reader.forget_files().await?;
                reader.faults().add(On::end(".png"), Fault::Delay(late));
                reader.log().forget();
                reader.open(path).await?;
                let first = "new URL(document.querySelector('img[fetchpriority=high]').currentSrc)\
                    .pathname";
                let first = reader.text(first).await?;
                let log = reader.log().all();
                let at = |end: &str| {
                    let asked = log.iter().find(|asked| asked.path.ends_with(end));
                    asked.map(|asked| asked.at).ok_or(format!("/{path}: {end} was not asked for"))
                };
                let there = at(&first)? + late;
                for file in [".wasm", "/content/site.json"] {
                    assert!(at(file)? >= there, "/{path}: {file} before the first picture");
                }
                let glue = log.iter().find(|asked| {
                    asked.path.starts_with("/app/app-") && asked.path.ends_with(".js")
                });
                assert!(glue.is_some_and(|asked| asked.at >= there), "/{path}: the glue");
                reader.faults().clear();
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_app_comes_where_the_first_picture_does_not_and_where_there_is_none() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open(BARE).await?;
            reader.faults().add(On::end(".png"), Fault::Status(404));
            reader.open(PLAIN).await
        })
        .await
}

#[tokio::test]
async fn a_phone_may_be_turned_while_the_app_takes_over() -> Outcome {
    phone()
        .read(async |reader| {
            reader.hold_app_back().await?;
            for path in [BLOCKS, "du-lich/"] {
                let load = async || {
                    // Which puts the window back that the visit was begun with.
                    reader.load(path).await?;
                    same(reader.number("innerWidth").await?, 390.0, "an upright phone")?;
                    reader.js("(scrollTo({top: 700, behavior: 'instant'}), true)").await?;
                    Outcome::Ok(())
                };
                load().await?;
                reader.turn_to(844, 390).await?;
                let alone = reader.look().await?;
                load().await?;
                reader.let_app_come().await?;
                reader.turn_to(844, 390).await?;
                reader.until_ready().await?;
                reader.wait(400).await;
                same(reader.look().await? == alone, true, "as without the app")?;
                same(reader.fits().await?, true, "it fits its window")?;
            }
            Ok(())
        })
        .await
}
