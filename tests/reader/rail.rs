//! The same-category rail.

use e2e::{
    Outcome,
    kit::{BARE, BLOCKS, LONG},
    rail::{CARDS, come_near},
    reader::same,
    visit::{desk, phone},
};
use host::{Fault, On};

#[tokio::test]
async fn the_rail_offers_at_least_six_stories_of_the_section_and_never_the_one_being_read()
-> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.open(BLOCKS).await?;
                same(reader.says("section.rail h2").await?, "Tin cùng chuyên mục", "heading")?;
                come_near(reader).await?;
                // Whatever fits is there; the rest as the reader goes on.
                let mut seen = std::collections::BTreeSet::new();
                for _ in 0..12 {
                    let cards = reader.all_say(&format!("{CARDS} h3")).await?;
                    assert!(!cards.contains(&"Một bài có đủ mọi khối".to_owned()), "itself");
                    seen.extend(cards);
                    reader.press("[data-do=rail-next]").await?;
                    reader.wait(250).await;
                }
                assert!(seen.len() >= 6, "{seen:?}");
                same(
                    reader.count(&format!("{CARDS} article .plate")).await? > 0,
                    true,
                    "pictures",
                )?;
                same(reader.count(&format!("{CARDS} .card-summary")).await? > 0, true, "summaries")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_rail_asks_for_nothing_before_it_comes_near() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            reader.wait(500).await;
            same(reader.log().count("/latest.json"), 0, "asked from afar")?;
            come_near(reader).await?;
            same(reader.log().count("/latest.json"), 1, "asked once near")
        })
        .await
}

#[tokio::test]
async fn a_long_rail_goes_on_into_the_archive_and_holds_few_cards() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(LONG).await?;
            come_near(reader).await?;
            let previous = "document.querySelector('[data-do=rail-previous]')";
            let at_start = format!("{previous}.getAttribute('aria-disabled') === 'true'");
            reader.until(&at_start).await?;
            let port = "document.querySelector('.rail-port')";
            let mut most = 0;
            for _ in 0..20 {
                reader.js(&format!("{port}.scrollBy({{left: 1800, behavior: 'instant'}})")).await?;
                reader.wait(150).await;
                most = most.max(reader.count(CARDS).await?);
            }
            assert!(most <= 24, "{most} cards at a time");
            let files = reader.log().paths();
            let older = |path: &&String| path.contains("/sections/dai/2026");
            assert!(files.iter().filter(older).count() >= 1, "{files:?}");
            let end = format!("{port}.scrollTo({{left: 1e9, behavior: 'instant'}})");
            reader.js(&end).await?;
            let next = "document.querySelector('[data-do=rail-next]')";
            reader.until(&format!("{next}.getAttribute('aria-disabled') === 'true'")).await?;
            let spoken = reader.says("section.rail [role=status]").await?;
            assert!(spoken.ends_with("trên 129"), "{spoken}");
            // At its end a button keeps the focus and does nothing.
            reader.press("[data-do=rail-next]").await?;
            same(reader.js(&format!("document.activeElement === {next}")).await?, true, "focus")
        })
        .await
}

#[tokio::test]
async fn from_a_card_of_the_rail_and_back_the_rail_is_where_it_was() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(LONG).await?;
            let document = reader.document().await?;
            come_near(reader).await?;
            reader.press("[data-do=rail-next]").await?;
            reader.until("document.querySelector('.rail-port').scrollLeft > 200").await?;
            reader.wait(800).await;
            let left = reader.number("document.querySelector('.rail-port').scrollLeft").await?;
            let card = "[...document.querySelectorAll('.rail-track h3 a')].find((a) => { \
                const box = a.getBoundingClientRect(); \
                return box.left > 200 && box.right < innerWidth - 200 })";
            let title = reader.text(&format!("{card}.textContent")).await?;
            let place = reader.place().await?;
            reader.js(&format!("{card}.click()")).await?;
            reader.until_headline(&title).await?;
            same(reader.document().await?, document, "the document")?;
            reader.back().await?;
            reader.until_headline("Tin dài số 1").await?;
            same(reader.place().await?, place, "the place")?;
            let now = reader.number("document.querySelector('.rail-port').scrollLeft").await?;
            same(now, left, "the rail's place")
        })
        .await
}

/// A page that was hidden while its rail glided, and taken out a frame later, ended the whole tab in
/// Chromium 156.
#[tokio::test]
async fn whoever_leaves_while_the_rail_glides_gets_the_other_page() -> Outcome {
    const GLIDE: &str = "document.querySelector('[data-do=rail-next]').click()";
    const GLIDES: &str = "document.querySelector('.rail-port').scrollLeft > 100";
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.open("du-lich/").await?;
                let document = reader.document().await?;
                reader.go(LONG).await?;
                for _ in 0..3 {
                    come_near(reader).await?;
                    reader.js(GLIDE).await?;
                    reader.until(GLIDES).await?;
                    reader.back().await?;
                    reader.until_headline("Du lịch").await?;
                    reader.wait(200).await;
                    reader.forward().await?;
                    reader.until_headline("Tin dài số 1").await?;
                }
                come_near(reader).await?;
                reader.js(GLIDE).await?;
                reader.until(GLIDES).await?;
                reader.go(BLOCKS).await?;
                reader.until_headline("Một bài có đủ mọi khối").await?;
                reader.wait(200).await;
                same(reader.document().await?, document, "the document")
            })
            .await?;
    }
    Ok(())
}

