//! Whether the brakes hold: a bench that does not slow the page down holds every budget.

use std::path::Path;

use e2e::{Outcome, reader::Reader};
use serde_json::{Value, json};

use crate::{line, load, opened::Opening};

/// Short runs of a loop, in ms, in order of length: the shortest, and the one that a quarter of
/// them is shorter than. Single ones slip through the brakes, and many wait for what else the
/// machine does.
const LOOP: &str = "(() => { const all = []; let sum = 0; for (let run = 0; run < 60; run++) { \
    const from = performance.now(); for (let i = 0; i < 3e5; i++) sum += Math.sqrt(i) % 3; \
    all.push(performance.now() - from); } all.sort((a, b) => a - b); \
    return { shortest: all[0], quarter: sum ? all[15] : 0 }; })()";

/// A file large enough for the line to be what takes time; its bytes, and the time for it in ms.
const FETCH: &str = "(async () => { const from = performance.now(); \
    const answer = await fetch(arguments[0], { cache: 'no-store' }); \
    const bytes = (await answer.arrayBuffer()).byteLength; \
    return { bytes, took: performance.now() - from }; })()";

/// That processor and line are as slow in a page as they are said to be.
///
/// # Errors
/// When they are not.
pub async fn hold(demo: &Path, path: &str) -> Outcome {
    Opening::of(demo)
        .slow()
        .read(async |reader| {
            reader.load(path).await?;
            load::settle(reader, false, 500).await?;
            processor(reader).await?;
            the_line(reader).await
        })
        .await
}

async fn processor(reader: &Reader) -> Outcome {
    let slow = reader.js(LOOP).await?;
    reader.cdp("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await?;
    let fast = reader.js(LOOP).await?;
    let ms = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let times = ms(&slow["quarter"]) / ms(&fast["shortest"]);
    if times > line::SLOWER / 2.0 {
        return Ok(());
    }
    Err(format!("the processor is {times:.1} times slower, not {}", line::SLOWER).into())
}

async fn the_line(reader: &Reader) -> Outcome {
    let file = reader
        .text(
            "performance.getEntriesByType('resource').sort((a, b) => b.encodedBodySize \
            - a.encodedBodySize)[0].name",
        )
        .await?;
    let script = format!("return {FETCH}");
    let answer = reader.driver().execute(script, vec![json!(file)]).await?;
    let (bytes, took) = (&answer.json()["bytes"], &answer.json()["took"]);
    let least = line::round_trip(bytes.as_f64().unwrap_or(f64::NAN)) * 0.9;
    if took.as_f64().is_some_and(|took| took > least) {
        return Ok(());
    }
    Err(format!("{bytes} bytes came down the line in {took} ms, not {least:.0}").into())
}
