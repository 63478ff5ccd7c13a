//! The tests' own paper: small, the same every time, and with one of everything.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::{Outcome, picture::png, sound::silence};

/// The article with one of every block; twelve pictures, its cover among them.
pub const BLOCKS: &str = "du-lich/mot-bai-co-du-moi-khoi-1000/";
/// How many pictures that article has.
pub const PICTURES: usize = 12;
/// An article with two pictures, in a section of thirty-one.
pub const PLAIN: &str = "du-lich/chuyen-du-lich-so-1-1001/";
/// The photo story.
pub const PHOTOS: &str = "du-lich/chum-anh-hai-muoi-tam-1100/";
/// An article without date, section, byline and pictures.
pub const BARE: &str = "tin/bai-khong-ngay-khong-chuyen-muc-1200/";
/// An article in the section of 130.
pub const LONG: &str = "dai/tin-dai-so-1-2001/";
/// The path of an article of that section, by its number from 1 to 130.
pub fn long(number: usize) -> String {
    format!("dai/tin-dai-so-{number}-{}/", 2000 + number)
}

/// The imprint.
pub const IMPRINT: &str = "tin/toa-soan-1300/";
/// An article with a block of a kind that nobody knows.
pub const STRANGE: &str = "doi-song/bai-co-khoi-la-1400/";

/// An article whose title and lead hold everything that means something to HTML, to JSON and to
/// scripts.
pub const SHARP: &str = "doi-song/tieu-de-kho-1450/";
/// That title. The separator is a line's end to older readers of scripts.
pub const SHARP_TITLE: &str =
    "Ông nói: “Mưa” & \"nắng\", 'gió' </script><!-- <b>\\u003c</b>\u{2028}hết";

/// Writes the newsroom's folder.
///
/// # Errors
/// When the disk refuses.
pub fn write(folder: &Path, language: &str) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for name in ["articles", "img", "video", "audio"] {
        fs::create_dir_all(folder.join(name))?;
    }
    for (name, width, height) in [
        ("ngang", 1200, 800),
        ("doc", 800, 1200),
        ("vuong", 900, 900),
        ("rong", 1600, 700),
        ("bia", 1600, 700),
    ] {
        fs::write(folder.join(format!("img/{name}.png")), png(width, height))?;
    }
    fs::write(folder.join("video/a.webm"), b"not a film, and never asked for")?;
    fs::write(folder.join("video/a.vtt"), "WEBVTT\n\n00:00.000 --> 00:02.000\nXin chào\n")?;
    fs::write(folder.join("audio/a.wav"), silence())?;
    fs::write(folder.join("site.json"), site(language).to_string())?;
    for article in articles() {
        let id = article["id"].as_str().unwrap_or_default();
        fs::write(folder.join(format!("articles/{id}.json")), article.to_string())?;
    }
    Ok(())
}

fn site(language: &str) -> Value {
    json!({
        "version": 1, "name": "Báo Thử", "tagline": "Mỗi ngày một trang", "language": language,
        "timezone": "Asia/Ho_Chi_Minh", "base_url": "https://bao.example",
        "sections": [
            {"slug": "du-lich", "name": "Du lịch"},
            {"slug": "bien", "name": "Biển", "parent": "du-lich"},
            {"slug": "doi-song", "name": "Đời sống"},
            {"slug": "dai", "name": "Tin dài"}
        ],
        "social": [
            {"network": "facebook", "url": "https://facebook.example/bao"},
            {"network": "youtube", "url": "https://youtube.example/bao"},
            {"network": "zalo", "url": "https://zalo.example/bao"},
            {"network": "x", "url": "https://x.example/bao"}
        ],
        "contact": ["1 Phố Nhỏ", "toasoan@bao.example"],
        "licence": "Giấy phép số 1",
        "hosts": {"frame": ["player.example"]}
    })
}

