//! No script runs: the paper is a paper all the same.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES},
    reader::{Reader, same},
    site::Site,
    visit::{desk, phone},
};
use serde_json::json;

use crate::same::KINDS;

/// Presses as a hand does. The driver's own press on a phone waits for scripts of its own.
async fn press(reader: &Reader, selector: &str) -> Outcome {
    let place = format!(
        "((e) => {{ e.scrollIntoView({{block: 'center', behavior: 'instant'}}); \
        const {{left, top, width, height}} = e.getBoundingClientRect(); \
        return [left + width / 2, top + height / 2]; }})(document.querySelector(\"{selector}\"))"
    );
    let place = reader.js(&place).await?;
    let at = |index: usize| place[index].as_f64().unwrap_or(f64::NAN);
    let at = (at(0), at(1));
    if reader.number("navigator.maxTouchPoints").await? > 0.0 {
        return reader.tap(at, 1).await;
    }
    for kind in ["mousePressed", "mouseReleased"] {
        reader.mouse(kind, at, json!({})).await?;
    }
    Ok(())
}

/// Follows a link, and waits until its page is there.
async fn follow(reader: &Reader, link: &str) -> Outcome<String> {
    let to = reader.text(&format!("document.querySelector(\"{link}\").href")).await?;
    press(reader, link).await?;
    reader.until(&format!("location.href === '{to}' && !!document.querySelector('h1')")).await?;
    Ok(reader.headline().await?)
}

/// What is a button to nobody: shown, and answered only by the app.
const DEAD: &str = "[...document.querySelectorAll('[data-do]:not([href])')]\
    .filter((e) => e.checkVisibility()).map((e) => e.dataset.do)";

