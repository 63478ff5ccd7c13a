//! What is pressed before the app is there.

use std::time::Duration;

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES, PLAIN},
    reader::{Reader, same},
    visit::{desk, phone},
};
use host::{Fault, On};
use thirtyfour::Key;

const OPEN: &str = "document.querySelector('dialog.lightbox')?.open === true";
const BUSY: &str = "[aria-busy=true]";

/// A page that the app has not taken over yet, with this picture pressed.
async fn pressed(reader: &Reader, number: usize) -> Outcome {
    reader.hold_app_back().await?;
    reader.load(BLOCKS).await?;
    reader.press(&format!("a[href='#photo-{number}']")).await?;
    reader.until_there(&format!("a[href='#photo-{number}']{BUSY}")).await
}

#[tokio::test]
async fn a_picture_that_was_pressed_opens_once_the_app_is_there() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                pressed(reader, 3).await?;
                let document = reader.document().await?;
                let place = reader.place().await?;
                reader.wait(400).await;
                same(reader.count("dialog").await?, 0, "dialogs before")?;
                same(reader.js("location.hash").await?, "", "the address before")?;
                reader.let_app_come().await?;
                reader.until(OPEN).await?;
                let count = reader.says(".lightbox-count").await?;
                same(count, format!("3/{PICTURES}"), "the picture")?;
                same(reader.count(BUSY).await?, 0, "signs of waiting left")?;
                reader.key(Key::Escape).await?;
                reader.until("!document.querySelector('dialog[open]')").await?;
                reader.until("location.hash === ''").await?;
                same(reader.place().await?, place, "the place")?;
                same(reader.document().await?, document, "the document")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn of_two_pictures_the_one_pressed_last_opens() -> Outcome {
    desk()
        .read(async |reader| {
            pressed(reader, 3).await?;
            reader.press("a[href='#photo-5']").await?;
            same(reader.count(BUSY).await?, 1, "signs of waiting")?;
            reader.let_app_come().await?;
            reader.until(OPEN).await?;
            same(reader.says(".lightbox-count").await?, format!("5/{PICTURES}"), "the picture")
        })
        .await
}

#[tokio::test]
async fn a_picture_pressed_too_long_ago_stays_shut() -> Outcome {
    desk()
        .read(async |reader| {
            pressed(reader, 3).await?;
            let place = reader.place().await?;
            reader.wait(3_200).await;
            reader.until_taken_over().await?;
            reader.wait(800).await;
            same(reader.count("dialog[open]").await?, 0, "dialogs")?;
            same(reader.count(BUSY).await?, 0, "signs of waiting left")?;
            same(reader.js("location.hash").await?, "", "the address")?;
            same(reader.place().await?, place, "the place")
        })
        .await
}

#[tokio::test]
async fn a_picture_that_was_scrolled_away_meanwhile_stays_shut() -> Outcome {
    desk()
        .read(async |reader| {
            pressed(reader, PICTURES).await?;
            reader.js("scrollTo({top: 0, behavior: 'instant'})").await?;
            reader.until_taken_over().await?;
            reader.wait(800).await;
            same(reader.count("dialog[open]").await?, 0, "dialogs")?;
            same(reader.js("location.hash").await?, "", "the address")?;
            same(reader.place().await?, 0.0, "the place")
        })
        .await
}

#[tokio::test]
async fn a_button_that_was_pressed_does_its_work_once_the_app_is_there() -> Outcome {
    desk()
        .read(async |reader| {
            reader.hold_app_back().await?;
            reader.load(PLAIN).await?;
            reader.press(".appearance summary").await?;
            reader.press("[data-theme-choice=dark]").await?;
            reader.until_there(&format!("[data-theme-choice=dark]{BUSY}")).await?;
            reader.until_taken_over().await?;
            reader.until("document.documentElement.dataset.theme === 'dark'").await?;
            reader.until_there("[data-theme-choice=dark][aria-pressed=true]").await?;
            reader.load(BLOCKS).await?;
            reader.press("[data-do=rail-next]").await?;
            reader.until_taken_over().await?;
            reader.until("document.querySelector('.rail-port').scrollLeft > 100").await?;
            same(reader.count(BUSY).await?, 0, "signs of waiting left")
        })
        .await
}

#[tokio::test]
async fn a_link_that_is_pressed_loads_its_page_without_waiting() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.hold_app_back().await?;
                reader.load("du-lich/").await?;
                let document = reader.document().await?;
                let card = ".list li:nth-child(3) h2 a";
                let title = reader.says(card).await?;
                reader.press(card).await?;
                reader.until_other_document(&document).await?;
                reader.until_headline(&title).await?;
                same(reader.log().count(".json"), 0, "data")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn more_of_a_list_is_a_link_before_the_app_is_there() -> Outcome {
    desk()
        .read(async |reader| {
            reader.hold_app_back().await?;
            reader.load("dai/").await?;
            reader.press("a.more").await?;
            reader.until("document.querySelector('h1')?.textContent.includes(' – ')").await
        })
        .await
}

/// After a reload the entry before is still one of the document's own, and the browser loads nothing
/// by itself: the address changed, and the page stayed.
#[tokio::test]
async fn back_shows_the_page_before_although_the_app_has_not_come_again() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.js("(scrollTo({top: 820, behavior: 'instant'}), true)").await?;
            reader.until("scrollY === 820").await?;
            reader.js("(document.querySelector(\"a[href$='-1025/']\").click(), true)").await?;
            reader.until_headline("Chuyện du lịch số 25").await?;
            reader.hold_app_back().await?;
            reader.driver().refresh().await?;
            reader.until_there("script[src$='start.js']").await?;
            reader.wait(300).await;
            reader.back().await?;
            reader.until_headline("Du lịch").await?;
            same(reader.url().await?, "du-lich/", "the address")?;
            reader.until("Math.round(scrollY) === 820").await?;
            reader.forward().await?;
            reader.until_headline("Chuyện du lịch số 25").await?;
            reader.until_taken_over().await?;
            reader.back().await?;
            reader.until_headline("Du lịch").await
        })
        .await
}

/// A press is as good as the first picture: the app is wanted now.
#[tokio::test]
async fn a_key_or_a_press_hurries_the_app() -> Outcome {
    for key in [true, false] {
        desk()
            .impatient()
            .read(async |reader| {
                let late = Fault::Delay(Duration::from_secs(8));
                reader.faults().add(On::end(".png"), late);
                reader.load(PLAIN).await?;
                reader.until_there(".story .lead").await?;
                reader.wait(500).await;
                same(reader.log().count(".wasm"), 0, "code before")?;
                if key {
                    reader.key(Key::Tab).await?;
                } else {
                    reader.find(".lead").await?.click().await?;
                }
                reader.until_ready().await?;
                let there = "document.querySelector('img[fetchpriority=high]').complete";
                same(reader.js(there).await?, false, "the first picture")
            })
            .await?;
    }
    Ok(())
}
