//! Nothing moves under the reader's eyes.

use std::{fs, time::Duration};

use e2e::{
    Outcome,
    kit::{BARE, BLOCKS, IMPRINT, PHOTOS, PLAIN},
    reader::Reader,
    site::Site,
    visit::{Visit, desk, phone},
};
use host::{Fault, On};

const KINDS: [&str; 9] =
    ["", "du-lich/", "du-lich/2026/01/", "tag/mua-he/", BLOCKS, PLAIN, PHOTOS, BARE, IMPRINT];

async fn holds_still(reader: &Reader, path: &str) -> Outcome {
    reader.forget_files().await?;
    reader.open(path).await?;
    // Pictures come two seconds late; those further down only when they come near.
    reader.wait(2_600).await;
    let steps = "(async () => { for (let y = 0; y < document.documentElement.scrollHeight; \
        y += 600) { scrollTo(0, y); await new Promise((r) => setTimeout(r, 60)); } })()";
    reader.js(steps).await?;
    reader.wait(2_400).await;
    let shifts = reader.shifts().await?;
    if shifts.is_empty() { Ok(()) } else { Err(format!("/{path} moved: {shifts:#?}").into()) }
}

async fn all_hold_still(visit: Visit, pages: &'static [&'static str]) -> Outcome {
    visit
        .read(async |reader| {
            for picture in [".png", ".jpg", ".webp", ".avif"] {
                reader.faults().add(On::end(picture), Fault::Delay(Duration::from_secs(2)));
            }
            reader.faults().add(On::end(".woff2"), Fault::Delay(Duration::from_secs(1)));
            let mut moved = Vec::new();
            for path in pages {
                if let Err(error) = holds_still(reader, path).await {
                    moved.push(error.to_string());
                }
            }
            if moved.is_empty() { Ok(()) } else { Err(moved.join("\n").into()) }
        })
        .await
}

#[tokio::test]
async fn nothing_moves_on_a_desk_while_pictures_come_late() -> Outcome {
    all_hold_still(desk(), &KINDS).await
}

#[tokio::test]
async fn nothing_moves_on_a_phone_while_pictures_come_late() -> Outcome {
    all_hold_still(phone(), &KINDS).await
}

/// Opens each page anew, and nothing in it moves while it comes.
async fn all_come_without_moving(reader: &Reader, pages: &[&str]) -> Outcome {
    let mut moved = Vec::new();
    for path in pages {
        reader.forget_files().await?;
        reader.open(path).await?;
        reader.wait(300).await;
        let shifts = reader.shifts().await?;
        if !shifts.is_empty() {
            moved.push(format!("/{path}: {}", shifts.join("; ")));
        }
    }
    assert!(moved.is_empty(), "{}", moved.join("\n"));
    Ok(())
}

/// The first screen's style is in the page; the rest comes after the story and changes nothing that
/// stands there already.
#[tokio::test]
async fn nothing_moves_when_the_whole_style_comes_late() -> Outcome {
    for visit in [desk(), desk().wide(768), phone(), phone().wide(320)] {
        visit
            .read(async |reader| {
                reader.faults().add(On::end(".css"), Fault::Delay(Duration::from_millis(1_200)));
                all_come_without_moving(reader, &KINDS).await
            })
            .await?;
    }
    Ok(())
}

/// A page on a weak line is laid out while it is still coming: what is there must stand where it
/// will stand when the rest has come.
#[tokio::test]
async fn nothing_moves_while_a_page_trickles_in() -> Outcome {
    let kinds = |site| match site {
        Site::Demo => &["", "am-thuc/"][..],
        _ => &KINDS[..],
    };
    for (visit, site) in [
        (desk(), Site::Kit),
        (desk().wide(390), Site::Kit),
        (desk(), Site::Demo),
        (desk().wide(768), Site::Demo),
        (desk().wide(390), Site::Demo),
    ] {
        visit
            .of(site)
            .read(async |reader| {
                let bits = Fault::Trickle(1_600, Duration::from_millis(40));
                reader.faults().add(On::end("/"), bits);
                all_come_without_moving(reader, kinds(site)).await
            })
            .await?;
    }
    Ok(())
}

