//! What readers get of a newsroom's pictures.

use std::fs;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use press::pictures::Settings;
use press::report::{Pictures, Watch};
use press::run::{Built, Wish, build, build_told};
use serde_json::{Value, json};

use crate::desk::{Desk, article};

/// A photograph of this size.
fn photo(desk: &Desk, name: &str, (width, height): (u32, u32)) {
    let pixel = |x: u32, y: u32| {
        let byte = |n: u32| u8::try_from((n * 7919 + x * y) % 251).unwrap_or_default();
        Rgb([byte(x), byte(y), byte(x + y)])
    };
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_fn(width, height, pixel)
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 60))
        .expect("a picture");
    let path = desk.content().join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes.into_inner()).expect("a picture");
}

fn developed(desk: &Desk) -> Built {
    let wish = Wish { pictures: Some(Settings { fast: true }), ..desk.wish() };
    build(&desk.content(), &desk.site(), &desk.app(), &wish).expect("a site")
}

fn story() -> Value {
    article(
        "7",
        json!({
            "cover": {"src": "img/cao.jpg", "focal": [0.5, 0.2]},
            "body": [
                {"type": "image", "src": "img/a.jpg", "alt": "Một con đò"},
                {"type": "image", "src": "img/b.jpg", "width": 9, "height": 6,
                    "variants": [{"src": "img/b.webp", "width": 9, "type": "image/webp"}]},
                {"type": "image", "src": "img/c.svg", "width": 3, "height": 2},
            ],
        }),
    )
}

#[test]
fn pages_name_files_in_the_sizes_they_ask_for_and_all_of_them_are_there() {
    let desk = Desk::new(&[story(), article("8", json!({"related": ["7"]}))]);
    photo(&desk, "img/a.jpg", (900, 600));
    photo(&desk, "img/cao.jpg", (600, 900));
    for (name, text) in [("img/b.webp", "x"), ("img/c.svg", "<svg/>")] {
        desk.write(&format!("content/{name}"), text);
    }
    photo(&desk, "img/b.jpg", (9, 6));
    developed(&desk);
    let body = desk.json("content/articles/7.json")["body"].clone();
    let src = |image: &Value| image["src"].as_str().expect("a source").to_owned();
    assert!(src(&body[0]).starts_with("img/_") && body[0]["placeholder"].is_string(), "{body}");
    assert_eq!((&body[0]["width"], &body[0]["alt"]), (&json!(900), &json!("Một con đò")));
    // Those that bring their own, and drawings, are as they were handed in.
    assert_eq!((src(&body[1]), src(&body[2])), ("img/b.jpg".to_owned(), "img/c.svg".to_owned()));
    // What a card shows of a standing picture is cut for it.
    let card = desk.json("content/articles/8.json")["related"][0]["cover"].clone();
    let cover = desk.json("content/articles/7.json")["cover"].clone();
    assert_ne!(src(&card), src(&cover));
    assert_eq!(card["width"].as_u64().map(|width| width * 2 / 3), card["height"].as_u64());
    for image in [&body[0], &card, &cover] {
        let variants = image["variants"].as_array().into_iter().flatten();
        for file in variants.map(src).chain([src(image)]) {
            assert!(desk.site().join(&file).is_file(), "{file}");
        }
    }
    // What the camera wrote is not for readers.
    for name in ["img/a.jpg", "img/cao.jpg"] {
        assert!(!desk.site().join(name).exists(), "{name}");
    }
    assert!(desk.site().join("img/b.webp").is_file() && desk.site().join("img/c.svg").is_file());
    let rss = desk.page("feed.xml");
    let told = format!("url=\"https://thu.example/{}\"", src(&card));
    assert!(rss.contains(&told) && rss.contains("length="), "{rss}");
}

