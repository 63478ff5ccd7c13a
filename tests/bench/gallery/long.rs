//! Our own long ways, by a finger on a slow processor: a rail of a thousand cards from its beginning
//! to its end, and a story of three hundred photographs from its top to its foot.

use std::{
    fs,
    path::{Path, PathBuf},
};

use e2e::{
    Outcome,
    kit::LONG,
    long,
    rail::{PORT, come_near},
    reader::Reader,
    site::{build, work},
};
use serde_json::{Value, json};

use super::{look::Frames, story::photos};
use crate::{folders::alike, line, load, opened::Opening, site, variants::without_script};

/// How many cards the rail has, and photographs the story.
pub const CARDS: usize = 1_000;
/// See [`CARDS`].
pub const PICTURES: usize = 300;
/// The story's id.
const STORY: &str = "300";
/// How often a finger swipes before it gives up.
const PATIENCE: usize = 600;
/// How long one swipe takes, in ms.
const SWIPE: u64 = 80;
/// Waits until the last swipe has run out: the browser would add the next one to it, and a dozen in a
/// row go faster than any hand means to. Told by the frames themselves, which are counted all along.
const RUN_OUT: &str = "new Promise((resolve) => { let last, still = 0; const look = () => { \
    const port = document.querySelector('.rail-port'); \
    const now = `${scrollY} ${port?.scrollLeft}`; \
    still = now === last ? still + 1 : 0; last = now; \
    still < 6 ? requestAnimationFrame(look) : resolve(true); }; requestAnimationFrame(look); })";

/// What was seen on the way.
#[derive(Debug, Default, Clone, Copy)]
pub struct Long {
    /// Along the rail.
    pub rail: Frames,
    /// Through the story.
    pub pictures: Frames,
    /// Through the same story with every script taken out: what the machine can do.
    pub bare: Frames,
}

/// Goes both ways.
pub async fn measure() -> Outcome<Long> {
    let rail = Opening::of(&long::paper(CARDS)?)
        .read(async |reader| {
            reader.load(LONG).await?;
            load::settle(reader, true, 500).await?;
            come_near(reader).await?;
            let y = format!(
                "(({{ top, height }}) => top + height / 3)({PORT}.getBoundingClientRect())"
            );
            let y = reader.number(&y).await?;
            let end = format!("{PORT}.scrollLeft > {PORT}.scrollWidth - innerWidth - 2");
            go(reader, ((350.0, y), (30.0, y)), &end).await
        })
        .await?;
    let root = lay_out()?;
    let path = site::path_of(&root, STORY)?;
    let bare = root.with_file_name("without-script");
    alike(&root, &bare, &without_script)?;
    let pictures = through(&root, &path, true).await?;
    let bare = through(&bare, &path, false).await?;
    Ok(Long { rail, pictures, bare })
}

/// Through the story from its top to its foot.
async fn through(root: &Path, path: &str, app: bool) -> Outcome<Frames> {
    Opening::of(root)
        .read(async |reader| {
            reader.load(path).await?;
            load::settle(reader, app, 500).await?;
            let end = "document.querySelector('.rail, footer').getBoundingClientRect().top < \
                innerHeight";
            go(reader, ((200.0, 700.0), (200.0, 280.0)), end).await
        })
        .await
}

/// Swipes until the end is reached.
async fn go(reader: &Reader, way: ((f64, f64), (f64, f64)), end: &str) -> Outcome<Frames> {
    reader.driver().execute(super::look::PROBE, vec![]).await?;
    reader.cdp("Emulation.setCPUThrottlingRate", json!({"rate": line::SLOWER})).await?;
    reader.js("void bench.watch()").await?;
    for _ in 0..PATIENCE {
        reader.draw(&[way], SWIPE, 0).await?;
        reader.js(RUN_OUT).await?;
        if reader.js(end).await? == true {
            return super::look::seen(reader).await;
        }
    }
    Err(format!("{PATIENCE} swipes do not lead to where {end}").into())
}

/// A story of so many photographs, each a file of its own, as they were handed in.
fn lay_out() -> Outcome<PathBuf> {
    let folder = work().join("bench").join("gallery-long");
    let (content, out) = (folder.join("content"), folder.join("site"));
    if content.exists() {
        fs::remove_dir_all(&content)?;
    }
    fs::create_dir_all(content.join("articles"))?;
    fs::create_dir_all(content.join("img"))?;
    let site = json!({
        "version": 1, "name": "Báo Ảnh", "language": "vi", "timezone": "Asia/Ho_Chi_Minh",
        "base_url": "https://bao.example", "sections": [{"slug": "anh", "name": "Ảnh"}]
    });
    fs::write(content.join("site.json"), site.to_string())?;
    let photos = photos()?;
    let mut images: Vec<Value> = Vec::with_capacity(PICTURES);
    for (at, photo) in photos.iter().cycle().take(PICTURES).enumerate() {
        let src = format!("img/{at}.jpg");
        fs::copy(photo, content.join(&src))?;
        images.push(json!({"src": src, "caption": format!("Chú thích của ảnh {}", at + 1)}));
    }
    let story = json!({
        "version": 1, "id": STORY, "title": "Ba trăm ảnh", "section": "anh",
        "published": "2026-01-01T08:00:00+07:00", "body": [{"type": "gallery", "images": images}]
    });
    fs::write(content.join("articles/300.json"), story.to_string())?;
    build(&content, &out, None)?;
    Ok(out)
}
