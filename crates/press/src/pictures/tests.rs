use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use darkroom::{Credit, Picture, Sheet};
use image::codecs::gif::GifEncoder;
use image::{Frame, Rgba, RgbaImage};
use story::model::Focal;
use tempfile::TempDir;

use super::*;

/// A newsroom's folder and a cache.
struct Desk {
    folder: TempDir,
    settings: Settings,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        fs::create_dir_all(folder.path().join("paper/img")).expect("folders");
        Self { folder, settings: Settings { fast: true } }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("paper")
    }

    fn cache(&self) -> PathBuf {
        self.folder.path().join("cache")
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.root().join(name);
        fs::write(&path, bytes).expect("written");
        // As old as a file that somebody has put there before the build.
        let before = SystemTime::now() - Duration::from_secs(60);
        fs::File::options().write(true).open(&path).and_then(|file| file.set_modified(before)).ok();
    }

    fn lab(&self) -> Lab {
        Lab::new(&self.root(), &self.cache(), self.settings)
    }

    /// Every file in the cache with the time of its last change.
    fn kept(&self) -> Vec<(PathBuf, SystemTime)> {
        fn gather(folder: &Path, all: &mut Vec<(PathBuf, SystemTime)>) {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    gather(&path, all);
                } else if let Ok(changed) = entry.metadata().and_then(|found| found.modified()) {
                    all.push((path, changed));
                }
            }
        }
        let mut all = Vec::new();
        gather(&self.cache(), &mut all);
        all.sort();
        all
    }
}

/// Soft clouds and a little noise, as a photograph has.
fn photo(width: u32, height: u32) -> Sheet {
    let mut seed = 7_u32;
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = u8::try_from(seed >> 28).unwrap_or(0);
            let part = |at: u32, of: u32| u8::try_from(40 + 150 * at / of).unwrap_or(0) + noise;
            pixels.extend([part(x, width), part(y, height), part(x + y, width + height)]);
        }
    }
    Sheet::new((width, height), false, pixels).expect("as many as asked")
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let credit = Credit { artist: Some("Lê A".into()), copyright: None };
    photo(width, height).jpeg(90, &credit).expect("a picture")
}

fn moving(side: u32, frames: u8) -> Vec<u8> {
    let mut gif = Vec::new();
    let mut encoder = GifEncoder::new_with_speed(&mut gif, 30);
    let mut seed = 1_u32;
    for _ in 0..frames {
        let frame = RgbaImage::from_fn(side, side, |_, _| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [a, b, c, _] = seed.to_be_bytes();
            Rgba([a, b, c, 255])
        });
        encoder.encode_frame(Frame::new(frame)).expect("a frame");
    }
    drop(encoder);
    gif
}

fn names(print: &Print) -> Vec<String> {
    let short = |name: &String| name.replace("img/_", "").split_off(11);
    print.files.iter().map(|(name, _)| short(name)).collect()
}

