//! Pictures in the page: their rows, and that nothing moves as they come.

use std::time::Duration;

use e2e::{
    Outcome,
    kit::{BLOCKS, PHOTOS},
    reader::{Reader, same},
    rows::rows,
};
use host::{Fault, On};

use crate::visit::desk;

/// Where everything of the story stands, in the page.
const PLACES: &str = "JSON.stringify([...document.querySelectorAll('h1, .run, .run .open, \
    figcaption, main p:not(.rail *), section.rail, body > footer')]\
    .filter((one) => one.getClientRects().length).map((one) => { \
    const box = one.getBoundingClientRect(); \
    return [box.left, box.top + scrollY, box.width, box.height].map(Math.round); }))";

/// Another window, as wide as this in CSS pixels.
async fn widen(reader: &Reader, width: u32) -> Outcome {
    reader.driver().set_window_rect(0, 0, width, 900).await?;
    reader.until(&format!("innerWidth === {width}")).await
}

#[tokio::test]
async fn rows_are_those_of_the_columns_width_at_three_widths() -> Outcome {
    let visit = desk()?;
    let expected = [
        (visit.engine.narrowest(), [vec![1; 4], vec![1; 5]]),
        (768, [vec![2, 2], vec![2, 2, 1]]),
        (1440, [vec![2, 2], vec![3, 2]]),
    ];
    visit
        .read(async |reader| {
            for (width, expected) in expected {
                widen(reader, width).await?;
                reader.open(BLOCKS).await?;
                same(rows(reader).await?, expected.to_vec(), "the rows")?;
                same(reader.fits().await?, true, "it fits its window")?;
                reader.open(PHOTOS).await?;
                let mosaic = rows(reader).await?;
                same(mosaic[0][0], 1, "the first row")?;
                same(mosaic[0].iter().sum::<usize>(), 20, "pictures")?;
                same(reader.fits().await?, true, "it fits its window")?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn nothing_moves_as_pictures_come() -> Outcome {
    // A browser for each: one that has the pictures shows them at once.
    for width in [desk()?.engine.narrowest(), 1440] {
        desk()?
            .read(async |reader| {
                widen(reader, width).await?;
                // By a press, so that the browser does not wait for the pictures.
                reader.open("du-lich/").await?;
                let late = Fault::Delay(Duration::from_millis(2_500));
                for ending in [".png", ".avif", ".webp", ".jpg"] {
                    reader.faults().add(On::end(ending), late.clone());
                }
                reader.press("a[href$='-1000/']").await?;
                reader.until_headline("Một bài có đủ mọi khối").await?;
                reader.until_there("section.rail").await?;
                reader.until("document.fonts.status === 'loaded'").await?;
                let before = reader.text(PLACES).await?;
                let all = "[...document.querySelectorAll('.run img')]";
                let missing = format!("{all}.some((img) => !img.naturalWidth)");
                same(reader.js(&missing).await?, true, "pictures are missing")?;
                // Down the page, so that every picture is asked for.
                let down = "(scrollBy({top: innerHeight / 2, behavior: 'instant'}), \
                    scrollY + innerHeight >= document.documentElement.scrollHeight - 2)";
                while reader.js(down).await? != true {
                    reader.wait(60).await;
                }
                reader.until(&format!("{all}.every((img) => img.naturalWidth)")).await?;
                same(reader.text(PLACES).await?, before, "where everything stands")
            })
            .await?;
    }
    Ok(())
}
