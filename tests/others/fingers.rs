//! The lightbox under fingers, where the driver has any (`limits` holds where it has not).

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES},
    opened::{self, ALBUM, SHUT, album, at_rest, number, place, until_picture},
    reader::same,
};

use crate::{hands, visit::desk};

#[tokio::test]
async fn a_swipe_moves_one_picture_and_a_pull_closes() -> Outcome {
    let visit = desk()?;
    if !visit.engine.has_fingers() {
        return Ok(());
    }
    visit
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            // Slowly, and not half the width: it comes back.
            hands::fingers(reader, &[((720.0, 400.0), (600.0, 400.0))], 300, 300).await?;
            at_rest(reader).await?;
            same(number(reader).await?, 3, "after a short way")?;
            hands::fingers(reader, &[((1_300.0, 400.0), (200.0, 400.0))], 300, 100).await?;
            until_picture(reader, 4, PICTURES).await?;
            hands::fingers(reader, &[((200.0, 400.0), (1_300.0, 400.0))], 300, 100).await?;
            until_picture(reader, 3, PICTURES).await?;
            hands::fingers(reader, &[((720.0, 200.0), (720.0, 700.0))], 300, 100).await?;
            reader.until(SHUT).await?;
            reader.until("location.hash === ''").await
        })
        .await
}

#[tokio::test]
async fn a_pinch_zooms_about_the_fingers_and_never_the_page() -> Outcome {
    let visit = desk()?;
    if !visit.engine.has_fingers() {
        return Ok(());
    }
    visit
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 1).await?;
            let ways = [((680.0, 400.0), (620.0, 400.0)), ((760.0, 400.0), (820.0, 400.0))];
            hands::fingers(reader, &ways, 300, 200).await?;
            at_rest(reader).await?;
            let now = place(reader).await?;
            assert!((1.8..=2.8).contains(&now.scale), "{now:?}");
            same(reader.number("visualViewport.scale").await?, 1.0, "the page's own zoom")
        })
        .await
}
