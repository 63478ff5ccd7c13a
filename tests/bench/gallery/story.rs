//! A story of forty pictures, photographs of the demo paper, in a section of forty stories; as we
//! publish it, and with the pair in our app's place.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use e2e::{
    Outcome,
    site::{build, work},
};
use serde_json::{Value, json};

use super::side::Side;
use crate::{folders::alike, site, variants::without_script};

/// How many pictures the story has, and stories its section.
const MANY: usize = 40;
/// The story's id.
const STORY: &str = "9000";

/// What starts the pair.
const PAIR: &str = include_str!("pair.js");
/// Our rail's own scrolling is out of the way there.
const PAIR_STYLE: &str = ".rail-port { overflow: hidden !important; scroll-snap-type: none !important; \
    touch-action: pan-y pinch-zoom; }";

/// The files of the pair that a page loads, in the folder `pair/` of its site.
pub const PAIR_FILES: [&str; 4] = [
    "photoswipe.esm.min.js",
    "photoswipe-lightbox.esm.min.js",
    "photoswipe.css",
    "embla-carousel.umd.js",
];

/// The two sites.
#[derive(Debug)]
pub struct Story {
    ours: PathBuf,
    pair: PathBuf,
    /// The story's path, the same in both.
    pub path: String,
}

impl Story {
    /// The site of one side.
    pub fn folder(&self, side: Side) -> &Path {
        match side {
            Side::Ours => &self.ours,
            Side::Pair => &self.pair,
        }
    }
}

/// Writes the newsroom and both sites.
pub fn lay_out() -> Outcome<Story> {
    let folder = work().join("bench").join("gallery");
    let (content, ours, pair) = (folder.join("content"), folder.join("ours"), folder.join("pair"));
    write(&content)?;
    build(&content, &ours, None)?;
    alike(&ours, &pair, &|page| with_the_pair(page))?;
    let files = pair.join("pair");
    fs::create_dir_all(&files)?;
    for name in PAIR_FILES {
        let from = if name.starts_with("photoswipe") { "PHOTOSWIPE" } else { "EMBLA" };
        fs::copy(named(&format!("TRANGNHAT_{from}"))?.join(name), files.join(name))?;
    }
    fs::write(files.join("pair.js"), PAIR)?;
    fs::write(files.join("pair.css"), PAIR_STYLE)?;
    let path = site::path_of(&ours, STORY)?;
    Ok(Story { ours, pair, path })
}

fn named(variable: &str) -> Outcome<PathBuf> {
    let path = env::var_os(variable).map(PathBuf::from);
    Ok(path.ok_or_else(|| format!("{variable} is not set: run `cargo xtask bench gallery`"))?)
}

/// A page without our scripts and without its policy, which the pair would break.
fn with_the_pair(page: &str) -> String {
    let page = without_script(page);
    let policy = page.find("<meta http-equiv=\"Content-Security-Policy\"");
    let page = match policy.and_then(|at| Some((at, at + page[at..].find('>')? + 1))) {
        Some((from, to)) => format!("{}{}", &page[..from], &page[to..]),
        None => page,
    };
    page.replacen(
        "</head>",
        "<link rel=\"stylesheet\" href=\"/pair/photoswipe.css\">\
        <link rel=\"stylesheet\" href=\"/pair/pair.css\">\
        <script src=\"/pair/embla-carousel.umd.js\" defer></script>\
        <script src=\"/pair/pair.js\" type=\"module\"></script></head>",
        1,
    )
}

fn write(content: &Path) -> Outcome {
    if content.exists() {
        fs::remove_dir_all(content)?;
    }
    fs::create_dir_all(content.join("articles"))?;
    fs::create_dir_all(content.join("img"))?;
    let site = json!({
        "version": 1, "name": "Báo Ảnh", "language": "vi", "timezone": "Asia/Ho_Chi_Minh",
        "base_url": "https://bao.example", "sections": [{"slug": "anh", "name": "Ảnh"}]
    });
    fs::write(content.join("site.json"), site.to_string())?;
    for (at, photo) in photos()?.iter().enumerate() {
        fs::copy(photo, content.join(format!("img/{at}.jpg")))?;
    }
    let images: Vec<Value> = (0..MANY)
        .map(|at| {
            json!({"src": format!("img/{at}.jpg"), "caption": format!("Chú thích của ảnh {}", at + 1)})
        })
        .collect();
    for number in 0..MANY {
        let id = (9000 + number).to_string();
        let body = if id == STORY {
            json!([{"type": "gallery", "images": images}])
        } else {
            json!([{"type": "paragraph", "text": "Một đoạn ngắn."}])
        };
        let article = json!({
            "version": 1, "id": id, "title": format!("Chuyện ảnh số {number}"), "section": "anh",
            "lead": "Một dòng tóm tắt như mọi dòng khác.", "cover": {"src": format!("img/{number}.jpg")},
            "published": format!("2026-01-01T{:02}:{:02}:00+07:00", 20 - number / 4, number % 4), "body": body
        });
        fs::write(content.join(format!("articles/{id}.json")), article.to_string())?;
    }
    Ok(())
}

/// The demo paper's first photographs, by name.
pub fn photos() -> Outcome<Vec<PathBuf>> {
    let mut all = Vec::new();
    for folder in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/img"))? {
        for file in fs::read_dir(folder?.path())? {
            all.push(file?.path());
        }
    }
    all.retain(|file| file.extension().is_some_and(|end| end == "jpg"));
    all.sort();
    all.truncate(MANY);
    if all.len() < MANY {
        return Err(format!("the demo paper has {} photographs, not {MANY}", all.len()).into());
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pair_takes_the_place_of_our_app_and_its_policy() {
        let page = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\
            <script src=\"/app/start.js\"></script></head><main></main>";
        let page = with_the_pair(page);
        assert!(page.starts_with("<head><link rel=\"stylesheet\""), "{page}");
        assert!(!page.contains("start.js") && page.contains("pair.js"), "{page}");
        assert!(page.ends_with("</head><main></main>"), "{page}");
    }
}