#[test]
fn nothing_is_made_twice_and_another_picture_under_a_name_is_another_one() {
    let desk = Desk::new(&[article("7", json!({"body": [{"type": "image", "src": "img/a.jpg"}]}))]);
    photo(&desk, "img/a.jpg", (900, 600));
    developed(&desk);
    let first = desk.everything();
    assert_eq!(developed(&desk).written, 0);
    // Also where the site is gone, or the newsroom's folder was copied with what was kept.
    fs::remove_dir_all(desk.site()).expect("a site");
    let kept = desk.content().join(".press/pictures");
    let times = |name: &str| fs::metadata(kept.join(name)).and_then(|of| of.modified()).ok();
    let names: Vec<String> = fs::read_dir(&kept)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".webp"))
        .collect();
    let before: Vec<_> = names.iter().map(|name| times(name)).collect();
    developed(&desk);
    assert_eq!(desk.everything(), first);
    assert_eq!(names.iter().map(|name| times(name)).collect::<Vec<_>>(), before);
    photo(&desk, "img/a.jpg", (900, 610));
    let built = developed(&desk);
    assert!(built.removed > 0, "the old files go");
    let image = desk.json("content/articles/7.json")["body"][0].clone();
    assert_eq!(image["height"], 610);
    assert!(desk.site().join(image["src"].as_str().expect("a source")).is_file());
}

#[test]
fn a_damaged_picture_costs_that_picture_and_the_newsroom_is_told() {
    let body = json!([
        {"type": "image", "src": "img/a.jpg"},
        {"type": "image", "src": "img/hong.jpg", "width": 9, "height": 6},
    ]);
    let desk = Desk::new(&[article("7", json!({"body": body}))]);
    photo(&desk, "img/a.jpg", (900, 600));
    desk.write("content/img/hong.jpg", "no picture at all");
    let built = developed(&desk);
    let told: Vec<String> = built.warnings.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|line| line.starts_with("img/hong.jpg")), "{told:?}");
    let body = desk.json("content/articles/7.json")["body"].clone();
    assert!(body[0]["src"].as_str().expect("a source").starts_with("img/_"));
    assert_eq!(body[1]["src"], "img/hong.jpg");
    assert!(desk.site().join("img/hong.jpg").is_file());
}

// Its pictures were made when it was read, and laid only once its time had come: by then the article
// had not changed, and nobody knew any more where they were.
#[test]
fn what_was_held_back_comes_with_its_pictures_once_its_time_has_come() {
    let later = json!({
        "published": "2026-06-01T08:00:00+07:00", "cover": {"src": "img/a.jpg"},
        "body": [{"type": "image", "src": "img/b.jpg"}],
    });
    let desk = Desk::new(&[article("7", later), article("8", json!({}))]);
    photo(&desk, "img/a.jpg", (1300, 700));
    photo(&desk, "img/b.jpg", (900, 600));
    for pictures in [None, Some(Settings { fast: true })] {
        let at = |now: &str| {
            let wish = Wish { pictures, ..Wish::at(now.parse().expect("a time")) };
            build(&desk.content(), &desk.site(), &desk.app(), &wish).expect("a site")
        };
        assert_eq!(at("2026-01-01T00:00:00+07:00").articles, 1);
        assert_eq!(at("2026-01-02T00:00:00+07:00").articles, 1);
        assert_eq!(at("2026-06-01T08:00:00+07:00").articles, 2);
        let html = desk.page("tin/bai-7-7/index.html");
        let share = html.split("content/share/").nth(1).and_then(|rest| rest.split('"').next());
        let share = share.expect("a picture for shares");
        assert!(desk.site().join("content/share").join(share).is_file(), "{share}");
        let image = desk.json("content/articles/7.json")["body"][0].clone();
        let src = image["src"].as_str().expect("a source").to_owned();
        assert!(desk.site().join(&src).is_file(), "{src}");
    }
}

