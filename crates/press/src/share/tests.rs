use std::collections::HashMap;
use std::fs;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use serde_json::json;
use story::check::Severity;
use story::model::Article;

use super::*;

const RED: [u8; 3] = [200, 20, 20];
const BLUE: [u8; 3] = [20, 20, 200];

/// A newsroom's folder and the folder of its site.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir_all(desk.root().join("img")).expect("a folder");
        desk
    }

    fn root(&self) -> std::path::PathBuf {
        self.0.path().join("content")
    }

    fn out(&self) -> std::path::PathBuf {
        self.0.path().join("site")
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.root().join(name), bytes).expect("a file");
    }

    fn cut(&self, covers: &[&Image]) -> Shares {
        let article = |(at, cover): (usize, &&Image)| Article {
            id: story::model::ArticleId::new(at.to_string()).expect("an id"),
            cover: Some((*cover).clone()),
            ..Article::empty()
        };
        let edition = Edition {
            site: serde_json::from_value(json!({
                "version": 1, "name": "Báo", "language": "vi", "timezone": "UTC",
                "base_url": "https://thu.example", "sections": [],
            }))
            .expect("a site"),
            articles: covers.iter().enumerate().map(article).collect(),
            cards: HashMap::new(),
        };
        cut(&edition, &self.root(), &self.out()).expect("a disk")
    }

    /// Lays what was cut where a build would.
    fn publish(&self, shares: &Shares) {
        for (name, file) in shares.files() {
            let to = self.out().join(name);
            fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
            fs::copy(file, to).expect("a copy");
        }
    }
}

fn image(src: &str, focal: Option<(f64, f64)>) -> Image {
    serde_json::from_value(json!({ "src": src, "focal": focal.map(|(x, y)| [x, y]) }))
        .map(|image: Image| Image { focal: focal.map(|(x, y)| Focal(x, y)), ..image })
        .expect("an image")
}

/// Its left half red, its right half blue.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| Rgb(if x < width / 2 { RED } else { BLUE }))
}

fn jpeg(picture: &RgbImage, exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif).expect("a JPEG has room for it");
    }
    let (width, height) = picture.dimensions();
    encoder.write_image(picture, width, height, image::ExtendedColorType::Rgb8).expect("a picture");
    bytes
}

/// What a phone writes that was held upright: turn by a quarter to the right.
fn held_upright() -> Vec<u8> {
    let head = [b'I', b'I', 42, 0, 8, 0, 0, 0, 1, 0];
    let orientation = [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0];
    [&head[..], &orientation, &[0; 4]].concat()
}

fn opened(shares: &Shares, image: &Image) -> RgbImage {
    let share = shares.of(image).expect("a picture for shares");
    let (_, file) = shares.files().find(|(name, _)| *name == share.src).expect("its file");
    let picture = image::open(file).expect("a picture").into_rgb8();
    assert_eq!(picture.dimensions(), (share.width, share.height));
    picture
}

fn looks(picture: &RgbImage, x: u32, y: u32, colour: [u8; 3]) -> bool {
    picture.get_pixel(x, y).0.iter().zip(colour).all(|(a, b)| a.abs_diff(b) < 24)
}

#[test]
fn a_picture_is_cut_around_its_point_and_brought_down() {
    let desk = Desk::new();
    desk.put("img/a.jpg", &jpeg(&halves(3000, 700), None));
    let (left, right) =
        (image("img/a.jpg", Some((0.1, 0.5))), image("img/a.jpg", Some((0.9, 0.5))));
    let shares = desk.cut(&[&left, &right]);
    assert_eq!(shares.problems, []);
    for (image, colour) in [(left, RED), (right, BLUE)] {
        let picture = opened(&shares, &image);
        assert_eq!(picture.dimensions(), (1200, 630));
        for (x, y) in [(5, 5), (1195, 625)] {
            assert!(looks(&picture, x, y, colour), "{:?}", picture.get_pixel(x, y));
        }
    }
}

