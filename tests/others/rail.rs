//! The rail by wheel, buttons, mouse and keyboard.

use e2e::{
    Outcome,
    kit::LONG,
    rail::{PORT, come_near, settled},
    reader::{Reader, same},
};
use thirtyfour::Key;

use crate::{hands, visit::desk};

const TITLE: &str = "Tin dài số 1";

async fn open(reader: &Reader) -> Outcome<usize> {
    reader.open(LONG).await?;
    come_near(reader).await?;
    first(reader).await
}

/// The place in the list of the first card in view, once the rail rests.
async fn first(reader: &Reader) -> Outcome<usize> {
    Ok(settled(reader).await?[0].0)
}

/// A place on the cards' pictures, so far from the window's left edge.
async fn over(reader: &Reader, x: f64) -> Outcome<hands::At> {
    let top = reader.number(&format!("{PORT}.getBoundingClientRect().top")).await?;
    Ok((x, top + 80.0))
}

#[tokio::test]
async fn the_wheel_moves_it_along_and_the_page_up_and_down() -> Outcome {
    let visit = desk()?;
    let with_shift = visit.engine.wheel_knows_keys();
    visit
        .read(async |reader| {
            let before = open(reader).await?;
            let place = reader.place().await?;
            let at = over(reader, 700.0).await?;
            hands::wheel(reader, at, (700, 0), None).await?;
            reader.until(&format!("{PORT}.scrollLeft > 300")).await?;
            let mut after = first(reader).await?;
            assert!(after > before, "{before}, {after}");
            // Held by `limits`: where the driver's wheel does not know of Shift.
            if with_shift {
                hands::wheel(reader, at, (0, 700), Some(Key::Shift)).await?;
                reader.until(&format!("{PORT}.scrollLeft > 900")).await?;
                let again = first(reader).await?;
                assert!(again > after, "{after}, {again}");
                after = again;
            }
            same(reader.place().await?, place, "the page")?;
            hands::wheel(reader, at, (0, -240), None).await?;
            reader.until(&format!("scrollY < {place} - 100")).await?;
            same(first(reader).await?, after, "the rail")
        })
        .await
}

#[tokio::test]
async fn its_buttons_move_it_by_views_keep_the_focus_and_say_where_it_got_to() -> Outcome {
    desk()?
        .read(async |reader| {
            open(reader).await?;
            let next = "document.querySelector('[data-do=rail-next]')";
            let previous = "document.querySelector('[data-do=rail-previous]')";
            let at_end =
                |button: &str| format!("{button}.getAttribute('aria-disabled') === 'true'");
            same(reader.js(&at_end(previous)).await?, true, "the beginning")?;
            let cards = settled(reader).await?;
            let press = hands::middle(reader, "[data-do=rail-next]").await?;
            hands::click(reader, press, 1).await?;
            reader.until(&format!("{PORT}.scrollLeft > 200")).await?;
            let now = settled(reader).await?;
            same(now[0].0, cards[cards.len() - 1].0 + 1, "the first card of the next view")?;
            let spoken = format!("Tin {}–{} trên 129", now[0].0, now[now.len() - 1].0);
            let status = "document.querySelector('section.rail [role=status]').textContent";
            reader.until(&format!("{status} === '{spoken}'")).await?;
            same(reader.js(&at_end(previous)).await?, false, "the beginning, left")?;
            // By its key, and to the end, where it keeps the focus.
            reader.js(&format!("({next}.focus(), true)")).await?;
            reader.key(Key::Enter).await?;
            // At rest it speaks; before that it would go on to where it was going.
            reader.until(&format!("{status} !== '{spoken}'")).await?;
            let end = format!(
                "({PORT}.scrollTo({{left: {PORT}.scrollWidth, behavior: 'instant'}}), true)"
            );
            reader.js(&end).await?;
            reader.until(&at_end(next)).await?;
            reader.key(Key::Enter).await?;
            same(reader.js(&format!("document.activeElement === {next}")).await?, true, "focus")?;
            let spoken = reader.says("section.rail [role=status]").await?;
            assert!(spoken.ends_with("trên 129"), "{spoken}");
            same(reader.headline().await?, TITLE, "the page")
        })
        .await
}

#[tokio::test]
async fn drawn_with_the_mouse_it_goes_along_and_opens_and_selects_nothing() -> Outcome {
    desk()?
        .read(async |reader| {
            let before = open(reader).await?;
            reader
                .js("(window.clicks = 0, document.addEventListener('click', () => window.clicks++), \
                    true)")
                .await?;
            let (from, to) = (over(reader, 900.0).await?, over(reader, 500.0).await?);
            hands::draw(reader, from, to, 300, 400).await?;
            reader.until(&format!("{PORT}.scrollLeft > 150")).await?;
            let after = first(reader).await?;
            same(after, before + 1, "the first card")?;
            same(reader.text("String(getSelection())").await?, "", "what is selected")?;
            same(reader.js("window.clicks").await?, 0, "presses")?;
            same(reader.headline().await?, TITLE, "the page")?;
            // Quickly, it goes at least as far; how fast a mouse was, a driver cannot say.
            hands::draw(reader, from, over(reader, 600.0).await?, 120, 0).await?;
            let thrown = first(reader).await?;
            assert!(thrown > after, "from {after} to {thrown}");
            same(reader.headline().await?, TITLE, "the page")?;
            // And a press is a press still.
            hands::click(reader, from, 1).await?;
            reader.until(&format!("document.querySelector('h1').textContent !== '{TITLE}'")).await
        })
        .await
}

#[tokio::test]
async fn the_next_card_is_always_there_for_tab_and_comes_in_whole() -> Outcome {
    desk()?
        .read(async |reader| {
            open(reader).await?;
            reader.js(&format!("({PORT}.querySelector('h3 a').focus(), true)")).await?;
            let there = async |place: usize| {
                let whole = format!(
                    "(() => {{ const card = document.activeElement.closest('li'); \
                    if (card?.ariaPosInSet !== '{place}') return false; \
                    const port = {PORT}.getBoundingClientRect(), box = card.getBoundingClientRect(); \
                    return box.left > port.left - 2 && box.right < port.right + 2; }})()"
                );
                reader.until(&whole).await
            };
            for place in 2..=12 {
                reader.key(Key::Tab).await?;
                there(place).await?;
            }
            for place in (6..12).rev() {
                hands::chord(reader, Key::Shift, Key::Tab).await?;
                there(place).await?;
            }
            Ok(())
        })
        .await
}
