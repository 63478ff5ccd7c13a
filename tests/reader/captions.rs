//! What stands under a picture, and in its place while it is not there.

use std::time::Duration;

use e2e::{
    Outcome,
    reader::same,
    shapes::{TOLD, paper},
    visit::{Visit, desk, phone},
};
use host::{Fault, On};
use serde_json::json;
use thirtyfour::Key;

const LINES: &str = "(() => { const words = document.querySelector('#photo-1 .long'); \
    return Math.round(words.getBoundingClientRect().height \
        / parseFloat(getComputedStyle(words).lineHeight)); })()";

fn told(visit: Visit) -> Outcome<Visit> {
    Ok(visit.of_folder(paper()?))
}

#[tokio::test]
async fn a_long_caption_folds_to_three_lines_on_a_phone_and_opens_by_its_button() -> Outcome {
    told(phone())?
        .read(async |reader| {
            reader.open(TOLD).await?;
            same(reader.number(LINES).await?, 3.0, "lines")?;
            let button = "#photo-1 [data-do=unfold]";
            let high = format!("document.querySelector('{button}').offsetHeight >= 44");
            same(reader.js(&high).await?, true, "the button's height")?;
            same(reader.says("#photo-1 .credit").await?, "Ảnh: An Nhiên", "the credit")?;
            reader.press(button).await?;
            assert!(reader.number(LINES).await? > 5.0);
            same(reader.says(button).await?, "Thu gọn", "the button")?;
            same(
                reader.js(&format!("document.activeElement.matches('{button}')")).await?,
                true,
                "the focus",
            )?;
            reader.press(button).await?;
            same(reader.number(LINES).await?, 3.0, "lines again")?;
            // A link that the keyboard comes to is not hidden.
            reader.js("(document.querySelector('#photo-1 .open').focus(), true)").await?;
            reader.key(Key::Tab).await?;
            assert!(reader.number(LINES).await? > 5.0);
            // Short ones have no button, and the run's is said once.
            same(reader.count("#photo-3 .unfold").await?, 0, "buttons of a short caption")?;
            same(reader.count(".run > figcaption .unfold").await?, 1, "buttons of the run's")?;
            // On paper all of it.
            reader.js("(document.activeElement.blur(), true)").await?;
            reader.cdp("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
            assert!(reader.number(LINES).await? > 5.0);
            Ok(())
        })
        .await?;
    told(desk())?
        .read(async |reader| {
            reader.load(TOLD).await?;
            assert!(reader.number(LINES).await? > 3.0);
            let shown = "document.querySelector('.unfold').getClientRects().length";
            same(reader.number(shown).await?, 0.0, "buttons at a desk")
        })
        .await
}

#[tokio::test]
async fn without_a_script_a_long_caption_is_there_in_whole() -> Outcome {
    told(phone())?
        .read(async |reader| {
            reader.cdp("Emulation.setScriptExecutionDisabled", json!({"value": true})).await?;
            reader.load(TOLD).await?;
            assert!(reader.number(LINES).await? > 5.0);
            let shown = "document.querySelector('.unfold').getClientRects().length";
            same(reader.number(shown).await?, 0.0, "buttons that do nothing")
        })
        .await
}

#[tokio::test]
async fn a_picture_that_did_not_come_is_asked_for_again_when_the_line_is_back() -> Outcome {
    told(desk())?
        .faulty()
        .read(async |reader| {
            reader.faults().add(On::end("ngang.png"), Fault::Status(503));
            reader.open(TOLD).await?;
            reader.until_there("#photo-1.failed").await?;
            let asked = reader.log().count("ngang.png");
            let offline = |offline: bool| {
                json!({
                    "offline": offline, "latency": 0, "downloadThroughput": -1,
                    "uploadThroughput": -1
                })
            };
            reader.cdp("Network.enable", json!({})).await?;
            reader.cdp("Network.emulateNetworkConditions", offline(true)).await?;
            reader.until("!navigator.onLine").await?;
            reader.faults().clear();
            reader.cdp("Network.emulateNetworkConditions", offline(false)).await?;
            reader.until("document.querySelector('#photo-1 img').naturalWidth > 0").await?;
            reader.until("!document.querySelector('.failed')").await?;
            assert!(reader.log().count("ngang.png") > asked);
            Ok(())
        })
        .await
}

/// The tone of a picture that is late is seen; of one that is in the cache it never is.
#[tokio::test]
async fn a_pictures_tone_waits_for_a_moment_so_that_one_in_the_cache_never_flashes() -> Outcome {
    told(desk())?
        .faulty()
        .read(async |reader| {
            let note = "new MutationObserver((_, all) => { \
                const open = document.querySelector('#photo-1 .open'); if (!open) return; \
                all.disconnect(); requestAnimationFrame(() => { \
                window.early = getComputedStyle(open).backgroundColor; }); })\
                .observe(document, {childList: true, subtree: true})";
            reader.before_each_document(note).await?;
            reader.faults().add(On::end("ngang.png"), Fault::Delay(Duration::from_secs(3)));
            reader.load(TOLD).await?;
            let paper = "rgb(255, 254, 251)";
            same(reader.text("window.early").await?, paper, "at first")?;
            let colour =
                "getComputedStyle(document.querySelector('#photo-1 .open')).backgroundColor";
            reader.wait(400).await;
            let tone = reader.text(colour).await?;
            assert!(tone != paper && tone != "rgb(244, 240, 232)", "{tone}");
            Ok(())
        })
        .await
}
