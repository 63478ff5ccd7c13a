//! Pictures in the page: their rows, captions, places.

use std::{fs, path::PathBuf};

use e2e::{
    Outcome,
    kit::{self, BLOCKS, PHOTOS},
    picture::png,
    reader::{Reader, same},
    site::{build, work},
    visit::{Visit, desk, phone},
};
use host::{Fault, On};
use serde_json::{Value, json};

/// An article with three hundred pictures, a caption under each.
const MANY: &str = "du-lich/ba-tram-anh-7300/";
/// An article with captions of every length.
const TOLD: &str = "du-lich/chu-thich-7400/";

/// The tests' own paper and these two articles.
fn paper() -> Outcome<PathBuf> {
    static PAPER: std::sync::OnceLock<Result<PathBuf, String>> = std::sync::OnceLock::new();
    let made = PAPER.get_or_init(|| write().map_err(|error| error.to_string()));
    Ok(made.clone()?)
}

fn write() -> Outcome<PathBuf> {
    let content = work().join("gallery-content");
    kit::write(&content, "vi")?;
    for (name, width, height) in [("toan", 1800, 300), ("thap", 300, 1200)] {
        fs::write(content.join(format!("img/{name}.png")), png(width, height))?;
    }
    let shapes = [
        ("ngang", 1200, 800),
        ("doc", 800, 1200),
        ("vuong", 900, 900),
        ("rong", 1600, 700),
        ("toan", 1800, 300),
        ("thap", 300, 1200),
    ];
    let image = |n: usize, caption: Option<Value>| {
        let (name, width, height) = shapes[n % shapes.len()];
        let mut image = json!({"src": format!("img/{name}.png"), "width": width, "height": height});
        if let Some(caption) = caption {
            image["caption"] = caption;
        }
        image
    };
    let article = |id: &str, title: &str, body: Value| {
        let article = json!({
            "version": 1, "id": id, "title": title, "section": "du-lich",
            "published": "2020-01-01T08:00:00+07:00", "body": body
        });
        fs::write(content.join(format!("articles/{id}.json")), article.to_string())
    };
    let many: Vec<Value> = (0..300)
        .map(|n| {
            image(n * 7 % 13, Some(format!("Ảnh {} {}", n + 1, "chợ sớm ".repeat(n % 9)).into()))
        })
        .collect();
    article("7300", "Ba trăm ảnh", json!([{"type": "gallery", "images": many}]))?;
    let long = "Người làng gùi hàng xuống chợ phiên qua con đường mòn quanh co. ".repeat(6);
    let rich = json!([long, {"text": "Liên kết", "href": "https://noi-khac.example/"}, "."]);
    let mut alone = image(0, Some(rich));
    alone["credit"] = "Ảnh: An Nhiên".into();
    alone["type"] = "image".into();
    alone["placeholder"] = "1QcSHQRnh493V4dIh4eXh1h4kJUI".into();
    let short = image(2, Some("Một chú thích ngắn.".into()));
    let text = json!({"type": "paragraph", "text": "Một đoạn."});
    let told = json!([alone, text, {
        "type": "gallery", "images": [image(0, None), short, image(1, None)], "caption": long
    }]);
    article("7400", "Chú thích", told)?;
    let out = work().join("gallery");
    build(&content, &out, Some("https://bao.example/"))?;
    Ok(out)
}

/// Of each run of a page its rows: how many pictures each has. Fails where pictures of a row are
/// not of one height, where a row of several does not fill its column, or where the order is not
/// that of the numbers.
async fn rows(reader: &Reader) -> Outcome<Vec<Vec<usize>>> {
    let boxes = reader
        .js(
            "[...document.querySelectorAll('.run')].map((run) => { \
            const whole = run.getBoundingClientRect(); \
            return [...run.querySelectorAll('.open')].map((open) => { \
                const box = open.getBoundingClientRect(); \
                return [box.left - whole.left, box.top, box.width, box.height, whole.width]; }); })",
        )
        .await?;
    let mut all = Vec::new();
    for run in boxes.as_array().into_iter().flatten() {
        let pictures: Vec<Vec<f64>> = run
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| one.as_array().into_iter().flatten().filter_map(Value::as_f64).collect())
            .collect();
        let mut rows: Vec<Vec<&Vec<f64>>> = Vec::new();
        for picture in &pictures {
            match rows.last_mut() {
                Some(row) if (row[0][1] - picture[1]).abs() < 1.0 => row.push(picture),
                _ => rows.push(vec![picture]),
            }
        }
        for row in &rows {
            let first = row[0];
            let last = row[row.len() - 1];
            assert!(row.iter().all(|one| (one[3] - first[3]).abs() < 0.6), "heights: {row:?}");
            assert!(row.windows(2).all(|two| two[0][0] + two[0][2] < two[1][0]), "order: {row:?}");
            if row.len() > 1 {
                assert!(first[0].abs() < 1.0, "begins beside the edge: {row:?}");
                assert!((last[0] + last[2] - first[4]).abs() < 1.5, "not filled: {row:?}");
            }
        }
        all.push(rows.iter().map(Vec::len).collect());
    }
    Ok(all)
}

