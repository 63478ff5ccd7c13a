//! What a reader has done by the time the app takes over stays done.

use e2e::{
    Outcome,
    kit::{BLOCKS, PLAIN},
    reader::{Reader, same},
    visit::{desk, phone},
};

/// Every element and every text of the page gets a mark that only the very same object can have.
const MARK: &str = "(() => { let count = 0; \
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL); \
    while (walk.nextNode()) walk.currentNode.marked = ++count; return count; })()";
/// Those that stand there now without one.
const UNMARKED: &str = "(() => { const strange = []; \
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL); \
    while (walk.nextNode()) { const node = walk.currentNode; \
        if (!node.marked) strange.push(node.nodeName + ' ' + (node.textContent ?? '')); } \
    return strange; })()";
const COUNT: &str = "(() => { let count = 0; \
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL); \
    while (walk.nextNode()) if (walk.currentNode.marked) count++; return count; })()";

#[tokio::test]
async fn every_element_and_text_of_a_page_is_the_same_object_afterwards() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.hold_app_back().await?;
                for path in ["", "du-lich/", "du-lich/2026/01/", "tag/mua-he/", BLOCKS, PLAIN] {
                    reader.load(path).await?;
                    let count = reader.number(MARK).await?;
                    assert!(count > 100.0, "/{path} has {count} nodes");
                    reader.until_taken_over().await?;
                    reader.wait(500).await;
                    same(reader.number(COUNT).await?, count, &format!("/{path}: nodes kept"))?;
                    same(reader.js(UNMARKED).await?, serde_json::json!([]), path)?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn place_focus_and_selection_stay() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.hold_app_back().await?;
                reader.load(BLOCKS).await?;
                let begin = "(() => { scrollTo({top: 777, behavior: 'instant'}); \
                    document.querySelector(\"a[href='#photo-4']\").focus({preventScroll: true}); \
                    const range = document.createRange(); \
                    range.setStart(document.querySelector('.body > p').firstChild, 2); \
                    range.setEndAfter(document.querySelector('.body > p strong')); \
                    getSelection().removeAllRanges(); getSelection().addRange(range); \
                    return true; })()";
                reader.js(begin).await?;
                let state = "[Math.round(scrollY), document.activeElement.getAttribute('href'), \
                    getSelection().toString()]";
                let before = reader.js(state).await?;
                assert_eq!(before[0], 777);
                assert_eq!(before[1], "#photo-4");
                assert!(before[2].as_str().is_some_and(|text| text.ends_with("chữ đậm")));
                reader.until_taken_over().await?;
                reader.wait(600).await;
                same(reader.js(state).await?, before, "place, focus, selection")
            })
            .await?;
    }
    Ok(())
}

async fn stays_open(reader: &Reader, path: &str, details: &str) -> Outcome {
    reader.load(path).await?;
    reader.press(&format!("{details} summary")).await?;
    reader.until_there(&format!("{details}[open]")).await?;
    reader.until_taken_over().await?;
    reader.wait(500).await;
    same(reader.count(&format!("{details}[open]")).await?, 1, details)
}

#[tokio::test]
async fn a_menu_and_a_year_of_the_archive_that_were_opened_stay_open() -> Outcome {
    desk()
        .read(async |reader| {
            reader.hold_app_back().await?;
            stays_open(reader, PLAIN, ".appearance").await?;
            stays_open(reader, "du-lich/", ".archive details").await
        })
        .await?;
    phone()
        .read(async |reader| {
            reader.hold_app_back().await?;
            stays_open(reader, PLAIN, ".menu").await
        })
        .await
}

#[tokio::test]
async fn a_rail_that_was_pushed_along_stays_where_it_is() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.hold_app_back().await?;
                reader.load(BLOCKS).await?;
                let push = "(() => { document.querySelector('.rail').scrollIntoView({\
                    block: 'center', behavior: 'instant'}); \
                    document.querySelector('.rail-port').scrollTo({left: 300, behavior: 'instant'});\
                    return true; })()";
                reader.js(push).await?;
                reader.until_painted().await?;
                let left = "document.querySelector('.rail-port').scrollLeft";
                let before = reader.number(left).await?;
                assert!(before > 100.0, "{before}");
                let titles = reader.all_say(".rail-track h3").await?;
                reader.until_taken_over().await?;
                reader.wait(900).await;
                same(reader.number(left).await?, before, "the rail's place")?;
                same(reader.all_say(".rail-track h3").await?, titles.clone(), "its cards")?;
                // Not shuffled either while it is out of view: these are the reader's by now.
                reader.js("scrollTo({top: 0, behavior: 'instant'})").await?;
                reader.wait(500).await;
                same(reader.all_say(".rail-track h3").await?, titles, "its cards later")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn what_plays_goes_on_playing() -> Outcome {
    desk()
        .read(async |reader| {
            reader.hold_app_back().await?;
            reader.load(BLOCKS).await?;
            let sound = "document.querySelector('.body > .audio audio')";
            // Browsers let nothing sound before the reader has pressed something.
            reader.press("h1").await?;
            reader.js(&format!("({sound}.loop = true, {sound}.play(), true)")).await?;
            reader.until(&format!("{sound}.currentTime > 0.2")).await?;
            let gone = format!(
                "(window.stops = 0, ['pause', 'emptied', 'abort', 'waiting'].forEach((kind) => \
                {sound}.addEventListener(kind, () => window.stops++)), true)"
            );
            reader.js(&gone).await?;
            reader.until_taken_over().await?;
            reader.wait(600).await;
            same(reader.js(&format!("{sound}.paused")).await?, false, "paused")?;
            same(reader.number("window.stops").await?, 0.0, "interruptions")?;
            let before = reader.number(&format!("{sound}.currentTime")).await?;
            reader.until(&format!("{sound}.currentTime !== {before}")).await
        })
        .await
}
