//! Every kind of page, and every kind of block.

use e2e::{
    Outcome,
    kit::{BARE, BLOCKS, IMPRINT, LONG, PHOTOS, PICTURES, PLAIN, STRANGE},
    reader::{Reader, same},
    site::Site,
    visit::{desk, phone},
};

/// Every kind of page, with its headline.
const PAGES: [(&str, &str); 12] = [
    ("", "Báo Thử"),
    ("du-lich/", "Du lịch"),
    ("bien/", "Biển"),
    ("du-lich/2026/01/", "Du lịch – Tháng 1/2026"),
    ("dai/2026/08/", "Tin dài – Tháng 8/2026"),
    ("tag/mua-he/", "#mùa hè"),
    (BLOCKS, "Một bài có đủ mọi khối"),
    (PLAIN, "Chuyện du lịch số 1"),
    (PHOTOS, "Chùm ảnh hai mươi tấm"),
    (BARE, "Bài không ngày, không chuyên mục"),
    (LONG, "Tin dài số 1"),
    (IMPRINT, "Tòa soạn"),
];

async fn stands(reader: &Reader, path: &str, title: &str) -> Outcome {
    reader.open(path).await?;
    reader.until_headline(title).await.map_err(|error| format!("{path}: {error}"))?;
    same(reader.count("h1").await?, 1, path)?;
    same(reader.count("main").await?, 1, path)?;
    for part in [".skip", ".masthead nav", ".footer"] {
        assert!(reader.count(part).await? > 0, "{path} has no {part}");
    }
    same(reader.count("[style]:not(.rail-track, .rail-track *)").await?, 0, "style attributes")?;
    same(reader.fits().await?, true, &format!("{path} fits its window"))?;
    assert!(reader.text("document.title").await?.contains("Báo Thử"), "{path}'s title");
    reader.is_quiet().await.map_err(|error| format!("{path}: {error}").into())
}

#[tokio::test]
async fn every_kind_of_page_stands_on_a_desk() -> Outcome {
    desk()
        .read(async |reader| {
            for (path, title) in PAGES {
                stands(reader, path, title).await?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn every_kind_of_page_stands_on_a_phone_under_a_sub_path() -> Outcome {
    phone()
        .of(Site::KitUnderPath)
        .read(async |reader| {
            for (path, title) in PAGES {
                stands(reader, path, title).await?;
            }
            // Nothing is asked for outside the sub-path.
            let outside: Vec<String> =
                reader.log().paths().into_iter().filter(|p| !p.starts_with("/bao/")).collect();
            same(outside.iter().filter(|path| *path != "/favicon.ico").count(), 0, "outside")
        })
        .await
}

#[tokio::test]
async fn every_kind_of_page_fits_the_narrowest_phone_and_the_widest_desk() -> Outcome {
    for visit in [phone().wide(320), desk().wide(768), desk().wide(1920)] {
        visit
            .read(async |reader| {
                for (path, title) in PAGES {
                    stands(reader, path, title).await?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_address_that_leads_nowhere_is_told_as_such_with_ways_on() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open("khong-co/gi-ca/").await?;
            reader.until_headline("Không tìm thấy trang").await?;
            reader.press("main a").await?;
            reader.until_headline("Báo Thử").await
        })
        .await
}

#[tokio::test]
async fn an_article_has_its_breadcrumb_kicker_lead_byline_times_tags_source_and_corrections()
-> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            let crumbs = reader.all_say("nav[aria-label='Bạn đang ở'] a").await?;
            same(crumbs, ["Trang nhất", "Du lịch"], "breadcrumb")?;
            for (selector, words) in [
                (".kicker", "Thử nghiệm"),
                (".lead", "Bài này có mỗi khối một lần."),
                (".byline .author b", "An Nhiên"),
                (".byline .role", "Phóng viên"),
                (".byline time", "Thứ Năm, 01/10/2026, 08:00"),
                (".tags li", "mùa hè"),
                (".source", "Nguồn: Sổ tay"),
                (".related h2", "Có thể bạn quan tâm"),
            ] {
                same(reader.says(selector).await?, words, selector)?;
            }
            assert!(reader.says(".updated").await?.contains("02/10/2026"));
            assert!(reader.says(".corrections").await?.contains("Sửa một con số."));
            same(reader.count(".related li").await?, 2, "editors' picks")?;
            same(reader.count(".read-aloud audio").await?, 1, "read aloud")?;
            let accounts = reader.all_say(".footer .accounts a").await?;
            same(accounts, ["Facebook", "YouTube", "Zalo", "X"], "accounts")?;
            same(reader.says(".footer-pages a").await?, "Tòa soạn", "the paper's own pages")
        })
        .await
}

#[tokio::test]
async fn every_kind_of_block_is_set() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            for (selector, count) in [
                (".body > p strong", 1),
                (".body > p em", 1),
                (".body > p a[href='https://noi-khac.example/']", 1),
                (".body > h2", 1),
                (".body > h3", 1),
                (".body .quote blockquote", 1),
                (".body .pull-quote blockquote", 1),
                (".body > ul:not([class]) > li", 2),
                (".body > ol > li", 3),
                (".body .table th", 5),
                (".body .table td", 10),
                (".body .table caption", 1),
                (".body video[controls][preload=none] > track[kind=captions]", 1),
                (".body > .audio audio[controls]", 1),
                (".body .embed button", 1),
                (".body .embed-link a[href='https://noi-khac.example/embed/1']", 1),
                ("iframe", 0),
                (".body aside.box", 1),
                (".body aside.box figure", 1),
                (".body .links li a", 2),
                (".body > hr", 1),
                ("main figure[id^=photo-]", PICTURES),
                (".body .run", 2),
            ] {
                same(reader.count(selector).await?, count, selector)?;
            }
            let text = reader.text("document.querySelector('main').textContent").await?;
            for caption in ["Chú thích chung của bốn ảnh", "Chú thích của bộ ảnh", "Ảnh bìa"]
            {
                same(text.matches(caption).count(), 1, caption)?;
            }
            let numbers = "[...document.querySelectorAll('main a[href^=\"#photo-\"]')]\
                .every((a, at) => a.hash === `#photo-${at + 1}` && a.closest('figure').id === \
                `photo-${at + 1}` && a.ariaLabel === `Mở ảnh ${at + 1}/12`)";
            same(reader.js(numbers).await?, true, "pictures numbered in reading order")
        })
        .await
}

