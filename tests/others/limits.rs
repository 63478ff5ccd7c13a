//! What cannot be driven, as `docs/browsers.md` lists it: where a driver learns it, this fails, and
//! the promise gets its test.

use e2e::{Outcome, kit::LONG, rail::come_near, reader::same};
use serde_json::json;
use thirtyfour::Key;

use crate::{hands, visit::desk};

#[tokio::test]
async fn what_is_said_not_to_be_drivable_is_not() -> Outcome {
    let visit = desk()?;
    let engine = visit.engine;
    visit
        .read(async |reader| {
            reader.open(LONG).await?;
            come_near(reader).await?;
            reader
                .js("(() => { window.seen = []; for (const kind of ['wheel', 'pointerdown']) \
                    addEventListener(kind, (event) => seen.push([kind, event.shiftKey, \
                    event.pointerType ?? '']), { capture: true, passive: true }); })()")
                .await?;
            // The wheel and keys.
            let at = (700.0, 60.0);
            hands::wheel(reader, at, (0, 100), Some(Key::Shift)).await?;
            let knows = reader.js("seen.some((one) => one[0] === 'wheel' && one[1])").await?;
            same(knows, engine.wheel_knows_keys(), "whether the wheel knows of Shift")?;
            // A finger.
            reader.swipe((900, 500), (300, 500)).await?;
            reader.until("seen.some((one) => one[0] === 'pointerdown')").await?;
            let finger = reader.js("seen.find((one) => one[0] === 'pointerdown')[2]").await?;
            let points = reader.number("navigator.maxTouchPoints").await?;
            let kind = if engine.has_fingers() { "touch" } else { "mouse" };
            same((finger, points), (json!(kind), 0.0), "what a finger is")?;
            // A mouse drags it; a finger would scroll it.
            let rail = reader.number("document.querySelector('.rail-port').scrollLeft").await?;
            same(rail > 0.0, !engine.has_fingers(), "whether the rail has moved")?;
            // A narrow window.
            reader.driver().set_window_rect(0, 0, 390, 844).await?;
            let width = f64::from(engine.narrowest());
            reader.until(&format!("innerWidth === {width}")).await
        })
        .await
}
