//! Keys, mouse and wheel, as the driver's own actions: they reach the page as a reader's do.

use std::sync::atomic::{AtomicUsize, Ordering};

use e2e::{Outcome, reader::Reader};
use serde_json::{Value, json};
use thirtyfour::{
    Key,
    common::command::{Actions, Command},
};

/// A place in the window, in CSS pixels.
pub type At = (f64, f64);

async fn perform(reader: &Reader, hands: Value) -> Outcome {
    reader.driver().cmd(Command::PerformActions(Actions::from(hands))).await?;
    Ok(())
}

/// A key, pressed while another is held down.
pub async fn chord(reader: &Reader, held: impl Into<char>, key: impl Into<char>) -> Outcome {
    let (held, key): (char, char) = (held.into(), key.into());
    let strokes = json!([
        {"type": "keyDown", "value": held}, {"type": "keyDown", "value": key},
        {"type": "keyUp", "value": key}, {"type": "keyUp", "value": held}
    ]);
    perform(reader, json!([{"type": "key", "id": "keyboard", "actions": strokes}])).await
}

/// Drivers take whole pixels, and only as whole numbers.
#[expect(clippy::cast_possible_truncation, reason = "a place in a window")]
fn whole(at: At) -> (i64, i64) {
    (at.0.round() as i64, at.1.round() as i64)
}

fn moved(at: At, ms: u64) -> Value {
    let (x, y) = whole(at);
    json!({"type": "pointerMove", "duration": ms, "x": x, "y": y})
}

fn mouse(steps: &[Value]) -> Value {
    json!({
        "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps
    })
}

/// Presses the mouse, once or several times in a row.
pub async fn click(reader: &Reader, at: At, times: usize) -> Outcome {
    let mut steps = vec![moved(at, 0)];
    for _ in 0..times {
        steps.push(json!({"type": "pointerDown", "button": 0}));
        steps.push(json!({"type": "pointerUp", "button": 0}));
    }
    perform(reader, json!([mouse(&steps)])).await
}

/// Draws the mouse with its button down, taking so many ms, and holds it still for so many before
/// it is let go.
pub async fn draw(reader: &Reader, from: At, to: At, ms: u64, rest_ms: u64) -> Outcome {
    let mut steps = vec![moved(from, 0), json!({"type": "pointerDown", "button": 0})];
    for step in 1..=10 {
        let mix = |from: f64, to: f64| from + (to - from) * f64::from(step) / 10.0;
        steps.push(moved((mix(from.0, to.0), mix(from.1, to.1)), ms / 10));
    }
    steps.push(json!({"type": "pause", "duration": rest_ms}));
    steps.push(json!({"type": "pointerUp", "button": 0}));
    perform(reader, json!([mouse(&steps)])).await
}

/// Turns the wheel by so many pixels to the right and down, perhaps with a key held down.
pub async fn wheel(reader: &Reader, at: At, by: (i32, i32), held: Option<Key>) -> Outcome {
    let listen = "(window.turned = false, addEventListener('wheel', () => { window.turned = true; }, \
        { capture: true, passive: true }), true)";
    reader.js(listen).await?;
    // A busy browser may lose a turn that came to it by the driver.
    for _ in 0..4 {
        turn(reader, at, by, held.clone().map(char::from)).await?;
        for _ in 0..20 {
            if reader.js("window.turned").await? == true {
                return Ok(());
            }
            reader.wait(25).await;
        }
    }
    Err("the wheel does not reach the page".into())
}

async fn turn(reader: &Reader, at: At, by: (i32, i32), held: Option<char>) -> Outcome {
    // A new wheel each time: WebKit's driver turns a known one by the difference to its last turn.
    static TURNS: AtomicUsize = AtomicUsize::new(0);
    let id = format!("wheel {}", TURNS.fetch_add(1, Ordering::Relaxed));
    let (x, y) = whole(at);
    let turn = json!({
        "type": "scroll", "x": x, "y": y, "deltaX": by.0, "deltaY": by.1, "duration": 0
    });
    let turn = json!([{"type": "wheel", "id": id, "actions": [turn]}]);
    let Some(held) = held else { return perform(reader, turn).await };
    // One after the other: in one go WebKit's driver turns it back at the end.
    let stroke = |kind| {
        let stroke = json!({"type": kind, "value": held});
        json!([{"type": "key", "id": "keyboard", "actions": [stroke]}])
    };
    perform(reader, stroke("keyDown")).await?;
    perform(reader, turn).await?;
    perform(reader, stroke("keyUp")).await
}

/// The middle of the first such element in the window.
pub async fn middle(reader: &Reader, selector: &str) -> Outcome<At> {
    let selector = json!(selector);
    let at = reader
        .js(&format!(
            "(() => {{ const box = document.querySelector({selector}).getBoundingClientRect(); \
            return [box.left + box.width / 2, box.top + box.height / 2]; }})()"
        ))
        .await?;
    Ok((at[0].as_f64().unwrap_or(f64::NAN), at[1].as_f64().unwrap_or(f64::NAN)))
}

/// Fingers that come down one after the other, move at a time, taking so many ms, rest for so many,
/// and are lifted. Each is a pair: from where to where.
pub async fn fingers(reader: &Reader, ways: &[(At, At)], ms: u64, rest_ms: u64) -> Outcome {
    let pause = json!({"type": "pause", "duration": 0});
    let hands: Vec<Value> = ways
        .iter()
        .enumerate()
        .map(|(nth, (from, to))| {
            let down = json!({"type": "pointerDown", "button": 0});
            let mut steps = vec![moved(*from, 0)];
            // In each step one finger comes down, and the others wait.
            for other in 0..ways.len() {
                steps.push(if other == nth { down.clone() } else { pause.clone() });
            }
            for step in 1..=10 {
                let mix = |from: f64, to: f64| from + (to - from) * f64::from(step) / 10.0;
                steps.push(moved((mix(from.0, to.0), mix(from.1, to.1)), ms / 10));
            }
            steps.push(json!({"type": "pause", "duration": rest_ms}));
            steps.push(json!({"type": "pointerUp", "button": 0}));
            json!({
                "type": "pointer", "id": format!("finger {nth}"),
                "parameters": {"pointerType": "touch"}, "actions": steps
            })
        })
        .collect();
    perform(reader, hands.into()).await
}