#[tokio::test]
async fn pictures_of_a_gallery_keep_their_proportions_and_their_order() -> Outcome {
    for visit in [desk(), phone()] {
        visit
            .read(async |reader| {
                reader.open(PHOTOS).await?;
                let shapes = "[...document.querySelectorAll('main figure[id^=photo-] img')]\
                    .filter((img) => Math.abs(img.clientWidth / img.clientHeight \
                    - img.getAttribute('width') / img.getAttribute('height')) > 0.03)\
                    .map((img) => `${img.src} ${img.clientWidth}x${img.clientHeight}`)";
                same(reader.js(shapes).await?, serde_json::json!([]), "out of proportion")?;
                same(reader.count("main figure[id^=photo-]").await?, 20, "pictures")?;
                let order = "[...document.querySelectorAll('main figure[id^=photo-]')]\
                    .map((f) => f.getBoundingClientRect())\
                    .every((b, at, all) => !at || b.top > all[at - 1].top - 2)";
                same(reader.js(order).await?, true, "reading order")
            })
            .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_wide_table_scrolls_inside_itself() -> Outcome {
    phone()
        .wide(320)
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            let inside = "document.querySelector('.table').scrollWidth >= \
                document.querySelector('.table').clientWidth";
            same(reader.js(inside).await?, true, "the table's own scrolling")?;
            same(reader.fits().await?, true, "the page fits its window")
        })
        .await
}

#[tokio::test]
async fn a_third_party_is_reached_only_after_a_press() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            same(reader.count("iframe").await?, 0, "frames before")?;
            reader.press("[data-do=embed]").await?;
            reader.until_there("iframe[src='https://player.example/embed/1']").await?;
            let title = reader.js("document.querySelector('iframe').title").await?;
            same(title, "Nhúng được phép", "the frame's name")
        })
        .await
}

#[tokio::test]
async fn a_block_that_nobody_knows_is_passed_over_with_one_warning() -> Outcome {
    desk()
        .faulty()
        .read(async |reader| {
            reader.open(STRANGE).await?;
            let paragraphs = reader.all_say(".body > p").await?;
            same(paragraphs, ["Trước khối lạ.", "Sau khối lạ."], "the rest")?;
            reader.until_console_says("hologram").await?;
            reader.wait(300).await;
            let lines = reader.console().await?;
            let warnings = lines.iter().filter(|line| line.contains("hologram")).count();
            same(warnings, 1, &format!("warnings in {lines:?}"))
        })
        .await
}

#[tokio::test]
async fn a_story_without_date_section_or_byline_shows_nothing_in_their_place() -> Outcome {
    desk()
        .read(async |reader| {
            reader.open(BARE).await?;
            for selector in [".kicker", ".lead", ".authors", "main time", ".tags", ".source"] {
                same(reader.count(&format!(".story {selector}")).await?, 0, selector)?;
            }
            Ok(())
        })
        .await
}

#[tokio::test]
async fn an_english_paper_speaks_english() -> Outcome {
    desk()
        .of(Site::KitInEnglish)
        .read(async |reader| {
            reader.open(BLOCKS).await?;
            same(reader.js("document.documentElement.lang").await?, "en", "the page's language")?;
            for (selector, words) in [
                (".skip", "Skip to content"),
                (".rail h2", "More in this section"),
                (".related h2", "You may also like"),
                (".share h2", "Share"),
                ("[data-do=copy-link]", "Copy link"),
                ("[data-do=rail-next]", "Next"),
            ] {
                same(reader.says(selector).await?, words, selector)?;
            }
            let name = "document.querySelector(\"a[href='#photo-3']\").ariaLabel";
            same(reader.js(name).await?, "Open picture 3/12", "a picture's name")?;
            reader.press("a[href='#photo-3']").await?;
            reader.until_there("dialog[open][aria-label='Pictures of the article']").await?;
            same(reader.says(".lightbox-status").await?, "Picture 3 of 12", "what is spoken")
        })
        .await
}
