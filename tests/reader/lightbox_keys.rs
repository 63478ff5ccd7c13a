//! The lightbox by keyboard.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES},
    reader::{Reader, same},
    visit::desk,
};
use thirtyfour::Key;

use crate::opened::{self, OPEN, SHUT, number};

async fn until_picture(reader: &Reader, number: usize) -> Outcome {
    opened::until_picture(reader, number, PICTURES).await
}

#[tokio::test]
async fn enter_opens_a_picture_and_keys_lead_through_all_of_them() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            reader.js("document.querySelector(\"a[href='#photo-2']\").focus()").await?;
            reader.key(Key::Enter).await?;
            reader.until(OPEN).await?;
            until_picture(reader, 2).await?;
            let entries = reader.number("history.length").await?;
            for (key, number) in [
                (Key::Right, 3),
                (Key::Right, 4),
                (Key::Left, 3),
                (Key::PageDown, 4),
                (Key::PageUp, 3),
                (Key::End, PICTURES),
                (Key::Right, PICTURES),
                (Key::Home, 1),
                (Key::Left, 1),
            ] {
                reader.key(key).await?;
                until_picture(reader, number).await?;
            }
            let first = reader
                .js("document.querySelector('.lightbox-previous').getAttribute('aria-disabled')");
            same(first.await?, "true", "the first picture's end")?;
            same(reader.number("history.length").await?, entries, "entries while moving")?;
            reader.press(".lightbox-next").await?;
            until_picture(reader, 2).await?;
            // Turning replaced the one entry: one Back leads out.
            reader.back().await?;
            reader.until(SHUT).await
        })
        .await
}

#[tokio::test]
async fn each_move_is_spoken_once() -> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 2).await?;
            reader
                .js("(() => { window.said = []; new MutationObserver(() => said.push(\
                    document.querySelector('.lightbox-status').textContent)).observe(\
                    document.querySelector('.lightbox-status'), \
                    { childList: true, characterData: true, subtree: true }); })()")
                .await?;
            for number in [3, 4] {
                reader.key(Key::Right).await?;
                until_picture(reader, number).await?;
            }
            let expected = serde_json::json!(["Ảnh 3 trên 12", "Ảnh 4 trên 12"]);
            same(reader.js("window.said").await?, expected, "what was spoken")?;
            let name = "document.querySelector('dialog').getAttribute('aria-label')";
            same(reader.js(name).await?, "Ảnh trong bài", "the dialog's name")
        })
        .await
}

#[tokio::test]
async fn tab_never_leaves_it_either_way() -> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            let inside = "!!document.activeElement.closest('dialog')";
            let name = "document.activeElement.getAttribute('aria-label')";
            let mut names = Vec::new();
            for modifiers in [0, 8] {
                for _ in 0..12 {
                    reader.key_with("Tab", modifiers).await?;
                    same(reader.js(inside).await?, true, "the focus inside")?;
                    names.push(reader.text(name).await?);
                }
            }
            for stop in ["Đóng", "Phóng to", "Thu nhỏ", "Ảnh trước", "Ảnh sau"] {
                assert!(names[..12].iter().any(|name| name == stop), "{stop} among {names:?}");
                assert!(names[12..].iter().any(|name| name == stop), "{stop} among {names:?}");
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn with_ctrl_cmd_or_alt_keys_are_the_browsers() -> Outcome {
    desk()
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            reader
                .js("(() => { window.taken = []; addEventListener('keydown', (event) => { \
                    if (event.defaultPrevented) taken.push(event.key); event.preventDefault(); \
                    }); })()")
                .await?;
            for modifiers in [1, 2, 4] {
                for key in ["ArrowRight", "ArrowLeft", "Home", "End", "+", "-", "0", "i", "g"] {
                    reader.key_with(key, modifiers).await?;
                }
            }
            same(reader.js("window.taken.length").await?, 0, "keys taken")?;
            same(number(reader).await?, 3, "the picture")?;
            same(reader.count(".lightbox.zoomed, .lightbox.bare").await?, 0, "what they did")?;
            reader.key_with("ArrowRight", 8).await?;
            until_picture(reader, 4).await
        })
        .await
}

#[tokio::test]
async fn in_pages_from_right_to_left_keys_and_pictures_go_the_other_way() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            reader.js("document.documentElement.setAttribute('dir', 'rtl')").await?;
            opened::press(reader, 3).await?;
            let left = |number: usize| {
                format!(
                    "document.querySelector('[data-slide=\"{number}\"]')\
                    .getBoundingClientRect().left"
                )
            };
            assert!(reader.number(&left(4)).await? < reader.number(&left(3)).await?);
            reader.key(Key::Left).await?;
            until_picture(reader, 4).await?;
            reader.key(Key::Right).await?;
            until_picture(reader, 3).await
        })
        .await
}

#[tokio::test]
async fn keys_in_the_very_moment_of_opening_are_heard() -> Outcome {
    let at_once = |key: &str| {
        format!(
            "(document.querySelector(\"a[href='#photo-3']\").click(), \
            document.activeElement.dispatchEvent(new KeyboardEvent('keydown', \
            {{ key: '{key}', bubbles: true, cancelable: true }})), \
            document.querySelector('.lightbox:not(:modal)') !== null)"
        )
    };
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            // The app and the lightbox are there by now.
            reader.press("a[href='#photo-3']").await?;
            reader.until(OPEN).await?;
            reader.key(Key::Escape).await?;
            reader.until("location.hash === ''").await?;
            same(reader.js(&at_once("ArrowRight")).await?, true, "before it is modal")?;
            until_picture(reader, 4).await?;
            reader.until("!!document.querySelector('.lightbox:modal')").await?;
            same(opened::track(reader).await?, 0.0, "the row")?;
            reader.key(Key::Escape).await?;
            reader.until("location.hash === ''").await?;
            reader.js(&at_once("Escape")).await?;
            reader.until(SHUT).await?;
            reader.until("location.hash === ''").await?;
            same(reader.js("document.documentElement.className").await?, "", "the page is free")?;
            same(reader.url().await?, BLOCKS, "the address")
        })
        .await
}
