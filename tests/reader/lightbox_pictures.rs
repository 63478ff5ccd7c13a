//! Which files the lightbox asks for, and what it shows meanwhile.

use std::time::Duration;

use e2e::{
    Outcome,
    reader::{Reader, same},
    visit::{desk, phone},
};
use host::{Fault, On};
use thirtyfour::Key;

use crate::opened::{self, ALBUM, CROWD, MANY, OPEN, album, at_rest, until_picture};

/// The widest files of the album that were asked for, by the numbers of their pictures.
fn large(reader: &Reader) -> Vec<usize> {
    let mut numbers: Vec<usize> = reader
        .log()
        .paths()
        .iter()
        .filter_map(|path| {
            path.strip_prefix("/img/album-")?.strip_suffix("-2400.png")?.parse().ok()
        })
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The file that is shown, by its longest side.
async fn shown(reader: &Reader) -> Outcome<String> {
    let src = "document.querySelector('.slide:not([inert]) img').src";
    let src = reader.text(src).await?;
    let (_, end) = src.rsplit_once('-').unwrap_or_default();
    Ok(end.trim_end_matches(".png").to_owned())
}

#[tokio::test]
async fn only_the_picture_shown_and_its_neighbours_are_asked_for_at_full_size() -> Outcome {
    desk()
        .of_folder(album()?)
        .read(async |reader| {
            reader.open(ALBUM).await?;
            same(large(reader), Vec::<usize>::new(), "before")?;
            opened::press(reader, 8).await?;
            reader
                .until("document.querySelectorAll('dialog img[src$=\"-2400.png\"]').length === 3")
                .await?;
            same(large(reader), [7, 8, 9], "of the eighth")?;
            reader.key(Key::Right).await?;
            until_picture(reader, 9, MANY).await?;
            reader
                .until("document.querySelectorAll('dialog img[src$=\"-2400.png\"]').length === 3")
                .await?;
            same(large(reader), [7, 8, 9, 10], "of the ninth")
        })
        .await
}

#[tokio::test]
async fn what_the_page_has_is_shown_enlarged_at_once_and_sharpens_without_a_gap() -> Outcome {
    desk()
        .of_folder(album()?)
        .read(async |reader| {
            let late = Fault::Delay(Duration::from_millis(1_500));
            reader.faults().add(On::end("-2400.png"), late);
            opened::open(reader, ALBUM, 4).await?;
            let (file, width) = (
                shown(reader).await?,
                "document.querySelector(\
                '.slide:not([inert]) .slide-frame').offsetWidth",
            );
            assert_ne!(file, "2400");
            let before = reader.number(width).await?;
            // Each frame has a picture that is there, until the large one is and after.
            reader
                .js("(() => { window.gaps = 0; window.frames_ = 0; const look = () => { \
                    const img = document.querySelector('.slide:not([inert]) img'); \
                    window.frames_ += 1; \
                    if (!img || !img.complete || !img.naturalWidth) window.gaps += 1; \
                    requestAnimationFrame(look); }; look(); })()")
                .await?;
            reader
                .until(
                    "document.querySelector('.slide:not([inert]) img')?.src.endsWith('-2400.png')",
                )
                .await?;
            reader.wait(200).await;
            same(reader.number("window.gaps").await?, 0.0, "frames without a picture")?;
            assert!(reader.number("window.frames_").await? > 20.0);
            same(reader.number(width).await?, before, "the picture's width")
        })
        .await
}

#[tokio::test]
async fn zooming_asks_for_a_larger_file_only_when_the_one_shown_is_exhausted() -> Outcome {
    phone()
        .of_folder(album()?)
        .read(async |reader| {
            // 390 CSS pixels of two dots each: the middle file is enough.
            opened::open(reader, ALBUM, 7).await?;
            reader
                .until(
                    "document.querySelector('.slide:not([inert]) img')?.src.endsWith('-800.png')",
                )
                .await?;
            reader.wait(300).await;
            same(large(reader).contains(&7), false, "as it fits")?;
            reader.tap((200.0, 400.0), 2).await?;
            reader
                .until(
                    "document.querySelector('.slide:not([inert]) img')?.src.endsWith('-2400.png')",
                )
                .await?;
            same(large(reader).contains(&7), true, "enlarged")
        })
        .await
}

#[tokio::test]
async fn a_picture_that_fails_says_so_and_is_asked_for_again_and_the_next_one_works() -> Outcome {
    desk()
        .of_folder(album()?)
        .faulty()
        .read(async |reader| {
            reader.open(ALBUM).await?;
            reader.faults().add(On::path("/img/album-7-2400.png"), Fault::Status(500));
            opened::press(reader, 7).await?;
            let failed = ".slide:not([inert]) .slide-failed";
            reader.until_there(&format!("{failed} button")).await?;
            same(reader.says(&format!("{failed} p")).await?, "Không tải được ảnh", "the words")?;
            same(reader.says(&format!("{failed} button")).await?, "Thử lại", "the button")?;
            reader.key(Key::Right).await?;
            until_picture(reader, 8, MANY).await?;
            reader
                .until(
                    "document.querySelector('.slide:not([inert]) img')?.src.endsWith('8-2400.png')",
                )
                .await?;
            reader.key(Key::Left).await?;
            until_picture(reader, 7, MANY).await?;
            reader.until_there(&format!("{failed} button")).await?;
            reader.faults().clear();
            reader.press(&format!("{failed} button")).await?;
            reader
                .until(
                    "document.querySelector('.slide:not([inert]) img')?.src.endsWith('7-2400.png')",
                )
                .await?;
            same(reader.count(&format!("{failed} button")).await?, 0, "retries left")?;
            same(reader.js("!!document.activeElement.closest('dialog')").await?, true, "the focus")
        })
        .await
}

#[tokio::test]
async fn three_hundred_pictures_are_as_many_elements_as_three() -> Outcome {
    desk()
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, CROWD, 2).await?;
            let nodes = "document.querySelectorAll('dialog *').length";
            let few = reader.number(nodes).await?;
            for (key, number) in
                [(Key::End, 300), (Key::Left, 299), (Key::Home, 1), (Key::Right, 2)]
            {
                reader.key(key).await?;
                until_picture(reader, number, 300).await?;
            }
            same(reader.number(nodes).await?, few, "elements")?;
            assert!(few < 80.0, "{few} elements");
            Ok(())
        })
        .await
}

