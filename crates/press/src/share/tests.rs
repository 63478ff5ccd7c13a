use std::fs;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use serde_json::json;
use story::check::Severity;
use story::model::Focal;

use super::*;
use crate::pictures::MOST_BYTES;

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

    fn root(&self) -> PathBuf {
        self.0.path().join("content")
    }

    fn out(&self) -> PathBuf {
        self.0.path().join("site")
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.root().join(name), bytes).expect("a file");
    }

    fn shares(&self) -> Shares {
        Shares::new(&self.root(), &self.out())
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
    let share = cut(shares, image);
    let picture = image::open(shares.file(&share.src)).expect("a picture").into_rgb8();
    assert_eq!(picture.dimensions(), (share.width, share.height));
    picture
}

// A file may say what it likes of its size: the machine's memory is for pictures that readers get.
#[test]
fn a_file_that_is_too_large_for_a_picture_is_not_cut() {
    let desk = Desk::new();
    let file = fs::File::create(desk.root().join("img/a.jpg")).expect("a file");
    file.set_len(MOST_BYTES + 1).expect("a hole");
    let problem = desk.shares().of(&image("img/a.jpg", None)).expect_err("too large");
    assert!(problem.to_string().contains("a file of more than 200 MB"), "{problem}");
}

fn cut(shares: &Shares, image: &Image) -> Share {
    shares.of(image).expect("no problem").expect("a picture for shares")
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
    let shares = desk.shares();
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
    let shares = desk.shares();
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
    let picture = opened(&desk.shares(), &cover);
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
    let shares = desk.shares();
    let mut told = Vec::new();
    for cover in &covers {
        match shares.of(cover) {
            Ok(share) => assert_eq!(share, None, "{}", cover.src),
            Err(problem) => told.push(problem),
        }
    }
    // The newsroom is told of what is damaged, and of nothing else; the others are there.
    let files: Vec<&str> = told.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(files, ["img/text.jpg", "img/cut-off.png"]);
    assert!(told.iter().all(|problem| problem.severity == Severity::Warning));
    cut(&shares, &image("img/whole.jpg", None));
    shares.finish().expect("a disk");
}

#[test]
fn what_an_earlier_build_has_cut_is_used_again() {
    let desk = Desk::new();
    desk.put("img/a.jpg", &jpeg(&halves(1300, 700), None));
    let cover = image("img/a.jpg", None);
    let first = desk.shares();
    let src = cut(&first, &cover).src;
    assert!(src.starts_with("content/share/"), "{src}");
    let (made, laid) = (first.file(&src), desk.out().join(&src));
    assert!(made.is_file() && !made.starts_with(desk.out()));
    // Laid where a build would.
    fs::create_dir_all(laid.parent().expect("a folder")).expect("a folder");
    fs::copy(&made, &laid).expect("a copy");
    drop(first);
    assert!(!made.exists(), "nothing is left behind");
    let again = desk.shares();
    assert_eq!(cut(&again, &cover).src, src);
    assert_eq!(again.file(&src), laid);
    // Another picture under the same name is another one for shares.
    desk.put("img/a.jpg", &jpeg(&halves(1300, 720), None));
    assert_ne!(cut(&desk.shares(), &cover).src, src);
}
