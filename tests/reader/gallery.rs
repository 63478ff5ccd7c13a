//! Pictures in the page: their rows, and where they stand.

use e2e::{
    Outcome,
    kit::{BLOCKS, PHOTOS},
    reader::{Reader, same},
    rows::rows,
    shapes::{MANY, paper},
    visit::{desk, phone},
};

#[tokio::test]
async fn rows_are_those_of_the_columns_width_and_each_is_of_one_height() -> Outcome {
    // The four of the run and the five of the gallery.
    let expected = [
        (phone().wide(320), [vec![1; 4], vec![1; 5]]),
        (phone(), [vec![1; 4], vec![1; 5]]),
        (desk().wide(768), [vec![2, 2], vec![2, 2, 1]]),
        (desk(), [vec![2, 2], vec![3, 2]]),
        (desk().wide(1920), [vec![2, 2], vec![3, 2]]),
    ];
    for (visit, expected) in expected {
        visit
            .read(async |reader| {
                reader.load(BLOCKS).await?;
                same(rows(reader).await?, expected.to_vec(), "the rows")?;
                same(reader.fits().await?, true, "it fits its window")?;
                // A mosaic leads with a large one.
                reader.load(PHOTOS).await?;
                let mosaic = rows(reader).await?;
                same(mosaic[0][0], 1, "the first row")?;
                same(mosaic[0].iter().sum::<usize>(), 20, "pictures")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn three_hundred_pictures_of_any_shape_stand_in_rows_at_any_width() -> Outcome {
    for width in [320, 390, 599, 600, 768, 1055, 1060, 1100, 1440] {
        let visit = if width < 600 { phone().wide(width) } else { desk().wide(width) };
        visit
            .of_folder(paper()?)
            .read(async |reader| {
                reader.load(MANY).await?;
                let rows = rows(reader).await?;
                same(rows[0].iter().sum::<usize>(), 300, "pictures")?;
                let most = if width < 600 {
                    2
                } else if width < 1060 {
                    3
                } else {
                    4
                };
                assert!(rows[0].iter().all(|row| *row <= most), "{width}: {rows:?}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

/// Where a picture is in the window, once nothing moves any more.
async fn place_of(reader: &Reader, picture: &str) -> Outcome<f64> {
    let top = format!("document.querySelector('{picture}').getBoundingClientRect().top");
    let mut before = f64::NAN;
    for _ in 0..60 {
        let now = reader.number(&top).await?;
        if (now - before).abs() < 0.01 {
            return Ok(now);
        }
        before = now;
        reader.wait(80).await;
    }
    Err("it does not come to rest".into())
}

/// Without scroll anchoring (Safari), a jump far down a page stays right only if nothing above it
/// changes its height.
#[tokio::test]
async fn a_jump_to_the_250th_picture_lands_there_and_stays() -> Outcome {
    for visit in [phone(), desk()] {
        visit
            .of_folder(paper()?)
            .faulty()
            .read(async |reader| {
                let no_anchor = "new MutationObserver((_, all) => { if (!document.head) return; \
                    const sheet = new CSSStyleSheet(); \
                    sheet.replaceSync('* { overflow-anchor: none !important }'); \
                    document.adoptedStyleSheets = [sheet]; all.disconnect(); })\
                    .observe(document, {childList: true, subtree: true})";
                reader.before_each_document(no_anchor).await?;
                // The app opens the lightbox on it: held back, so that the page is seen.
                reader.hold_app_back().await?;
                reader.load(&format!("{MANY}#photo-250")).await?;
                let place = place_of(reader, "#photo-250").await?;
                assert!((0.0..200.0).contains(&place), "{place} px from the window's top");
                reader.wait(1_500).await;
                let later = place_of(reader, "#photo-250").await?;
                same(later, place, "its place")?;
                let seen = "document.querySelector('#photo-250 img').naturalWidth > 0";
                reader.until(seen).await?;
                let eager = ".run img:not([loading=lazy])";
                same(reader.count(eager).await?, 1, "pictures that do not wait for the reader")?;
                // Up again, and nothing jumps under the reader.
                let step = "(scrollBy({top: -300, behavior: 'instant'}), \
                    document.querySelector('#photo-250').getBoundingClientRect().top)";
                let mut at = place;
                for _ in 0..20 {
                    let now = reader.number(step).await?;
                    assert!((now - at - 300.0).abs() < 1.0, "{at} and then {now}");
                    at = now;
                    reader.wait(30).await;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}