#[test]
fn a_photograph_becomes_files_for_pages() {
    let mut desk = Desk::new();
    desk.settings.fast = false;
    desk.put("img/a.jpg", &jpeg(850, 567));
    let print = desk.lab().develop("img/a.jpg").expect("developed").expect("a print");
    assert_eq!((print.width, print.height, print.stilled), (850, 567, false));
    assert_eq!(names(&print), ["s.jpg", "a.avif", "e.avif", "e.webp"]);
    let widths: Vec<_> = print.variants.iter().map(|it| (it.width, it.media)).collect();
    let (avif, webp) = (story::model::MediaType::Avif, story::model::MediaType::Webp);
    assert_eq!(widths, [(400, avif), (850, avif), (850, webp)]);
    for (name, path) in &print.files {
        let bytes = fs::read(path).expect("a file");
        if !name.ends_with(".avif") {
            let mut picture = Picture::open(&bytes).expect("a picture");
            assert_eq!(picture.credit().artist.as_deref(), Some("Lê A"), "{name}");
        }
    }
    let mut image: Image = serde_json::from_str(r#"{"src":"img/a.jpg","alt":"b"}"#).expect("read");
    print.dress(&mut image);
    assert!(image.src.starts_with("img/") && image.placeholder.is_some());
    assert_eq!((image.width, image.variants.len(), image.alt.as_deref()), (850, 3, Some("b")));
}

#[test]
fn the_desk_gets_two_webps() {
    let desk = Desk::new();
    desk.put("img/a.jpg", &jpeg(1900, 1000));
    desk.put("img/b.jpg", &jpeg(300, 200));
    let print = desk.lab().develop("img/a.jpg").expect("developed").expect("a print");
    assert_eq!(names(&print), ["s.jpg", "b.webp", "d.webp"]);
    let print = desk.lab().develop("img/b.jpg").expect("developed").expect("a print");
    assert_eq!(names(&print), ["s.jpg", "e.webp"]);
}

#[test]
fn nothing_is_made_twice_also_where_the_cache_was_copied() {
    let desk = Desk::new();
    desk.put("img/a.jpg", &jpeg(640, 480));
    // The same picture under another name is the same picture.
    desk.put("img/Ảnh 'của' tôi.jpg", &jpeg(640, 480));
    let lab = desk.lab();
    let first = lab.develop("img/a.jpg").expect("developed").expect("a print");
    let before = desk.kept();
    assert_eq!(lab.develop("img/a.jpg").expect("developed").as_ref(), Some(&first));
    assert_eq!(desk.lab().develop("img/a.jpg").expect("developed").as_ref(), Some(&first));
    assert_eq!(desk.kept(), before);
    let other = desk.lab().develop("img/Ảnh 'của' tôi.jpg").expect("developed").expect("a print");
    assert_eq!(other, first);

    // On another machine: other times, another place.
    let there = Desk::new();
    for (path, _) in before {
        let to = there.cache().join(path.strip_prefix(desk.cache()).expect("within"));
        fs::create_dir_all(to.parent().expect("a folder")).expect("folders");
        fs::copy(&path, &to).expect("copied");
    }
    there.put("img/a.jpg", &jpeg(640, 480));
    let made = |desk: &Desk| {
        let kept = desk.kept().into_iter();
        kept.filter(|(path, _)| !path.components().any(|part| part.as_os_str() == "seen"))
            .collect::<Vec<_>>()
    };
    let before = made(&there);
    let print = there.lab().develop("img/a.jpg").expect("developed").expect("a print");
    assert_eq!(names(&print), names(&first));
    assert_eq!(made(&there), before);
}

#[test]
fn what_has_changed_is_made_anew_and_what_is_lost_again() {
    let mut desk = Desk::new();
    desk.put("img/a.jpg", &jpeg(640, 480));
    let first = desk.lab().develop("img/a.jpg").expect("developed").expect("a print");
    desk.put("img/a.jpg", &jpeg(640, 481));
    let second = desk.lab().develop("img/a.jpg").expect("developed").expect("a print");
    assert!(second.src != first.src && second.height == 481);
    // Cut off in the cache, or gone.
    for (at, (_, path)) in second.files.iter().enumerate() {
        let whole = fs::read(path).expect("a file");
        if at == 0 {
            fs::write(path, b"half").expect("written");
        } else {
            fs::remove_file(path).expect("removed");
        }
        let again = desk.lab().develop("img/a.jpg").expect("developed").expect("a print");
        assert_eq!((&again, fs::read(path).expect("a file")), (&second, whole));
    }
    desk.settings.fast = false;
    let third = desk.lab().develop("img/a.jpg").expect("developed").expect("a print");
    assert_ne!(third.src, second.src);
}

#[test]
fn many_threads_make_a_picture_once() {
    let desk = Desk::new();
    desk.put("img/a.jpg", &jpeg(500, 400));
    let lab = desk.lab();
    let prints: Vec<_> = thread::scope(|scope| {
        let one = || scope.spawn(|| lab.develop("img/a.jpg").expect("developed"));
        let all: Vec<_> = (0..4).map(|_| one()).collect();
        all.into_iter().map(|one| one.join().expect("no panic")).collect()
    });
    assert!(prints.iter().all(|print| print.is_some() && *print == prints[0]));
    assert!(desk.kept().iter().all(|(path, _)| {
        !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
    }));
}

#[test]
fn cards_show_a_part_around_the_point() {
    let desk = Desk::new();
    desk.put("img/tall.jpg", &jpeg(600, 900));
    desk.put("img/wide.jpg", &jpeg(900, 600));
    let lab = desk.lab();
    assert_eq!(lab.card("img/wide.jpg", None).expect("developed"), None);
    let top = lab.card("img/tall.jpg", Some(Focal(0.5, 0.0))).expect("developed").expect("a part");
    let low = lab.card("img/tall.jpg", Some(Focal(0.5, 1.0))).expect("developed").expect("a part");
    assert_eq!((top.width, top.height), (600, 400));
    assert_ne!(top.src, low.src);
    let dark = |print: &Print| {
        let bytes = fs::read(&print.files[0].1).expect("a file");
        u32::from(Picture::open(&bytes).and_then(Picture::develop).expect("read").pixels()[1])
    };
    // It is brighter further down.
    assert!(dark(&top) + 40 < dark(&low), "{} {}", dark(&top), dark(&low));
    assert_eq!(lab.card("img/tall.jpg", Some(Focal(0.5, 0.0))).expect("developed"), Some(top));
}

#[test]
fn a_damaged_picture_is_an_error_of_that_picture_only() {
    let desk = Desk::new();
    let whole = jpeg(400, 300);
    desk.put("img/whole.jpg", &whole);
    desk.put("img/cut.png", &photo(90, 60).png(&Credit::default()).expect("a picture")[..4000]);
    desk.put("img/text.jpg", b"<html>404</html>");
    desk.put("img/empty.jpg", b"");
    let mut bomb = photo(8, 8).png(&Credit::default()).expect("a picture");
    bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    desk.put("img/bomb.png", &bomb);
    let lab = desk.lab();
    for name in ["cut.png", "text.jpg", "empty.jpg", "bomb.png"] {
        let error = lab.develop(&format!("img/{name}")).expect_err(name);
        assert!(matches!(error.why, Why::Damaged(_)), "{error}");
        assert_eq!(error.problem().file, format!("img/{name}"));
    }
    assert!(lab.develop("img/whole.jpg").expect("developed").is_some());
    let huge = fs::File::create(desk.root().join("img/huge.jpg")).expect("a file");
    huge.set_len(MOST_BYTES + 1).expect("a long file");
    let error = lab.develop("img/huge.jpg").expect_err("too heavy");
    assert_eq!(error.to_string(), "img/huge.jpg: a file of 200 MB: at most 200 are read");
}

#[test]
fn nothing_outside_the_folder_is_read() {
    let desk = Desk::new();
    fs::write(desk.folder.path().join("secret.jpg"), jpeg(40, 30)).expect("written");
    let lab = desk.lab();
    let mut out = vec!["../secret.jpg", "img/../../secret.jpg", "/etc/hostname"];
    #[cfg(unix)]
    {
        let link = desk.root().join("img/link.jpg");
        std::os::unix::fs::symlink(desk.folder.path().join("secret.jpg"), link).expect("a link");
        out.push("img/link.jpg");
    }
    for src in out {
        assert!(matches!(lab.develop(src).map_err(|e| e.why), Err(Why::Outside)), "{src}");
    }
    for src in ["https://x.example/a.jpg", "img/none.jpg", "img/a.svg", "img"] {
        assert_eq!(lab.develop(src).expect("no error"), None, "{src}");
    }
}

#[test]
fn what_moves_is_kept_while_it_is_small() {
    let desk = Desk::new();
    let (small, large) = (moving(60, 3), moving(420, 10));
    assert!(large.len() > 1_000_000);
    desk.put("img/small.gif", &small);
    desk.put("img/large.gif", &large);
    let lab = desk.lab();
    let kept = lab.develop("img/small.gif").expect("developed").expect("a print");
    assert_eq!((names(&kept), kept.stilled), (vec!["s.gif".to_owned()], false));
    assert_eq!(fs::read(&kept.files[0].1).expect("a file"), small);
    let still = lab.develop("img/large.gif").expect("developed").expect("a print");
    assert!(still.stilled && names(&still)[0] == "s.png", "{:?}", names(&still));
}
