//! The open lightbox, as tests look at it; and a paper for it, with everything that pictures can be.

use std::{fs, path::PathBuf, sync::OnceLock};

use serde_json::{Value, json};

use crate::{
    Outcome, kit,
    picture::png,
    reader::{Reader, same},
    site::{build, work},
};

/// Whether it is open.
pub const OPEN: &str = "document.querySelector('dialog.lightbox')?.open === true";
/// Whether it is not.
pub const SHUT: &str = "!document.querySelector('dialog[open]')";

/// The story of many pictures, each in three sizes: [`MANY`] of them.
pub const ALBUM: &str = "du-lich/nhieu-anh-3000/";
/// How many pictures that is.
pub const MANY: usize = 14;
/// The story of three hundred.
pub const CROWD: &str = "du-lich/ba-tram-anh-3001/";
/// A caption of that album that is longer than any window.
pub const LONG_CAPTION: usize = 5;
/// A picture of that album with nothing said under it.
pub const BARE_PICTURE: usize = 2;

/// Opens the picture of this number by a press.
///
/// # Errors
/// When it does not open.
pub async fn open(reader: &Reader, path: &str, number: usize) -> Outcome {
    reader.open(path).await?;
    press(reader, number).await
}

/// The same in the page that is there.
///
/// # Errors
/// When it does not open.
pub async fn press(reader: &Reader, number: usize) -> Outcome {
    reader.press(&format!("a[href='#photo-{number}']")).await?;
    reader.until(OPEN).await?;
    at_rest(reader).await
}

/// Waits until nothing moves.
///
/// # Errors
/// When it does not come to rest.
pub async fn at_rest(reader: &Reader) -> Outcome {
    reader.until("!document.querySelector('.lightbox.moving')").await
}

/// Waits until the picture of this number is shown, spoken and in the address.
///
/// # Errors
/// When it is not.
pub async fn until_picture(reader: &Reader, number: usize, all: usize) -> Outcome {
    let count = format!("{number}/{all}");
    let shows = format!(
        "document.querySelector('dialog[open] .lightbox-count')?.textContent === '{count}'"
    );
    reader.until(&shows).await?;
    let spoken = reader.says(".lightbox-status").await?;
    same(spoken, format!("Ảnh {number} trên {all}"), "what is spoken")?;
    reader.until(&format!("location.hash === '#photo-{number}'")).await?;
    at_rest(reader).await
}

/// The number of the picture shown.
///
/// # Errors
/// When there is none.
pub async fn number(reader: &Reader) -> Outcome<usize> {
    let count = reader.says(".lightbox-count").await?;
    Ok(count.split('/').next().unwrap_or_default().parse()?)
}

/// The picture shown: from left, top, right, bottom edge, in CSS pixels, and its scale.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its bottom edge.
    pub bottom: f64,
    /// How much larger it is than what fits.
    pub scale: f64,
}

/// Where the picture shown is.
///
/// # Errors
/// When there is none.
pub async fn place(reader: &Reader) -> Outcome<Place> {
    let told = reader
        .js("(() => { \
            const frame = document.querySelector('.slide:not([inert]) .slide-frame'); \
            const { left, top, right, bottom } = frame.getBoundingClientRect(); \
            return [left, top, right, bottom, (right - left) / parseFloat(frame.style.width)]; })()")
        .await?;
    let at = |index: usize| told[index].as_f64().unwrap_or(f64::NAN);
    Ok(Place { left: at(0), top: at(1), right: at(2), bottom: at(3), scale: at(4) })
}

/// How far the row of pictures is from its place.
///
/// # Errors
/// When there is none.
pub async fn track(reader: &Reader) -> Outcome<f64> {
    let left = "document.querySelector('.slide:not([inert])').getBoundingClientRect().left";
    Ok(reader.number(left).await?)
}

/// The paper's folder.
///
/// # Errors
/// When the disk or the press refuses.
pub fn album() -> Outcome<PathBuf> {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let built = BUILT.get_or_init(|| write().map_err(|error| error.to_string()));
    Ok(built.clone()?)
}

fn write() -> Outcome<PathBuf> {
    let (content, out) = (work().join("album-content"), work().join("album"));
    kit::write(&content, "vi")?;
    let site = content.join("site.json");
    let mut about: Value = serde_json::from_slice(&fs::read(&site)?)?;
    about["download"] = true.into();
    fs::write(&site, about.to_string())?;
    let photos: Vec<Value> =
        (1..=MANY).map(|number| photo(&content, number)).collect::<Outcome<_>>()?;
    fs::write(content.join("articles/3000.json"), story(3000, "Nhiều ảnh", photos).to_string())?;
    let crowd =
        (0..300).map(|_| json!({"src": "img/ngang.png", "width": 1200, "height": 800})).collect();
    fs::write(content.join("articles/3001.json"), story(3001, "Ba trăm ảnh", crowd).to_string())?;
    build(&content, &out, Some("https://bao.example/"))?;
    Ok(out)
}

fn story(id: usize, title: &str, photos: Vec<Value>) -> Value {
    json!({
        "version": 1, "id": id.to_string(), "title": title, "section": "du-lich",
        "published": "2026-01-01T08:00:00+07:00",
        "body": [{"type": "paragraph", "text": "Lời dẫn."},
            {"type": "gallery", "order": "sequence", "images": photos},
            {"type": "paragraph", "text": "Hết."}]
    })
}

/// Landscape but for the third; 2,400 pixels at its longest, with two smaller files.
fn photo(content: &std::path::Path, number: usize) -> Outcome<Value> {
    let tall = number == 3;
    let file = |longest: u32| -> Outcome<(String, u32, u32)> {
        let (width, height) =
            if tall { (longest * 2 / 3, longest) } else { (longest, longest * 2 / 3) };
        let name = format!("img/album-{number}-{longest}.png");
        fs::write(content.join(&name), png(width, height))?;
        Ok((name, width, height))
    };
    let (src, width, height) = file(2_400)?;
    let variants: Vec<Value> = [300, 800]
        .into_iter()
        .map(|longest| {
            let (src, width, _) = file(longest)?;
            Ok(json!({"src": src, "width": width, "type": "image/png"}))
        })
        .collect::<Outcome<_>>()?;
    let mut photo = json!({
        "src": src, "width": width, "height": height, "variants": variants,
        "alt": format!("Cảnh số {number}"), "credit": "Người Chụp"
    });
    match number {
        BARE_PICTURE => drop(photo.as_object_mut().map(|photo| photo.remove("credit"))),
        LONG_CAPTION => photo["caption"] = "Một chú thích rất dài. ".repeat(90).into(),
        _ => {
            photo["caption"] = json!([
                "Chú thích ", {"text": "đậm", "marks": ["strong"]}, " và ",
                {"text": "liên kết", "href": "/doi-song/"}, format!(" của ảnh {number}")
            ]);
        }
    }
    Ok(photo)
}
