//! A page from the press and the same page from the app: one and the same document.

use e2e::{
    Outcome,
    kit::{BARE, BLOCKS, IMPRINT, LONG, PHOTOS, PLAIN, STRANGE},
    reader::{Reader, same},
    site::Site,
    visit::{Visit, desk},
};
use serde_json::Value;

/// Every kind of page; every kind of block is in one of the articles.
pub(crate) const KINDS: [&str; 16] = [
    "",
    "du-lich/",
    "bien/",
    "tin/",
    "du-lich/2026/01/",
    "dai/2026/08/",
    "dai/2026/08/28/",
    "tin/undated/",
    "tag/mua-he/",
    "tag/mua-he/2026/08/",
    BLOCKS,
    PLAIN,
    PHOTOS,
    BARE,
    LONG,
    STRANGE,
];

/// Writes an element down, one line for each thing that can differ: its name with its attributes in
/// the order of their names, its texts, and what is in it, further to the right.
///
/// Left out: the cards of the rail, which are the neighbours in the one and the newest stories in
/// the other, and are compared one by one; what the app sets on a page once it is shown: where the
/// focus goes, where the rail is and at which of its cards the keyboard comes in; and a rail that is
/// hidden because there is nothing in it.
const WRITE: &str = "window.write = (element) => { \
    const lines = []; \
    const left = (e, name) => (e.matches('h1') && name === 'tabindex') \
        || (e.matches('.rail-buttons button') && name === 'aria-disabled') \
        || (e.matches('.card-title a') && name === 'tabindex') \
        || (e.matches('.rail-track') && name === 'style'); \
    const walk = (node, depth) => { \
        const say = (text) => lines.push('  '.repeat(depth) + text); \
        if (node.nodeType === 3) return say(JSON.stringify(node.data)); \
        if (node.nodeType !== 1 || node.matches('.rail[hidden]')) return; \
        const attributes = [...node.attributes].filter((a) => !left(node, a.name)) \
            .map((a) => `${a.name}=${JSON.stringify(a.value)}`).sort(); \
        say([node.localName, ...attributes].join(' ')); \
        if (node.matches('.rail-track, .rail [role=status]')) return; \
        for (const child of node.childNodes) walk(child, depth + 1); }; \
    const copy = element.cloneNode(true); \
    const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT), all = []; \
    while (comments.nextNode()) all.push(comments.currentNode); \
    all.forEach((comment) => comment.remove()); \
    copy.normalize(); walk(copy, 0); return lines; }";

const MAIN: &str = "write(document.querySelector('main'))";
const MARKS: &str = "[...document.querySelectorAll('.masthead [data-section]')]\
    .map((a) => `${a.dataset.section} ${a.getAttribute('aria-current')}`)";
const CARDS: &str = "Object.fromEntries([...document.querySelectorAll('.rail-track > li')]\
    .filter((li) => li.querySelector('a')).map((li) => [li.querySelector('a').getAttribute('href'), \
    write(li.firstElementChild)]))";

/// Where two lists of lines part, as somebody can read it.
fn parting(press: &Value, app: &Value) -> String {
    let lines = |value: &Value| -> Vec<String> {
        let all = value.as_array().cloned().unwrap_or_default();
        all.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
    };
    let (press, app) = (lines(press), lines(app));
    let at = (0..).find(|at| press.get(*at) != app.get(*at)).unwrap_or_default();
    let around = |lines: &[String]| {
        lines[at.saturating_sub(4).min(lines.len())..]
            .iter()
            .take(8)
            .map(|line| format!("    {line}\n"))
            .collect::<String>()
    };
    format!("line {at}\n  press:\n{}  app:\n{}", around(&press), around(&app))
}

/// A page as it came from the press.
struct Written {
    path: &'static str,
    main: Value,
    marks: Value,
    cards: Value,
    title: Value,
}

async fn written(reader: &Reader, path: &'static str) -> Outcome<Written> {
    reader.load(path).await?;
    same(reader.js("document.documentElement.dataset.app ?? ''").await?, "", "the app")?;
    Ok(Written {
        path,
        main: reader.js(MAIN).await?,
        marks: reader.js(MARKS).await?,
        cards: reader.js(CARDS).await?,
        title: reader.js("document.title").await?,
    })
}

