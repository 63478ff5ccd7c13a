//! A newsroom's folder, read whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use story::check::{Problem, read_article, read_home_plan, read_site};
use story::model::{Article, HomePlan, Site};

use crate::check::text;

/// What a newsroom hands in.
#[derive(Debug)]
pub struct Folder {
    /// Where it is.
    pub root: PathBuf,
    /// `site.json`.
    pub site: Site,
    /// `articles/**/*.json`, each with the file's name from the root on.
    pub articles: Vec<(String, Article)>,
    /// `home.json`, where there is one.
    pub home: Option<HomePlan>,
    /// The ids of articles with mistakes: what links to them leads somewhere all the same.
    pub mistaken: Vec<String>,
}

/// Folders of pictures, sound and moving pictures.
pub const MEDIA: [&str; 3] = ["img", "audio", "video"];

/// Reads everything. What is wrong in the files is told in full; the folder is there only when no
/// error is among the problems.
#[must_use]
pub fn read(root: &Path) -> (Option<Folder>, Vec<Problem>) {
    let mut problems = Vec::new();
    let site = take(text(root, "site.json"), &mut problems, |t| read_site("site.json", t));
    let home = if root.join("home.json").exists() {
        take(text(root, "home.json"), &mut problems, |t| read_home_plan("home.json", t))
    } else {
        None
    };
    let (mut articles, mut mistaken) = (Vec::new(), Vec::new());
    for name in files(root, "articles") {
        if !name.ends_with(".json") {
            continue;
        }
        let text = text(root, &name);
        let id = text.as_ref().ok().and_then(|text| id_of(text));
        match take(text, &mut problems, |t| read_article(&name, t)) {
            Some(article) => articles.push((name, article)),
            None => mistaken.extend(id),
        }
    }
    let folder = site.map(|site| Folder { root: root.to_owned(), site, articles, home, mistaken });
    (folder, problems)
}

/// The id in an article's text, whatever else is wrong with it.
fn id_of(text: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    Some(value.get("id")?.as_str()?.to_owned())
}

fn take<T>(
    text: Result<String, Problem>,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&str) -> Result<(T, Vec<Problem>), Vec<Problem>>,
) -> Option<T> {
    match text.map_err(|problem| vec![problem]).and_then(|text| read(&text)) {
        Ok((value, warnings)) => {
            problems.extend(warnings);
            Some(value)
        }
        Err(wrong) => {
            problems.extend(wrong);
            None
        }
    }
}

/// Every file below a folder of the root, by its name from the root on with forward slashes, in
/// order. Hidden files are left out.
#[must_use]
pub fn files(root: &Path, folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(root.join(&folder)) else { continue };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = format!("{folder}/{name}");
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(path),
                _ => found.push(path),
            }
        }
    }
    found.sort();
    found
}

/// The pictures' sizes as far as they had to be looked up, by their `src`.
#[derive(Debug, Default)]
pub struct Sizes(BTreeMap<String, Option<(u32, u32)>>);

impl Sizes {
    /// The size of a picture of the folder in its pixels, as it is shown (turned by its
    /// orientation). None where there is no such file, or it is no picture.
    pub fn of(&mut self, root: &Path, src: &str) -> Option<(u32, u32)> {
        *self.0.entry(src.to_owned()).or_insert_with(|| shown(&root.join(src)))
    }
}

fn shown(path: &Path) -> Option<(u32, u32)> {
    let size = imagesize::size(path).ok()?;
    let stored = (u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?);
    // Cameras store what they see as their sensor lies, and say how to turn it; browsers do.
    let is_jpeg = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("jpg") || end.eq_ignore_ascii_case("jpeg"));
    let bytes = if is_jpeg { fs::read(path).ok() } else { None };
    let turned = bytes.and_then(|bytes| Some(darkroom::Picture::open(&bytes).ok()?.size()));
    Some(turned.unwrap_or(stored))
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;
    use image::{ExtendedColorType, ImageEncoder};

    use super::*;

    // A photograph from a phone held upright had its width and height exchanged: the page kept a
    // place of the wrong shape for it, and shifted when it came.
    #[test]
    fn a_picture_that_a_camera_has_turned_has_the_size_it_is_shown_in() {
        let folder = tempfile::tempdir().expect("a folder");
        // By orientation, as EXIF counts them: what is stored is 6 wide and 4 high.
        for (orientation, size) in [(1, (6, 4)), (3, (6, 4)), (6, (4, 6)), (8, (4, 6))] {
            let head = [b'I', b'I', 42, 0, 8, 0, 0, 0, 1, 0];
            let entry = [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
            let mut bytes = Vec::new();
            let mut encoder = JpegEncoder::new(&mut bytes);
            let exif = [&head[..], &entry, &[0; 4]].concat();
            encoder.set_exif_metadata(exif).expect("a JPEG has room for it");
            encoder.write_image(&[0; 72], 6, 4, ExtendedColorType::Rgb8).expect("a picture");
            let name = format!("{orientation}.jpg");
            fs::write(folder.path().join(&name), bytes).expect("a file");
            assert_eq!(Sizes::default().of(folder.path(), &name), Some(size), "{name}");
        }
        assert_eq!(Sizes::default().of(folder.path(), "none.jpg"), None);
    }
}