/// A line may pause after any tag, and the browser paints what it has. From the page's beginning to
/// its headline, which is what may stand beside or above something that is there already.
async fn holds_still_after_every_tag(visit: Visit) -> Outcome {
    let html = fs::read_to_string(Site::Kit.folder()?.join(BLOCKS).join("index.html"))?;
    let begun = html.find("<body").ok_or("no body")?;
    let headline = html.find("</h1>").ok_or("no headline")?;
    let tags = html.match_indices('>').map(|(at, _)| at + 1);
    let pauses: Vec<usize> = tags.filter(|at| (begun..=headline).contains(at)).collect();
    assert!(pauses.len() > 60, "{pauses:?}");
    visit
        .read(async move |reader| {
            reader.open(BLOCKS).await?;
            let mut moved = Vec::new();
            for at in pauses {
                reader.faults().clear();
                let pause = Fault::Trickle(at, Duration::from_millis(120));
                reader.faults().add(On::path(format!("/{BLOCKS}")), pause);
                let last = reader.document().await?;
                reader.load(BLOCKS).await?;
                reader.until_other_document(&last).await?;
                reader.until("document.readyState === 'complete'").await?;
                reader.wait(60).await;
                for shift in reader.shifts().await? {
                    moved.push(format!("after {}: {shift}", &html[begun..at]));
                }
            }
            assert!(moved.is_empty(), "{}", moved.join("\n"));
            Ok(())
        })
        .await
}

#[tokio::test]
async fn nothing_moves_on_a_desk_after_whichever_tag_the_line_pauses() -> Outcome {
    holds_still_after_every_tag(desk()).await
}

/// A narrow desk: with the window of a phone, which the driver sets anew with each page, the browser
/// takes what moves in its first 500 ms for the turning of the phone.
#[tokio::test]
async fn nothing_moves_on_a_narrow_page_after_whichever_tag_the_line_pauses() -> Outcome {
    holds_still_after_every_tag(desk().wide(390)).await
}

#[tokio::test]
async fn nothing_moves_in_the_demo_paper_while_pictures_come_late() -> Outcome {
    all_hold_still(phone().of(Site::Demo), &["", "am-thuc/"]).await?;
    all_hold_still(desk().of(Site::Demo), &["", "am-thuc/"]).await
}

#[tokio::test]
async fn nothing_moves_when_a_picture_is_opened_and_closed() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.open(BLOCKS).await?;
                reader.js("document.querySelector(\"a[href='#photo-3']\").focus()").await?;
                reader.wait(600).await;
                reader.key(thirtyfour::Key::Enter).await?;
                reader.until_there("dialog[open]").await?;
                reader.wait(900).await;
                reader.key(thirtyfour::Key::Escape).await?;
                reader.until("!document.querySelector('dialog[open]')").await?;
                reader.wait(600).await;
                let shifts = reader.shifts().await?;
                assert!(shifts.is_empty(), "{shifts:#?}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_moves_on_the_next_page_while_its_pictures_come_late() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.open("du-lich/").await?;
                // Not by the pointer: what follows must not count as caused by a press.
                let late = Fault::Delay(Duration::from_secs(2));
                reader.faults().add(On::end(".png"), late);
                reader.faults().add(On::end(".json"), Fault::Delay(Duration::from_millis(700)));
                reader.forget_files().await?;
                for link in [".list a[href$='-1000/']", ".rail-track h3 a", ".masthead .brand"] {
                    reader.until_there(link).await?;
                    let before = reader.headline().await?;
                    reader.js(&format!("document.querySelector(\"{link}\").click()")).await?;
                    let next = format!(
                        "document.querySelector('h1').textContent !== {}",
                        serde_json::json!(before)
                    );
                    reader.until(&next).await?;
                    reader.wait(2_600).await;
                    let rail = "document.querySelector('.rail')?.scrollIntoView()";
                    reader.js(&format!("void {rail}")).await?;
                    reader.wait(1_200).await;
                }
                let shifts = reader.shifts().await?;
                assert!(shifts.is_empty(), "{shifts:#?}");
                Ok(())
            })
            .await?;
    }
    Ok(())
}