/// The rail is filled, and every one of these cards has been seen to be the same in it.
async fn same_cards(reader: &Reader, cards: &Value) -> Outcome {
    let Some(cards) = cards.as_object().filter(|cards| !cards.is_empty()) else {
        // The app finds out that there is nothing to fill it with, and takes it away.
        reader.js("(document.querySelector('.rail')?.scrollIntoView(), true)").await?;
        return reader.until("!document.querySelector('.rail:not([hidden])')").await;
    };
    reader.js("(document.querySelector('.rail').scrollIntoView({block: 'center'}), true)").await?;
    reader.until_there(".rail-track h3 a").await?;
    let mut left: Vec<_> = cards.iter().collect();
    for _ in 0..60 {
        let there = reader.js(CARDS).await?;
        for (href, card) in &left {
            if let Some(found) = there.get(href)
                && *card != found
            {
                return Err(format!("the card {href}: {}", parting(card, found)).into());
            }
        }
        left.retain(|(href, _)| there.get(href).is_none());
        if left.is_empty() {
            return Ok(());
        }
        let on = "(document.querySelector('.rail-port').scrollBy({left: 900, \
            behavior: 'instant'}), true)";
        reader.js(on).await?;
        reader.wait(120).await;
    }
    Err(format!("not met in the rail: {:?}", left.iter().map(|(href, _)| href).collect::<Vec<_>>())
        .into())
}

async fn press_and_app_agree(visit: Visit) -> Outcome {
    visit
        .faulty()
        .read(async |reader| {
            reader.before_each_document(WRITE).await?;
            reader.hold_app_back().await?;
            let mut all = Vec::new();
            for path in KINDS {
                let page = written(reader, path).await?;
                assert!(page.main.as_array().is_some_and(|lines| lines.len() > 8), "/{path}");
                all.push(page);
            }
            reader.load(IMPRINT).await?;
            let document = reader.document().await?;
            reader.until_taken_over().await?;
            let mut differ = Vec::new();
            for page in &all {
                reader.go(page.path).await?;
                if let Err(error) = same_cards(reader, &page.cards).await {
                    differ.push(format!("/{}: {error}", page.path));
                }
                let main = reader.js(MAIN).await?;
                if main != page.main {
                    differ.push(format!("/{}: {}", page.path, parting(&page.main, &main)));
                }
                let marks = reader.js(MARKS).await?;
                if marks != page.marks {
                    differ.push(format!("/{}: marks {marks} against {}", page.path, page.marks));
                }
                let title = reader.js("document.title").await?;
                if title != page.title {
                    differ.push(format!("/{}: title {title} against {}", page.path, page.title));
                }
            }
            same(reader.document().await?, document, "the document")?;
            assert!(differ.is_empty(), "{}", differ.join("\n"));
            Ok(())
        })
        .await
}

#[tokio::test]
async fn every_kind_of_page_is_the_same_from_the_press_and_from_the_app() -> Outcome {
    press_and_app_agree(desk()).await
}

#[tokio::test]
async fn every_kind_of_page_is_the_same_from_both_in_english() -> Outcome {
    press_and_app_agree(desk().of(Site::KitInEnglish)).await
}

#[tokio::test]
async fn every_kind_of_page_is_the_same_from_both_under_a_sub_path() -> Outcome {
    press_and_app_agree(desk().of(Site::KitUnderPath)).await
}

/// The page that the press writes for every unknown address, and what the app says of one.
#[tokio::test]
async fn the_page_of_unknown_addresses_is_the_same_from_both() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.before_each_document(WRITE).await?;
            reader.hold_app_back().await?;
            reader.load("khong-co/gi-ca/").await?;
            let press = reader.js(MAIN).await?;
            reader.until_taken_over().await?;
            let app = reader.js(MAIN).await?;
            assert!(press == app, "{}", parting(&press, &app));
            Ok(())
        })
        .await
}
