//! Who saves data is not sent the app unasked.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES, PLAIN},
    reader::{Reader, same},
    visit::{desk, phone},
};

/// As a browser says it whose reader has asked for little data.
const SAVES: &str = "Object.defineProperty(Navigator.prototype, 'connection', \
    {configurable: true, get: () => ({saveData: true})})";
const OPEN: &str = "document.querySelector('dialog.lightbox')?.open === true";

/// Files that only the app has a use for.
fn of_the_app(reader: &Reader) -> Vec<String> {
    let paths = reader.log().paths();
    let of_it = |path: &String| {
        ["/app/app-", "/app/lightbox-"].iter().any(|name| path.contains(name))
            || path.ends_with(".json")
    };
    paths.into_iter().filter(of_it).collect()
}

async fn nothing_comes(reader: &Reader) -> Outcome {
    reader.js("(scrollTo(0, 1e6), true)").await?;
    // A press that needs no app: on a text.
    reader.press("h1").await?;
    reader.wait(2_500).await;
    same(of_the_app(reader), Vec::<String>::new(), "files of the app")?;
    same(reader.js("document.documentElement.dataset.app ?? ''").await?, "", "the app")
}

#[tokio::test]
async fn the_app_comes_only_when_something_is_pressed_that_needs_it() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.before_each_document(SAVES).await?;
                reader.load(BLOCKS).await?;
                nothing_comes(reader).await?;
                reader.press("a[href='#photo-3']").await?;
                reader.until(OPEN).await?;
                let count = reader.says(".lightbox-count").await?;
                same(count, format!("3/{PICTURES}"), "the picture")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_link_loads_its_page_and_no_app() -> Outcome {
    desk()
        .read(async |reader| {
            reader.before_each_document(SAVES).await?;
            reader.load("du-lich/").await?;
            let document = reader.document().await?;
            let card = ".list li:nth-child(3) h2 a";
            let title = reader.says(card).await?;
            reader.press(card).await?;
            reader.until_other_document(&document).await?;
            reader.until_headline(&title).await?;
            nothing_comes(reader).await
        })
        .await
}

#[tokio::test]
async fn a_link_to_a_picture_shows_its_figure_and_opens_it_on_a_press() -> Outcome {
    desk()
        .read(async |reader| {
            reader.before_each_document(SAVES).await?;
            reader.load(&format!("{BLOCKS}#photo-5")).await?;
            reader.wait(1_500).await;
            same(of_the_app(reader), Vec::<String>::new(), "files of the app")?;
            let place = "document.querySelector('#photo-5').getBoundingClientRect()";
            let seen = format!("{place}.bottom > 0 && {place}.top < innerHeight");
            same(reader.js(&seen).await?, true, "the figure in view")?;
            reader.press("a[href='#photo-5']").await?;
            reader.until(OPEN).await
        })
        .await
}

#[tokio::test]
async fn the_switch_of_the_site_is_remembered_and_holds_from_the_next_page_on() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(PLAIN).await?;
            reader.press(".appearance summary").await?;
            reader.press("[data-do=saver]").await?;
            reader.until_there("[data-do=saver][aria-pressed=true]").await?;
            reader.forget_files().await?;
            reader.log().forget();
            reader.load(BLOCKS).await?;
            nothing_comes(reader).await?;
            // Off again, by the very switch: it needs the app.
            reader.press(".appearance summary").await?;
            reader.press("[data-do=saver]").await?;
            reader.until_ready().await?;
            reader.until("document.documentElement.dataset.saver === undefined").await?;
            reader.open(PLAIN).await
        })
        .await
}

#[tokio::test]
async fn an_app_that_is_there_fetches_no_storys_data_before_it_is_needed() -> Outcome {
    desk()
        .read(async |reader| {
            reader.before_each_document(SAVES).await?;
            reader.load(BLOCKS).await?;
            reader.press(".appearance summary").await?;
            reader.press("[data-theme-choice=dark]").await?;
            reader.until_ready().await?;
            reader.wait(2_500).await;
            same(reader.log().count("/articles/1000.json"), 0, "data unasked")?;
            // To come by a picture, with a pointer or the keyboard, is no press.
            reader
                .js("((link) => { for (const kind of ['pointerover', 'focusin']) \
                    link.dispatchEvent(new Event(kind, { bubbles: true })); return true; })\
                    (document.querySelector(\"a[href='#photo-3']\"))")
                .await?;
            reader.wait(1_000).await;
            let lightbox = || {
                let paths = reader.log().paths();
                paths.iter().filter(|path| path.contains("/app/lightbox-")).count()
            };
            same(lightbox(), 0, "files of the lightbox unasked")?;
            reader.press("a[href='#photo-3']").await?;
            reader.until(OPEN).await?;
            same(reader.log().count("/articles/1000.json"), 1, "data")
        })
        .await
}
