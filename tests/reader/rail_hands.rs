//! The rail under mouse, wheel, keys and on paper.

use e2e::{
    Outcome, fingers,
    kit::LONG,
    rail::{PORT, come_near, settled},
    reader::{Reader, same},
    visit::{desk, phone},
};
use serde_json::json;
use thirtyfour::Key;

use crate::rail_long::wheel;

/// Draws the mouse over the rail, from 900 pixels in the window to the left by so many. Its times
/// are said, so that it is as quick on a busy machine: ten steps of 16 ms.
async fn draw(reader: &Reader, by: i32, hold: bool) -> Outcome {
    let y = reader.number(&format!("{PORT}.getBoundingClientRect().top + 330")).await?;
    let begun = fingers::now();
    let mouse = async |kind: &str, x: i32, buttons: i32, at: f64| {
        let how = json!({"button": "left", "buttons": buttons, "timestamp": begun + at});
        reader.mouse(kind, (x.into(), y), how).await
    };
    mouse("mouseMoved", 900, 0, 0.0).await?;
    mouse("mousePressed", 900, 1, 0.0).await?;
    for step in 1..=10 {
        mouse("mouseMoved", 900 - by * step / 10, 1, 0.016 * f64::from(step)).await?;
    }
    mouse("mouseReleased", 900 - by, 0, if hold { 0.5 } else { 0.17 }).await?;
    Ok(())
}

#[tokio::test]
async fn drawn_with_the_mouse_it_goes_along_and_opens_and_selects_nothing() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(LONG).await?;
            come_near(reader).await?;
            let before = settled(reader).await?[0].0;
            let clicks = "(window.clicks = 0, document.addEventListener('click', () => \
                window.clicks++), true)";
            reader.js(clicks).await?;
            draw(reader, 400, true).await?;
            let after = settled(reader).await?[0].0;
            same(after, before + 1, "the first card")?;
            same(reader.js("String(getSelection())").await?, "", "what is selected")?;
            same(reader.js("window.clicks").await?, 0, "presses")?;
            same(reader.says("h1").await?, "Tin dài số 1", "the page")?;
            reader.until(&format!("{PORT}.className === 'rail-port'")).await?;
            // Thrown, it goes on.
            draw(reader, 300, false).await?;
            let thrown = settled(reader).await?[0].0;
            assert!(thrown > after + 1, "thrown from {after} to {thrown}");
            // And a press is a press still.
            draw(reader, 0, false).await?;
            reader.until("document.querySelector('h1').textContent !== 'Tin dài số 1'").await
        })
        .await
}

#[tokio::test]
async fn a_wheel_with_shift_moves_it_and_without_moves_the_page() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(LONG).await?;
            come_near(reader).await?;
            let before = settled(reader).await?[0].0;
            wheel(reader, 700, true).await?;
            reader.until(&format!("{PORT}.scrollLeft > 300")).await?;
            let after = settled(reader).await?[0].0;
            assert!(after > before, "{before}, {after}");
            let place = reader.place().await?;
            wheel(reader, -300, false).await?;
            let left = reader.number(&format!("{PORT}.scrollLeft")).await?;
            wheel_down(reader).await?;
            reader.until(&format!("scrollY !== {}", json!(place))).await?;
            same(reader.number(&format!("{PORT}.scrollLeft")).await? <= left, true, "the rail")
        })
        .await
}

/// The wheel alone, over the rail.
async fn wheel_down(reader: &Reader) -> Outcome {
    let place = reader.number(&format!("{PORT}.getBoundingClientRect().top + 60")).await?;
    reader.mouse("mouseWheel", (600.0, place), json!({"deltaX": 0, "deltaY": -240})).await
}

#[tokio::test]
async fn the_next_card_is_always_there_for_tab_and_comes_in_whole() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.open(LONG).await?;
                come_near(reader).await?;
                settled(reader).await?;
                let first = format!("({PORT}.querySelector('h3 a').focus(), true)");
                reader.js(&first).await?;
                for place in 2..=24 {
                    reader.key(Key::Tab).await?;
                    let there =
                        format!("document.activeElement.closest('li')?.ariaPosInSet === '{place}'");
                    reader.until(&there).await?;
                    let whole = format!(
                        "(() => {{ const port = {PORT}.getBoundingClientRect(), \
                        card = document.activeElement.closest('li').getBoundingClientRect(); \
                        return card.left > port.left - 2 && card.right < port.right + 2; }})()"
                    );
                    reader.until(&whole).await?;
                }
                // In the order of the list, and back again.
                let order = format!(
                    "[...{PORT}.querySelectorAll('li')].map((li) => Number(li.ariaPosInSet))\
                    .every((at, n, all) => n === 0 || at > all[n - 1])"
                );
                same(reader.js(&order).await?, true, "the order")?;
                for place in (1..24).rev() {
                    let chain = reader.driver().action_chain();
                    chain
                        .key_down(Key::Shift)
                        .send_keys(Key::Tab)
                        .key_up(Key::Shift)
                        .perform()
                        .await?;
                    let there =
                        format!("document.activeElement.closest('li')?.ariaPosInSet === '{place}'");
                    reader.until(&there).await?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

/// Tab went from the button to the first card that existed, and took the rail back to it.
#[tokio::test]
async fn from_the_buttons_tab_goes_to_the_first_card_in_view() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(LONG).await?;
            come_near(reader).await?;
            settled(reader).await?;
            for _ in 0..2 {
                reader.press("[data-do=rail-next]").await?;
                reader.wait(100).await;
                settled(reader).await?;
            }
            reader.wait(300).await;
            let first = settled(reader).await?[0].0;
            assert!(first > 4, "{first}");
            reader.key(Key::Tab).await?;
            let place = "Number(document.activeElement.closest('li')?.ariaPosInSet)";
            #[expect(clippy::cast_precision_loss, reason = "a place in a list")]
            same(reader.number(place).await?, first as f64, "the card")?;
            // And from it to the one before.
            let chain = reader.driver().action_chain();
            chain.key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift).perform().await?;
            #[expect(clippy::cast_precision_loss, reason = "a place in a list")]
            same(reader.number(place).await?, (first - 1) as f64, "the card before")
        })
        .await
}

#[tokio::test]
async fn on_paper_it_is_a_list_of_titles_with_their_addresses() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(LONG).await?;
            reader.cdp("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
            let shown = |selector: &str| {
                format!("!!document.querySelector('.rail {selector}')?.getClientRects().length")
            };
            same(reader.js(&shown("h3 a")).await?, true, "titles")?;
            for gone in [".plate", ".card-summary", "button", ".card-meta"] {
                same(reader.js(&shown(gone)).await?, false, gone)?;
            }
            let address =
                "getComputedStyle(document.querySelector('.rail h3 a'), '::after').content";
            let address = reader.text(address).await?;
            assert!(address.contains("/dai/tin-dai-so-"), "{address}");
            let stacked = "(() => { const all = [...document.querySelectorAll('.rail h3')]\
                .map((h) => h.getBoundingClientRect()); return all.every((box, n) => \
                n === 0 || (box.top >= all[n - 1].bottom && box.left === all[0].left)); })()";
            same(reader.js(stacked).await?, true, "one under the other")
        })
        .await
}
