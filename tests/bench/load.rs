//! One load of a page, and many.

use e2e::{Outcome, reader::Reader};
use serde_json::{Value, json};

use crate::{
    opened::Opening,
    traffic::{self, Traffic},
};

/// How long after the app is there tasks are still counted, in ms.
const SETTLED: u32 = 3_000;

/// What a load came to. Times in ms from its start.
#[derive(Debug, Clone, Default)]
pub struct Load {
    /// When anything was painted.
    pub paint: f64,
    /// When the largest thing was painted, and what it was.
    pub largest: (f64, String),
    /// When the app had taken over; zero where there is none.
    pub ready: f64,
    /// How much of tasks was beyond 50 ms, of what they took after the first paint.
    pub blocked: f64,
    /// The longest task; zero where none took 50 ms, as the browser tells of no shorter ones.
    pub longest: f64,
    /// The longest task from when the app's program was first asked for.
    pub take_over: f64,
    /// The sum of layout shifts.
    pub shift: f64,
    /// What came over the line.
    pub traffic: Traffic,
    /// What the page holds in memory, in bytes.
    pub heap: f64,
    /// HTML and blocking CSS as they came over the line, without headers, in bytes.
    pub first_window: f64,
}

/// Loads a page in a new browser; the opening must be logged. `app`: whether the page has one to wait for.
pub async fn once(opening: &Opening, path: &str, app: bool) -> Outcome<Load> {
    opening
        .read(async |reader| {
            reader.load(path).await?;
            settle(reader, app, SETTLED).await?;
            let notes = reader.js("notes").await?;
            let lines = reader.driver().get_log("performance").await?;
            let lines: Vec<String> = lines.into_iter().map(|line| line.message).collect();
            let first_window = reader.number(FIRST_WINDOW).await?;
            let asked = reader.number(ASKED).await?;
            Ok(Load {
                paint: number(&notes["paint"]),
                largest: (
                    number(&notes["largest"]),
                    notes["what"].as_str().unwrap_or_default().to_owned(),
                ),
                ready: number(&notes["ready"]),
                blocked: blocked(&notes),
                longest: tasks(&notes, 0.0).map(|(_, took)| took).fold(0.0, f64::max),
                take_over: tasks(&notes, asked).map(|(_, took)| took).fold(0.0, f64::max),
                shift: shift(&notes),
                traffic: traffic::add_up(&lines),
                heap: heap(reader).await?,
                first_window,
            })
        })
        .await
}

/// The page itself, and the styles that its first paint waits for.
const FIRST_WINDOW: &str = "performance.getEntriesByType('navigation')[0].encodedBodySize + \
    performance.getEntriesByType('resource').filter((e) => e.renderBlockingStatus === 'blocking' \
    && e.initiatorType === 'link').reduce((sum, e) => sum + e.encodedBodySize, 0)";

/// When the app's program was first asked for; at the start where it never was.
const ASKED: &str = "performance.getEntriesByType('resource')\
    .find((e) => e.name.endsWith('.wasm'))?.startTime ?? 0";

/// Waits until a page has been at rest for so long, in ms, without asking it meanwhile.
pub async fn settle(reader: &Reader, app: bool, after: u32) -> Outcome {
    let script = "settled(arguments[0], arguments[1]).then(arguments[2])";
    reader.driver().execute_async(script, vec![json!(app), json!(after)]).await?;
    Ok(())
}

/// What the page holds in memory once what it does not need is gone, in bytes: objects of the
/// scripts, nodes of the document, and the app's own memory.
pub async fn heap(reader: &Reader) -> Outcome<f64> {
    // The browser's own record of what was fetched is not the page's.
    reader.js("void performance.clearResourceTimings()").await?;
    reader.cdp("HeapProfiler.enable", json!({})).await?;
    for _ in 0..2 {
        reader.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let usage = reader.cdp("Runtime.getHeapUsage", json!({})).await?;
    let parts = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"];
    Ok(parts.iter().map(|part| usage[part].as_f64().unwrap_or_default()).sum())
}

/// The sum of the shifts noted.
pub fn shift(notes: &Value) -> f64 {
    let shifts = notes["shifts"].as_array().map(Vec::as_slice).unwrap_or_default();
    shifts.iter().map(|shift| number(&shift["value"])).fold(0.0, |sum, value| sum + value)
}

/// Each task that was not over by then: when it began, and how long it took.
fn tasks(notes: &Value, from: f64) -> impl Iterator<Item = (f64, f64)> {
    let tasks = notes["tasks"].as_array().map(Vec::as_slice).unwrap_or_default();
    let tasks = tasks.iter().map(|task| (number(&task["at"]), number(&task["took"])));
    tasks.filter(move |(at, took)| at + took > from)
}

/// The total blocking time as Lighthouse has it: from the first paint on, what tasks took beyond
/// 50 ms. Of a task that was under way at the paint counts what came after.
fn blocked(notes: &Value) -> f64 {
    let paint = number(&notes["paint"]);
    let after = tasks(notes, paint).map(|(at, took)| took.min(at + took - paint));
    after.map(|took| (took - 50.0).max(0.0)).fold(0.0, |sum, over| sum + over)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_blocks_after_the_first_paint_counts() {
        let table = [
            (json!([]), 0.0),
            (json!([{"at": 100, "took": 300}]), 0.0),
            (json!([{"at": 450, "took": 99}]), 0.0),
            (json!([{"at": 400, "took": 200}]), 50.0),
            (json!([{"at": 600, "took": 60}, {"at": 700, "took": 90}]), 50.0),
        ];
        for (tasks, expected) in table {
            let notes = json!({"paint": 500, "tasks": tasks});
            assert!((blocked(&notes) - expected).abs() < 1e-9, "{notes}: {}", blocked(&notes));
        }
    }
}
