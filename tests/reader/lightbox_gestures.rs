//! Swiping and pulling in the lightbox, with real touches.

use e2e::{
    Outcome, fingers,
    kit::{BLOCKS, PICTURES},
    reader::{Reader, same},
    visit::{desk, phone},
};
use serde_json::json;

use crate::opened::{self, OPEN, SHUT, at_rest, number, place, track};

async fn until_picture(reader: &Reader, number: usize) -> Outcome {
    opened::until_picture(reader, number, PICTURES).await
}

#[tokio::test]
async fn past_half_the_width_or_by_a_flick_a_swipe_moves_one_picture_and_else_none() -> Outcome {
    phone()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            let y = 420.0;
            // Far, and at rest before it is lifted.
            reader.draw(&[((330.0, y), (100.0, y))], 500, 200).await?;
            until_picture(reader, 4).await?;
            // A flick, short and quick.
            reader.draw(&[((200.0, y), (280.0, y))], 64, 0).await?;
            until_picture(reader, 3).await?;
            // Slow and short: back to its place.
            reader.draw(&[((300.0, y), (180.0, y))], 700, 200).await?;
            at_rest(reader).await?;
            same(number(reader).await?, 3, "after a slow short one")?;
            same(track(reader).await?, 0.0, "the row")?;
            // The hardest flick is one picture.
            reader.draw(&[((380.0, y), (10.0, y))], 64, 0).await?;
            until_picture(reader, 4).await?;
            reader.wait(300).await;
            same(number(reader).await?, 4, "after a hard flick")
        })
        .await
}

#[tokio::test]
async fn the_axis_is_locked_after_ten_pixels() -> Outcome {
    phone()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            reader.touch("touchStart", &[(300.0, 420.0)]).await?;
            reader.glide(&[((300.0, 420.0), (292.0, 424.0))], 48).await?;
            same(track(reader).await?, 0.0, "the row after nine pixels")?;
            // Sideways; then down as far as one likes.
            reader.glide(&[((292.0, 424.0), (250.0, 424.0))], 100).await?;
            reader.glide(&[((250.0, 424.0), (250.0, 800.0))], 200).await?;
            reader.wait(60).await;
            let across = track(reader).await?;
            assert!((-45.0..=-25.0).contains(&across), "the row is at {across}");
            let now = place(reader).await?;
            same(reader.number("getComputedStyle(document.querySelector('dialog')).getPropertyValue('--fade') * 1").await?, 1.0, "the ground")?;
            assert!((now.scale - 1.0).abs() < 1e-6);
            reader.touch("touchEnd", &[]).await?;
            at_rest(reader).await?;
            same(number(reader).await?, 3, "the picture")
        })
        .await
}

#[tokio::test]
async fn at_the_ends_the_row_resists_and_comes_back() -> Outcome {
    phone()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 1).await?;
            reader.touch("touchStart", &[(40.0, 420.0)]).await?;
            reader.glide(&[((40.0, 420.0), (340.0, 420.0))], 200).await?;
            reader.wait(60).await;
            let pulled = track(reader).await?;
            assert!((60.0..=140.0).contains(&pulled), "300 px of the finger gave {pulled}");
            reader.touch("touchEnd", &[]).await?;
            at_rest(reader).await?;
            same(track(reader).await?, 0.0, "the row")?;
            same(number(reader).await?, 1, "the picture")
        })
        .await
}

#[tokio::test]
async fn a_second_finger_during_a_swipe_begins_a_pinch_without_a_jump() -> Outcome {
    phone()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            reader.touch("touchStart", &[(300.0, 420.0)]).await?;
            reader.glide(&[((300.0, 420.0), (220.0, 420.0))], 160).await?;
            reader.wait(60).await;
            let before = place(reader).await?;
            reader.touch("touchStart", &[(220.0, 420.0), (320.0, 420.0)]).await?;
            for _ in 0..8 {
                reader.wait(20).await;
                let now = place(reader).await?;
                assert!((now.left - before.left).abs() < 1.5, "from {before:?} to {now:?}");
            }
            reader
                .glide(&[((220.0, 420.0), (150.0, 420.0)), ((320.0, 420.0), (390.0, 420.0))], 200)
                .await?;
            reader.wait(60).await;
            let scale = place(reader).await?.scale;
            assert!((2.2..=2.6).contains(&scale), "{scale}");
            reader.touch("touchEnd", &[]).await?;
            at_rest(reader).await?;
            same(number(reader).await?, 3, "the picture")?;
            same(track(reader).await?, 0.0, "the row")
        })
        .await
}

