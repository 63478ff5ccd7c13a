//! What is fetched before it is asked for, and what is not.

use e2e::{
    Outcome,
    kit::PLAIN,
    reader::{Reader, same},
    site::Site,
    visit::{Visit, desk, phone},
};
use thirtyfour::Key;

const FILE: &str = "/articles/1030.json";
/// A story of the demo paper.
const STORY: &str = "mien-nui/mot-ngay-may-xuong-toi-hien-nha-1001/";
const LINK: &str = "main a[href$='-1030/']";

/// What a browser says of its reader's line.
#[derive(Clone, Copy)]
enum Line {
    Good,
    Weak,
    Saving,
}

impl Line {
    fn told(self) -> String {
        let says = match self {
            Self::Good => "{effectiveType: '4g', rtt: 50, saveData: false}",
            Self::Weak => "{effectiveType: '3g', rtt: 300, saveData: false}",
            Self::Saving => "{effectiveType: '4g', rtt: 50, saveData: true}",
        };
        format!("!!Object.defineProperty(navigator, 'connection', {{value: {says}}})")
    }
}

/// What a reader does at a link, short of pressing it.
#[derive(Clone, Copy)]
enum At {
    Pointer,
    Finger,
    Keyboard,
    InView,
}

impl At {
    async fn come(self, reader: &Reader) -> Outcome {
        match self {
            Self::Pointer => {
                let link = reader.find(LINK).await?;
                reader.driver().action_chain().move_to_element_center(&link).perform().await?;
            }
            Self::Finger => {
                // A finger is a pointer, too, and rests: that hint is another one.
                let alone = "void addEventListener('pointerover', \
                    (event) => event.stopImmediatePropagation(), true)";
                reader.js(alone).await?;
                let place = format!(
                    "(({{left, top}}) => [left + 8, top + 8])\
                    (document.querySelector(\"{LINK}\").getClientRects()[0])"
                );
                let place: (f64, f64) = serde_json::from_value(reader.js(&place).await?)?;
                reader.touch("touchStart", &[place]).await?;
                reader.touch("touchCancel", &[]).await?;
            }
            Self::Keyboard => {
                // From the place before it, as whoever goes through a list comes.
                let before = "(() => { const links = [...document.querySelectorAll('a[href]')]; \
                    const at = links.findIndex((link) => link.matches(\"LINK\")); \
                    links[at - 1].focus({preventScroll: true}); return at > 0; })()";
                same(reader.js(&before.replace("LINK", LINK)).await?, true, "a link before it")?;
                reader.key(Key::Tab).await?;
            }
            // It rests there, as the page was opened.
            Self::InView => {}
        }
        Ok(())
    }
}

/// How often a story's file was asked for before its link was pressed; once in all, ever.
async fn asked_ahead(visit: Visit, line: Line, at: At, expected: usize) -> Outcome {
    visit
        .read(async |reader| {
            reader.open("du-lich/").await?;
            // Only now: to who saves data the app itself would not come.
            reader.js(&line.told()).await?;
            let there = format!("document.querySelector(\"{LINK}\")");
            same(reader.log().count(FILE), 0, "asked before it is come to")?;
            reader
                .js(&format!("{there}.scrollIntoView({{block: 'center', behavior: 'instant'}})"))
                .await?;
            at.come(reader).await?;
            reader.wait(1_200).await;
            same(reader.log().count(FILE), expected, "asked ahead")?;
            reader.press(LINK).await?;
            reader.until_headline("Chuyện du lịch số 30").await?;
            same(reader.log().count(FILE), 1, "asked in all")
        })
        .await
}

#[tokio::test]
async fn a_story_is_on_its_way_while_the_pointer_rests_on_its_link() -> Outcome {
    asked_ahead(desk(), Line::Weak, At::Pointer, 1).await
}

#[tokio::test]
async fn a_story_is_on_its_way_from_the_moment_a_finger_is_on_its_link() -> Outcome {
    asked_ahead(phone(), Line::Weak, At::Finger, 1).await
}

#[tokio::test]
async fn a_story_is_on_its_way_once_the_keyboard_is_at_its_link() -> Outcome {
    asked_ahead(desk(), Line::Weak, At::Keyboard, 1).await
}

#[tokio::test]
async fn what_stays_in_view_is_fetched_on_a_good_line_alone() -> Outcome {
    asked_ahead(phone(), Line::Good, At::InView, 1).await?;
    asked_ahead(phone(), Line::Weak, At::InView, 0).await
}

#[tokio::test]
async fn who_saves_data_fetches_nothing_ahead() -> Outcome {
    asked_ahead(desk(), Line::Saving, At::Pointer, 0).await?;
    asked_ahead(phone(), Line::Saving, At::Finger, 0).await?;
    asked_ahead(desk(), Line::Saving, At::Keyboard, 0).await?;
    asked_ahead(phone(), Line::Saving, At::InView, 0).await
}

#[tokio::test]
async fn the_picture_that_a_story_begins_with_comes_before_the_press() -> Outcome {
    // A card of the rail has one small file, those of a list the choice of all.
    for (page, card) in
        [(STORY, ".rail-track li:nth-child(2) h3 a"), ("mien-nui/", ".list li:nth-child(3) h2 a")]
    {
        desk()
            .of(Site::Demo)
            .read(async |reader| {
                reader.open(page).await?;
                reader.js(&Line::Weak.told()).await?;
                let card = reader.find(card).await?;
                card.scroll_into_view().await?;
                reader.wait(800).await;
                let before = reader.log().paths();
                reader.driver().action_chain().move_to_element_center(&card).perform().await?;
                reader.wait(1_200).await;
                let ahead = reader.log().paths();
                let title = card.text().await?;
                card.click().await?;
                reader.until_headline(&title).await?;
                let first = "document.querySelector('main figure img')";
                reader.until(&format!("{first}?.complete && {first}.currentSrc !== ''")).await?;
                let file = reader.js(&format!("new URL({first}.currentSrc).pathname")).await?;
                let file = file.as_str().unwrap_or_default().to_owned();
                same(before.contains(&file), false, &format!("{file} before"))?;
                same(ahead.contains(&file), true, &format!("{file} ahead of the press"))?;
                same(reader.log().count(&file), 1, "asked in all")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_page_asks_for_nothing_twice() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(PLAIN).await?;
            reader.js("scrollTo(0, document.documentElement.scrollHeight)").await?;
            reader.wait(1_000).await;
            let mut paths = reader.log().paths();
            paths.sort();
            let twice: Vec<_> = paths.windows(2).filter(|two| two[0] == two[1]).collect();
            assert!(twice.is_empty(), "{twice:?}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn pictures_far_down_are_not_asked_for_before_they_come_near() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(e2e::kit::PHOTOS).await?;
            reader.wait(800).await;
            let lazy = "[...document.querySelectorAll('main figure[id^=photo-] img')]\
                .every((img, at) => img.loading === (at ? 'lazy' : 'eager'))";
            same(reader.js(lazy).await?, true, "all but the first wait")?;
            same(
                reader.js("document.querySelector('#photo-1 img').fetchPriority").await?,
                "high",
                "the first is wanted first",
            )
        })
        .await
}
