//! Moving between pages.

use e2e::{Outcome, kit::BLOCKS, reader::same};

use crate::{hands, visit::desk};

#[tokio::test]
async fn there_and_back_the_place_and_the_link_are_the_same() -> Outcome {
    desk()?
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.js("(window.stays = true, true)").await?;
            let card = ".list li:nth-child(9) h2 a";
            let title = reader.says(card).await?;
            reader
                .js(&format!(
                    "(document.querySelector('{card}').scrollIntoView({{block: 'center', \
                    behavior: 'instant'}}), true)"
                ))
                .await?;
            hands::click(reader, hands::middle(reader, card).await?, 1).await?;
            reader.until_headline(&title).await?;
            same(reader.place().await?, 0.0, "the top")?;
            reader.until("document.activeElement === document.querySelector('h1')").await?;
            hands::wheel(reader, (700.0, 500.0), (0, 400), None).await?;
            reader.until("scrollY > 300").await?;
            reader.wait(500).await;
            let deep = reader.place().await?;
            reader.driver().back().await?;
            reader.until_headline("Du lịch").await?;
            same(reader.text("document.activeElement.textContent").await?, &*title, "the focus")?;
            let place = reader.place().await?;
            assert!(place > 100.0, "{place}");
            reader.driver().forward().await?;
            reader.until_headline(&title).await?;
            same(reader.place().await?, deep, "forward's place")?;
            reader.driver().back().await?;
            reader.until_headline("Du lịch").await?;
            same(reader.place().await?, place, "back's place")?;
            same(reader.js("window.stays").await?, true, "one document")
        })
        .await
}

#[tokio::test]
async fn back_from_another_document_returns_to_the_same_place() -> Outcome {
    desk()?
        .read(async |reader| {
            reader.open("du-lich/").await?;
            hands::wheel(reader, (700.0, 500.0), (0, 640), None).await?;
            reader.until("scrollY > 500").await?;
            reader.wait(500).await;
            let place = reader.place().await?;
            reader.load(BLOCKS).await?;
            reader.until_headline("Một bài có đủ mọi khối").await?;
            reader.driver().back().await?;
            reader.until_headline("Du lịch").await?;
            reader.until_ready().await?;
            reader.until(&format!("Math.round(scrollY) === {place}")).await
        })
        .await
}
