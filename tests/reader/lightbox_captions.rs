//! What is said under a picture in the lightbox.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES},
    reader::same,
    visit::{desk, phone},
};
use thirtyfour::Key;

use crate::opened::{
    self, ALBUM, BARE_PICTURE, LONG_CAPTION, MANY, SHUT, album, number, until_picture,
};

const SAID: &str = ".slide:not([inert]) figcaption";

#[tokio::test]
async fn captions_follow_and_a_runs_caption_is_on_each_of_its_pictures() -> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 1).await?;
            for number in 1..=PICTURES {
                until_picture(reader, number, PICTURES).await?;
                let said = match number {
                    1 => "Ảnh bìa",
                    2 => "Một ảnh đứng riêng",
                    3..=6 => "Chú thích chung của bốn ảnh",
                    7..=11 => "Chú thích của bộ ảnh",
                    _ => "Ảnh trong hộp",
                };
                same(reader.says(SAID).await?, said, &format!("picture {number}"))?;
                // Neighbours are out of reach, and of the tree that is read out.
                same(reader.count(".slide:not([inert])").await?, 1, "pictures in reach")?;
                reader.key(Key::Right).await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn rich_captions_keep_their_marks_and_their_links_lead_on() -> Outcome {
    desk()
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 1).await?;
            same(
                reader.says(SAID).await?,
                "Chú thích đậm và liên kết của ảnh 1 Người Chụp",
                "text",
            )?;
            same(reader.says(&format!("{SAID} strong")).await?, "đậm", "the strong part")?;
            let document = reader.document().await?;
            reader.find(&format!("{SAID} a")).await?.click().await?;
            reader.until_headline("Đời sống").await?;
            reader.until(SHUT).await?;
            same(reader.document().await?, document, "the document")?;
            let left = "document.querySelectorAll('[inert], dialog, .lightbox-open').length";
            same(reader.js(left).await?, 0, "what is left of it")?;
            same(reader.js("(scrollTo(0, 300), scrollY > 0)").await?, true, "scrolling")?;
            // Keys are the page's again.
            reader.key(Key::Right).await?;
            same(reader.js("location.hash").await?, "", "the address")?;
            // And Back opens the picture that was left.
            reader.back().await?;
            until_picture(reader, 1, MANY).await
        })
        .await
}

#[tokio::test]
async fn a_picture_without_a_caption_shows_none() -> Outcome {
    desk()
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, BARE_PICTURE).await?;
            let height = format!("document.querySelector('{SAID}').getBoundingClientRect().height");
            same(reader.number(&height).await?, 0.0, "its height")
        })
        .await
}

#[tokio::test]
async fn a_long_caption_scrolls_inside_and_swipes_nothing() -> Outcome {
    phone()
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, LONG_CAPTION).await?;
            let top = format!("document.querySelector('{SAID}').getBoundingClientRect().top");
            let top = reader.number(&top).await?;
            assert!(top > 844.0 * 0.6, "the caption begins at {top}");
            reader.draw(&[((200.0, 820.0), (200.0, 680.0))], 200, 0).await?;
            reader.until(&format!("document.querySelector('{SAID}').scrollTop > 50")).await?;
            reader.draw(&[((330.0, 760.0), (40.0, 750.0))], 120, 0).await?;
            reader.wait(300).await;
            same(number(reader).await?, LONG_CAPTION, "the picture")?;
            same(reader.count("dialog[open]").await?, 1, "dialogs")?;
            same(reader.place().await? >= 0.0, true, "the page")
        })
        .await
}

#[tokio::test]
async fn i_hides_captions_and_shows_them_again() -> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            let shown = format!("document.querySelector('{SAID}').checkVisibility()");
            same(reader.js(&shown).await?, true, "before")?;
            reader.letter("i").await?;
            same(reader.js(&shown).await?, false, "after I")?;
            reader.key(Key::Right).await?;
            until_picture(reader, 4, PICTURES).await?;
            same(reader.js(&shown).await?, false, "of the next one")?;
            reader.letter("I").await?;
            same(reader.js(&shown).await?, true, "after I again")
        })
        .await
}
