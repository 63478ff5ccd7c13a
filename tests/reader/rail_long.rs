//! The rail over a section of very many articles.

use std::collections::BTreeSet;

use e2e::{
    Outcome, fingers,
    kit::LONG,
    long,
    rail::{CARDS, IN_VIEW, PORT, come_near, settled},
    reader::{Reader, same},
    visit::{desk, phone},
};
use serde_json::{Value, json};

/// The title of the card at a place of a list of so many, which the article that is read is in, too.
fn title(place: usize) -> String {
    format!("Số {place}")
}

pub(crate) async fn wheel(reader: &Reader, by: i32, shift: bool) -> Outcome {
    let middle = format!(
        "(() => {{ const box = {PORT}.getBoundingClientRect(); \
        return [box.left + box.width / 2, box.top + box.height / 3]; }})()"
    );
    let place = reader.js(&middle).await?;
    let at = |index: usize| place[index].as_f64().unwrap_or(f64::NAN);
    let (delta_x, delta_y) = if shift { (0, by) } else { (by, 0) };
    let modifiers = if shift { 8 } else { 0 };
    let how = json!({"deltaX": delta_x, "deltaY": delta_y, "modifiers": modifiers});
    reader.mouse("mouseWheel", (at(0), at(1)), how).await
}

async fn calm(reader: &Reader) -> Outcome {
    let calm = json!([{"name": "prefers-reduced-motion", "value": "reduce"}]);
    reader.cdp("Emulation.setEmulatedMedia", json!({"features": calm})).await?;
    Ok(())
}

/// Every card from the first to the last, in the order in which they come by as the wheel turns.
async fn by_wheel(reader: &Reader) -> Outcome<Vec<(usize, String)>> {
    let mut seen: Vec<(usize, String)> = Vec::new();
    let width = reader.number(&format!("{PORT}.clientWidth")).await?;
    loop {
        let last = seen.last().map_or(0, |(place, _)| *place);
        let new = settled(reader).await?;
        seen.extend(new.into_iter().filter(|(place, _)| *place > last));
        let end = "document.querySelector('[data-do=rail-next]').ariaDisabled === 'true'";
        if reader.js(end).await? == true {
            return Ok(seen);
        }
        #[expect(clippy::cast_possible_truncation, reason = "a window's width")]
        let width = width as i32;
        let last = seen.last().map_or(0, |seen| seen.0);
        let on = format!(
            "(async () => {{ const until = performance.now() + 3000; \
            while (!({IN_VIEW}.at(-1)?.[0] > {last}) && performance.now() < until) \
                await new Promise((r) => setTimeout(r, 20)); \
            return {IN_VIEW}.at(-1)?.[0] > {last}; }})()"
        );
        wheel(reader, width, false).await?;
        // A busy browser may lose a turn of the wheel that came to it by the driver.
        if reader.js(&on).await? != true {
            wheel(reader, width, false).await?;
            same(reader.js(&on).await?, true, &format!("on from {last}"))?;
        }
    }
}

/// The same by presses on the button, each as soon as all cards in view have come.
async fn by_button(reader: &Reader) -> Outcome<Vec<(usize, String)>> {
    let press = format!(
        "const next = document.querySelector('[data-do=rail-next]'), seen = []; \
        const frame = () => new Promise(requestAnimationFrame); \
        const until = performance.now() + 100000; \
        return (async () => {{ for (;;) {{ \
            let cards = {IN_VIEW}; \
            while (!cards.length || cards.some((card) => card[1] === null) \
                || cards.at(-1)[0] <= (seen.at(-1)?.[0] ?? 0)) {{ \
                if (performance.now() > until) return seen; await frame(); cards = {IN_VIEW}; }} \
            seen.push(...cards.filter((card) => card[0] > (seen.at(-1)?.[0] ?? 0))); \
            if (next.ariaDisabled === 'true') return seen; \
            next.click(); await frame(); }} }})()"
    );
    let seen = reader.driver().execute(&press, vec![]).await?;
    let read = |card: &Value| {
        Some((usize::try_from(card[0].as_u64()?).ok()?, card[1].as_str()?.to_owned()))
    };
    Ok(seen.json().as_array().into_iter().flatten().filter_map(read).collect())
}

