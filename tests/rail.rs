//! The rail of an article, as tests look at it.

use serde_json::Value;

use crate::{Outcome, reader::Reader};

/// Its cards.
pub const CARDS: &str = "section.rail .rail-track > li";

/// Scrolls so that the rail is near, waits until it has taken the newest stories up while it is out
/// of view, and goes on to it.
///
/// # Errors
/// When it does not come.
pub async fn come_near(reader: &Reader) -> Outcome {
    let near = "scrollBy({top: document.querySelector('section.rail')\
        .getBoundingClientRect().top - innerHeight - 200, behavior: 'instant'})";
    reader.js(near).await?;
    reader.until_there(".rail-track[style]").await?;
    reader.js("document.querySelector('section.rail').scrollIntoView({block: 'center'})").await?;
    reader.until_there(&format!("{CARDS} h3 a")).await
}

/// What scrolls.
pub const PORT: &str = "document.querySelector('.rail-port')";

/// The titles of the cards that are in view whole, with their places in the list; null where one of
/// them has not come.
pub const IN_VIEW: &str = "(() => { const port = document.querySelector('.rail-port')\
    .getBoundingClientRect(); return [...document.querySelectorAll('.rail-track > li')]\
    .filter((li) => { const box = li.getBoundingClientRect(); \
        return box.left > port.left - 2 && box.right < port.right + 2; })\
    .map((li) => [Number(li.ariaPosInSet), li.querySelector('h3')?.textContent ?? null]); })()";

/// Whether a card's edge is at the rail's, or the rail at its end.
const AT_REST: &str = "(() => { const port = document.querySelector('.rail-port'); \
    const left = port.getBoundingClientRect().left; \
    return port.scrollLeft > port.scrollWidth - port.clientWidth - 2 \
        || [...port.querySelectorAll('li')].some((li) => \
            Math.abs(li.getBoundingClientRect().left - left) < 2); })()";

/// Waits until every card in view has come and the rail rests; gives them, with their places in the
/// list.
///
/// # Errors
/// When it does not come to rest.
pub async fn settled(reader: &Reader) -> Outcome<Vec<(usize, String)>> {
    let mut before = Value::Null;
    for _ in 0..400 {
        let now = reader.js(&format!("[{IN_VIEW}, {PORT}.scrollLeft, {AT_REST}]")).await?;
        let cards = now[0].as_array().cloned().unwrap_or_default();
        let read = |card: &Value| {
            let place = usize::try_from(card[0].as_u64()?).ok()?;
            Some((place, card[1].as_str()?.to_owned()))
        };
        let all: Option<Vec<_>> = cards.iter().map(read).collect();
        if let Some(all) = all.filter(|all| !all.is_empty() && now == before && now[2] == true) {
            return Ok(all);
        }
        before = now;
        reader.wait(16).await;
    }
    Err(format!("the rail does not come to rest: {before}").into())
}
