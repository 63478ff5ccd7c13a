//! Zooming in the lightbox, with real touches, mouse and wheel.

use e2e::{
    Outcome,
    reader::{Reader, same},
    visit::{Visit, desk, phone},
};
use serde_json::json;
use thirtyfour::Key;

use crate::opened::{self, ALBUM, MANY, album, at_rest, number, place};

fn on(visit: Visit) -> Outcome<Visit> {
    Ok(visit.of_folder(album()?))
}

/// Where in the picture a place of the window is, each way from 0 to 1.
async fn under(reader: &Reader, at: (f64, f64)) -> Outcome<(f64, f64)> {
    let now = place(reader).await?;
    Ok(((at.0 - now.left) / (now.right - now.left), (at.1 - now.top) / (now.bottom - now.top)))
}

fn near(one: (f64, f64), other: (f64, f64), what: &str) {
    let apart = (one.0 - other.0).abs().max((one.1 - other.1).abs());
    assert!(apart < 0.02, "{what}: {one:?} and {other:?}");
}

async fn page_scale(reader: &Reader) -> Outcome<f64> {
    Ok(reader.number("visualViewport.scale").await?)
}

#[tokio::test]
async fn a_pinch_zooms_about_the_fingers_and_never_the_page() -> Outcome {
    on(phone())?
        .read(async |reader| {
            opened::open(reader, ALBUM, 3).await?;
            let middle = (160.0, 380.0);
            let before = under(reader, middle).await?;
            let apart = |by: f64| [(160.0 - by, 380.0), (160.0 + by, 380.0)];
            let ([a, b], [c, d]) = (apart(40.0), apart(90.0));
            reader.draw(&[(a, c), (b, d)], 250, 60).await?;
            at_rest(reader).await?;
            let now = place(reader).await?;
            assert!((2.1..=2.4).contains(&now.scale), "{now:?}");
            near(under(reader, middle).await?, before, "what is under the fingers");
            same(page_scale(reader).await?, 1.0, "the page's own zoom")?;
            // Beyond every limit: as far as its own pixels, and back to what fits.
            for _ in 0..4 {
                let ([a, b], [c, d]) = (apart(15.0), apart(150.0));
                reader.draw(&[(a, c), (b, d)], 200, 60).await?;
            }
            at_rest(reader).await?;
            let most = reader
                .number(
                    "Math.max(3, 1600 / (document.querySelector('.slide:not([inert]) \
                    .slide-frame').offsetWidth * devicePixelRatio))",
                )
                .await?;
            let now = place(reader).await?;
            assert!((now.scale - most).abs() < 0.02, "{} of {most}", now.scale);
            for _ in 0..3 {
                let ([a, b], [c, d]) = (apart(150.0), apart(15.0));
                reader.draw(&[(a, c), (b, d)], 200, 60).await?;
            }
            at_rest(reader).await?;
            assert!((place(reader).await?.scale - 1.0).abs() < 1e-3);
            same(page_scale(reader).await?, 1.0, "the page's own zoom")
        })
        .await
}

#[tokio::test]
async fn a_double_tap_zooms_about_its_point_and_again_resets() -> Outcome {
    on(phone())?
        .read(async |reader| {
            opened::open(reader, ALBUM, 3).await?;
            let at = (120.0, 300.0);
            let before = under(reader, at).await?;
            reader.tap(at, 2).await?;
            reader.until("!!document.querySelector('.lightbox.zoomed')").await?;
            at_rest(reader).await?;
            near(under(reader, at).await?, before, "what is under the finger");
            assert!((place(reader).await?.scale - 2.0).abs() < 1e-3);
            reader.wait(400).await;
            reader.tap(at, 2).await?;
            reader.until("!document.querySelector('.lightbox.zoomed')").await?;
            at_rest(reader).await?;
            assert!((place(reader).await?.scale - 1.0).abs() < 1e-6);
            same(page_scale(reader).await?, 1.0, "the page's own zoom")
        })
        .await
}

#[tokio::test]
async fn a_double_click_and_the_wheel_with_ctrl_zoom_about_the_pointer() -> Outcome {
    on(desk())?
        .read(async |reader| {
            opened::open(reader, ALBUM, 1).await?;
            let at = (600.0, 300.0);
            let before = under(reader, at).await?;
            for count in 1..=2 {
                let how = json!({"clickCount": count, "buttons": 1});
                reader.mouse("mousePressed", at, how.clone()).await?;
                reader.mouse("mouseReleased", at, how).await?;
            }
            reader.until("!!document.querySelector('.lightbox.zoomed')").await?;
            at_rest(reader).await?;
            near(under(reader, at).await?, before, "what is under the pointer");
            reader.letter("0").await?;
            reader.until("!document.querySelector('.lightbox.zoomed')").await?;
            at_rest(reader).await?;
            let before = under(reader, at).await?;
            let ctrl = json!({"deltaX": 0, "deltaY": -300, "modifiers": 2});
            reader.mouse("mouseWheel", at, ctrl).await?;
            reader.until("!!document.querySelector('.lightbox.zoomed')").await?;
            at_rest(reader).await?;
            near(under(reader, at).await?, before, "what is under the wheel");
            same(page_scale(reader).await?, 1.0, "the page's own zoom")?;
            same(reader.number("innerWidth").await?, 1_440.0, "the browser's own zoom")
        })
        .await
}