/// The lightbox is a program of its own: what a reader meets where it does not come.
#[tokio::test]
async fn a_lightbox_that_does_not_come_says_so_and_comes_with_the_next_press() -> Outcome {
    for (fault, words) in [
        (Fault::Drop, "Mất kết nối mạng."),
        (Fault::Status(503), "Mất kết nối mạng."),
        (Fault::Status(404), "Trang đã đổi phiên bản. Hãy tải lại trang."),
    ] {
        for what in [".js", ".wasm"] {
            desk()
                .of_folder(album()?)
                .faulty()
                .read(async |reader| {
                    let name = lightbox_file(what)?;
                    reader.faults().add(On::path(name), fault.clone());
                    reader.open(ALBUM).await?;
                    reader.wait(300).await;
                    reader.press("a[href='#photo-4']").await?;
                    reader.until_there(".notice").await?;
                    same(reader.says(".notice p").await?, words, "the words")?;
                    same(reader.js("location.hash").await?, "", "the address")?;
                    same(reader.count("[aria-busy]").await?, 0, "signs of waiting left")?;
                    reader.faults().clear();
                    // The button of the line does it, or the next press.
                    if words.starts_with("Mất") {
                        reader.press(".notice .answer").await?;
                    } else {
                        reader.press("a[href='#photo-4']").await?;
                    }
                    reader.until(OPEN).await?;
                    at_rest(reader).await
                })
                .await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_picture_says_so_too_where_the_lightbox_does_not_come() -> Outcome {
    desk()
        .of_folder(album()?)
        .faulty()
        .read(async |reader| {
            reader.faults().add(On::path(lightbox_file(".wasm")?), Fault::Drop);
            reader.open(&format!("{ALBUM}#photo-4")).await?;
            reader.until_there(".notice").await?;
            same(reader.says(".notice p").await?, "Mất kết nối mạng.", "the words")?;
            reader.faults().clear();
            reader.press(".notice .answer").await?;
            until_picture(reader, 4, MANY).await
        })
        .await
}

/// The lightbox's file in the album's site, as an address.
fn lightbox_file(ending: &str) -> Outcome<String> {
    let names = std::fs::read_dir(album()?.join("app"))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.starts_with("lightbox-") && name.ends_with(ending));
    Ok(format!("/app/{}", names.ok_or("there is no lightbox")?))
}
