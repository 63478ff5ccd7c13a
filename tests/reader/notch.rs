//! A phone with a notch and round corners: what is read and pressed keeps clear of them.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES},
    reader::{Reader, same},
    visit::phone,
};
use host::{Fault, On};
use serde_json::{Value, json};

use crate::opened::{self, ALBUM, album};

/// What the phone keeps for itself at its edges, in CSS px: upright, and held across with the notch
/// to the left.
const UPRIGHT: [u32; 4] = [47, 0, 34, 0];
const ACROSS: [u32; 4] = [0, 47, 21, 47];

async fn hold(reader: &Reader, window: (u32, u32), insets: [u32; 4]) -> Outcome {
    reader.turn_to(window.0, window.1).await?;
    let [top, right, bottom, left] = insets;
    let insets = json!({"top": top, "right": right, "bottom": bottom, "left": left});
    reader.cdp("Emulation.setSafeAreaInsetsOverride", json!({ "insets": insets })).await?;
    // It is a notch that the page knows of.
    let known = "(() => { const probe = document.createElement('i'); \
        probe.style.cssText = 'position: fixed; padding: env(safe-area-inset-top) \
        env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left)'; \
        document.body.append(probe); const { paddingTop, paddingRight, paddingBottom, paddingLeft } \
        = getComputedStyle(probe); probe.remove(); \
        return [paddingTop, paddingRight, paddingBottom, paddingLeft].map(parseFloat); })()";
    same(reader.js(known).await?, json!([top, right, bottom, left]), "the notch")
}

/// Of these elements, as far as they are seen, those that come nearer to an edge than they may.
async fn cut(reader: &Reader, selector: &str, insets: [u32; 4]) -> Outcome<Value> {
    let [top, right, bottom, left] = insets;
    let script = format!(
        "[...document.querySelectorAll({})].filter((one) => !one.closest('.rail-port, [inert]') && \
            one.checkVisibility({{ opacityProperty: true, visibilityProperty: true }})) \
        .filter((one) => {{ const box = one.getBoundingClientRect(); \
            return box.left < {left} - 0.5 || box.right > innerWidth - {right} + 0.5 || \
                one.closest('dialog') && (box.top < {top} - 0.5 || \
                    box.bottom > innerHeight - {bottom} + 0.5); }}) \
        .map((one) => one.className || one.textContent.slice(0, 40))",
        json!(selector)
    );
    Ok(reader.js(&script).await?)
}

#[tokio::test]
async fn nothing_that_is_read_or_pressed_lies_under_a_notch() -> Outcome {
    for (window, insets) in [((390, 844), UPRIGHT), ((844, 390), ACROSS)] {
        phone()
            .read(async |reader| {
                reader.open(BLOCKS).await?;
                hold(reader, window, insets).await?;
                let page = ".masthead a, .masthead summary, main p, h1, h2, footer a";
                same(cut(reader, page, insets).await?, json!([]), "the page")?;
                opened::press(reader, 4).await?;
                opened::until_picture(reader, 4, PICTURES).await?;
                opened::at_rest(reader).await?;
                let within = "dialog button, dialog p, .lightbox-count";
                same(cut(reader, within, insets).await?, json!([]), "the lightbox")
            })
            .await?;
        phone()
            .of_folder(album()?)
            .read(async |reader| {
                reader.open(ALBUM).await?;
                hold(reader, window, insets).await?;
                opened::press(reader, 4).await?;
                reader.press(".lightbox-overview").await?;
                // Its last row may go on below the window, and is scrolled to.
                let grid = ".lightbox-thumb:nth-child(-n+3), .lightbox-top button";
                same(cut(reader, grid, insets).await?, json!([]), "all at a glance")
            })
            .await?;
        phone()
            .faulty()
            .read(async |reader| {
                reader.open("du-lich/").await?;
                hold(reader, window, insets).await?;
                reader.faults().add(On::end(".json"), Fault::Status(500));
                reader.press(".list li:nth-child(2) h2 a").await?;
                reader.until_there(".notice button").await?;
                same(cut(reader, ".notice p, .notice button", insets).await?, json!([]), "a notice")
            })
            .await?;
    }
    Ok(())
}
