//! The browser's own memory of pages (the back-forward cache): nothing here stands in its way.

use e2e::{
    Outcome,
    kit::{BLOCKS, PLAIN},
    reader::{Reader, same},
    visit::desk,
};

/// Notes how a page was shown, and why the browser did not keep it.
const NOTE: &str = "addEventListener('pageshow', (event) => { window.kept = event.persisted; })";
const REASONS: &str = "(() => { const all = []; const add = (tree) => { if (!tree) return; \
    all.push(...(tree.reasons ?? []).map((one) => one.reason)); (tree.children ?? []).forEach(add); \
    }; add(performance.getEntriesByType('navigation')[0]?.notRestoredReasons); return all; })()";

/// There and back by documents, as from another site's link.
async fn away_and_back(reader: &Reader, path: &str) -> Outcome {
    reader.load("tin/toa-soan-1300/").await?;
    reader.until_ready().await?;
    reader.back().await?;
    reader.until(&format!("location.pathname === '/{path}' && window.kept !== undefined")).await
}

#[tokio::test]
async fn no_page_keeps_the_browser_from_remembering_it() -> Outcome {
    desk()
        .read(async |reader| {
            reader.before_each_document(NOTE).await?;
            for path in ["", "du-lich/", PLAIN, BLOCKS] {
                reader.open(path).await?;
                let document = reader.document().await?;
                reader.js("(scrollTo({top: 500, behavior: 'instant'}), true)").await?;
                away_and_back(reader, path).await?;
                let reasons = reader.js(REASONS).await?;
                same(reasons, serde_json::json!([]), &format!("/{path}: why it was not kept"))?;
                same(reader.js("window.kept").await?, true, &format!("/{path}: kept"))?;
                same(reader.document().await?, document, "the document")?;
                same(reader.place().await?, 500.0, "the place")?;
            }
            // What came back alive is answered as before.
            reader.press("a[href='#photo-3']").await?;
            reader.until_there("dialog[open]").await
        })
        .await
}
