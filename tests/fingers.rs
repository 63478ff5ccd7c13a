//! Fingers on the window: real touches, by the browser's own protocol.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use tokio::time::{Duration, Instant, sleep_until};

use crate::{Outcome, reader::Reader};

/// How often a finger is seen while it moves, in ms.
const PACE_MS: u64 = 16;

/// From where to where a finger goes.
pub type Way = ((f64, f64), (f64, f64));

/// Now, in seconds since 1970, as events have it.
#[must_use]
pub fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64())
}

impl Reader {
    /// One event: `touchStart`, `touchMove` with all fingers that are down, `touchEnd` with those
    /// that stay.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn touch(&self, kind: &str, fingers: &[(f64, f64)]) -> Outcome {
        self.touch_at(kind, fingers, now()).await
    }

    /// The same at a time of its own, in seconds since 1970: how fast a finger was is then no matter
    /// of how busy the machine is.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn touch_at(&self, kind: &str, fingers: &[(f64, f64)], at: f64) -> Outcome {
        let points: Vec<Value> = fingers
            .iter()
            .enumerate()
            .map(|(id, (x, y))| json!({"x": x, "y": y, "id": id, "force": 1}))
            .collect();
        let event = json!({"type": kind, "touchPoints": points, "timestamp": at});
        self.cdp("Input.dispatchTouchEvent", event).await?;
        Ok(())
    }

    /// Moves fingers that are down, all at a time, taking so many ms.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn glide(&self, ways: &[Way], ms: u64) -> Outcome {
        self.glide_from(ways, ms, now()).await
    }

    async fn glide_from(&self, ways: &[Way], ms: u64, at: f64) -> Outcome {
        let begun = Instant::now();
        let steps = (ms / PACE_MS).max(1);
        for step in 1..=steps {
            #[expect(clippy::cast_precision_loss, reason = "small")]
            let part = step as f64 / steps as f64;
            let mix = |from: f64, to: f64| from + (to - from) * part;
            let now: Vec<(f64, f64)> =
                ways.iter().map(|(from, to)| (mix(from.0, to.0), mix(from.1, to.1))).collect();
            let at = at + Duration::from_millis(PACE_MS * step).as_secs_f64();
            self.touch_at("touchMove", &now, at).await?;
            sleep_until(begun + Duration::from_millis(PACE_MS * step)).await;
        }
        Ok(())
    }

    /// One or two fingers come down, move, rest for a moment, and are lifted.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn draw(&self, ways: &[Way], ms: u64, rest_ms: u64) -> Outcome {
        let from: Vec<(f64, f64)> = ways.iter().map(|way| way.0).collect();
        let begun = now();
        for fingers in 1..=from.len() {
            self.touch_at("touchStart", &from[..fingers], begun).await?;
        }
        self.glide_from(ways, ms, begun).await?;
        self.wait(rest_ms).await;
        let ended = begun + Duration::from_millis(ms + rest_ms).as_secs_f64();
        self.touch_at("touchEnd", &[], ended).await
    }

    /// A tap, or several in a row.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn tap(&self, at: (f64, f64), times: usize) -> Outcome {
        for _ in 0..times {
            self.touch("touchStart", &[at]).await?;
            self.touch("touchEnd", &[]).await?;
            self.wait(60).await;
        }
        Ok(())
    }

    /// The mouse: `mousePressed`, `mouseMoved`, `mouseReleased`, `mouseWheel`. `modifiers`: 1 Alt,
    /// 2 Ctrl, 4 Cmd, 8 Shift.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn mouse(&self, kind: &str, at: (f64, f64), more: Value) -> Outcome {
        let mut event = json!({
            "type": kind, "x": at.0, "y": at.1,
            "button": if kind == "mouseMoved" || kind == "mouseWheel" { "none" } else { "left" },
            "clickCount": 1,
        });
        if let (Some(event), Some(more)) = (event.as_object_mut(), more.as_object()) {
            event.extend(more.clone());
        }
        self.cdp("Input.dispatchMouseEvent", event).await?;
        Ok(())
    }

    /// A key with modifiers held down, as the browser names it.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn key_with(&self, key: &str, modifiers: u8) -> Outcome {
        for kind in ["rawKeyDown", "keyUp"] {
            let event = json!({"type": kind, "key": key, "code": key, "modifiers": modifiers});
            self.cdp("Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }

    /// A letter or sign, typed.
    ///
    /// # Errors
    /// When the browser is gone.
    pub async fn letter(&self, letter: &str) -> Outcome {
        Ok(self.driver.action_chain().send_keys(letter).perform().await?)
    }
}