// A camera writes into a picture where it was taken; and who finds one has the news before its time.
#[test]
fn only_what_a_published_article_names_is_in_the_site() {
    let variants = json!([{"src": "img/sau.webp", "width": 9, "type": "image/webp"}]);
    let later = json!({
        "published": "2026-06-01T08:00:00+07:00",
        "audio": [{"voice": "Lan", "url": "audio/sau.mp3", "duration": 3}],
        "body": [
            {"type": "image", "src": "img/sau.jpg", "width": 9, "height": 6, "variants": variants},
            {"type": "image", "src": "img/chung.svg", "width": 9, "height": 6},
        ],
    });
    let now = json!({"body": [
        {"type": "image", "src": "img/chung.svg", "width": 9, "height": 6},
        {"type": "paragraph", "text": [{"text": "Bản đồ", "href": "/img/ban-do.jpg"}]},
    ]});
    let desk = Desk::new(&[article("7", later), article("8", now)]);
    for name in ["sau.jpg", "ban-do.jpg", "khong-ai.jpg"] {
        photo(&desk, &format!("img/{name}"), (9, 6));
    }
    for name in ["img/sau.webp", "img/chung.svg", "audio/sau.mp3", "audio/khong-ai.mp3"] {
        desk.write(&format!("content/{name}"), "x");
    }
    let media = |pictures, now: &str, full| {
        let wish = Wish { pictures, full, ..Wish::at(now.parse().expect("a time")) };
        build(&desk.content(), &desk.site(), &desk.app(), &wish).expect("a site");
        let all = desk.everything().into_keys();
        let all = all.map(|name| name.to_string_lossy().into_owned());
        let own = |name: &String| name.starts_with("img/") || name.starts_with("audio/");
        all.filter(own).collect::<Vec<_>>()
    };
    let before = ["img/ban-do.jpg", "img/chung.svg"];
    let after = ["audio/sau.mp3", "img/ban-do.jpg", "img/chung.svg", "img/sau.jpg", "img/sau.webp"];
    for pictures in [None, Some(Settings { fast: true })] {
        for full in [true, false] {
            assert_eq!(media(pictures, "2026-01-01T00:00:00+07:00", full), before);
            assert_eq!(media(pictures, "2026-06-01T08:00:00+07:00", full), after);
        }
    }
}

// One article has a picture developed, the other brings its sizes: the file itself is still asked for.
#[test]
fn what_is_developed_for_one_article_is_there_as_it_is_for_another() {
    let variants = json!([{"src": "img/a.webp", "width": 9, "type": "image/webp"}]);
    let own = json!({"src": "img/a.jpg", "width": 9, "height": 6, "variants": variants});
    let desk = Desk::new(&[
        article("7", json!({"cover": {"src": "img/a.jpg"}})),
        article("8", json!({"cover": own})),
    ]);
    photo(&desk, "img/a.jpg", (9, 6));
    desk.write("content/img/a.webp", "x");
    developed(&desk);
    assert_eq!(desk.json("content/articles/8.json")["cover"]["src"], "img/a.jpg");
    assert!(desk.site().join("img/a.jpg").is_file() && desk.site().join("img/a.webp").is_file());
}

// Browsers keep for a year what is named like a developed picture, and Canon and Nikon name theirs so.
#[test]
fn a_cameras_own_name_is_refused_where_it_would_be_published() {
    let desk = Desk::new(&[article("7", json!({"cover": {"src": "img/_MG_1234.jpg"}}))]);
    photo(&desk, "img/_MG_1234.jpg", (9, 6));
    developed(&desk);
    assert!(!desk.site().join("img/_MG_1234.jpg").exists(), "developed");
    let told = desk.build().expect_err("published as it is").to_string();
    assert!(told.contains("img/_MG_1234.jpg; rename it"), "{told}");
}

#[test]
fn a_summary_counts_what_was_made_and_what_was_there() {
    let body =
        json!([{"type": "image", "src": "img/a.jpg"}, {"type": "image", "src": "img/a.jpg"}]);
    let desk = Desk::new(&[article("7", json!({"body": body}))]);
    photo(&desk, "img/a.jpg", (900, 600));
    let counted = |full: bool| {
        let watch = Watch::new(false);
        let wish = Wish { pictures: Some(Settings { fast: true }), full, ..desk.wish() };
        let (content, out) = (desk.content(), desk.site());
        build_told(&content, &out, &desk.app(), &wish, &watch).expect("a site");
        watch.end().pictures
    };
    assert_eq!(counted(false), Pictures { made: 1, reused: 0 });
    assert_eq!(counted(true), Pictures { made: 0, reused: 1 });
}