fn image(name: &str, caption: Option<&str>) -> Value {
    let (width, height) = match name {
        "doc" => (800, 1200),
        "vuong" => (900, 900),
        "rong" | "bia" => (1600, 700),
        _ => (1200, 800),
    };
    let mut image = json!({"src": format!("img/{name}.png"), "width": width, "height": height});
    if let Some(caption) = caption {
        image["caption"] = caption.into();
    }
    image
}

fn image_block(name: &str, caption: Option<&str>) -> Value {
    let mut block = image(name, caption);
    block["type"] = "image".into();
    block
}

fn paragraph(text: &str) -> Value {
    json!({"type": "paragraph", "text": text})
}

fn filler(of: usize) -> Value {
    let line = "Đường lên núi sáng nay có mây, và người đi chợ về sớm hơn mọi ngày. ";
    paragraph(&line.repeat(3 + of % 4))
}

fn plain(id: usize, section: &str, title: String, published: String) -> Value {
    let body: Vec<Value> = vec![
        filler(id),
        image_block("ngang", Some("Chú thích ảnh thứ nhất")),
        filler(id + 1),
        filler(id + 2),
        image_block("doc", Some("Chú thích ảnh thứ hai")),
        filler(id + 3),
        filler(id + 4),
    ];
    json!({
        "version": 1, "id": id.to_string(), "title": title, "section": section,
        "kicker": "Ghi chép", "lead": format!("Tóm tắt của bài số {id}, đủ dài để đọc lướt."),
        "authors": [{"name": "Người Viết"}], "published": published,
        "tags": [{"slug": "mua-he", "name": "mùa hè"}],
        "body": body
    })
}

fn articles() -> Vec<Value> {
    let mut all = vec![blocks(), photos(), bare(), imprint(), strange(), sharp()];
    for n in 1..=30 {
        let (month, day) = (1 + (n - 1) / 10, 28 - (n - 1) % 10);
        let published = format!("2026-0{month}-{day:02}T07:{n:02}:00+07:00");
        let title = format!("Chuyện du lịch số {n}");
        all.push(plain(1000 + n, "du-lich", title, published));
    }
    for n in 1..=4 {
        let title = format!("Chuyện đời sống số {n}");
        all.push(plain(1500 + n, "doi-song", title, format!("2026-05-0{n}T07:00:00+07:00")));
        let title = format!("Chuyện biển số {n}");
        all.push(plain(1600 + n, "bien", title, format!("2026-06-0{n}T07:00:00+07:00")));
    }
    for n in 1..=130 {
        let (day, minute) = (28 - n / 60, 59 - n % 60);
        let published = format!("2026-08-{day}T09:{minute:02}:00+07:00");
        all.push(plain(2000 + n, "dai", format!("Tin dài số {n}"), published));
    }
    all
}

