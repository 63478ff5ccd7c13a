//! Moving between pages.

use e2e::{
    Outcome,
    kit::{BLOCKS, PLAIN},
    reader::same,
    site::Site,
    visit::{desk, phone},
};

#[tokio::test]
async fn a_press_on_a_card_brings_the_story_without_loading_a_document() -> Outcome {
    for visit in [desk(), desk().of(Site::KitUnderPath), phone(), phone().of(Site::KitUnderPath)] {
        visit
            .read(async |reader| {
                reader.open("du-lich/").await?;
                let document = reader.document().await?;
                let card = ".list li:nth-child(3) h2 a";
                let title = reader.says(card).await?;
                reader.press(card).await?;
                reader.until_headline(&title).await?;
                same(reader.document().await?, document, "the document")?;
                reader.until("document.activeElement === document.querySelector('h1')").await?;
                same(reader.js("document.title").await?, format!("{title} | Báo Thử"), "title")?;
                same(reader.place().await?, 0.0, "the top")?;
                same(reader.count("main").await?, 1, "mains")?;
                let pages = reader.js("watch.pages.map((page) => page.title)").await?;
                same(pages.as_array().map(Vec::len), Some(2), "pages counted")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_address_with_a_wrong_slug_leads_to_the_story_and_is_put_right() -> Outcome {
    // Nobody wrote that page: the host rightly says 404, and the browser notes it.
    desk()
        .faulty()
        .read(async |reader| {
            reader.open("doi-song/sai-ten-1001/").await?;
            reader.until_headline("Chuyện du lịch số 1").await?;
            same(reader.url().await?, PLAIN, "the address")
        })
        .await
}

#[tokio::test]
async fn back_returns_to_the_same_place_and_the_same_link() -> Outcome {
    for visit in [desk(), phone().of(Site::KitUnderPath)] {
        visit
            .read(async |reader| {
                reader.open("du-lich/").await?;
                let document = reader.document().await?;
                let card = ".list li:nth-child(9) h2 a";
                let title = reader.says(card).await?;
                reader.press(card).await?;
                reader.until_headline(&title).await?;
                // Deeper still, so that two steps back are two places.
                reader.js("scrollTo(0, 700)").await?;
                reader.back().await?;
                reader.until_headline("Du lịch").await?;
                let focused = reader.text("document.activeElement.textContent").await?;
                same(focused, title.clone(), "the focus")?;
                let seen = "document.activeElement.getBoundingClientRect()";
                let middle =
                    format!("Math.abs({seen}.top + {seen}.height / 2 - innerHeight / 2) < 4");
                reader.until(&middle).await?;
                let place = reader.place().await?;
                reader.forward().await?;
                reader.until_headline(&title).await?;
                same(reader.place().await?, 700.0, "forward's place")?;
                reader.back().await?;
                reader.until_headline("Du lịch").await?;
                same(reader.place().await?, place, "back's place")?;
                same(reader.document().await?, document, "the document")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn back_from_another_document_returns_to_the_same_place() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.js("scrollTo(0, 640)").await?;
            reader.until("scrollY === 640").await?;
            reader.load(BLOCKS).await?;
            reader.until_headline("Một bài có đủ mọi khối").await?;
            reader.back().await?;
            reader.until_headline("Du lịch").await?;
            reader.until("scrollY === 640").await
        })
        .await
}

#[tokio::test]
async fn a_list_that_grew_is_as_long_when_the_reader_comes_back() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("dai/").await?;
            same(reader.count(".list > li").await?, 20, "cards at first")?;
            reader.press("a.more").await?;
            reader.until("document.querySelectorAll('.list > li').length > 20").await?;
            let grown = reader.count(".list > li").await?;
            let titles = reader.all_say(".list > li h2").await?;
            let mut once = titles.clone();
            once.sort();
            once.dedup();
            same(once.len(), titles.len(), "titles told once")?;
            let card = ".list > li:nth-child(24) h2 a";
            let title = reader.says(card).await?;
            reader.press(card).await?;
            reader.until_headline(&title).await?;
            reader.back().await?;
            reader.until_headline("Tin dài").await?;
            same(reader.count(".list > li").await?, grown, "cards after Back")?;
            same(reader.text("document.activeElement.textContent").await?, title, "the focus")
        })
        .await
}

#[tokio::test]
async fn of_two_presses_the_last_one_counts() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            let slow = host::Fault::Delay(std::time::Duration::from_millis(1_500));
            reader.faults().add(host::On::end("/1030.json"), slow);
            reader.press("a[href$='-1030/']").await?;
            reader.press("a[href$='-1029/']").await?;
            reader.until_headline("Chuyện du lịch số 29").await?;
            reader.wait(2_000).await;
            same(reader.headline().await?, "Chuyện du lịch số 29", "the headline")
        })
        .await
}

#[tokio::test]
async fn a_press_with_control_is_the_browsers() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            let link = reader.find(".list li:nth-child(2) h2 a").await?;
            let chain = reader.driver().action_chain();
            chain
                .key_down(thirtyfour::Key::Control)
                .click_element(&link)
                .key_up(thirtyfour::Key::Control)
                .perform()
                .await?;
            reader.wait(500).await;
            same(reader.driver().windows().await?.len(), 2, "tabs")?;
            same(reader.headline().await?, "Du lịch", "the headline")
        })
        .await
}

#[tokio::test]
async fn new_stories_are_offered_and_never_shuffled_in() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("").await?;
            let first = reader.says(".lead-stories h2").await?;
            // Not kept: the app must not be answered by what the test has asked for.
            let text = reader
                .text("fetch('/content/home.json', {cache: 'no-store'}).then((r) => r.text())")
                .await?;
            let changed = text.replace(&first, "Một tin vừa tới");
            reader.faults().add(host::On::end("/home.json"), host::Fault::Body(changed.into()));
            reader.js("Date.now = ((now) => () => now() + 120000)(Date.now.bind(Date))").await?;
            reader.js("document.dispatchEvent(new Event('visibilitychange'))").await?;
            reader.until_there(".notice.offer button").await?;
            assert!(reader.says(".notice.offer").await?.contains("Có tin mới"));
            same(reader.says(".lead-stories h2").await?, first, "what is being read")?;
            reader.press(".notice.offer button").await?;
            reader
                .until(
                    "document.querySelector('.lead-stories h2').textContent === 'Một tin vừa tới'",
                )
                .await
        })
        .await
}

#[tokio::test]
async fn after_a_reload_back_still_returns_to_the_place_that_was_left() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.js("scrollTo(0, 820)").await?;
            reader.until("scrollY === 820").await?;
            reader.js("document.querySelector(\"a[href$='-1025/']\").click()").await?;
            reader.until_headline("Chuyện du lịch số 25").await?;
            reader.driver().refresh().await?;
            reader.until_ready().await?;
            same(reader.headline().await?, "Chuyện du lịch số 25", "the page")?;
            reader.back().await?;
            reader.until_headline("Du lịch").await?;
            reader.until("scrollY === 820").await
        })
        .await
}
