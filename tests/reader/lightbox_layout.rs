//! The lightbox in windows of all kinds.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES},
    reader::{Reader, same},
    visit::{desk, phone},
};
use serde_json::json;

use crate::opened::{self, ALBUM, MANY, album, place};

/// Everything that can be pressed and is in sight: whole in the window, at least 44 px each way, and
/// none over another.
async fn nothing_is_cut(reader: &Reader, what: &str) -> Outcome {
    let bad = reader
        .js("(() => { const bad = []; \
            const all = [...document.querySelectorAll('dialog button, dialog a')].filter((one) => \
                one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && \
                !one.closest('[inert], figcaption')); \
            const boxes = all.map((one) => one.getBoundingClientRect()); \
            boxes.forEach(({ left, top, right, bottom, width, height }, at) => { \
                const name = all[at].className; \
                if (width < 44 || height < 44) bad.push(`${name} is ${width} by ${height}`); \
                if (left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || \
                    bottom > innerHeight + 0.5) bad.push(`${name} is cut`); \
                boxes.forEach((other, to) => { if (to > at && left < other.right - 1 && \
                    right > other.left + 1 && top < other.bottom - 1 && bottom > other.top + 1) \
                    bad.push(`${name} lies over ${all[to].className}`); }); }); \
            if (all.length < 5) bad.push(`only ${all.length} buttons`); return bad; })()")
        .await?;
    same(bad, json!([]), what)?;
    let (now, window) = (place(reader).await?, ["innerWidth", "innerHeight"]);
    let (width, height) = (reader.number(window[0]).await?, reader.number(window[1]).await?);
    assert!(now.left >= -0.5 && now.right <= width + 0.5, "{what}: {now:?} in {width}");
    assert!(now.top >= -0.5 && now.bottom <= height + 0.5, "{what}: {now:?} in {height}");
    assert!(now.right - now.left > 60.0, "{what}: {now:?}");
    Ok(())
}

#[tokio::test]
async fn in_every_window_the_picture_is_whole_and_every_button_large_enough() -> Outcome {
    // At 200 % a window of 1440 by 900 is one of 720 by 450.
    for (width, height) in
        [(320, 640), (390, 844), (844, 390), (720, 450), (1024, 768), (1440, 900)]
    {
        phone()
            .of_folder(album()?)
            .read(async |reader| {
                reader.open(ALBUM).await?;
                reader.turn_to(width, height).await?;
                opened::press(reader, 2).await?;
                for number in [2, 3, 4, 5] {
                    opened::until_picture(reader, number, MANY).await?;
                    nothing_is_cut(reader, &format!("{number} at {width} by {height}")).await?;
                    reader.press(".lightbox-next").await?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn turning_the_phone_and_a_window_that_changes_keep_the_picture_in_its_place() -> Outcome {
    phone()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 4).await?;
            let page = reader.number("scrollY").await?;
            for (width, height) in [(844, 390), (390, 844), (390, 780), (390, 844)] {
                reader.turn_to(width, height).await?;
                reader.wait(120).await;
                opened::until_picture(reader, 4, PICTURES).await?;
                nothing_is_cut(reader, &format!("{width} by {height}")).await?;
                let now = place(reader).await?;
                let middle = (now.left + now.right) / 2.0;
                assert!((middle - f64::from(width) / 2.0).abs() < 1.0, "{now:?} in {width}");
                same(opened::track(reader).await?, 0.0, "the row")?;
            }
            // Enlarged, it is still within its limits.
            reader.tap((200.0, 400.0), 2).await?;
            reader.until("!!document.querySelector('.lightbox.zoomed')").await?;
            opened::at_rest(reader).await?;
            reader.turn_to(844, 390).await?;
            reader.wait(120).await;
            let now = place(reader).await?;
            assert!(now.scale > 1.5, "{now:?}");
            assert!(now.top <= 0.5 && now.bottom >= 389.5, "{now:?}");
            reader.turn_to(390, 844).await?;
            reader.press(".lightbox-close").await?;
            reader.until(opened::SHUT).await?;
            let moved = (reader.number("scrollY").await? - page).abs();
            assert!(moved < 400.0, "the page has gone {moved} px");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn nothing_shifts_while_it_opens_turns_and_closes() -> Outcome {
    desk()
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 3).await?;
            for number in [4, 5, 6] {
                reader.key(thirtyfour::Key::Right).await?;
                opened::until_picture(reader, number, MANY).await?;
                reader.wait(600).await;
            }
            reader.press(".lightbox-close").await?;
            reader.until(opened::SHUT).await?;
            reader.wait(300).await;
            same(reader.shifts().await?, Vec::<String>::new(), "shifts")
        })
        .await
}

#[tokio::test]
async fn in_forced_colours_buttons_have_edges_and_the_focus_is_seen() -> Outcome {
    desk()
        .read(async |reader| {
            let forced = json!([{"name": "forced-colors", "value": "active"}]);
            reader.cdp("Emulation.setEmulatedMedia", json!({"features": forced})).await?;
            opened::open(reader, BLOCKS, 3).await?;
            reader.key_with("Tab", 0).await?;
            let seen = "(() => { const style = getComputedStyle(document.activeElement); \
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && \
                    style.borderTopStyle === 'solid'; })()";
            same(reader.js(seen).await?, true, "edge and focus")
        })
        .await
}
