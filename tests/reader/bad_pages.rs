//! Pages that did not arrive, or did not stay, as the press wrote them.

use std::fs;

use e2e::{
    Outcome,
    kit::BLOCKS,
    reader::{Reader, same},
    site::{Site, work},
    visit::{desk, phone},
};
use host::{Fault, On};

const TITLE: &str = "Một bài có đủ mọi khối";
const OPEN: &str = "document.querySelector('dialog.lightbox')?.open === true";

fn html() -> Outcome<String> {
    Ok(fs::read_to_string(Site::Kit.folder()?.join(BLOCKS).join("index.html"))?)
}

/// What stands there is read, nothing is said, and the way to the front page is open.
async fn is_of_use(reader: &Reader, what: &str) -> Outcome {
    reader.wait(1_500).await;
    assert_ne!(reader.js("document.documentElement.dataset.app").await?, "failed", "{what}");
    same(reader.count("[role=alert], .notice, dialog[open]").await?, 0, what)?;
    reader.press(".masthead .brand").await?;
    reader.until_headline("Báo Thử").await.map_err(|error| format!("{what}: {error}"))?;
    same(reader.count("main").await?, 1, what)?;
    same(reader.count(".footer").await? <= 1, true, what)
}

/// Ends a page right before this text.
fn up_to(html: &str, text: &str) -> Outcome<Vec<u8>> {
    let at = html.find(text).ok_or(format!("the page has no {text}"))?;
    Ok(html.as_bytes()[..at].to_vec())
}