#[tokio::test]
async fn a_pull_fades_with_the_finger_and_closes_past_a_third_or_by_a_flick() -> Outcome {
    phone()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            let fade = "getComputedStyle(document.querySelector('.lightbox-ground')).opacity * 1";
            reader.touch("touchStart", &[(200.0, 400.0)]).await?;
            reader.glide(&[((200.0, 400.0), (200.0, 610.0))], 300).await?;
            reader.wait(150).await;
            let dark = reader.number(fade).await?;
            assert!((0.7..0.85).contains(&dark), "the ground is at {dark}");
            // Shorter than a third: back.
            reader.touch("touchEnd", &[]).await?;
            at_rest(reader).await?;
            same(reader.number(fade).await?, 1.0, "the ground")?;
            same(reader.js(OPEN).await?, true, "the lightbox")?;
            reader.draw(&[((200.0, 300.0), (200.0, 640.0))], 500, 200).await?;
            reader.until(SHUT).await?;
            reader.until("location.hash === ''").await?;
            // By a flick, upwards as well.
            opened::press(reader, 3).await?;
            reader.draw(&[((200.0, 600.0), (200.0, 500.0))], 64, 0).await?;
            reader.until(SHUT).await?;
            reader.until("location.hash === ''").await?;
            same(reader.url().await?, BLOCKS, "the address")?;
            same(reader.count("dialog").await?, 0, "dialogs")
        })
        .await
}

#[tokio::test]
async fn a_mouse_drags_as_a_finger_does_and_a_drag_is_no_press() -> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            // Begins and ends beside the picture: a press there would close.
            let held = json!({"button": "left", "buttons": 1});
            reader.mouse("mousePressed", (1_300.0, 450.0), json!({"buttons": 1})).await?;
            for x in [1_200.0, 1_000.0, 700.0, 400.0, 150.0] {
                reader.mouse("mouseMoved", (x, 450.0), held.clone()).await?;
                reader.wait(20).await;
            }
            reader.mouse("mouseReleased", (150.0, 450.0), json!({})).await?;
            until_picture(reader, 4).await?;
            reader.wait(200).await;
            same(reader.js(OPEN).await?, true, "the lightbox")
        })
        .await
}

#[tokio::test]
async fn quick_flicks_go_where_they_went_one_picture_each() -> Outcome {
    phone()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 1).await?;
            let y = 420.0;
            // The second comes while the row is still on its way from the first.
            for _ in 0..2 {
                reader.draw(&[((300.0, y), (220.0, y))], 48, 0).await?;
            }
            until_picture(reader, 3).await?;
            at_rest(reader).await?;
            // So quick that a busy phone tells of one move only.
            for (to, expected) in [(200.0, 4), (400.0, 3)] {
                let at = fingers::now();
                reader.touch_at("touchStart", &[(300.0, y)], at).await?;
                reader.touch_at("touchMove", &[(to, y)], at + 0.016).await?;
                reader.touch_at("touchEnd", &[], at + 0.020).await?;
                until_picture(reader, expected).await?;
                at_rest(reader).await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn one_press_too_many_at_an_end_changes_nothing() -> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, BLOCKS, PICTURES - 1).await?;
            let next = "document.querySelector('.lightbox-next')";
            let middle = reader
                .js(&format!(
                    "(({{ left, top, width, height }}) => [left + width / 2, top + height / 2])\
                    ({next}.getBoundingClientRect())"
                ))
                .await?;
            let at =
                (middle[0].as_f64().unwrap_or_default(), middle[1].as_f64().unwrap_or_default());
            // Once to the last picture, twice quickly beyond it, and once more later.
            for pause in [60, 60, 600, 60] {
                reader.mouse("mousePressed", at, json!({})).await?;
                reader.mouse("mouseReleased", at, json!({})).await?;
                reader.wait(pause).await;
            }
            until_picture(reader, PICTURES).await?;
            at_rest(reader).await?;
            same(reader.js(OPEN).await?, true, "the lightbox")?;
            assert!((place(reader).await?.scale - 1.0).abs() < 1e-6, "enlarged");
            Ok(())
        })
        .await
}
