//! The lightbox over an article's pictures: opening it, and what the history is like afterwards.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES, PLAIN},
    reader::{Reader, same},
    site::Site,
    visit::{desk, phone},
};
use thirtyfour::Key;

use crate::opened::{self, OPEN, SHUT, place};

async fn until_picture(reader: &Reader, number: usize) -> Outcome {
    opened::until_picture(reader, number, PICTURES).await
}

/// A press on the ground beside the picture.
async fn beside(reader: &Reader) -> Outcome {
    let now = place(reader).await?;
    if reader.js("navigator.maxTouchPoints > 0").await? == true {
        return reader.tap((200.0, now.top - 20.0), 1).await;
    }
    for kind in ["mousePressed", "mouseReleased"] {
        reader.mouse(kind, (now.left - 20.0, 400.0), serde_json::json!({})).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_picture_opens_by_press_and_closes_by_button_escape_and_back() -> Outcome {
    for visit in [desk(), phone().of(Site::KitUnderPath)] {
        visit
            .read(async |reader| {
                reader.open(BLOCKS).await?;
                let document = reader.document().await?;
                for way in ["button", "escape", "back", "beside", "request"] {
                    let entries = reader.number("history.length").await?;
                    reader.press("a[href='#photo-3']").await?;
                    reader.until(OPEN).await?;
                    until_picture(reader, 3).await?;
                    let place = reader.place().await?;
                    match way {
                        "button" => reader.press(".lightbox-close").await?,
                        "escape" => reader.key(Key::Escape).await?,
                        "beside" => beside(reader).await?,
                        // As a phone's Back does where it closes dialogs.
                        "request" => {
                            reader.js("document.querySelector('dialog').requestClose()").await?;
                        }
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
                same(reader.document().await?, document, "the document")?;
                let left = "document.querySelectorAll('[inert], dialog, .lightbox-open').length";
                same(reader.js(left).await?, 0, "what is left of it")
            })
            .await?;
    }
    Ok(())
}

/// There was a first cut that went back twice: once for Escape, and once more for the dialog that
/// closed by itself.
#[tokio::test]
async fn closing_twice_at_once_leaves_one_entry_and_back_leaves_the_article() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.press("a[href$='-1001/'], .list li:nth-child(2) h2 a").await?;
            reader.until("!!document.querySelector(\"a[href='#photo-1']\")").await?;
            let title = reader.headline().await?;
            reader.press("a[href='#photo-1']").await?;
            reader.until(OPEN).await?;
            reader
                .js("(() => { const box = document.querySelector('dialog'); \
                    for (const way of ['cancel', 'cancel']) \
                        box.dispatchEvent(new Event(way, { cancelable: true })); \
                    box.close(); box.close(); })()")
                .await?;
            reader.until(SHUT).await?;
            reader.until("location.hash === ''").await?;
            reader.wait(300).await;
            same(reader.headline().await?, title, "the article")?;
            reader.back().await?;
            reader.until_headline("Du lịch").await
        })
        .await
}

#[tokio::test]
async fn a_press_right_after_closing_is_not_lost() -> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            reader
                .js("(() => { document.querySelector('.lightbox-close').click(); \
                    document.querySelector(\"a[href='#photo-5']\").click(); })()")
                .await?;
            until_picture(reader, 5).await?;
            reader.back().await?;
            reader.until(SHUT).await?;
            same(reader.url().await?, BLOCKS, "the address")
        })
        .await
}

#[tokio::test]
async fn it_grows_out_of_the_picture_that_was_pressed_unless_motion_is_reduced() -> Outcome {
    for still in [false, true] {
        desk()
            .read(async |reader| {
                if still {
                    let reduce = serde_json::json!([
                        {"name": "prefers-reduced-motion", "value": "reduce"}
                    ]);
                    let media = serde_json::json!({ "features": reduce });
                    reader.cdp("Emulation.setEmulatedMedia", media).await?;
                }
                reader.open(BLOCKS).await?;
                reader
                    .js("document.querySelector('#photo-3').scrollIntoView({block: 'center'})")
                    .await?;
                // Within one task: no frame has passed since the press.
                let [page, box_] =
                    ["#photo-3 img", ".slide:not([inert]) .slide-frame"].map(|what| {
                        format!("document.querySelector('{what}').getBoundingClientRect()")
                    });
                // The app and the lightbox are there by now.
                reader.press("a[href='#photo-2']").await?;
                reader.until(OPEN).await?;
                reader.key(Key::Escape).await?;
                reader.until(SHUT).await?;
                reader.until("location.hash === ''").await?;
                reader
                    .js("document.querySelector('#photo-3').scrollIntoView({block: 'center', \
                    behavior: 'instant'})")
                    .await?;
                let apart = reader
                    .number(&format!(
                        "(() => {{ const from = {page}; \
                        document.querySelector(\"a[href='#photo-3']\").click(); \
                        const to = {box_}; \
                        return Math.hypot(from.left + from.width / 2 - to.left - to.width / 2, \
                            from.top + from.height / 2 - to.top - to.height / 2); }})()"
                    ))
                    .await?;
                assert_eq!(apart < 2.0, !still, "{apart} px from the picture pressed");
                opened::at_rest(reader).await?;
                let place = place(reader).await?;
                assert!((place.scale - 1.0).abs() < 1e-6, "{place:?}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_page_behind_an_open_picture_is_out_of_reach_and_does_not_scroll() -> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            let place = reader.place().await?;
            let down = serde_json::json!({"deltaX": 0, "deltaY": 600});
            reader.mouse("mouseWheel", (700.0, 450.0), down).await?;
            for key in [Key::Space, Key::PageDown, Key::Down] {
                reader.key(key).await?;
            }
            reader.wait(400).await;
            same(reader.place().await?, place, "the place")?;
            same(reader.count("dialog").await?, 1, "dialogs")
        })
        .await
}

#[tokio::test]
async fn on_closing_the_picture_last_shown_is_in_view_and_has_the_focus() -> Outcome {
    for way in ["button", "back"] {
        desk()
            .read(async |reader| {
                opened::open(reader, BLOCKS, 2).await?;
                reader.key(Key::End).await?;
                until_picture(reader, PICTURES).await?;
                match way {
                    "button" => reader.press(".lightbox-close").await?,
                    _ => reader.back().await?,
                }
                reader.until(SHUT).await?;
                reader.until("location.hash === ''").await?;
                reader.wait(200).await;
                let last = format!(
                    "(() => {{ const link = document.activeElement; \
                    const {{ top, bottom }} = link.getBoundingClientRect(); \
                    return link.hash === '#photo-{PICTURES}' && top < innerHeight && bottom > 0; }})()"
                );
                same(reader.js(&last).await?, true, way)
            })
            .await?;
    }
    Ok(())
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
