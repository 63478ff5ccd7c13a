//! The lightbox over an article's pictures.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES, PLAIN},
    reader::{Reader, same},
    site::Site,
    visit::{desk, phone},
};
use thirtyfour::Key;

const OPEN: &str = "document.querySelector('dialog.lightbox')?.open === true";
const SHUT: &str = "!document.querySelector('dialog[open]')";

async fn until_picture(reader: &Reader, number: usize) -> Outcome {
    let count = format!("{number}/{PICTURES}");
    let shows = format!(
        "document.querySelector('dialog[open] .lightbox-count')?.textContent === '{count}'"
    );
    reader.until(&shows).await?;
    let spoken = reader.says(".lightbox-status").await?;
    same(spoken, format!("Ảnh {number} trên {PICTURES}"), "what is spoken")?;
    reader.until(&format!("location.hash === '#photo-{number}'")).await
}

#[tokio::test]
async fn a_picture_opens_by_press_and_closes_by_button_escape_and_back() -> Outcome {
    for visit in [desk(), phone().of(Site::KitUnderPath)] {
        visit
            .read(async |reader| {
                reader.open(BLOCKS).await?;
                let document = reader.document().await?;
                for way in ["button", "escape", "back"] {
                    let entries = reader.number("history.length").await?;
                    reader.press("a[href='#photo-3']").await?;
                    reader.until(OPEN).await?;
                    until_picture(reader, 3).await?;
                    let place = reader.place().await?;
                    match way {
                        "button" => reader.press(".lightbox-close").await?,
                        "escape" => reader.key(Key::Escape).await?,
                        _ => reader.back().await?,
                    }
                    reader.until(SHUT).await?;
                    reader.until("location.hash === ''").await?;
                    let focus = "document.activeElement.getAttribute('href')";
                    same(reader.js(focus).await?, "#photo-3", "the focus")?;
                    same(reader.place().await?, place, "the place")?;
                    // Opening adds one entry, which stays as Forward's and is used again.
                    let added = reader.number("history.length").await? - entries;
                    assert!(added <= 1.0, "{added} entries by {way}");
                }
                same(reader.document().await?, document, "the document")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn enter_opens_a_picture_and_keys_lead_through_all_of_them() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            reader.js("document.querySelector(\"a[href='#photo-2']\").focus()").await?;
            reader.key(Key::Enter).await?;
            reader.until(OPEN).await?;
            until_picture(reader, 2).await?;
            let entries = reader.number("history.length").await?;
            for (key, number) in [
                (Key::Right, 3),
                (Key::Right, 4),
                (Key::Left, 3),
                (Key::End, PICTURES),
                (Key::Right, PICTURES),
                (Key::Home, 1),
                (Key::Left, 1),
            ] {
                reader.key(key).await?;
                until_picture(reader, number).await?;
            }
            let first = reader
                .js("document.querySelector('.lightbox-previous').getAttribute('aria-disabled')");
            same(first.await?, "true", "the first picture's end")?;
            same(reader.number("history.length").await?, entries, "entries while moving")?;
            reader.press(".lightbox-next").await?;
            until_picture(reader, 2).await?;
            // Turning replaced the one entry: one Back leads out.
            reader.back().await?;
            reader.until(SHUT).await
        })
        .await
}

#[tokio::test]
async fn captions_follow_and_a_runs_caption_is_on_each_of_its_pictures() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            reader.press("a[href='#photo-2']").await?;
            reader.until(OPEN).await?;
            let said = |number: usize| format!("dialog [data-slide='{number}'] figcaption");
            same(reader.says(&said(1)).await?, "Ảnh bìa", "the cover's")?;
            same(reader.says(&said(2)).await?, "Một ảnh đứng riêng", "its own")?;
            for number in 3..=6 {
                same(reader.says(&said(number)).await?, "Chú thích chung của bốn ảnh", "a run's")?;
            }
            for number in 7..=11 {
                same(reader.says(&said(number)).await?, "Chú thích của bộ ảnh", "a gallery's")?;
            }
            same(reader.says(&said(12)).await?, "Ảnh trong hộp", "a box's")
        })
        .await
}