#[tokio::test]
async fn rows_are_those_of_the_columns_width_and_each_is_of_one_height() -> Outcome {
    // The four of the run and the five of the gallery.
    let expected = [
        (phone().wide(320), [vec![1; 4], vec![1; 5]]),
        (phone(), [vec![1; 4], vec![1; 5]]),
        (desk().wide(768), [vec![2, 2], vec![2, 2, 1]]),
        (desk(), [vec![2, 2], vec![3, 2]]),
        (desk().wide(1920), [vec![2, 2], vec![3, 2]]),
    ];
    for (visit, expected) in expected {
        visit
            .read(async |reader| {
                reader.load(BLOCKS).await?;
                same(rows(reader).await?, expected.to_vec(), "the rows")?;
                let over = "document.documentElement.scrollWidth > innerWidth";
                same(reader.js(over).await?, false, "wider than the window")?;
                // A mosaic leads with a large one.
                reader.load(PHOTOS).await?;
                let mosaic = rows(reader).await?;
                same(mosaic[0][0], 1, "the first row")?;
                same(mosaic[0].iter().sum::<usize>(), 20, "pictures")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn three_hundred_pictures_of_any_shape_stand_in_rows_at_any_width() -> Outcome {
    for width in [320, 390, 599, 600, 768, 1055, 1060, 1100, 1440] {
        let visit = if width < 600 { phone().wide(width) } else { desk().wide(width) };
        visit
            .of_folder(paper()?)
            .read(async |reader| {
                reader.load(MANY).await?;
                let rows = rows(reader).await?;
                same(rows[0].iter().sum::<usize>(), 300, "pictures")?;
                let most = if width < 600 {
                    2
                } else if width < 1060 {
                    3
                } else {
                    4
                };
                assert!(rows[0].iter().all(|row| *row <= most), "{width}: {rows:?}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

/// Where a picture is in the window, once nothing moves any more.
async fn place_of(reader: &Reader, picture: &str) -> Outcome<f64> {
    let top = format!("document.querySelector('{picture}').getBoundingClientRect().top");
    let mut before = f64::NAN;
    for _ in 0..60 {
        let now = reader.number(&top).await?;
        if (now - before).abs() < 0.01 {
            return Ok(now);
        }
        before = now;
        reader.wait(80).await;
    }
    Err("it does not come to rest".into())
}

/// Without scroll anchoring (Safari), a jump far down a page stays right only if nothing above it
/// changes its height.
#[tokio::test]
async fn a_jump_to_the_250th_picture_lands_there_and_stays() -> Outcome {
    for visit in [phone(), desk()] {
        visit
            .of_folder(paper()?)
            .faulty()
            .read(async |reader| {
                let no_anchor = "new MutationObserver((_, all) => { if (!document.head) return; \
                    const sheet = new CSSStyleSheet(); \
                    sheet.replaceSync('* { overflow-anchor: none !important }'); \
                    document.adoptedStyleSheets = [sheet]; all.disconnect(); })\
                    .observe(document, {childList: true, subtree: true})";
                reader.before_each_document(no_anchor).await?;
                // The app opens the lightbox on it: held back, so that the page is seen.
                reader.hold_app_back().await?;
                reader.load(&format!("{MANY}#photo-250")).await?;
                let place = place_of(reader, "#photo-250").await?;
                assert!((0.0..200.0).contains(&place), "{place} px from the window's top");
                reader.wait(1_500).await;
                let later = place_of(reader, "#photo-250").await?;
                same(later, place, "its place")?;
                let seen = "document.querySelector('#photo-250 img').naturalWidth > 0";
                reader.until(seen).await?;
                let eager = ".run img:not([loading=lazy])";
                same(reader.count(eager).await?, 1, "pictures that do not wait for the reader")?;
                // Up again, and nothing jumps under the reader.
                let step = "(scrollBy({top: -300, behavior: 'instant'}), \
                    document.querySelector('#photo-250').getBoundingClientRect().top)";
                let mut at = place;
                for _ in 0..20 {
                    let now = reader.number(step).await?;
                    assert!((now - at - 300.0).abs() < 1.0, "{at} and then {now}");
                    at = now;
                    reader.wait(30).await;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

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
            reader.key(thirtyfour::Key::Tab).await?;
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
            reader
                .faults()
                .add(On::end("ngang.png"), Fault::Delay(std::time::Duration::from_secs(3)));
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
