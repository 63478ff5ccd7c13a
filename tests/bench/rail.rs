//! A rail over very many articles: how many nodes it has while a reader goes to its end.

use std::time::Instant;

use e2e::{
    Outcome,
    reader::Reader,
    site::{build, work},
};
use serde_json::json;

use crate::{load, newsroom, opened::Opening, say, site};

/// How long the list is.
pub const ARTICLES: usize = 10_000;
/// The same in the short run: so many pages take their time on a busy disk.
pub const FEWER_ARTICLES: usize = 2_000;

/// What the rail held.
#[derive(Debug, Clone, Copy)]
pub struct Rail {
    /// Its nodes at their most over the first hundred cards.
    pub first: f64,
    /// Its nodes at their most on the way to the end.
    pub most: f64,
}

/// Builds the newsroom and goes to the end of its rail.
pub async fn measure(articles: usize) -> Outcome<Rail> {
    let folder = work().join("bench");
    let folder = folder.join(format!("rail-{articles}"));
    let (content, site) = (folder.join("content"), folder.join("site"));
    newsroom::ensure(&content, articles)?;
    let begun = Instant::now();
    build(&content, &site, None)?;
    say(&format!("{articles} articles laid out in {:.1} s", begun.elapsed().as_secs_f64()));
    let path = site::path_of(&site, newsroom::NEWEST)?;
    Opening::of(&site)
        .read(async |reader| {
            reader.load(&path).await?;
            load::settle(reader, true, 300).await?;
            reader
                .js("document.querySelector('.rail').scrollIntoView({ block: 'center' })")
                .await?;
            reader.until_there(".rail-track > li h3 a").await?;
            let mut first: f64 = 0.0;
            for card in (0..100).step_by(5) {
                first = first.max(nodes_at(reader, card).await?);
            }
            let mut most = first;
            for card in (100..=articles).step_by(100) {
                most = most.max(nodes_at(reader, card).await?);
            }
            let end = "document.querySelector('[data-do=rail-next]').ariaDisabled === 'true'";
            reader.until(end).await?;
            Ok(Rail { first, most })
        })
        .await
}

/// Goes to a card, waits until every card that is there is filled, and counts.
async fn nodes_at(reader: &Reader, card: usize) -> Outcome<f64> {
    let answer = reader.driver().execute(GO, vec![json!(card)]).await?;
    answer.json().as_f64().ok_or_else(|| format!("no cards at {card}").into())
}

const GO: &str = "const port = document.querySelector('.rail-port'); \
    const track = port.firstElementChild; \
    const pitch = track.firstElementChild.getBoundingClientRect().width + \
        (parseFloat(getComputedStyle(track).columnGap) || 0); \
    port.scrollTo({ left: arguments[0] * pitch, behavior: 'instant' }); \
    return (async () => { const until = performance.now() + 8000; \
        const frame = () => new Promise(requestAnimationFrame); await frame(); await frame(); \
        while (track.querySelector('li:empty')) { \
            if (performance.now() > until) return null; await frame(); } \
        return document.querySelector('.rail').querySelectorAll('*').length; })()";
