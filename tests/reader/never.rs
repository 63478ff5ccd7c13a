//! The app never comes: the page is a page all the same.

use e2e::{
    Outcome,
    kit::BLOCKS,
    reader::{Reader, same},
    visit::desk,
    watch::TRAP,
};
use host::{Fault, On};

const TITLE: &str = "Một bài có đủ mọi khối";

/// Why it does not come, where something does not arrive.
fn missing() -> Vec<(&'static str, On, Fault)> {
    let start = || On::end("/app/start.js");
    let wasm = || On::end(".wasm");
    let both = || On::start("/app/app-");
    let site = || On::end("/content/site.json");
    let empty = b"\0asm\x01\0\0\0".to_vec();
    vec![
        ("the loader blocked", start(), Fault::Drop),
        ("the loader gone", start(), Fault::Status(404)),
        ("the loader's host in trouble", start(), Fault::Status(500)),
        ("the code blocked", wasm(), Fault::Drop),
        ("the code gone", wasm(), Fault::Status(404)),
        ("the code's host in trouble", wasm(), Fault::Status(500)),
        ("the code cut off", wasm(), Fault::CutAfter(2_000)),
        ("the code empty", wasm(), Fault::Body(empty)),
        ("code and glue gone", both(), Fault::Status(404)),
        ("the site's own file blocked", site(), Fault::Drop),
        ("the site's own file in trouble", site(), Fault::Status(500)),
        ("the site's own file damaged", site(), Fault::Body(b"{".to_vec())),
    ]
}

/// From the next document on, the app traps while it takes over.
async fn trap(reader: &Reader) -> Outcome {
    let trap = format!("Object.defineProperty(document, 'title', {{ get: {TRAP} }})");
    reader.before_each_document(&trap).await
}

/// From now on there is this fault, and nothing that the browser has kept.
async fn meet(reader: &Reader, on: On, fault: Fault) -> Outcome {
    // The page before must not ask for anything in between.
    reader.driver().goto("about:blank").await?;
    reader.forget_files().await?;
    reader.faults().add(on, fault);
    Ok(())
}

/// The page is there, says nothing of the app, and links lead on as links do.
async fn is_a_page(reader: &Reader, what: &str) -> Outcome {
    same(reader.headline().await?, TITLE, what)?;
    let app = reader.js("document.documentElement.dataset.app ?? ''").await?;
    assert!(app == "" || app == "failed", "{what}: the app says {app}");
    for silly in ["[role=alert]", ".notice", ".progress", ".placeholder", "dialog"] {
        same(reader.count(silly).await?, 0, &format!("{what}: {silly}"))?;
    }
    let document = reader.document().await?;
    reader.press(".masthead .brand").await?;
    reader.until_other_document(&document).await?;
    reader.until_headline("Báo Thử").await.map_err(|error| format!("{what}: {error}").into())
}

#[tokio::test]
async fn where_a_file_of_the_app_does_not_come_the_page_stays_readable_and_linked() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            for (what, on, fault) in missing() {
                meet(reader, on, fault).await?;
                reader.load(BLOCKS).await?;
                reader.wait(1_200).await;
                is_a_page(reader, what).await?;
                reader.faults().clear();
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn where_the_app_does_not_come_a_picture_leads_to_its_figure() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            for (what, on, fault) in missing() {
                meet(reader, on, fault).await?;
                reader.load(BLOCKS).await?;
                reader.press("a[href='#photo-3']").await?;
                reader
                    .until("!document.querySelector('[aria-busy]')")
                    .await
                    .map_err(|error| format!("{what}: {error}"))?;
                // The site's own file is asked for more than once: who has waited for more than
                // three seconds is left alone.
                if !what.starts_with("the site's") {
                    reader.until("location.hash === '#photo-3'").await?;
                    let place = "document.querySelector('#photo-3').getBoundingClientRect().top";
                    let top = reader.number(place).await?;
                    assert!((-1.0..300.0).contains(&top), "{what}: the figure stands at {top}");
                }
                is_a_page(reader, what).await?;
                reader.faults().clear();
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_browser_without_webassembly_has_a_page() -> Outcome {
    desk()
        .read(async |reader| {
            reader.before_each_document("delete window.WebAssembly").await?;
            reader.load(BLOCKS).await?;
            reader.wait(800).await;
            same(reader.log().count(".wasm"), 0, "code asked for in vain")?;
            reader.press("a[href='#photo-3']").await?;
            reader.until("location.hash === '#photo-3'").await?;
            is_a_page(reader, "no wasm").await
        })
        .await
}

#[tokio::test]
async fn an_app_that_breaks_while_it_takes_over_leaves_the_page_and_says_nothing() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            trap(reader).await?;
            reader.load(BLOCKS).await?;
            reader.until("document.documentElement.dataset.app === 'failed'").await?;
            reader.press("a[href='#photo-3']").await?;
            reader.until("location.hash === '#photo-3'").await?;
            is_a_page(reader, "a trap").await
        })
        .await
}

#[tokio::test]
async fn a_press_that_waits_while_the_app_breaks_does_not_wait_for_ever() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            trap(reader).await?;
            reader.hold_app_back().await?;
            reader.load(BLOCKS).await?;
            reader.press("a[href='#photo-3']").await?;
            reader.until_there("a[href='#photo-3'][aria-busy]").await?;
            reader.let_app_come().await?;
            reader.until("document.documentElement.dataset.app === 'failed'").await?;
            reader.until("location.hash === '#photo-3'").await?;
            is_a_page(reader, "a trap").await
        })
        .await
}

#[tokio::test]
async fn the_page_of_unknown_addresses_shows_itself_without_the_app() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            for fault in [Fault::Drop, Fault::Status(500)] {
                for what in ["/app/start.js", ".wasm", "/content/site.json"] {
                    meet(reader, On::end(what), fault.clone()).await?;
                    reader.load("khong-co/gi-ca/").await?;
                    reader
                        .until(
                            "getComputedStyle(document.querySelector('main h1')).visibility \
                            === 'visible'",
                        )
                        .await
                        .map_err(|error| format!("{what}: {error}"))?;
                    same(reader.headline().await?, "Không tìm thấy trang", what)?;
                    // The shape of a page goes with the last attempt to fill it.
                    reader.until("!document.querySelector('.placeholder')").await?;
                    reader.wait(400).await;
                    same(reader.count("[role=alert], .placeholder").await?, 0, what)?;
                    reader.press("main a").await?;
                    reader.until_headline("Báo Thử").await?;
                    reader.faults().clear();
                }
            }
            Ok(())
        })
        .await
}