#[tokio::test]
async fn from_the_front_page_through_a_section_and_a_story_to_its_neighbours_by_links() -> Outcome {
    for visit in [desk(), phone().of(Site::KitUnderPath)] {
        visit
            .read(async |reader| {
                reader.script_off().await?;
                reader.load("").await?;
                same(reader.headline().await?, "Báo Thử", "the front page")?;
                // On a phone the sections are in the menu, which opens by itself.
                if reader.js("document.querySelector('.bar').checkVisibility()").await? == true {
                    same(follow(reader, ".bar a[data-section=du-lich]").await?, "Du lịch", "it")?;
                } else {
                    press(reader, ".menu summary").await?;
                    reader.until_there(".menu[open]").await?;
                    let link = ".menu-list a[data-section=du-lich]";
                    same(follow(reader, link).await?, "Du lịch", "the section")?;
                }
                let story = follow(reader, ".list a[href$='-1000/']").await?;
                same(story, "Một bài có đủ mọi khối", "the story")?;
                let card = reader.says(".rail-track h3 a").await?;
                same(follow(reader, ".rail-track h3 a").await?, card, "the neighbour")?;
                same(follow(reader, ".masthead .brand").await?, "Báo Thử", "the front page again")?;
                same(
                    reader.js("document.documentElement.dataset.app ?? ''").await?,
                    "",
                    "the app",
                )?;
                let app = reader.log().paths().into_iter().filter(|path| path.contains("/app/app"));
                same(app.count(), 0, "files of the app")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_story_has_all_its_text_pictures_and_captions_and_ways_to_share_it() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.script_off().await?;
                reader.load(BLOCKS).await?;
                for (selector, words) in [
                    (".kicker", "Thử nghiệm"),
                    ("h1", "Một bài có đủ mọi khối"),
                    (".lead", "Bài này có mỗi khối một lần."),
                    (".byline .author b", "An Nhiên"),
                    (".body > p:last-of-type", "Đoạn cuối."),
                    (".body > h2", "Mục lớn"),
                    (".source", "Nguồn: Sổ tay"),
                ] {
                    same(reader.says(selector).await?, words, selector)?;
                }
                let pictures = "[...document.querySelectorAll('main figure[id^=photo-] img')]";
                let whole = format!(
                    "{pictures}.filter((img) => img.getAttribute('src') \
                    && img.getAttribute('width') > 0 \
                    && img.getAttribute('height') > 0).length"
                );
                same(reader.number(&whole).await?, PICTURES as f64, "pictures with their places")?;
                for at in 1..=PICTURES {
                    let figure = format!("#photo-{at}");
                    let link = format!("{figure} a[href='{figure}']");
                    same(reader.count(&link).await?, 1, "a link to its own figure")?;
                }
                let text = reader.text("document.querySelector('main').textContent").await?;
                for caption in ["Chú thích chung của bốn ảnh", "Chú thích của bộ ảnh", "Ảnh bìa"]
                {
                    same(text.matches(caption).count(), 1, caption)?;
                }
                same(reader.all_say(".share a").await?, ["Facebook", "Zalo", "X"], "shares")?;
                same(reader.count(".rail-track li h3 a").await?, 6, "neighbours")?;
                same(reader.js(DEAD).await?, json!([]), "buttons to nobody")?;
                same(reader.fits().await?, true, "it fits its window")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn pictures_come_as_the_reader_scrolls_and_a_press_leads_to_the_figure() -> Outcome {
    desk()
        .read(async |reader| {
            reader.script_off().await?;
            reader.load(BLOCKS).await?;
            for at in [1, 3, PICTURES] {
                press(reader, &format!("a[href='#photo-{at}']")).await?;
                reader.until(&format!("location.hash === '#photo-{at}'")).await?;
                reader
                    .until(&format!("document.querySelector('#photo-{at} img').naturalWidth > 0"))
                    .await?;
                let place =
                    format!("document.querySelector('#photo-{at}').getBoundingClientRect().top");
                let top = reader.number(&place).await?;
                assert!((-1.0..700.0).contains(&top), "figure {at} stands at {top}");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn the_rail_scrolls_by_itself() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.script_off().await?;
                reader.load(BLOCKS).await?;
                let port = "document.querySelector('.rail-port')";
                let room = format!("{port}.scrollWidth > {port}.clientWidth + 100");
                same(reader.js(&room).await?, true, "more cards than fit")?;
                let style = format!("getComputedStyle({port}).overflowX");
                assert!(["auto", "scroll"].contains(&reader.text(&style).await?.as_str()));
                let end = format!("({port}.scrollLeft = 1e6, {port}.scrollLeft > 100)");
                same(reader.js(&end).await?, true, "the rail's scrolling")?;
                let last = format!(
                    "{port}.querySelector('li:last-child').getBoundingClientRect().right \
                    <= {port}.getBoundingClientRect().right + 2"
                );
                same(reader.js(&last).await?, true, "its last card in view")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_list_goes_on_into_the_archive_and_its_tree_by_links() -> Outcome {
    desk()
        .read(async |reader| {
            reader.script_off().await?;
            reader.load("dai/").await?;
            same(reader.count(".list > li").await?, 20, "the newest stories")?;
            // What grows the list where the app runs leads to the next part where it does not.
            let part = follow(reader, "a.more").await?;
            assert!(part.starts_with("Tin dài – "), "{part}");
            assert!(reader.count(".list > li").await? > 20, "a part of the archive");
            reader.load("du-lich/").await?;
            same(reader.count(".archive details[open]").await?, 0, "open years")?;
            press(reader, ".archive summary").await?;
            reader.until_there(".archive details[open]").await?;
            let month = follow(reader, ".archive details[open] .parts a").await?;
            assert!(month.starts_with("Du lịch – Tháng "), "{month}");
            assert!(reader.count(".list a").await? > 0, "its stories");
            assert!(reader.count("nav.around a").await? > 0, "ways to the months beside it");
            same(reader.js(DEAD).await?, json!([]), "buttons to nobody")
        })
        .await
}

/// Whether anything on a page is against its policy, the console says at the end.
#[tokio::test]
async fn no_kind_of_page_is_against_its_policy() -> Outcome {
    for visit in [desk(), phone().of(Site::KitUnderPath)] {
        visit
            .read(async |reader| {
                reader.script_off().await?;
                for path in KINDS {
                    reader.load(path).await?;
                    // Pictures far down are asked for as well.
                    for part in 1..=4 {
                        let place = format!(
                            "scrollTo({{top: document.body.scrollHeight * {part} / 4, \
                            behavior: 'instant'}})"
                        );
                        reader.js(&place).await?;
                        reader.wait(60).await;
                    }
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}