#[tokio::test]
async fn buttons_and_keys_zoom_about_the_middle_and_moving_on_resets() -> Outcome {
    on(desk())?
        .read(async |reader| {
            opened::open(reader, ALBUM, 1).await?;
            let ends = "['smaller', 'larger'].map((name) => \
                document.querySelector(`.lightbox-${name}`).getAttribute('aria-disabled'))";
            same(reader.js(ends).await?, json!(["true", "false"]), "the ends")?;
            let middle = (
                reader.number("document.querySelector('dialog').clientWidth / 2").await?,
                reader.number("innerHeight / 2").await?,
            );
            let before = under(reader, middle).await?;
            reader.press(".lightbox-larger").await?;
            at_rest(reader).await?;
            assert!((place(reader).await?.scale - 2.0).abs() < 1e-3);
            near(under(reader, middle).await?, before, "the middle");
            reader.letter("+").await?;
            at_rest(reader).await?;
            same(reader.js(ends).await?, json!(["false", "true"]), "the ends")?;
            reader.letter("-").await?;
            at_rest(reader).await?;
            reader.key(Key::Right).await?;
            opened::until_picture(reader, 2, MANY).await?;
            assert!((place(reader).await?.scale - 1.0).abs() < 1e-6, "moving on");
            reader.key(Key::Left).await?;
            opened::until_picture(reader, 1, MANY).await?;
            assert!((place(reader).await?.scale - 1.0).abs() < 1e-6, "and back");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn panning_goes_on_a_while_and_never_shows_a_gap() -> Outcome {
    on(phone())?
        .read(async |reader| {
            opened::open(reader, ALBUM, 3).await?;
            reader.tap((200.0, 400.0), 2).await?;
            reader.until("!!document.querySelector('.lightbox.zoomed')").await?;
            at_rest(reader).await?;
            let before = place(reader).await?;
            // Quickly, by 120 px: it goes further than the finger.
            reader.draw(&[((250.0, 480.0), (250.0, 360.0))], 64, 0).await?;
            at_rest(reader).await?;
            let after = place(reader).await?;
            assert!(before.top - after.top > 120.0, "{before:?} {after:?}");
            // As far as one can pull, in all directions: edges stay at the window's.
            for to in [(390.0, 840.0), (0.0, 840.0), (390.0, 0.0), (0.0, 0.0)] {
                for _ in 0..3 {
                    reader.draw(&[((195.0, 420.0), to)], 120, 0).await?;
                    // Before anybody's pause is over: it is panned, and hands over nothing.
                    reader.wait(20).await;
                }
                at_rest(reader).await?;
                let now = place(reader).await?;
                assert!(now.left <= 0.5 && now.right >= 389.5, "{now:?}");
                assert!(now.top <= 0.5 && now.bottom >= 843.5, "{now:?}");
            }
            same(number(reader).await?, 3, "the picture")
        })
        .await
}

#[tokio::test]
async fn at_its_edge_an_enlarged_picture_hands_over_only_after_a_pause() -> Outcome {
    on(phone())?
        .read(async |reader| {
            opened::open(reader, ALBUM, 3).await?;
            reader.tap((200.0, 400.0), 2).await?;
            reader.until("!!document.querySelector('.lightbox.zoomed')").await?;
            at_rest(reader).await?;
            let left = [((350.0, 400.0), (20.0, 400.0))];
            // To the edge, and on in one go.
            reader.draw(&left, 300, 0).await?;
            reader.draw(&left, 300, 0).await?;
            at_rest(reader).await?;
            same(number(reader).await?, 3, "without a pause")?;
            reader.wait(500).await;
            reader.draw(&left, 300, 0).await?;
            opened::until_picture(reader, 4, MANY).await?;
            assert!((place(reader).await?.scale - 1.0).abs() < 1e-6);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn where_the_page_is_zoomed_already_one_finger_moves_the_page() -> Outcome {
    on(phone())?
        .read(async |reader| {
            opened::open(reader, ALBUM, 3).await?;
            reader.cdp("Emulation.setPageScaleFactor", json!({"pageScaleFactor": 2})).await?;
            reader.until("visualViewport.scale === 2").await?;
            reader.until("!!document.querySelector('.lightbox.page-zoomed')").await?;
            let before = reader.number("visualViewport.pageLeft").await?;
            reader.draw(&[((300.0, 400.0), (120.0, 400.0))], 300, 0).await?;
            reader.until(&format!("visualViewport.pageLeft > {before} + 20")).await?;
            same(number(reader).await?, 3, "the picture")?;
            same(page_scale(reader).await?, 2.0, "the page's own zoom")
        })
        .await
}
