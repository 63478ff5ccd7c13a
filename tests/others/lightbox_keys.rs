//! The lightbox by keyboard.

use e2e::{
    Outcome,
    kit::{BLOCKS, PICTURES},
    opened::{self, ALBUM, MANY, OPEN, SHUT, album, at_rest, number, place, until_picture},
    reader::same,
};
use serde_json::json;
use thirtyfour::Key;

use crate::{hands, visit::desk};

#[tokio::test]
async fn enter_opens_a_picture_and_keys_lead_through_all_of_them() -> Outcome {
    desk()?
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            reader.js("document.querySelector(\"a[href='#photo-2']\").focus()").await?;
            reader.key(Key::Enter).await?;
            reader.until(OPEN).await?;
            until_picture(reader, 2, PICTURES).await?;
            let entries = reader.number("history.length").await?;
            for (key, number) in [
                (Key::Right, 3),
                (Key::Left, 2),
                (Key::PageDown, 3),
                (Key::PageUp, 2),
                (Key::End, PICTURES),
                (Key::Right, PICTURES),
                (Key::Home, 1),
                (Key::Left, 1),
            ] {
                reader.key(key).await?;
                until_picture(reader, number, PICTURES).await?;
            }
            same(reader.number("history.length").await?, entries, "entries while moving")?;
            reader.key(Key::End).await?;
            until_picture(reader, PICTURES, PICTURES).await?;
            reader.key(Key::Escape).await?;
            reader.until(SHUT).await?;
            // The picture last shown is in view and has the focus.
            reader
                .until(&format!(
                    "(() => {{ const link = document.activeElement; \
                    const {{ top, bottom }} = link.getBoundingClientRect(); \
                    return link.hash === '#photo-{PICTURES}' && top < innerHeight \
                        && bottom > 0; }})()"
                ))
                .await
        })
        .await
}

#[tokio::test]
async fn tab_never_leaves_it_either_way() -> Outcome {
    desk()?
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            let inside = "document.hasFocus() && !!document.activeElement.closest('dialog')";
            let name = "document.activeElement.getAttribute('aria-label')";
            for back in [false, true] {
                let mut names = Vec::new();
                for step in 1..=12 {
                    if back {
                        hands::chord(reader, Key::Shift, Key::Tab).await?;
                    } else {
                        reader.key(Key::Tab).await?;
                    }
                    same(reader.js(inside).await?, true, &format!("inside at {step}, {back}"))?;
                    names.push(reader.text(name).await?);
                }
                for stop in ["Đóng", "Phóng to", "Thu nhỏ", "Ảnh trước", "Ảnh sau"] {
                    assert!(names.iter().any(|name| name == stop), "{stop} among {names:?}");
                }
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn with_ctrl_cmd_or_alt_keys_are_the_browsers() -> Outcome {
    desk()?
        .read(async |reader| {
            opened::open(reader, BLOCKS, 3).await?;
            // What the browser would do with them is not wanted here.
            reader
                .js("(() => { window.heard = 0; window.taken = []; \
                    addEventListener('keydown', (event) => { \
                    if (event.key.length === 1 || event.key.startsWith('Arrow')) window.heard++; \
                    if (event.defaultPrevented) window.taken.push(event.key); event.preventDefault(); \
                    }); })()")
                .await?;
            for held in [Key::Control, Key::Alt, Key::Meta].map(char::from) {
                for key in [char::from(Key::Right), '+', '-', '0', 'i', 'g'] {
                    hands::chord(reader, held, key).await?;
                }
            }
            same(reader.number("window.heard").await?, 18.0, "keys heard")?;
            same(reader.js("window.taken").await?, json!([]), "keys taken")?;
            same(number(reader).await?, 3, "the picture")?;
            same(reader.count(".lightbox.zoomed, .lightbox.bare").await?, 0, "what they did")
        })
        .await
}

#[tokio::test]
async fn plus_minus_and_nought_zoom_and_i_hides_the_caption() -> Outcome {
    desk()?
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 1).await?;
            reader.letter("+").await?;
            at_rest(reader).await?;
            assert!((place(reader).await?.scale - 2.0).abs() < 1e-3);
            reader.letter("-").await?;
            at_rest(reader).await?;
            assert!((place(reader).await?.scale - 1.0).abs() < 1e-3);
            reader.letter("+").await?;
            at_rest(reader).await?;
            reader.letter("0").await?;
            reader.until("!document.querySelector('.lightbox.zoomed')").await?;
            at_rest(reader).await?;
            assert!((place(reader).await?.scale - 1.0).abs() < 1e-6);
            reader.letter("i").await?;
            reader.until("!!document.querySelector('.lightbox.bare')").await?;
            reader.letter("i").await?;
            reader.until("!document.querySelector('.lightbox.bare')").await
        })
        .await
}

#[tokio::test]
async fn g_shows_all_pictures_at_a_glance_and_keys_choose_one() -> Outcome {
    const ALL: &str = "!!document.querySelector('.lightbox-all')";
    desk()?
        .of_folder(album()?)
        .read(async |reader| {
            opened::open(reader, ALBUM, 3).await?;
            reader.letter("g").await?;
            reader.until(ALL).await?;
            let focus = "document.activeElement.dataset.number";
            for (key, number) in [(None, "3"), (Some(Key::Right), "4"), (Some(Key::End), "14")] {
                if let Some(key) = key {
                    reader.key(key).await?;
                }
                same(reader.js(focus).await?, number, "the focus")?;
            }
            reader.key(Key::Up).await?;
            let up = reader.text(focus).await?;
            assert!(up.parse::<usize>()? < 13, "one row up from 14: {up}");
            reader.key(Key::Enter).await?;
            until_picture(reader, up.parse()?, MANY).await?;
            same(reader.js(ALL).await?, false, "the overview")?;
            reader.letter("g").await?;
            reader.until(ALL).await?;
            reader.key(Key::Escape).await?;
            reader.until("!document.querySelector('.lightbox-all')").await?;
            same(reader.js(OPEN).await?, true, "the lightbox")?;
            reader.key(Key::Escape).await?;
            reader.until(SHUT).await
        })
        .await
}
