//! The tests' own paper, and two articles with pictures of every shape and captions of every length.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

use crate::{
    Outcome, kit,
    picture::png,
    site::{build, work},
};

/// An article with three hundred pictures, a caption under each.
pub const MANY: &str = "du-lich/ba-tram-anh-7300/";
/// An article with captions of every length.
pub const TOLD: &str = "du-lich/chu-thich-7400/";

/// The tests' own paper and these two articles.
///
/// # Errors
/// When the disk or the press refuses.
pub fn paper() -> Outcome<PathBuf> {
    static PAPER: std::sync::OnceLock<Result<PathBuf, String>> = std::sync::OnceLock::new();
    let made = PAPER.get_or_init(|| write().map_err(|error| error.to_string()));
    Ok(made.clone()?)
}

fn write() -> Outcome<PathBuf> {
    let content = work().join("gallery-content");
    kit::write(&content, "vi")?;
    for (name, width, height) in [("toan", 1800, 300), ("thap", 300, 1200)] {
        fs::write(content.join(format!("img/{name}.png")), png(width, height))?;
    }
    let shapes = [
        ("ngang", 1200, 800),
        ("doc", 800, 1200),
        ("vuong", 900, 900),
        ("rong", 1600, 700),
        ("toan", 1800, 300),
        ("thap", 300, 1200),
    ];
    let image = |n: usize, caption: Option<Value>| {
        let (name, width, height) = shapes[n % shapes.len()];
        let mut image = json!({"src": format!("img/{name}.png"), "width": width, "height": height});
        if let Some(caption) = caption {
            image["caption"] = caption;
        }
        image
    };
    let article = |id: &str, title: &str, body: Value| {
        let article = json!({
            "version": 1, "id": id, "title": title, "section": "du-lich",
            "published": "2020-01-01T08:00:00+07:00", "body": body
        });
        fs::write(content.join(format!("articles/{id}.json")), article.to_string())
    };
    let many: Vec<Value> = (0..300)
        .map(|n| {
            image(n * 7 % 13, Some(format!("Ảnh {} {}", n + 1, "chợ sớm ".repeat(n % 9)).into()))
        })
        .collect();
    article("7300", "Ba trăm ảnh", json!([{"type": "gallery", "images": many}]))?;
    let long = "Người làng gùi hàng xuống chợ phiên qua con đường mòn quanh co. ".repeat(6);
    let rich = json!([long, {"text": "Liên kết", "href": "https://noi-khac.example/"}, "."]);
    let mut alone = image(0, Some(rich));
    alone["credit"] = "Ảnh: An Nhiên".into();
    alone["type"] = "image".into();
    alone["placeholder"] = "1QcSHQRnh493V4dIh4eXh1h4kJUI".into();
    let short = image(2, Some("Một chú thích ngắn.".into()));
    let text = json!({"type": "paragraph", "text": "Một đoạn."});
    let told = json!([alone, text, {
        "type": "gallery", "images": [image(0, None), short, image(1, None)], "caption": long
    }]);
    article("7400", "Chú thích", told)?;
    let out = work().join("gallery");
    build(&content, &out, Some("https://bao.example/"))?;
    Ok(out)
}