#[test]
fn a_picture_that_a_camera_has_turned_is_cut_as_it_is_shown() {
    let desk = Desk::new();
    // Stored lying, red on the left; shown standing, red above.
    desk.put("img/a.jpg", &jpeg(&halves(2400, 700), Some(held_upright())));
    let (top, foot) = (image("img/a.jpg", Some((0.5, 0.0))), image("img/a.jpg", Some((0.5, 1.0))));
    let shares = desk.cut(&[&top, &foot]);
    let (top, foot) = (opened(&shares, &top), opened(&shares, &foot));
    assert_eq!(top.dimensions(), (700, 368));
    assert!(looks(&top, 350, 184, RED) && looks(&foot, 350, 184, BLUE));
}

#[test]
fn what_can_be_seen_through_is_set_on_white() {
    let desk = Desk::new();
    let mut bytes = Cursor::new(Vec::new());
    RgbaImage::from_pixel(800, 500, Rgba([0, 0, 0, 0]))
        .write_to(&mut bytes, ImageFormat::Png)
        .expect("a picture");
    desk.put("img/a.png", bytes.get_ref());
    let cover = image("img/a.png", None);
    let picture = opened(&desk.cut(&[&cover]), &cover);
    assert_eq!(picture.dimensions(), (800, 420));
    assert!(looks(&picture, 400, 200, [255; 3]));
}

#[test]
fn what_cannot_be_cut_is_shared_as_it_is() {
    let desk = Desk::new();
    let whole = jpeg(&halves(1300, 700), None);
    desk.put("img/small.jpg", &jpeg(&halves(500, 500), None));
    desk.put("img/text.jpg", b"no picture at all");
    desk.put("img/cut-off.png", &[0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13]);
    desk.put("img/drawing.svg", b"<svg/>");
    desk.put("img/whole.jpg", &whole);
    let names =
        ["img/small.jpg", "img/text.jpg", "img/cut-off.png", "img/drawing.svg", "img/none.jpg"];
    let mut covers: Vec<Image> = names.iter().map(|name| image(name, None)).collect();
    covers.push(image("https://a.example/a.jpg", None));
    let whole = image("img/whole.jpg", None);
    let shares = desk.cut(&covers.iter().chain([&whole]).collect::<Vec<_>>());
    for cover in &covers {
        assert_eq!(shares.of(cover), None, "{}", cover.src);
    }
    // The newsroom is told of what is damaged, and of nothing else; the others are there.
    let told: Vec<&str> = shares.problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(told, ["img/cut-off.png", "img/text.jpg"]);
    assert!(shares.problems.iter().all(|problem| problem.severity == Severity::Warning));
    assert!(shares.of(&whole).is_some());
}

#[test]
fn what_an_earlier_build_has_cut_is_used_again() {
    let desk = Desk::new();
    desk.put("img/a.jpg", &jpeg(&halves(1300, 700), None));
    let cover = image("img/a.jpg", None);
    let first = desk.cut(&[&cover]);
    let src = first.of(&cover).expect("a picture for shares").src.clone();
    assert!(src.starts_with("content/share/"), "{src}");
    desk.publish(&first);
    let scratch: Vec<_> = first.files().map(|(_, file)| file.to_owned()).collect();
    assert!(scratch.iter().all(|file| file.is_file() && !file.starts_with(desk.out())));
    drop(first);
    assert!(scratch.iter().all(|file| !file.exists()), "nothing is left behind");
    let again = desk.cut(&[&cover]);
    let files: Vec<_> = again.files().collect();
    assert_eq!(files, [(src.as_str(), desk.out().join(&src).as_path())]);
    // Another picture under the same name is another one for shares.
    desk.put("img/a.jpg", &jpeg(&halves(1300, 720), None));
    assert_ne!(desk.cut(&[&cover]).of(&cover).expect("a picture for shares").src, src);
}
