//! When something does not come.

use std::time::Duration;

use e2e::{
    Outcome,
    kit::{BLOCKS, PLAIN},
    reader::{Reader, same},
    site::Site,
    visit::desk,
    watch::TRAP,
};
use host::{Fault, On};

const CARD: &str = "a[href$='-1029/']";
const TITLE: &str = "Chuyện du lịch số 29";
const FILE: &str = "/content/articles/1029.json";

fn broken() -> [(&'static str, Fault, &'static str); 6] {
    [
        ("error of the server", Fault::Status(500), "Máy chủ đang gặp lỗi (500)."),
        ("cut-off file", Fault::CutAfter(40), "Dữ liệu nhận về bị đứt giữa chừng."),
        (
            "half a file",
            Fault::Body(b"{\"version\":1,".to_vec()),
            "Dữ liệu nhận về bị đứt giữa chừng.",
        ),
        (
            "wrong types",
            Fault::Body(br#"{"version":1,"id":"1029","title":7,"body":[]}"#.to_vec()),
            "Dữ liệu của trang này bị lỗi.",
        ),
        ("no connection", Fault::Drop, "Mất kết nối mạng."),
        (
            "missing title",
            Fault::Body(br#"{"version":1,"id":"1029","body":[]}"#.to_vec()),
            "Dữ liệu của trang này bị lỗi.",
        ),
    ]
}

#[tokio::test]
async fn a_press_that_fails_says_why_keeps_the_page_and_goes_on_by_retry() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            for (what, fault, message) in broken() {
                reader.open("du-lich/").await?;
                reader.forget_files().await?;
                reader.faults().add(On::path(FILE), fault);
                reader.press(CARD).await?;
                reader.until_there(".notice[role=alert]").await?;
                same(reader.says(".notice p").await?, message, what)?;
                same(reader.headline().await?, "Du lịch", "the page that stays")?;
                same(reader.says(".notice button").await?, "Thử lại", "the way on")?;
                reader.faults().clear();
                reader.press(".notice button").await?;
                reader.until_headline(TITLE).await?;
                same(reader.count(".notice").await?, 0, "notices left")?;
            }
            Ok(())
        })
        .await
}

/// The one first page that shows nothing of its own: what stands there, only the app can tell.
#[tokio::test]
async fn an_address_to_be_put_right_that_fails_says_why_in_the_papers_frame_and_goes_on_by_retry()
-> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            for (what, fault, message) in broken() {
                reader.forget_files().await?;
                reader.faults().add(On::end("/articles/1001.json"), fault);
                reader.load("doi-song/sai-ten-1001/").await?;
                reader.until_there("main.failure h1").await?;
                same(reader.headline().await?, message, what)?;
                same(reader.count(".masthead").await?, 1, "mastheads")?;
                reader.faults().clear();
                reader.press("main.failure button").await?;
                reader.until_headline("Chuyện du lịch số 1").await?;
                same(reader.url().await?, PLAIN, "the address")?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn without_a_connection_a_press_says_so_and_what_was_read_stays_readable() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.press(CARD).await?;
            reader.until_headline(TITLE).await?;
            reader.offline(true).await?;
            reader.back().await?;
            reader.until_headline("Du lịch").await?;
            reader.press("a[href$='-1030/']").await?;
            reader.until_there(".notice[role=alert]").await?;
            same(reader.says(".notice p").await?, "Mất kết nối mạng.", "the message")?;
            reader.offline(false).await?;
            reader.press(".notice button").await?;
            reader.until_headline("Chuyện du lịch số 30").await
        })
        .await
}

#[tokio::test]
async fn failures_are_told_in_the_papers_language() -> Outcome {
    desk()
        .of(Site::KitInEnglish)
        .faulty()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.faults().add(On::path(FILE), Fault::Status(500));
            reader.press(CARD).await?;
            reader.until_there(".notice[role=alert]").await?;
            same(reader.says(".notice p").await?, "The server has a problem (500).", "message")?;
            same(reader.says(".notice button").await?, "Try again", "the way on")
        })
        .await
}

