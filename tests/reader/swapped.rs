//! Pages of one release, the app of another; and a site that is exchanged while a tab is open.

use std::{
    fs,
    path::{Path, PathBuf},
};

use e2e::{
    Outcome,
    kit::{BLOCKS, PLAIN},
    reader::{Reader, same},
    site::{Site, copy, work},
    visit::desk,
};
use host::{Fault, On};

const OPEN: &str = "document.querySelector('dialog.lightbox')?.open === true";
const TITLE: &str = "Một bài có đủ mọi khối";
/// The app is not fetched before it is needed: so the tab is open while its files are exchanged.
const SAVES: &str = "Object.defineProperty(Navigator.prototype, 'connection', \
    {configurable: true, get: () => ({saveData: true})})";

/// A copy of the tests' paper, to be exchanged.
fn site(name: &str) -> Outcome<PathBuf> {
    let folder = work().join(format!("swapped-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy(&Site::Kit.folder()?, &folder)?;
    Ok(folder)
}

/// The next release: the app's files under other names, which only the new loader knows.
fn release(folder: &Path, leave_them: bool) -> Outcome {
    let mut start = fs::read_to_string(folder.join("app/start.js"))?;
    for entry in fs::read_dir(folder.join("app"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with("app-") {
            continue;
        }
        // The loader names glue and wasm by what their names have in common.
        let new = name.replace("app-", "app-0");
        let (stem, new_stem) = (name.split('.').next().unwrap_or_default(), new.split('.').next());
        assert!(start.contains(stem) || start.contains(new_stem.unwrap_or_default()), "{stem}");
        start = start.replace(stem, new_stem.unwrap_or_default());
        fs::remove_file(entry.path())?;
        if leave_them {
            fs::copy(Site::Kit.folder()?.join("app").join(&name), folder.join("app").join(&new))?;
        }
    }
    fs::write(folder.join("app/start.js"), start)?;
    Ok(())
}

/// How many documents the tab has had.
async fn documents(reader: &Reader, path: &str) -> Outcome<usize> {
    let asked = reader.log().all();
    Ok(asked.iter().filter(|asked| asked.path == format!("/{path}")).count())
}

#[tokio::test]
async fn a_press_on_a_page_of_the_last_release_brings_the_new_app() -> Outcome {
    let folder = site("press")?;
    desk()
        .of_folder(folder.clone())
        .faulty()
        .read(async |reader| {
            reader.before_each_document(SAVES).await?;
            reader.load(BLOCKS).await?;
            let document = reader.document().await?;
            release(&folder, true)?;
            reader.press("a[href='#photo-3']").await?;
            reader.until(OPEN).await?;
            same(reader.document().await?, document, "the document")?;
            same(documents(reader, BLOCKS).await?, 1, "loads of the page")?;
            same(reader.count("[role=alert]").await?, 0, "alarms")
        })
        .await
}

#[tokio::test]
async fn an_app_that_is_nowhere_is_looked_for_once_and_the_page_stays() -> Outcome {
    let folder = site("nowhere")?;
    desk()
        .of_folder(folder.clone())
        .faulty()
        .read(async |reader| {
            reader.before_each_document(SAVES).await?;
            reader.load(BLOCKS).await?;
            release(&folder, false)?;
            reader.press("a[href='#photo-3']").await?;
            reader.until("location.hash === '#photo-3'").await?;
            reader.wait(4_000).await;
            same(documents(reader, BLOCKS).await?, 1, "loads of the page")?;
            let loaders = reader.log().count("/app/start.js");
            assert!(loaders <= 2, "{loaders} loaders");
            let tries = reader.log().count(".wasm");
            assert!(tries <= 8, "{tries} tries");
            reader.press("a[href='#photo-4']").await?;
            reader.until("location.hash === '#photo-4'").await?;
            let document = reader.document().await?;
            reader.press(".masthead .brand").await?;
            reader.until_other_document(&document).await?;
            reader.until_headline("Báo Thử").await
        })
        .await
}

#[tokio::test]
async fn who_reads_on_while_the_site_is_exchanged_notices_nothing() -> Outcome {
    let folder = site("reading")?;
    desk()
        .of_folder(folder.clone())
        .read(async |reader| {
            reader.open("du-lich/").await?;
            let document = reader.document().await?;
            release(&folder, true)?;
            reader.press(".list a[href$='-1000/']").await?;
            reader.until_headline(TITLE).await?;
            reader.press("a[href='#photo-3']").await?;
            reader.until(OPEN).await?;
            reader.back().await?;
            reader.until("!document.querySelector('dialog[open]')").await?;
            same(reader.document().await?, document, "the document")?;
            // The next document is one of the new release.
            reader.open(PLAIN).await
        })
        .await
}

/// A page's HTML with another shape, or none.
fn of_shape(path: &str, shape: Option<&str>) -> Outcome<Vec<u8>> {
    let html = fs::read_to_string(Site::Kit.folder()?.join(path).join("index.html"))?;
    let at = html.find(" data-shape=\"").ok_or("the page states no shape")?;
    let end = at + html[at + 13..].find('"').ok_or("an attribute without an end")? + 14;
    let own = shape.map(|shape| format!(" data-shape=\"{shape}\"")).unwrap_or_default();
    Ok(format!("{}{own}{}", &html[..at], &html[end..]).into_bytes())
}

#[tokio::test]
async fn on_a_page_of_another_shape_links_are_the_apps_and_buttons_wait_for_the_next_page()
-> Outcome {
    desk()
        .read(async |reader| {
            for shape in [Some("0"), Some("99"), Some("x"), None] {
                reader
                    .faults()
                    .add(On::path(format!("/{BLOCKS}")), Fault::Body(of_shape(BLOCKS, shape)?));
                reader.open(BLOCKS).await?;
                let document = reader.document().await?;
                let cards = reader.all_say(".rail-track h3").await?;
                same(cards.len(), 6, "neighbours")?;
                reader.press("[data-do=rail-next]").await?;
                reader.press("[data-do=copy-link]").await?;
                reader.press("[data-do=embed]").await?;
                reader.wait(900).await;
                let left = reader.number("document.querySelector('.rail-port').scrollLeft").await?;
                same(left, 0.0, &format!("{shape:?}: the rail's place"))?;
                same(reader.says("[data-do=copy-link]").await?, "Chép liên kết", "the button")?;
                same(reader.count("iframe, .notice").await?, 0, "what nobody knows of")?;
                same(reader.all_say(".rail-track h3").await?, cards, "the neighbours")?;
                let card = ".rail-track li:last-child h3 a";
                let title = reader.says(card).await?;
                reader.press(card).await?;
                reader.until_headline(&title).await?;
                same(reader.document().await?, document, "the document")?;
                // From here on the app knows what it has made.
                reader.until_there(".rail").await?;
                reader.js("(document.querySelector('.rail').scrollIntoView(), true)").await?;
                reader.until_there(".rail-track[style] h3 a").await?;
                reader.press("[data-do=rail-next]").await?;
                reader.until("document.querySelector('.rail-port').scrollLeft > 100").await?;
                reader.back().await?;
                reader.until_headline(TITLE).await?;
                reader.faults().clear();
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn data_of_a_newer_version_is_told_on_a_press_and_a_reload_is_offered_once() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            let newer = br#"{"version":2,"id":"1000","title":"A","body":[]}"#.to_vec();
            reader.faults().add(On::end("/articles/1000.json"), Fault::Body(newer));
            reader.open(BLOCKS).await?;
            reader.wait(2_500).await;
            same(reader.count(".notice").await?, 0, "words unasked")?;
            same(reader.headline().await?, TITLE, "the page")?;
            let document = reader.document().await?;
            reader.press("a[href='#photo-3']").await?;
            reader.until_there(".notice[role=alert]").await?;
            let message = "Trang đã đổi phiên bản. Hãy tải lại trang.";
            same(reader.says(".notice p").await?, message, "the message")?;
            same(reader.says(".notice button").await?, "Tải lại trang", "the way on")?;
            same(reader.document().await?, document.clone(), "no reload unasked")?;
            reader.press(".notice button").await?;
            reader.until_other_document(&document).await?;
            reader.until_headline(TITLE).await
        })
        .await
}