#[tokio::test]
async fn a_page_that_was_cut_off_is_read_as_far_as_it_came() -> Outcome {
    let whole = html()?;
    desk()
        .faulty()
        .read(async |reader| {
            for until in [
                "<h1",
                "Đoạn đầu",
                "id=photo-4",
                "<footer",
                "class=rail-port",
                "class=share",
                "</body>",
            ] {
                reader.forget_files().await?;
                let begun = Fault::Body(up_to(&whole, until)?);
                reader.faults().add(On::path(format!("/{BLOCKS}")), begun);
                reader.load(BLOCKS).await?;
                let headline = reader.headline().await?;
                same(headline.as_str(), if until == "<h1" { "" } else { TITLE }, until)?;
                is_of_use(reader, until).await?;
                reader.faults().clear();
                // Back to what came of it, or to the whole.
                reader.back().await?;
                let back = format!("location.pathname === '/{BLOCKS}'");
                reader.until(&back).await.map_err(|error| format!("{until}: {error}"))?;
                if until != "<h1" {
                    reader.until_headline(TITLE).await?;
                }
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn a_connection_that_breaks_in_a_story_leaves_what_came() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            // Not packed: a browser may show nothing of a packed page that breaks.
            let plain = serde_json::json!({"headers": {"Accept-Encoding": "identity"}});
            reader.cdp("Network.enable", serde_json::json!({})).await?;
            reader.cdp("Network.setExtraHTTPHeaders", plain).await?;
            let page = On::path(format!("/{BLOCKS}"));
            let begun = up_to(&html()?, "Đoạn giữa.")?.len();
            reader.faults().times(1, page, Fault::CutAfter(begun));
            reader.load(BLOCKS).await?;
            reader.until_headline(TITLE).await?;
            let paragraphs = reader.all_say(".body > p").await?;
            same(paragraphs.len(), 2, "paragraphs that came, the last of them empty")?;
            is_of_use(reader, "cut off").await
        })
        .await
}

#[tokio::test]
async fn a_page_saved_to_disk_is_read_there() -> Outcome {
    let file = work().join("saved page.html");
    fs::create_dir_all(work())?;
    fs::write(&file, html()?)?;
    desk()
        .faulty()
        .read(async |reader| {
            let address = format!("file://{}", fs::canonicalize(&file)?.display());
            reader.driver().goto(&address).await?;
            reader.wait(1_000).await;
            same(reader.headline().await?, TITLE, "the headline")?;
            same(reader.says(".body > p:last-of-type").await?, "Đoạn cuối.", "the last line")?;
            same(reader.count("[role=alert], .notice, .placeholder").await?, 0, "words about it")?;
            same(reader.js("document.documentElement.dataset.app ?? ''").await?, "", "the app")?;
            // The first screen's style is in the page.
            let size = "parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)";
            assert!(reader.number(size).await? > 28.0, "a headline's size");
            reader.press("a[href='#photo-3']").await?;
            reader.until("location.hash === '#photo-3'").await
        })
        .await
}

/// As translators do: every text in elements of their own, and a class on the document.
const TRANSLATE: &str = "(() => { document.documentElement.classList.add('translated-ltr'); \
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), all = []; \
    while (walk.nextNode()) if (walk.currentNode.data.trim()) all.push(walk.currentNode); \
    for (const text of all) { const outer = document.createElement('font'); \
        const inner = document.createElement('font'); outer.append(inner); \
        inner.append(`[${text.data}]`); text.replaceWith(outer); } return true; })()";

/// As extensions do: nodes of their own at the ends and between others.
const EXTEND: &str = "(() => { const strange = (where, how) => { \
        const node = document.createElement('div'); node.className = 'strange'; \
        node.append('!'); document.querySelector(where)?.[how](node); }; \
    strange('body', 'prepend'); strange('body', 'append'); strange('main', 'prepend'); \
    strange('main', 'append'); strange('main', 'before'); strange('main', 'after'); \
    strange('h1', 'after'); strange('.masthead', 'prepend'); strange('.footer', 'prepend'); \
    strange('.rail-track', 'prepend'); strange('.rail-track', 'before'); \
    strange('.list', 'prepend'); strange('#photo-3', 'prepend'); return true; })()";

async fn change(reader: &Reader) -> Outcome {
    reader.js(TRANSLATE).await?;
    reader.js(EXTEND).await?;
    Ok(())
}

/// A changed story works as any other: pictures, buttons, the rail, a move, Back.
async fn works(reader: &Reader, what: &str) -> Outcome {
    let document = reader.document().await?;
    reader.press("a[href='#photo-3']").await?;
    reader.until(OPEN).await.map_err(|error| format!("{what}: {error}"))?;
    reader.press(".lightbox-close").await?;
    reader.until("!document.querySelector('dialog[open]')").await?;
    reader.press("[data-do=copy-link]").await?;
    reader
        .until("document.querySelector('[data-do=copy-link]').textContent !== '[Chép liên kết]'")
        .await?;
    reader.press("[data-do=rail-next]").await?;
    reader.until("document.querySelector('.rail-port').scrollLeft > 100").await?;
    let card = "[...document.querySelectorAll('.rail-track h3 a')].at(-1)";
    reader.js(&format!("({card}.click(), true)")).await?;
    reader.until("!document.querySelector('h1').textContent.includes('Một bài')").await?;
    let title = reader.headline().await?;
    assert!(title.starts_with("Chuyện du lịch số "), "{what}: {title}");
    same(reader.count("main .strange, main font").await?, 0, "of the old page in the new one")?;
    same(reader.count("main").await?, 1, what)?;
    // A new page is translated and extended anew; the next move meets that, too.
    change(reader).await?;
    reader.press(".masthead .brand").await?;
    reader.until_headline("Báo Thử").await.map_err(|error| format!("{what}: {error}"))?;
    reader.back().await?;
    reader
        .until_headline(&format!("[{title}]"))
        .await
        .map_err(|e| format!("{what} one back: {e}"))?;
    reader.back().await?;
    reader.until_headline(&format!("[{TITLE}]")).await?;
    same(reader.document().await?, document, "the document")
}

#[tokio::test]
async fn a_page_translated_and_extended_before_the_app_comes_works_as_any_other() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.hold_app_back().await?;
                reader.load(BLOCKS).await?;
                change(reader).await?;
                reader.until_taken_over().await?;
                works(reader, "before").await
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_translated_and_extended_after_the_app_came_works_as_any_other() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            change(reader).await?;
            works(reader, "after").await?;
            // A list, too: it grows although strangers stand in it.
            reader.open("dai/").await?;
            change(reader).await?;
            reader.press("a.more").await?;
            reader.until("document.querySelectorAll('.list > li').length > 20").await
        })
        .await
}
