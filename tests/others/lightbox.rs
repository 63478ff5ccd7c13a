//! The lightbox: opening and closing it, and what the history is like afterwards.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES},
    opened::{self, ALBUM, MANY, OPEN, SHUT, album, place, until_picture},
    reader::{Reader, same},
};
use thirtyfour::Key;

use crate::{hands, visit::desk};

/// Nothing of it is left in the page.
async fn gone(reader: &Reader) -> Outcome {
    let left = "document.querySelectorAll('[inert], dialog, .lightbox-open').length";
    same(reader.js(left).await?, 0, "what is left of it")
}

/// Into the middle of the window, and pressed with the mouse where it stands.
async fn press_picture(reader: &Reader, number: usize) -> Outcome {
    let link = format!("a[href='#photo-{number}']");
    reader.until_there(&link).await?;
    let show = format!(
        "(document.querySelector(\"{link}\").scrollIntoView({{block: 'center', \
        behavior: 'instant'}}), true)"
    );
    reader.js(&show).await?;
    hands::click(reader, hands::middle(reader, &link).await?, 1).await?;
    reader.until(OPEN).await?;
    opened::at_rest(reader).await
}

#[tokio::test]
async fn a_picture_opens_by_the_mouse_and_closes_by_button_escape_ground_and_back() -> Outcome {
    desk()?
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            for way in ["button", "escape", "ground", "back"] {
                let entries = reader.number("history.length").await?;
                press_picture(reader, 3).await?;
                until_picture(reader, 3, PICTURES).await?;
                let scrolled = reader.place().await?;
                match way {
                    "button" => {
                        let close = hands::middle(reader, ".lightbox-close").await?;
                        hands::click(reader, close, 1).await?;
                    }
                    "escape" => reader.key(Key::Escape).await?,
                    "ground" => {
                        let at = place(reader).await?;
                        hands::click(reader, (at.left - 20.0, 400.0), 1).await?;
                    }
                    _ => reader.driver().back().await?,
                }
                reader.until(SHUT).await?;
                reader.until("location.hash === ''").await?;
                let focus = "document.activeElement.getAttribute('href')";
                same(reader.js(focus).await?, "#photo-3", &format!("the focus after {way}"))?;
                same(reader.place().await?, scrolled, &format!("the place after {way}"))?;
                let added = reader.number("history.length").await? - entries;
                assert!(added <= 1.0, "{added} entries by {way}");
            }
            gone(reader).await
        })
        .await
}

#[tokio::test]
async fn it_is_one_entry_which_back_closes_and_forward_opens_again() -> Outcome {
    desk()?
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.press("a[href$='-1000/']").await?;
            reader.until_headline("Một bài có đủ mọi khối").await?;
            press_picture(reader, 2).await?;
            for number in 3..=5 {
                reader.key(Key::Right).await?;
                until_picture(reader, number, PICTURES).await?;
            }
            reader.driver().back().await?;
            reader.until(SHUT).await?;
            same(reader.url().await?, BLOCKS, "the address")?;
            reader.driver().forward().await?;
            reader.until(OPEN).await?;
            until_picture(reader, 5, PICTURES).await?;
            // Closed by its button there is no dead entry: Back leaves the article.
            reader.press(".lightbox-close").await?;
            reader.until(SHUT).await?;
            reader.until("location.hash === ''").await?;
            reader.driver().back().await?;
            reader.until_headline("Du lịch").await?;
            gone(reader).await
        })
        .await
}

#[tokio::test]
async fn a_link_to_a_picture_opens_it_and_closing_leaves_the_article() -> Outcome {
    desk()?
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.open(&format!("{BLOCKS}#photo-5")).await?;
            reader.until(OPEN).await?;
            until_picture(reader, 5, PICTURES).await?;
            // By a press: Back passes over an entry that a page has added without one, and Escape
            // counts for none.
            let close = hands::middle(reader, ".lightbox-close").await?;
            hands::click(reader, close, 1).await?;
            reader.until(SHUT).await?;
            reader.until("location.hash === ''").await?;
            same(reader.headline().await?, "Một bài có đủ mọi khối", "the headline")?;
            reader.driver().forward().await?;
            reader.until(OPEN).await?;
            until_picture(reader, 5, PICTURES).await?;
            reader.driver().refresh().await?;
            reader.until(OPEN).await?;
            until_picture(reader, 5, PICTURES).await?;
            reader.driver().back().await?;
            reader.until(SHUT).await?;
            reader.driver().back().await?;
            reader.until_headline("Du lịch").await
        })
        .await
}

#[tokio::test]
async fn back_from_a_link_to_a_picture_goes_where_the_reader_came_from() -> Outcome {
    desk()?
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.open(&format!("{BLOCKS}#photo-5")).await?;
            reader.until(OPEN).await?;
            reader.driver().back().await?;
            reader.until_headline("Du lịch").await?;
            reader.until_ready().await?;
            gone(reader).await
        })
        .await
}

#[tokio::test]
async fn a_caption_s_link_leads_away_and_leaves_nothing_behind() -> Outcome {
    desk()?
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 4).await?;
            until_picture(reader, 4, MANY).await?;
            let link = hands::middle(reader, ".slide:not([inert]) a[href='/doi-song/']").await?;
            hands::click(reader, link, 1).await?;
            reader.until_headline("Đời sống").await?;
            gone(reader).await?;
            let place = reader.place().await?;
            hands::wheel(reader, (700.0, 500.0), (0, 300), None).await?;
            reader.until(&format!("scrollY > {place}")).await?;
            // The entry of the open picture is where the reader left: Back shows it again.
            reader.driver().back().await?;
            reader.until(OPEN).await?;
            until_picture(reader, 4, MANY).await
        })
        .await
}

#[tokio::test]
async fn the_page_behind_is_out_of_reach_and_does_not_scroll() -> Outcome {
    desk()?
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            let place = reader.place().await?;
            hands::wheel(reader, (700.0, 450.0), (0, 600), None).await?;
            for key in [Key::Space, Key::Down] {
                reader.key(key).await?;
            }
            reader.wait(400).await;
            same(reader.place().await?, place, "the place")?;
            same(reader.js(OPEN).await?, true, "the lightbox")
        })
        .await
}
