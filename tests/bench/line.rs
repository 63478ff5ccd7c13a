//! The reader's phone: a slow line and a slow processor.

use e2e::{Outcome, reader::Reader};
use serde_json::json;

/// How long an answer takes to begin, in ms.
pub const LATENCY: f64 = 150.0;
/// What comes down the line, in bytes a millisecond: 1.6 Mb/s.
pub const DOWN: f64 = 200.0;
/// What goes up the line, in bytes a millisecond: 0.75 Mb/s.
pub const UP: f64 = 93.75;
/// How many times slower than this machine the phone's processor is.
pub const SLOWER: f64 = 4.0;

/// How long the line needs for one request and an answer of so many bytes, in ms.
pub fn round_trip(bytes: f64) -> f64 {
    LATENCY + bytes / DOWN
}

/// Puts the brakes on. The processor's hold for the document they are put on in: a new process
/// needs them again.
pub async fn slow(reader: &Reader) -> Outcome {
    reader.cdp("Network.enable", json!({})).await?;
    let conditions = json!({
        "offline": false, "latency": LATENCY,
        "downloadThroughput": DOWN * 1_000.0, "uploadThroughput": UP * 1_000.0
    });
    reader.cdp("Network.emulateNetworkConditions", conditions).await?;
    reader.cdp("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER})).await?;
    Ok(())
}