#[tokio::test]
async fn a_file_of_a_newer_version_asks_for_a_reload() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            let newer = br#"{"version":2,"id":"1029","title":"A","body":[]}"#.to_vec();
            reader.faults().add(On::path(FILE), Fault::Body(newer));
            let document = reader.document().await?;
            reader.press(CARD).await?;
            reader.until_there(".notice[role=alert]").await?;
            let message = "Trang đã đổi phiên bản. Hãy tải lại trang.";
            same(reader.says(".notice p").await?, message, "the message")?;
            same(reader.says(".notice button").await?, "Tải lại trang", "the way on")?;
            reader.press(".notice button").await?;
            reader.until_other_document(&document).await
        })
        .await
}

#[tokio::test]
async fn a_story_that_is_gone_leads_to_a_page_that_says_so() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.faults().add(On::path(FILE), Fault::Status(404));
            reader.press(CARD).await?;
            reader.until_headline("Không tìm thấy trang").await?;
            reader.back().await?;
            reader.until_headline("Du lịch").await
        })
        .await
}

#[tokio::test]
async fn what_takes_long_shows_that_it_is_on_its_way() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            reader.faults().add(On::path(FILE), Fault::Delay(Duration::from_millis(1_500)));
            reader.press(CARD).await?;
            reader.until_there("body > .progress").await?;
            same(reader.headline().await?, "Du lịch", "the page that stays")?;
            reader.until_headline(TITLE).await?;
            same(reader.count("body > .progress").await?, 0, "signs left")
        })
        .await
}

#[tokio::test]
async fn a_picture_that_is_missing_leaves_its_place_its_caption_and_a_retry() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open(PLAIN).await?;
            let size = "(({width, height}) => `${width} ${height}`)\
                (document.querySelector('#photo-1').getBoundingClientRect())";
            let good = reader.text(size).await?;
            reader.faults().add(On::end("/ngang.png"), Fault::Status(404));
            reader.forget_files().await?;
            reader.open(PLAIN).await?;
            reader.until_there("#photo-1 [data-do=retry-picture]").await?;
            same(reader.text(size).await?, good, "the size")?;
            let caption = reader.says("#photo-1 figcaption").await?;
            same(caption, "Chú thích ảnh thứ nhất", "the caption")?;
            same(reader.count("[data-do=retry-picture]").await?, 1, "retries")?;
            reader.faults().clear();
            reader.press("[data-do=retry-picture]").await?;
            reader.until("document.querySelector('#photo-1 img').naturalWidth > 0").await?;
            same(reader.count("[data-do=retry-picture]").await?, 0, "retries left")
        })
        .await
}

async fn has_given_up(reader: &Reader) -> Outcome {
    reader.until("document.documentElement.dataset.app === 'failed'").await?;
    reader.until_there(".notice[role=alert]").await?;
    let notice = reader.says(".notice[role=alert]").await?;
    assert!(notice.contains("Tải lại trang"), "{notice}");
    same(reader.count("dialog[open]").await?, 0, "dialogs in the way")
}

/// From now on, this function of the page traps.
async fn set_trap(reader: &Reader, place: &str) -> Outcome {
    reader.js(&place.replace("TRAP", TRAP)).await?;
    Ok(())
}

#[tokio::test]
async fn an_app_that_breaks_on_a_move_hands_the_links_back_to_the_browser() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            let document = reader.document().await?;
            set_trap(reader, "!!Object.defineProperty(document, 'title', { set: TRAP })").await?;
            reader.press(CARD).await?;
            has_given_up(reader).await?;
            reader.press(".masthead .brand").await?;
            reader.until_other_document(&document).await?;
            reader.until("document.documentElement.dataset.app === 'ready'").await?;
            reader.until_headline("Báo Thử").await
        })
        .await
}

#[tokio::test]
async fn an_app_that_breaks_in_the_lightbox_clears_the_way_and_offers_a_reload() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            let document = reader.document().await?;
            reader.press("a[href='#photo-3']").await?;
            reader.until_there("dialog[open]").await?;
            set_trap(reader, "!!(HTMLImageElement.prototype.decode = TRAP)").await?;
            reader.key(thirtyfour::Key::Right).await?;
            has_given_up(reader).await?;
            reader.press(".notice[role=alert] button").await?;
            reader.until_other_document(&document).await?;
            reader.until("document.documentElement.dataset.app === 'ready'").await
        })
        .await
}
