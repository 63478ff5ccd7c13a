//! Whether anything moves: every kind of page, at every width, with pictures and font that come
//! late, scrolled to its end, and a picture opened.

use std::{path::Path, time::Duration};

use e2e::{Outcome, kit, reader::Reader, site::Site};
use futures_util::future::try_join_all;
use host::{Fault, On};

use crate::{
    judge::middle::largest,
    load::{settle, shift},
    opened::Opening,
    say,
};

/// How late pictures come.
const LATE: Duration = Duration::from_millis(1_200);

/// Every kind of page there is.
pub const KINDS: &[&str] = &[
    "",
    "du-lich/",
    "du-lich/2026/01/",
    "tag/mua-he/",
    kit::BLOCKS,
    kit::PLAIN,
    kit::PHOTOS,
    kit::BARE,
    kit::IMPRINT,
    "du-lich/khong-co-bai-nay-9999/",
];

/// The kinds that differ most.
pub const FEW_KINDS: &[&str] = &["", "du-lich/", kit::BLOCKS];

/// The widths, in CSS pixels.
pub const WIDTHS: &[u32] = &[320, 390, 768, 1440];

/// The widths that no browser test has.
pub const FEW_WIDTHS: &[u32] = &[320, 768];

/// The largest sum of shifts of a page; two widths at a time, as no time is measured.
pub async fn measure(kinds: &[&str], widths: &[u32]) -> Outcome<f64> {
    let root = Site::Kit.folder()?;
    let all = try_join_all(widths.iter().map(|width| at_width(&root, *width, kinds))).await?;
    largest(&all).ok_or_else(|| "no page was looked at".into())
}

async fn at_width(root: &Path, width: u32, kinds: &[&str]) -> Outcome<f64> {
    Opening::of(root)
        .wide(width)
        .read(async |reader| {
            for picture in [".png", ".jpg", ".webp", ".avif"] {
                reader.faults().add(On::end(picture), Fault::Delay(LATE));
            }
            reader.faults().add(On::end(".woff2"), Fault::Delay(LATE / 2));
            let mut worst: f64 = 0.0;
            for path in kinds {
                let sum = of_page(reader, path).await?;
                if sum > 0.0 {
                    say(&format!("/{path} at {width} px moved by {sum:.4}"));
                }
                worst = worst.max(sum);
            }
            Ok(worst)
        })
        .await
}

async fn of_page(reader: &Reader, path: &str) -> Outcome<f64> {
    reader.forget_files().await?;
    reader.load(path).await?;
    settle(reader, true, 1_600).await?;
    reader.js(SCROLL).await?;
    reader.wait(1_500).await;
    // By script, not by a press: what follows must not be forgiven as the reader's own doing.
    if reader.js(OPEN).await?.as_bool() == Some(true) {
        reader.until_there("dialog[open]").await?;
        reader.wait(800).await;
        reader.back().await?;
        reader.until("!document.querySelector('dialog[open]')").await?;
        reader.wait(500).await;
    }
    Ok(shift(&reader.js("notes").await?))
}

const SCROLL: &str = "(async () => { for (let y = 0; y < document.documentElement.scrollHeight; \
    y += 600) { scrollTo(0, y); await new Promise((done) => setTimeout(done, 50)); } })()";

const OPEN: &str = "(() => { const link = document.querySelector('main a[href^=\"#photo-\"]'); \
    link?.scrollIntoView({ block: 'center' }); link?.click(); return !!link; })()";