fn blocks() -> Value {
    json!({
        "version": 1, "id": "1000", "title": "Một bài có đủ mọi khối", "section": "du-lich",
        "kicker": "Thử nghiệm", "lead": "Bài này có mỗi khối một lần.",
        "authors": [{"name": "An Nhiên", "role": "Phóng viên"}],
        "published": "2026-10-01T08:00:00+07:00", "updated": "2026-10-02T09:30:00+07:00",
        "tags": [{"slug": "mua-he", "name": "mùa hè"}, {"slug": "thu", "name": "thử"}],
        "cover": image("bia", Some("Ảnh bìa")),
        "related": ["1001", "1002"],
        "source": {"name": "Sổ tay", "url": "https://nguon.example/"},
        "corrections": [{"time": "2026-10-03T07:00:00+07:00", "text": "Sửa một con số."}],
        "audio": [{"voice": "Giọng nữ", "url": "audio/a.wav", "duration": 95}],
        "body": [
            {"type": "paragraph", "text": ["Đoạn đầu có ",
                {"text": "chữ đậm", "marks": ["strong"]}, ", ",
                {"text": "chữ nghiêng", "marks": ["em"]}, " và ",
                {"text": "liên kết", "href": "https://noi-khac.example/"}, "."]},
            image_block("ngang", Some("Một ảnh đứng riêng")),
            {"type": "heading", "level": 2, "text": "Mục lớn"},
            paragraph("Đoạn giữa."),
            image_block("ngang", None), image_block("doc", None), image_block("vuong", None),
            image_block("ngang", Some("Chú thích chung của bốn ảnh")),
            {"type": "heading", "level": 3, "text": "Mục nhỏ"},
            {"type": "gallery", "caption": "Chú thích của bộ ảnh", "order": "sequence",
                "images": [image("vuong", None), image("doc", None), image("ngang", None),
                    image("vuong", None), image("rong", None)]},
            {"type": "quote", "text": "Một câu nói.", "by": "Người Nói"},
            {"type": "quote", "text": "Một câu được kéo ra.", "pull": true},
            {"type": "list", "ordered": false, "items": ["Điều thứ nhất", "Điều thứ hai"]},
            {"type": "list", "ordered": true, "items": ["Bước một", "Bước hai", "Bước ba"]},
            {"type": "table", "caption": "Bảng số", "header": ["Tháng", "Mưa", "Nắng", "Gió", "Ẩm"],
                "rows": [["Một", "12 mm", "200 giờ", "cấp 3", "80 %"],
                    ["Hai", "10 mm", "210 giờ", "cấp 2", "78 %"]]},
            {"type": "video", "src": "video/a.webm", "poster": image("ngang", None),
                "captions": [{"lang": "vi", "src": "video/a.vtt"}], "caption": "Một đoạn phim",
                "duration": 2},
            {"type": "audio", "src": "audio/a.wav", "title": "Một đoạn âm thanh", "duration": 3},
            {"type": "embed", "provider": "Player", "url": "https://player.example/embed/1",
                "title": "Nhúng được phép"},
            {"type": "embed", "provider": "Elsewhere", "url": "https://noi-khac.example/embed/1",
                "title": "Nhúng không được phép"},
            {"type": "box", "title": "Hộp bên lề", "body": [paragraph("Trong hộp."),
                image_block("ngang", Some("Ảnh trong hộp"))]},
            {"type": "links", "items": [{"id": "1003"},
                {"title": "Trang khác", "url": "https://noi-khac.example/"}]},
            {"type": "divider"},
            paragraph("Đoạn cuối.")
        ]
    })
}

fn photos() -> Value {
    let names = ["ngang", "doc", "vuong", "rong"];
    let images: Vec<Value> =
        (0..20).map(|n| image(names[n % 4], Some(&format!("Ảnh kể chuyện {}", n + 1)))).collect();
    json!({
        "version": 1, "id": "1100", "title": "Chùm ảnh hai mươi tấm", "section": "du-lich",
        "kind": "photo", "published": "2026-09-01T08:00:00+07:00",
        "body": [paragraph("Lời dẫn."),
            {"type": "gallery", "order": "mosaic", "images": images}]
    })
}

fn bare() -> Value {
    json!({
        "version": 1, "id": "1200", "title": "Bài không ngày, không chuyên mục",
        "body": [filler(0), filler(1)]
    })
}

fn imprint() -> Value {
    json!({
        "version": 1, "id": "1300", "title": "Tòa soạn", "kind": "page",
        "body": [paragraph("Chúng tôi là ai.")]
    })
}

fn strange() -> Value {
    json!({
        "version": 1, "id": "1400", "title": "Bài có khối lạ", "section": "doi-song",
        "published": "2026-07-01T08:00:00+07:00",
        "body": [paragraph("Trước khối lạ."), {"type": "hologram", "depth": 3},
            paragraph("Sau khối lạ.")]
    })
}

fn sharp() -> Value {
    json!({
        "version": 1, "id": "1450", "slug": "tieu-de-kho", "title": SHARP_TITLE,
        "section": "doi-song", "published": "2026-04-01T08:00:00+07:00",
        "lead": SHARP_TITLE, "authors": [{"name": SHARP_TITLE}],
        "tags": [{"slug": "thu", "name": "thử"}],
        "body": [paragraph(SHARP_TITLE), image_block("ngang", Some(SHARP_TITLE))]
    })
}
