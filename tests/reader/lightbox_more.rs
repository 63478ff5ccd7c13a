//! All pictures at a glance, sending one on, and what a screen reader is given.

use e2e::{
    Outcome,
    kit::{BLOCKS, PLAIN},
    reader::same,
    visit::{desk, phone},
};
use thirtyfour::Key;

use crate::{
    opened::{self, ALBUM, MANY, OPEN, SHUT, album, until_picture},
    trees::like,
};

const ALL: &str = "!!document.querySelector('.lightbox-all')";

#[tokio::test]
async fn g_shows_all_pictures_at_a_glance_and_keys_choose_one() -> Outcome {
    desk()
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 3).await?;
            let entries = reader.number("history.length").await?;
            reader.letter("g").await?;
            reader.until(ALL).await?;
            same(reader.count(".lightbox-all button").await?, MANY, "pictures")?;
            let focus = "document.activeElement.getAttribute('aria-label')";
            same(reader.js(focus).await?, "Ảnh 3 trên 14: Cảnh số 3", "the focus")?;
            same(reader.count(".lightbox-all [tabindex='0']").await?, 1, "stops of the Tab key")?;
            reader.key(Key::Right).await?;
            same(reader.js(focus).await?, "Ảnh 4 trên 14: Cảnh số 4", "one on")?;
            reader.key(Key::Down).await?;
            let down = reader.text(focus).await?;
            assert!(!down.starts_with("Ảnh 4 ") && !down.starts_with("Ảnh 5 "), "{down}");
            reader.key(Key::Up).await?;
            same(reader.js(focus).await?, "Ảnh 4 trên 14: Cảnh số 4", "back up")?;
            reader.key(Key::End).await?;
            same(reader.js(focus).await?, "Ảnh 14 trên 14: Cảnh số 14", "the end")?;
            reader.key(Key::Enter).await?;
            until_picture(reader, 14, MANY).await?;
            same(reader.js(ALL).await?, false, "the overview")?;
            // Escape leads from it to the picture, and only then out.
            reader.press(".lightbox-overview").await?;
            reader.until(ALL).await?;
            reader.key(Key::Escape).await?;
            reader.until("!document.querySelector('.lightbox-all')").await?;
            same(reader.js(OPEN).await?, true, "the lightbox")?;
            same(reader.number("history.length").await?, entries, "entries")?;
            reader.key(Key::Escape).await?;
            reader.until(SHUT).await
        })
        .await
}

#[tokio::test]
async fn a_tap_in_the_overview_opens_that_picture() -> Outcome {
    phone()
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 3).await?;
            reader.press(".lightbox-overview").await?;
            reader.until(ALL).await?;
            reader.press(".lightbox-all [data-number='7']").await?;
            until_picture(reader, 7, MANY).await
        })
        .await
}

#[tokio::test]
async fn a_story_of_few_pictures_has_no_overview_and_a_paper_that_offers_none_no_download()
-> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, PLAIN, 1).await?;
            reader.letter("g").await?;
            reader.wait(100).await;
            same(reader.js(ALL).await?, false, "the overview")?;
            let more = ".lightbox-overview, .lightbox-download";
            same(reader.count(more).await?, 0, "what is not offered")
        })
        .await
}

#[tokio::test]
async fn a_picture_is_sent_on_by_its_own_address_and_downloaded_where_the_paper_allows() -> Outcome
{
    desk()
        .of_folder(album()?)
        .read(async |reader| {
            // What the system's sheet would get; and without one, the clipboard.
            reader.open(ALBUM).await?;
            reader
                .js("(() => { Object.defineProperty(navigator, 'share', { configurable: true, \
                    value: (what) => { window.sent = what; return Promise.resolve(); } }); })()")
                .await?;
            opened::press(reader, 3).await?;
            reader.press(".lightbox-share").await?;
            reader.until("!!window.sent").await?;
            let sent = reader.text("window.sent.url").await?;
            assert!(sent.ends_with(&format!("{ALBUM}#photo-3")), "{sent}");
            reader
                .js("(() => { Object.defineProperty(navigator, 'share', { value: undefined }); \
                    Object.defineProperty(navigator, 'clipboard', { value: { writeText: (what) => { \
                        window.copied = what; return Promise.resolve(); } } }); })()")
                .await?;
            reader.press(".lightbox-share").await?;
            reader.until("!!window.copied").await?;
            let told = "document.querySelector('.lightbox-note').textContent === 'Đã chép liên kết'";
            reader.until(told).await?;
            let file = "document.querySelector('.lightbox-download').href";
            assert!(reader.text(file).await?.ends_with("/img/album-3-2400.png"));
            reader.key(Key::Right).await?;
            until_picture(reader, 4, MANY).await?;
            assert!(reader.text(file).await?.ends_with("/img/album-4-2400.png"));
            same(reader.says(".lightbox-note").await?, "", "the line after a move")
        })
        .await
}

/// What is committed in `tests/reader/trees` was read through by somebody who knows screen readers' ways.
#[tokio::test]
async fn a_screen_reader_is_given_this_and_nothing_else() -> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 4).await?;
            like(reader, "dialog", "lightbox").await
        })
        .await
}

#[tokio::test]
async fn a_screen_reader_is_given_the_overview_so() -> Outcome {
    desk()
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 4).await?;
            reader.letter("g").await?;
            reader.until(ALL).await?;
            like(reader, "dialog", "overview").await
        })
        .await
}