#[tokio::test]
async fn every_one_of_a_thousand_stories_comes_by_once_and_in_order() -> Outcome {
    let folder = long::paper(1_000)?;
    for button in [true, false] {
        // The stories themselves are not there to be fetched ahead.
        desk()
            .of_folder(folder.clone())
            .faulty()
            .read(async |reader| {
                calm(reader).await?;
                reader.open(LONG).await?;
                come_near(reader).await?;
                let seen = if button { by_button(reader).await? } else { by_wheel(reader).await? };
                let places: Vec<usize> = seen.iter().map(|(place, _)| *place).collect();
                same(places, (1..=1_000).collect::<Vec<_>>(), "the places")?;
                let titles: Vec<String> = seen.into_iter().map(|(_, title)| title).collect();
                same(titles, (1..=1_000).map(title).collect::<Vec<_>>(), "the stories")?;
                // Each file of the archive was asked for once.
                let files = reader.log().paths();
                let files: Vec<_> =
                    files.iter().filter(|path| path.contains("/sections/dai/")).collect();
                let once: BTreeSet<_> = files.iter().collect();
                same(files.len(), once.len(), "files asked for twice")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_jump_into_the_middle_of_ten_thousand_lands_there() -> Outcome {
    let folder = long::paper(10_000)?;
    desk()
        .of_folder(folder)
        .faulty()
        .read(async |reader| {
            reader.open(LONG).await?;
            come_near(reader).await?;
            let nodes = "document.querySelectorAll('.rail *').length";
            settled(reader).await?;
            reader.press("[data-do=rail-next]").await?;
            settled(reader).await?;
            let before = reader.number(nodes).await?;
            // As by its scroll bar, which a browser without a screen does not show.
            reader.js(&format!("({PORT}.scrollLeft = {PORT}.scrollWidth / 2, true)")).await?;
            let cards = settled(reader).await?;
            assert!((4_000..6_000).contains(&cards[0].0), "{cards:?}");
            for (place, title) in &cards {
                same(title, &self::title(*place), "the story")?;
            }
            let asked = reader.log().paths();
            let asked = asked.iter().filter(|path| path.contains("/sections/dai/2")).count();
            assert!(asked < 40, "{asked} files");
            let after = reader.number(nodes).await?;
            assert!((after - before).abs() < before * 0.3, "{before} nodes, then {after}");
            assert!(reader.count(CARDS).await? <= 24);
            let spoken = reader.says("section.rail [role=status]").await?;
            same(spoken, format!("Tin {}–{} trên 10000", cards[0].0, cards[0].0 + 3), "spoken")
        })
        .await
}

/// Goes to an end of the track, as by its scroll bar, until the list ends there.
async fn to_the_end(reader: &Reader, place: &str, button: &str) -> Outcome<Vec<usize>> {
    let mut ends = Vec::new();
    let ended = format!("document.querySelector('[data-do={button}]').ariaDisabled === 'true'");
    for _ in 0..8 {
        reader.js(&format!("({PORT}.scrollLeft = {place}, true)")).await?;
        // The track is laid anew once everything is at rest.
        reader.wait(600).await;
        let cards = settled(reader).await?;
        for (place, title) in &cards {
            same(title, &self::title(*place), "the story")?;
        }
        ends.extend(cards.last().map(|(place, _)| *place));
        if reader.js(&ended).await? == true {
            break;
        }
    }
    Ok(ends)
}

#[tokio::test]
async fn a_list_longer_than_any_track_is_gone_through_to_its_end_and_back() -> Outcome {
    const ALL: usize = 60_000;
    let folder = long::paper(ALL)?;
    desk()
        .of_folder(folder)
        .faulty()
        .read(async |reader| {
            reader.open(LONG).await?;
            come_near(reader).await?;
            settled(reader).await?;
            let track = reader.number(&format!("{PORT}.scrollWidth")).await?;
            assert!((7e6..8.1e6).contains(&track), "{track} px");
            let there = to_the_end(reader, &format!("{PORT}.scrollWidth"), "rail-next").await?;
            same(there.last(), Some(&ALL), "the last story")?;
            assert!(there.len() > 1, "the track was as long as the list: {there:?}");
            assert!(there.is_sorted(), "{there:?}");
            reader.press("[data-do=rail-previous]").await?;
            let before = settled(reader).await?;
            same(before.last().map(|card| card.0), Some(ALL - before.len()), "a view before")?;
            to_the_end(reader, "0", "rail-previous").await?;
            same(settled(reader).await?.first().map(|card| card.0), Some(1), "the first story")
        })
        .await
}

/// A finger drawn to the left by so many pixels, and lifted in flight. Its times are said, so that
/// it is as quick on a busy machine: three steps of 16 ms.
async fn flick(reader: &Reader, from: &Value, by: i32) -> Outcome {
    let begun = fingers::now();
    let at = |index: usize| from[index].as_f64().unwrap_or(f64::NAN);
    let along = |by: i32| (at(0) - f64::from(by), at(1));
    reader.touch_at("touchStart", &[along(0)], begun).await?;
    for step in 1..=3 {
        let now = begun + 0.016 * f64::from(step);
        reader.touch_at("touchMove", &[along(by * step / 3)], now).await?;
    }
    reader.touch_at("touchEnd", &[], begun + 0.052).await
}

#[tokio::test]
async fn a_finger_throws_it_a_long_way_and_it_rests_at_a_cards_edge() -> Outcome {
    let folder = long::paper(1_000)?;
    phone()
        .of_folder(folder)
        .faulty()
        .read(async |reader| {
            reader.open(LONG).await?;
            come_near(reader).await?;
            settled(reader).await?;
            let listen = "(window.spoken = [], new MutationObserver(() => window.spoken.push(\
                document.querySelector('.rail [role=status]').textContent))\
                .observe(document.querySelector('.rail [role=status]'), {childList: true}), true)";
            reader.js(listen).await?;
            let place = reader
                .js(&format!(
                    "(() => {{ const box = {PORT}.getBoundingClientRect(); \
                    return [340, box.top + 80]; }})()"
                ))
                .await?;
            for throw in 1..=3 {
                let before = settled(reader).await?[0].0;
                flick(reader, &place, 315).await?;
                reader.until(&format!("window.spoken.length >= {throw}")).await?;
                let now = settled(reader).await?;
                assert!(now[0].0 >= before + 2, "from {before} to {now:?}");
                same(&now[0].1, &title(now[0].0), "the story")?;
                let off = reader
                    .number(&format!(
                        "document.querySelector('.rail-track > li[aria-posinset=\"{}\"]')\
                        .getBoundingClientRect().left - {PORT}.getBoundingClientRect().left",
                        now[0].0
                    ))
                    .await?;
                assert!(off.abs() < 2.0, "{off} px beside the edge");
            }
            // One line a move, none on the way.
            reader.wait(300).await;
            same(reader.js("window.spoken.length").await?, 3, "lines spoken")
        })
        .await
}
