//! One page fades into the next where the browser can do it, the machine has the time for it, and
//! the reader does not mind motion.

use e2e::{
    Outcome,
    reader::{Reader, same},
    visit::desk,
};
use serde_json::json;

#[tokio::test]
async fn pages_fade_on_a_machine_that_has_the_time_and_where_motion_is_welcome() -> Outcome {
    // What a look at the clock takes, in ms: there are two while a page is built.
    let (quick, slow) = (0.4, 1.5);
    let table = [
        ("a quick machine, from the second page on", quick, false, 2),
        ("a slow machine", slow, false, 0),
        ("motion reduced", quick, true, 0),
    ];
    for (what, pace, still, expected) in table {
        desk()
            .read(async |reader| {
                if still {
                    let calm = json!([{"name": "prefers-reduced-motion", "value": "reduce"}]);
                    let media = json!({ "features": calm });
                    reader.cdp("Emulation.setEmulatedMedia", media).await?;
                }
                reader.open("du-lich/").await?;
                reader
                    .js(&format!(
                        "(() => {{ let time = 0; performance.now = () => (time += {pace}); \
                        const fade = document.startViewTransition.bind(document); \
                        window.fades = 0; \
                        document.startViewTransition = (change) => (fades++, fade(change)); }})()"
                    ))
                    .await?;
                three_moves(reader).await?;
                same(reader.number("fades").await?, f64::from(expected), what)
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_browser_without_fades_misses_nothing() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.js("document.startViewTransition = undefined").await?;
            three_moves(reader).await
        })
        .await
}

/// To an article and back, three times.
async fn three_moves(reader: &Reader) -> Outcome {
    for nth in 2..5 {
        let card = format!(".list li:nth-child({nth}) h2 a");
        let title = reader.says(&card).await?;
        reader.press(&card).await?;
        reader.until_headline(&title).await?;
        reader.back().await?;
        reader.until_headline("Du lịch").await?;
    }
    Ok(())
}