#[tokio::test]
async fn the_page_behind_an_open_picture_is_out_of_reach_and_does_not_scroll() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            reader.press("a[href='#photo-3']").await?;
            reader.until(OPEN).await?;
            for _ in 0..8 {
                reader.key(Key::Tab).await?;
                let inside = "document.activeElement === document.body \
                    || !!document.activeElement.closest('dialog')";
                same(reader.js(inside).await?, true, "the focus inside")?;
            }
            let place = reader.place().await?;
            let deltas = serde_json::json!({
                "type": "mouseWheel", "x": 700, "y": 450, "deltaX": 0, "deltaY": 600
            });
            reader.cdp("Input.dispatchMouseEvent", deltas).await?;
            reader.wait(400).await;
            same(reader.place().await?, place, "the place")?;
            same(reader.count("dialog").await?, 1, "dialogs")
        })
        .await
}

#[tokio::test]
async fn only_pictures_near_the_open_one_are_asked_for() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            reader.press("a[href='#photo-3']").await?;
            reader.until(OPEN).await?;
            reader.until("document.querySelectorAll('dialog img[src]').length === 3").await?;
            reader.key(Key::Right).await?;
            reader.until("document.querySelectorAll('dialog img[src]').length === 4").await
        })
        .await
}

#[tokio::test]
async fn a_link_to_a_picture_opens_it_and_closing_leaves_the_article() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.open(&format!("{BLOCKS}#photo-5")).await?;
            reader.until(OPEN).await?;
            until_picture(reader, 5).await?;
            reader.press(".lightbox-close").await?;
            reader.until(SHUT).await?;
            reader.until("location.hash === ''").await?;
            same(reader.headline().await?, "Một bài có đủ mọi khối", "the headline")?;
            reader.forward().await?;
            reader.until(OPEN).await?;
            until_picture(reader, 5).await?;
            reader.back().await?;
            reader.until(SHUT).await?;
            reader.back().await?;
            reader.until_headline("Du lịch").await
        })
        .await
}

#[tokio::test]
async fn back_from_a_link_to_a_picture_goes_where_the_reader_came_from() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.open(&format!("{BLOCKS}#photo-5")).await?;
            reader.until(OPEN).await?;
            reader.back().await?;
            reader.until_headline("Du lịch").await?;
            reader.until(SHUT).await
        })
        .await
}

#[tokio::test]
async fn a_reload_keeps_the_open_picture_and_back_still_closes_it() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            reader.press("a[href='#photo-4']").await?;
            reader.until(OPEN).await?;
            reader.driver().refresh().await?;
            reader.until(OPEN).await?;
            until_picture(reader, 4).await?;
            reader.back().await?;
            reader.until(SHUT).await?;
            same(reader.headline().await?, "Một bài có đủ mọi khối", "the headline")?;
            same(reader.url().await?, BLOCKS, "the address")
        })
        .await
}

#[tokio::test]
async fn pressing_before_a_picture_has_come_opens_it_all_the_same() -> Outcome {
    desk()
        .impatient()
        .read(async |reader| {
            let late = host::Fault::Delay(std::time::Duration::from_secs(4));
            reader.faults().add(host::On::end(".png"), late);
            reader.load(PLAIN).await?;
            reader.until_there("body > footer").await?;
            // Nor is the app there: the press brings it.
            reader.press("a[href='#photo-1']").await?;
            reader.until(OPEN).await?;
            let came = "document.querySelector('dialog [data-slide=\"1\"] img').naturalWidth > 0";
            same(reader.js(came).await?, false, "the picture's being there")?;
            reader.until(came).await
        })
        .await
}

#[tokio::test]
async fn a_swipe_turns_to_the_next_picture() -> Outcome {
    phone()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            reader.press("a[href='#photo-3']").await?;
            reader.until(OPEN).await?;
            until_picture(reader, 3).await?;
            reader.swipe((330, 420), (40, 420)).await?;
            until_picture(reader, 4).await
        })
        .await
}
