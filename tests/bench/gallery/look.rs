//! One look at a page: presses, swipes, nodes, memory. Fingers are real touches, by the browser's
//! own protocol.

use std::path::Path;

use e2e::{Outcome, reader::Reader};
use serde_json::{Value, json};

use super::side::Side;
use crate::{line, load, opened::Opening};

/// What looks at a page from within.
pub const PROBE: &str = include_str!("probe.js");

/// Pictures that are pressed in a look, each for the first time.
const PRESSED: [usize; 3] = [2, 9, 16];
/// Pictures passed by a swipe each.
const SWIPES: usize = 20;
/// Swipes over the rail.
const RAIL_SWIPES: usize = 8;
/// From one swipe to the next, in ms.
const BETWEEN: u64 = 400;

/// What was seen. Times in ms.
#[derive(Debug, Default, Clone)]
pub struct Look {
    /// From each press to the first frame with the picture in the lightbox.
    pub painted: Vec<f64>,
    /// From each press to where the picture stays.
    pub at_rest: Vec<f64>,
    /// How many nodes the open lightbox adds.
    pub nodes: f64,
    /// Frames of the swipes through the pictures.
    pub pictures: Frames,
    /// Frames of the swipes along the rail.
    pub rail: Frames,
    /// How far these went, in cards.
    pub cards: f64,
}

/// Frames, counted.
#[derive(Debug, Default, Clone, Copy)]
pub struct Frames {
    /// All.
    pub all: f64,
    /// That took more than one refresh, 16.7 ms.
    pub late: f64,
    /// That took more than 50 ms.
    pub long: f64,
}

/// Heap in bytes.
#[derive(Debug, Default, Clone, Copy)]
pub struct Heap {
    /// After ten openings.
    pub few: f64,
    /// After a hundred.
    pub many: f64,
}

/// Looks at a page in a new browser.
pub async fn once(side: Side, root: &Path, path: &str) -> Outcome<Look> {
    Opening::of(root)
        .read(async |reader| {
            begin(side, reader, path).await?;
            reader.cdp("Emulation.setCPUThrottlingRate", json!({"rate": line::SLOWER})).await?;
            let mut look = Look::default();
            let before = nodes(reader).await?;
            for number in PRESSED {
                let opened = open(side, reader, number).await?;
                look.painted.push(number_of(&opened["first"]));
                look.at_rest.push(number_of(&opened["rest"]));
                look.nodes = nodes(reader).await? - before;
                close(side, reader).await?;
            }
            look.pictures = swipe_pictures(side, reader).await?;
            close(side, reader).await?;
            look.rail = swipe_rail(reader).await?;
            look.cards = reader.number(side.cards()).await?;
            Ok(look)
        })
        .await
}

/// The memory of a page in which pictures are opened again and again, without brakes and without
/// motion, which would only take its time.
pub async fn heap(side: Side, root: &Path, path: &str) -> Outcome<Heap> {
    Opening::of(root)
        .read(async |reader| {
            let still = json!([{"name": "prefers-reduced-motion", "value": "reduce"}]);
            reader.cdp("Emulation.setEmulatedMedia", json!({"features": still})).await?;
            begin(side, reader, path).await?;
            let few = after(side, reader, 10).await?;
            let many = after(side, reader, 90).await?;
            Ok(Heap { few, many })
        })
        .await
}

async fn after(side: Side, reader: &Reader, times: usize) -> Outcome<f64> {
    // In parts: the driver waits half a minute for a script.
    for _ in 0..times / 10 {
        let script = "return bench.often(10, arguments[0], arguments[1])";
        let arguments = vec![json!(side.lightbox()), json!(side.close())];
        reader.driver().execute(script, arguments).await?;
    }
    reader.wait(1_000).await;
    load::heap(reader).await
}

async fn begin(side: Side, reader: &Reader, path: &str) -> Outcome {
    reader.load(path).await?;
    load::settle(reader, true, 1_500).await?;
    reader.until(side.there()).await?;
    reader.wait(500).await;
    reader.driver().execute(PROBE, vec![]).await?;
    Ok(())
}

async fn nodes(reader: &Reader) -> Outcome<f64> {
    Ok(reader.number("document.querySelectorAll('*').length").await?)
}

/// A tap on a picture near the top of the window, from where it has a way to go.
async fn open(side: Side, reader: &Reader, number: usize) -> Outcome<Value> {
    let link = format!("document.querySelector('#photo-{number} a.open')");
    reader
        .js(&format!(
            "({link}.scrollIntoView({{ block: 'start', behavior: 'instant' }}), \
            scrollBy({{ top: -60, behavior: 'instant' }}))"
        ))
        .await?;
    // Until it is there: a press on a picture that has not come measures the line.
    let img = format!("{link}.querySelector('img')");
    reader.until(&format!("{img}.complete && {img}.naturalWidth > 0")).await?;
    reader.wait(300).await;
    let middle = reader
        .js(&format!(
            "(({{ left, top, width, height }}) => [left + width / 2, top + height / 2])\
            ({link}.getBoundingClientRect())"
        ))
        .await?;
    let opening = format!("void (window.opened = bench.opening({}))", json!(side.lightbox()));
    reader.js(&opening).await?;
    reader.tap((number_of(&middle[0]), number_of(&middle[1])), 1).await?;
    let opened = reader.js("window.opened").await?;
    if opened.is_null() {
        return Err(format!("{}: picture {number} does not open", side.name()).into());
    }
    Ok(opened)
}

async fn close(side: Side, reader: &Reader) -> Outcome {
    reader.js(&format!("document.querySelector({}).click()", json!(side.close()))).await?;
    reader.until(&format!("!document.querySelector({})", json!(side.lightbox()))).await?;
    reader.wait(300).await;
    Ok(())
}

async fn swipe_pictures(side: Side, reader: &Reader) -> Outcome<Frames> {
    open(side, reader, 1).await?;
    let frames = swipe(reader, SWIPES, 420.0).await?;
    let at = reader.number(side.picture()).await?;
    let expected = SWIPES as f64 + 1.0;
    if (at - expected).abs() > 0.5 {
        return Err(format!("{}: picture {at} after {SWIPES} swipes", side.name()).into());
    }
    Ok(frames)
}

async fn swipe_rail(reader: &Reader) -> Outcome<Frames> {
    let port = "document.querySelector('.rail-port')";
    reader
        .js(&format!("{port}.scrollIntoView({{ block: 'center', behavior: 'instant' }})"))
        .await?;
    reader.wait(1_500).await;
    let y = reader
        .number(&format!(
            "(({{ top, height }}) => top + height / 3)({port}.getBoundingClientRect())"
        ))
        .await?;
    swipe(reader, RAIL_SWIPES, y).await
}

/// Quick swipes to the left, one after the other.
async fn swipe(reader: &Reader, times: usize, y: f64) -> Outcome<Frames> {
    reader.js("void bench.watch()").await?;
    for _ in 0..times {
        reader.draw(&[((320.0, y), (80.0, y))], 160, 0).await?;
        reader.wait(BETWEEN).await;
    }
    seen(reader).await
}

/// The frames since somebody began to watch.
pub async fn seen(reader: &Reader) -> Outcome<Frames> {
    let seen = reader.js("bench.seen()").await?;
    let of = |name: &str| number_of(&seen[name]);
    Ok(Frames { all: of("all"), late: of("late"), long: of("long") })
}

fn number_of(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}
