//! The lightbox by mouse and wheel.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES},
    opened::{self, ALBUM, MANY, album, at_rest, number, place, until_picture},
    reader::{Reader, same},
};
use thirtyfour::Key;

use crate::{hands, visit::desk};

const ZOOMED: &str = "!!document.querySelector('.lightbox.zoomed')";

/// Where in the picture a place of the window is, each way from 0 to 1.
async fn under(reader: &Reader, at: hands::At) -> Outcome<(f64, f64)> {
    let now = place(reader).await?;
    Ok(((at.0 - now.left) / (now.right - now.left), (at.1 - now.top) / (now.bottom - now.top)))
}

async fn still_under(reader: &Reader, at: hands::At, before: (f64, f64)) -> Outcome {
    let now = under(reader, at).await?;
    let apart = (now.0 - before.0).abs().max((now.1 - before.1).abs());
    assert!(apart < 0.02, "what is under the pointer: {now:?}, before {before:?}");
    Ok(())
}

#[tokio::test]
async fn a_double_click_zooms_about_its_point_and_again_resets() -> Outcome {
    desk()?
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 1).await?;
            let at = (600.0, 300.0);
            let before = under(reader, at).await?;
            hands::click(reader, at, 2).await?;
            reader.until(ZOOMED).await?;
            at_rest(reader).await?;
            still_under(reader, at, before).await?;
            reader.wait(600).await;
            hands::click(reader, at, 2).await?;
            reader.until("!document.querySelector('.lightbox.zoomed')").await?;
            at_rest(reader).await?;
            assert!((place(reader).await?.scale - 1.0).abs() < 1e-6);
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_wheel_with_ctrl_zooms_about_the_pointer_and_never_the_page() -> Outcome {
    let visit = desk()?;
    // Held by `limits`: there the driver's wheel does not know of Ctrl.
    if !visit.engine.wheel_knows_keys() {
        return Ok(());
    }
    visit
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 1).await?;
            let at = (600.0, 300.0);
            let before = under(reader, at).await?;
            hands::wheel(reader, at, (0, -300), Some(Key::Control)).await?;
            reader.until(ZOOMED).await?;
            at_rest(reader).await?;
            still_under(reader, at, before).await?;
            same(reader.number("visualViewport.scale").await?, 1.0, "the page's own zoom")?;
            same(reader.number("innerWidth").await?, 1_440.0, "the browser's own zoom")
        })
        .await
}

#[tokio::test]
async fn the_mouse_draws_one_picture_on_and_a_short_way_comes_back() -> Outcome {
    desk()?
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            let middle = (720.0, 420.0);
            // Slowly, and not half the width.
            hands::draw(reader, middle, (600.0, 420.0), 300, 300).await?;
            at_rest(reader).await?;
            same(number(reader).await?, 3, "after a short way")?;
            hands::draw(reader, (1_300.0, 420.0), (200.0, 420.0), 400, 100).await?;
            until_picture(reader, 4, PICTURES).await?;
            hands::draw(reader, (200.0, 420.0), (1_300.0, 420.0), 400, 100).await?;
            until_picture(reader, 3, PICTURES).await?;
            same(opened::track(reader).await?, 0.0, "the row's place")?;
            same(reader.text("String(getSelection())").await?, "", "what is selected")
        })
        .await
}

#[tokio::test]
async fn an_enlarged_picture_goes_with_the_mouse_and_never_shows_a_gap() -> Outcome {
    desk()?
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 1).await?;
            until_picture(reader, 1, MANY).await?;
            hands::click(reader, (720.0, 420.0), 2).await?;
            reader.until(ZOOMED).await?;
            at_rest(reader).await?;
            let before = place(reader).await?;
            hands::draw(reader, (720.0, 420.0), (660.0, 400.0), 300, 300).await?;
            at_rest(reader).await?;
            let after = place(reader).await?;
            let gone = (before.left - after.left, before.top - after.top);
            // From where it was a drag and no press any more, some ten pixels on.
            assert!((45.0..=60.5).contains(&gone.0) && (14.0..=20.5).contains(&gone.1), "{gone:?}");
            let window = (
                reader.number("document.querySelector('dialog').clientWidth").await?,
                reader.number("document.querySelector('dialog').clientHeight").await?,
            );
            for to in [(1_400.0, 800.0), (40.0, 40.0)] {
                for _ in 0..2 {
                    hands::draw(reader, (720.0, 420.0), to, 150, 0).await?;
                    reader.wait(20).await;
                }
                at_rest(reader).await?;
                let now = place(reader).await?;
                assert!(now.left <= 0.5 && now.right >= window.0 - 0.5, "{now:?}");
                assert!(now.top <= 0.5 && now.bottom >= window.1 - 0.5, "{now:?}");
            }
            same(number(reader).await?, 1, "the picture")
        })
        .await
}
