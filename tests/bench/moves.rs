//! Moves through the app: to a card's article, not fetched yet and fetched ahead, and Back.
//!
//! Measured in the page, on a slow line and a slow processor: from the press's own time stamp to
//! the end of the frame that shows the next headline. The browser's Event Timing ends with the
//! first frame after the press, which shows the old page while the JSON is on its way; its Element
//! Timing needs an attribute on the headline. What a task after the frame's callback sees is what
//! has been laid out and painted; the screen's own delay is not in it.

use std::{fs, path::Path};

use e2e::{Outcome, reader::Reader};
use serde_json::json;
use tokio::time::{Duration, sleep};

use crate::{line, load, opened::Opening, say, traffic::Pending};

/// How long a finger is on a card ahead of its press, so that the JSON is there, in ms.
const AHEAD: u64 = 2_000;

/// Times in ms.
#[derive(Debug, Default)]
pub struct Moves {
    /// To articles that were not fetched.
    pub far: Vec<f64>,
    /// The same, less the round trip that each needs.
    pub beyond_round_trip: Vec<f64>,
    /// To articles that were fetched ahead.
    pub near: Vec<f64>,
    /// Back to the front page.
    pub back: Vec<f64>,
}

/// Presses that many cards of the front page each way, and goes back from each.
pub async fn measure(demo: &Path, times: usize) -> Outcome<Moves> {
    Opening::of(demo)
        .slow()
        .logged()
        .read(async |reader| {
            reader.load("").await?;
            load::settle(reader, true, 500).await?;
            let mut pending = Pending::default();
            let cards = reader
                .js("[...new Set([...document.querySelectorAll('.card-title a')]\
                    .map((a) => a.getAttribute('href')))]")
                .await?;
            let cards: Vec<&str> =
                cards.as_array().into_iter().flatten().filter_map(|card| card.as_str()).collect();
            let mut moves = Moves::default();
            for card in cards {
                let ahead = moves.far.len() >= times;
                if moves.near.len() >= times {
                    break;
                }
                let file = format!("/articles/{}.json", id(card));
                show(reader, card).await?;
                quiet(reader, &mut pending).await?;
                if ahead {
                    touch(reader, card).await?;
                    finger(reader, "touchCancel", None).await?;
                    sleep(Duration::from_millis(AHEAD)).await;
                }
                // The app may fetch ahead what stands in view; that is another measure.
                if (reader.log().count(&file) > 0) != ahead {
                    say(&format!("{card} passed over: fetched ahead: {}", !ahead));
                    continue;
                }
                let took = press(reader, card).await?;
                quiet(reader, &mut pending).await?;
                if ahead {
                    moves.near.push(took);
                } else {
                    moves.far.push(took);
                    moves.beyond_round_trip.push(took - line::round_trip(packed(demo, &file)?));
                }
                moves.back.push(back(reader).await?);
                quiet(reader, &mut pending).await?;
            }
            Ok(moves)
        })
        .await
}

fn id(card: &str) -> &str {
    card.trim_end_matches('/').rsplit('-').next().unwrap_or_default()
}

/// What a file weighs on the line, in bytes.
fn packed(site: &Path, file: &str) -> Outcome<f64> {
    let bytes = host::brotli(&fs::read(site.join(format!("content{file}")))?);
    Ok(f64::from(u32::try_from(bytes.len())?))
}

fn element(card: &str) -> String {
    format!("document.querySelector({})", json!(format!(".card-title a[href=\"{card}\"]")))
}

async fn show(reader: &Reader, card: &str) -> Outcome {
    let card = element(card);
    let script = format!("{card}.scrollIntoView({{ block: 'center', behavior: 'instant' }})");
    reader.js(&script).await?;
    Ok(())
}

/// Puts a finger on a card.
async fn touch(reader: &Reader, card: &str) -> Outcome {
    let place = reader
        .js(&format!(
            "(({{ left, top, width, height }}) => ({{ x: left + Math.min(width, 60) / 2, \
            y: top + Math.min(height, 20) / 2 }}))({}.getClientRects()[0])",
            element(card)
        ))
        .await?;
    finger(reader, "touchStart", Some(place)).await
}

async fn finger(reader: &Reader, kind: &str, place: Option<serde_json::Value>) -> Outcome {
    let points: Vec<_> = place.into_iter().collect();
    reader.cdp("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": points})).await?;
    Ok(())
}

async fn press(reader: &Reader, card: &str) -> Outcome<f64> {
    reader.js("void (window.move = nextHeadline('click'))").await?;
    touch(reader, card).await?;
    finger(reader, "touchEnd", None).await?;
    moved(reader).await
}

/// Back, as by the browser's button; measured from the word to it, as its press is not the page's.
async fn back(reader: &Reader) -> Outcome<f64> {
    reader.js("void (window.move = nextHeadline(''), history.back())").await?;
    moved(reader).await
}

async fn moved(reader: &Reader) -> Outcome<f64> {
    Ok(reader.number("window.move").await?)
}

/// Waits until nothing comes down the line any more, so that a move has it for itself.
async fn quiet(reader: &Reader, pending: &mut Pending) -> Outcome {
    let mut still = 0;
    for _ in 0..300 {
        let lines = reader.driver().get_log("performance").await?;
        let none = lines.is_empty();
        lines.iter().for_each(|line| pending.note(&line.message));
        still = if none && pending.none() { still + 1 } else { 0 };
        if still == 4 {
            return Ok(());
        }
        sleep(Duration::from_millis(100)).await;
    }
    Err(format!("the line is not quiet after 30 s: {pending:?}").into())
}