/// It was filled anew while the page was away: the card that was pressed was gone, and with it the
/// focus and the rail's place.
#[tokio::test]
async fn after_back_the_neighbours_that_came_with_the_page_stand_as_they_were_left() -> Outcome {
    for along in [0, 400] {
        desk()
            .read(async |reader| {
                reader.open(BLOCKS).await?;
                let show = "(document.querySelector('section.rail').scrollIntoView(\
                    {block: 'center', behavior: 'instant'}), true)";
                reader.js(show).await?;
                let port = "document.querySelector('.rail-port')";
                reader.js(&format!("({port}.scrollTo({{left: {along}}}), true)")).await?;
                reader.wait(800).await;
                let cards = reader.all_say(&format!("{CARDS} h3")).await?;
                let left = reader.number(&format!("{port}.scrollLeft")).await?;
                let place = reader.place().await?;
                let card = format!("{CARDS}:nth-child(3) h3 a");
                let title = reader.says(&card).await?;
                let press = format!(
                    "((link) => {{ link.focus({{preventScroll: true}}); link.click(); \
                    return true; }})(document.querySelector(\"{card}\"))"
                );
                reader.js(&press).await?;
                reader.until_headline(&title).await?;
                reader.wait(400).await;
                reader.back().await?;
                reader.until_headline("Một bài có đủ mọi khối").await?;
                reader.wait(600).await;
                same(reader.all_say(&format!("{CARDS} h3")).await?, cards, "the cards")?;
                same(
                    reader.number(&format!("{port}.scrollLeft")).await?,
                    left,
                    "the rail's place",
                )?;
                same(reader.place().await?, place, "the place")?;
                let focus = reader.text("document.activeElement.textContent").await?;
                same(focus, title, "the focus")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_rail_that_cannot_load_keeps_the_neighbours_that_came_with_the_page_and_says_nothing()
-> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.faults().add(On::end("/latest.json"), Fault::Status(403));
            reader.open(BLOCKS).await?;
            let before = reader.all_say(&format!("{CARDS} h3")).await?;
            same(before.len(), 6, "neighbours")?;
            reader.js("document.querySelector('section.rail').scrollIntoView()").await?;
            let asked = async || reader.log().count("/latest.json") > 0;
            for _ in 0..80 {
                if asked().await {
                    break;
                }
                reader.wait(25).await;
            }
            same(asked().await, true, "asked for")?;
            reader.wait(500).await;
            same(reader.all_say(&format!("{CARDS} h3")).await?, before, "the neighbours")?;
            same(reader.count("[role=alert], [data-do=rail-retry]").await?, 0, "words about it")?;
            reader.press("[data-do=rail-next]").await?;
            reader.until("document.querySelector('.rail-port').scrollLeft > 100").await
        })
        .await
}

#[tokio::test]
async fn a_rail_that_the_app_made_and_cannot_fill_offers_a_quiet_retry_at_the_same_height()
-> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open("tag/thu/").await?;
            reader.faults().add(On::end("/latest.json"), Fault::Status(403));
            reader.press("a[href$='-1000/']").await?;
            reader.until_headline("Một bài có đủ mọi khối").await?;
            let height = "document.querySelector('.rail-port').offsetHeight";
            let before = reader.number(height).await?;
            reader.js("document.querySelector('section.rail').scrollIntoView()").await?;
            reader.until_there("[data-do=rail-retry]").await?;
            same(reader.number(height).await?, before, "the height")?;
            same(reader.count("[role=alert]").await?, 0, "alarms")?;
            reader.faults().clear();
            reader.press("[data-do=rail-retry]").await?;
            reader.until_there(&format!("{CARDS} h3 a")).await?;
            same(reader.count("[data-do=rail-retry]").await?, 0, "retries left")
        })
        .await
}

#[tokio::test]
async fn a_story_without_a_section_has_no_heading_over_nothing() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BARE).await?;
            reader.js("scrollTo(0, 1e6)").await?;
            reader.wait(600).await;
            let cards = reader.count(&format!("{CARDS} h3 a")).await?;
            let shown = reader.js("!!document.querySelector('section.rail:not([hidden])')").await?;
            same(shown.as_bool() == Some(true) && cards == 0, false, "an empty rail")?;
            same(reader.count("section.related").await?, 0, "editors' picks without picks")
        })
        .await
}

#[tokio::test]
async fn a_reader_who_wants_no_motion_gets_none() -> Outcome {
    desk()
        .read(async |reader| {
            let calm = serde_json::json!([{"name": "prefers-reduced-motion", "value": "reduce"}]);
            let media = serde_json::json!({"features": calm});
            reader.cdp("Emulation.setEmulatedMedia", media).await?;
            reader.open(LONG).await?;
            come_near(reader).await?;
            let at_once = "(() => { document.querySelector('[data-do=rail-next]').click(); \
                const port = document.querySelector('.rail-port'); const there = port.scrollLeft; \
                return there > 200 && document.getAnimations().length === 0; })()";
            same(reader.js(at_once).await?, true, "the rail's place at once")
        })
        .await
}
