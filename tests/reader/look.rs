//! Light and dark, the menu, the keyboard, sharing.

use e2e::{
    Outcome,
    kit::{BLOCKS, PLAIN},
    reader::{Reader, same},
    visit::{desk, phone},
};
use thirtyfour::Key;

/// How light the page's ground is, 0 to 255.
const GROUND: &str = "(() => { for (const e of [document.body, document.documentElement]) { \
    const c = document.createElement('canvas').getContext('2d', {willReadFrequently: true}); \
    c.fillStyle = getComputedStyle(e).backgroundColor; c.fillRect(0, 0, 1, 1); \
    const [r, g, b, a] = c.getImageData(0, 0, 1, 1).data; \
    if (a > 0) return (r + g + b) / 3; } return 255; })()";

async fn choose(reader: &Reader, theme: &str) -> Outcome {
    if reader.count(".appearance[open]").await? == 0 {
        reader.press(".appearance summary").await?;
    }
    reader.press(&format!("[data-theme-choice={theme}]")).await?;
    let pressed = format!("[data-theme-choice={theme}][aria-pressed=true]");
    reader.until_there(&pressed).await
}

#[tokio::test]
async fn the_page_is_as_light_or_dark_as_the_readers_system() -> Outcome {
    let light = async |reader: &Reader| {
        reader.open(PLAIN).await?;
        assert!(reader.number(GROUND).await? > 200.0, "a light ground");
        Ok(())
    };
    desk().read(light).await?;
    let dark = async |reader: &Reader| {
        reader.open(PLAIN).await?;
        assert!(reader.number(GROUND).await? < 60.0, "a dark ground");
        Ok(())
    };
    desk().dark().read(dark).await?;
    phone().dark().read(dark).await
}

#[tokio::test]
async fn a_chosen_theme_holds_at_once_on_the_next_page_and_on_the_next_visit() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("du-lich/").await?;
            choose(reader, "dark").await?;
            reader.until(&format!("{GROUND} < 60")).await?;
            reader.press(".list li:nth-child(3) h2 a").await?;
            reader.until("document.querySelector('h1').textContent !== 'Du lịch'").await?;
            assert!(reader.number(GROUND).await? < 60.0, "the next page");
            // Before the app is there: the choice does not flash.
            reader.faults().add(host::On::end(".wasm"), host::Fault::Drop);
            reader.forget_files().await?;
            reader.load(PLAIN).await?;
            same(reader.js("document.documentElement.dataset.theme").await?, "dark", "at once")?;
            reader.faults().clear();
            reader.open(PLAIN).await?;
            choose(reader, "light").await?;
            reader.until(&format!("{GROUND} > 200")).await?;
            choose(reader, "system").await?;
            reader.until("document.documentElement.dataset.theme === undefined").await
        })
        .await
        .or_else(|error| {
            // The dropped file is on the console, as it must be.
            let text = error.to_string();
            if text.starts_with("complaints") && text.contains(".wasm") {
                Ok(())
            } else {
                Err(error)
            }
        })
}

#[tokio::test]
async fn the_menu_of_a_phone_opens_by_thumb_and_leads_to_a_section() -> Outcome {
    phone()
        .read(async |reader| {
            reader.open(PLAIN).await?;
            reader.press("summary[aria-label='Mở chuyên mục']").await?;
            reader.until_there(".menu[open]").await?;
            reader.press(".menu-list a[data-section=doi-song]").await?;
            reader.until_headline("Đời sống").await?;
            same(reader.count(".menu[open]").await?, 0, "open menus")?;
            let current = ".menu-list a[data-section=doi-song][aria-current=page]";
            same(reader.count(current).await?, 1, "the current section")
        })
        .await
}

#[tokio::test]
async fn the_menu_of_a_phone_opens_by_the_keyboard() -> Outcome {
    phone()
        .read(async |reader| {
            reader.open(PLAIN).await?;
            reader.js("document.querySelector('.menu summary').focus()").await?;
            reader.key(Key::Enter).await?;
            reader.until_there(".menu[open]").await?;
            reader.key(Key::Tab).await?;
            let inside = "!!document.activeElement.closest('.menu-list')";
            same(reader.js(inside).await?, true, "the focus in the menu")?;
            let section = reader.text("document.activeElement.textContent").await?;
            reader.key(Key::Enter).await?;
            reader.until_headline(&section).await
        })
        .await
}

#[tokio::test]
async fn the_section_being_read_is_marked_with_the_one_it_is_part_of() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open("bien/").await?;
            let marked = reader
                .js("[...document.querySelectorAll('.bar a[aria-current]')]\
                    .map((a) => `${a.dataset.section} ${a.getAttribute('aria-current')}`)")
                .await?;
            same(marked, serde_json::json!(["du-lich true", "bien page"]), "marks")
        })
        .await
}

#[tokio::test]
async fn the_first_tab_leads_past_the_masthead() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(PLAIN).await?;
            reader.key(Key::Tab).await?;
            same(reader.js("document.activeElement.className").await?, "skip", "the first stop")?;
            let seen = "document.activeElement.getBoundingClientRect().top >= 0";
            reader.until(seen).await?;
            reader.key(Key::Enter).await?;
            reader.key(Key::Tab).await?;
            let inside = "!!document.activeElement.closest('main')";
            same(reader.js(inside).await?, true, "the focus in the story")
        })
        .await
}

#[tokio::test]
async fn the_link_is_copied_and_that_is_said() -> Outcome {
    desk()
        .read(async |reader| {
            let allowed = serde_json::json!({
                "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]
            });
            reader.cdp("Browser.grantPermissions", allowed).await?;
            reader.open(&format!("{BLOCKS}#share")).await?;
            reader.press("[data-do=copy-link]").await?;
            reader.until("watch.spoken.includes('Đã chép liên kết')").await?;
            same(reader.says("[data-do=copy-link]").await?, "Đã chép liên kết", "the button")?;
            let copied = reader.text("navigator.clipboard.readText()").await?;
            same(copied, reader.address(BLOCKS), "the link")
        })
        .await
}

#[tokio::test]
async fn stories_are_shared_by_plain_links_and_nobodys_script() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            let links = reader.all_say(".share a").await?;
            same(links, ["Facebook", "Zalo", "X"], "ways to share")?;
            let address = "encodeURIComponent('https://bao.example/du-lich/\
                mot-bai-co-du-moi-khoi-1000/')";
            for at in [0, 2] {
                let link = format!("document.querySelectorAll('.share a')[{at}].href");
                let whole = reader.js(&format!("{link}.includes({address})")).await?;
                same(whole, true, "the story's whole address")?;
            }
            let scripts = "[...document.scripts].every((s) => !s.src \
                || new URL(s.src).origin === location.origin)";
            same(reader.js(scripts).await?, true, "own scripts only")
        })
        .await
}
