//! What can be relied on when a picture is developed: it is upright, in sRGB, says who made it and
//! nothing else, and whatever is wrong with it is an error and never a panic.

use std::io::Cursor;

use darkroom::{Credit, Crop, Kind, Picture, Sheet, stripped_jpeg, stripped_png};
use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, Frame, ImageEncoder, RgbaImage};

type Tested = Result<(), Box<dyn std::error::Error>>;

/// A picture with a corner of another colour, smooth enough for any encoder.
fn sheet(width: u32, height: u32) -> Sheet {
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let part = |at: u32, of: u32| u8::try_from(40 + 150 * at / of.max(1)).unwrap_or(0);
            let corner = x < width / 2 && y < height / 2;
            pixels.extend(if corner {
                [220, 40, 40]
            } else {
                [30, part(x, width), part(y, height)]
            });
        }
    }
    Sheet::new((width, height), false, pixels).unwrap_or_else(|| unreachable!("as many as asked"))
}

fn credit() -> Credit {
    Credit { artist: Some("Trần Thị Ảnh".into()), copyright: Some("© Báo Một".into()) }
}

/// The middle of the upper left, upper right, lower left and lower right quarter.
fn quarters(sheet: &Sheet) -> [[u8; 3]; 4] {
    let (width, height) = sheet.size();
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| {
        let at = ((height * y / 4 * width) + width * x / 4) as usize * 3;
        [sheet.pixels()[at], sheet.pixels()[at + 1], sheet.pixels()[at + 2]]
    })
}

/// How far the worst of these colours is from the other.
fn away(one: &Sheet, other: &Sheet) -> u8 {
    assert_eq!(one.size(), other.size());
    let pairs = quarters(one).into_iter().flatten().zip(quarters(other).into_iter().flatten());
    pairs.map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0)
}

/// A JPEG with an Exif orientation and a place where it was taken (a private field stands for it).
fn turned(orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    exif.extend([0x10, 0x01, 2, 0, 4, 0, 0, 0]);
    exif.extend(b"GPS\0");
    exif.extend([0; 4]);
    let sheet = sheet(64, 48);
    let mut jpeg = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, 95);
    encoder.set_exif_metadata(exif).unwrap_or_default();
    encoder.write_image(sheet.pixels(), 64, 48, ExtendedColorType::Rgb8).unwrap_or_default();
    jpeg
}

#[test]
fn every_format_gives_the_picture_back_with_its_credit() -> Tested {
    for (width, height) in [(64, 48), (63, 47), (1, 1), (7, 200)] {
        let sheet = sheet(width, height);
        // Colours have half the resolution: where there is next to none, they run.
        let small = width < 40;
        for (name, file, near) in [
            ("jpeg", sheet.jpeg(90, &credit())?, 8),
            ("png", sheet.png(&credit())?, 0),
            ("webp", sheet.webp(Some(90), &credit())?, 12),
            ("lossless webp", sheet.webp(None, &credit())?, 0),
        ] {
            let mut picture = Picture::open(&file)?;
            assert_eq!(picture.size(), (width, height), "{name}");
            assert_eq!(picture.credit(), credit(), "{name}");
            assert!(!picture.moves());
            let seen = picture.develop()?;
            assert!(small || away(&sheet, &seen) <= near, "{name} {}", away(&sheet, &seen));
        }
        let (file, seen) = sheet.avif_and_proof(60, 10, &credit())?;
        assert!(small || away(&sheet, &seen) <= 12, "avif {}", away(&sheet, &seen));
        assert_eq!(file.get(4..12), Some(&b"ftypavif"[..]));
        let exif = credit().to_exif().unwrap_or_default();
        assert!(file.windows(exif.len()).any(|part| part == exif), "no credit in the AVIF");
    }
    Ok(())
}

#[test]
fn what_can_be_seen_through_stays_so() -> Tested {
    let pixels = [200, 30, 40, 255, 0, 0, 0, 0].repeat(32 * 64);
    let sheet = Sheet::new((64, 64), true, pixels).ok_or("not as many")?;
    for file in
        [sheet.png(&credit())?, sheet.webp(Some(80), &credit())?, sheet.webp(None, &credit())?]
    {
        let mut picture = Picture::open(&file)?;
        assert_eq!(picture.credit(), credit());
        assert!(picture.develop()?.has_alpha());
    }
    assert!(sheet.avif(100, 10, &credit()).is_err());
    let white = sheet.resized((1, 1))?.opaque();
    assert!(!white.has_alpha() && white.pixels()[1] > 100, "{:?}", white.pixels());
    Ok(())
}

#[test]
fn a_picture_is_turned_as_its_camera_says() -> Tested {
    // Where the corner of another colour is: upper left, upper right, lower left, lower right.
    let table = [(1, 0), (2, 1), (3, 3), (4, 2), (5, 0), (6, 1), (7, 3), (8, 2)];
    for (orientation, corner) in table {
        let file = turned(orientation);
        let mut picture = Picture::open(&file)?;
        let size = if orientation > 4 { (48, 64) } else { (64, 48) };
        assert_eq!(picture.size(), size, "{orientation}");
        assert_eq!(picture.is_plain(), orientation == 1);
        assert!(picture.credit().is_empty());
        let seen = picture.develop()?;
        assert_eq!(seen.size(), size);
        let red = quarters(&seen).map(|[r, ..]| r > 150);
        assert_eq!(red.iter().position(|red| *red), Some(corner), "{orientation} {red:?}");
    }
    Ok(())
}

#[test]
fn colours_of_a_wider_space_are_brought_to_srgb() -> Tested {
    let wide = moxcms::ColorProfile::new_display_p3().encode()?;
    let plain = moxcms::ColorProfile::new_srgb().encode()?;
    let pixels = [200, 60, 60].repeat(16 * 16);
    let written = |profile: Vec<u8>| -> Result<Vec<u8>, Box<dyn std::error::Error>> {
        let mut png = Vec::new();
        let mut encoder = PngEncoder::new(&mut png);
        encoder.set_icc_profile(profile)?;
        encoder.write_image(&pixels, 16, 16, ExtendedColorType::Rgb8)?;
        Ok(png)
    };
    let file = written(wide)?;
    let mut picture = Picture::open(&file)?;
    assert!(!picture.is_plain());
    let [red, green, _] = quarters(&picture.develop()?)[0];
    // The same red has a larger number in the smaller space.
    assert!(red > 210 && green < 55, "{red} {green}");
    let file = written(plain)?;
    let seen = Picture::open(&file)?.develop()?;
    assert!(quarters(&seen)[0].iter().zip([200, 60, 60]).all(|(a, b)| a.abs_diff(b) < 3));
    // A profile that nobody can read, and one for ink: the pixels are taken as they are.
    for odd in [b"no profile".to_vec(), [&[0; 16][..], b"CMYK", &[0; 200]].concat()] {
        let file = written(odd)?;
        let seen = Picture::open(&file)?.develop()?;
        assert_eq!(quarters(&seen)[0], [200, 60, 60]);
    }
    Ok(())
}

#[test]
fn a_file_without_its_metadata_has_the_very_same_pixels() -> Tested {
    let file = turned(1);
    // A film after the end, as telephones write it.
    let long = [&file[..], b"\0\0\0\x18ftypmp42", &[0xff; 999]].concat();
    for bytes in [&file, &long] {
        let bare = stripped_jpeg(bytes, &credit()).ok_or("not stripped")?;
        assert!(!bare.windows(3).any(|part| part == b"GPS"));
        assert!(bare.ends_with(&[0xff, 0xd9]) && bare.len() < file.len() + 120);
        let mut picture = Picture::open(&bare)?;
        assert_eq!(picture.credit(), credit());
        let (seen, before) = (picture.develop()?, Picture::open(&file)?.develop()?);
        assert_eq!(seen.pixels(), before.pixels());
    }
    let png = sheet(20, 10).png(&credit())?;
    let bare = stripped_png(&png, &Credit::default()).ok_or("not stripped")?;
    assert!(!bare.windows(4).any(|part| part == b"eXIf"));
    let again = stripped_png(&bare, &credit()).ok_or("not stripped")?;
    assert_eq!(Picture::open(&again)?.credit(), credit());
    assert_eq!(Picture::open(&bare)?.develop()?.pixels(), sheet(20, 10).pixels());
    Ok(())
}

#[test]
fn what_is_cut_off_or_changed_is_an_error_and_never_a_panic() -> Tested {
    let sheet = sheet(40, 30);
    let files =
        [sheet.jpeg(80, &credit())?, sheet.png(&credit())?, sheet.webp(Some(80), &credit())?];
    for file in &files {
        for end in 0..file.len() {
            let part = &file[..end];
            let _seen = Picture::open(part).and_then(Picture::develop);
            // What is stripped is at most as long as what it was made of, and the credit.
            let _bare = (stripped_jpeg(part, &credit()), stripped_png(part, &credit()));
        }
        for at in 0..file.len() {
            let mut other = file.clone();
            other[at] ^= 0x55;
            let _seen = Picture::open(&other).and_then(|mut picture| {
                let _told = (picture.credit(), picture.moves(), picture.is_plain());
                picture.develop()
            });
            let _bare = (stripped_jpeg(&other, &credit()), stripped_png(&other, &credit()));
        }
    }
    for bytes in [&b""[..], b"GIF89a", b"<svg/>", "không phải ảnh".as_bytes()] {
        assert!(Picture::open(bytes).is_err());
    }
    Ok(())
}

#[test]
fn a_picture_too_large_for_memory_is_refused_by_its_first_bytes() -> Tested {
    let mut png = sheet(8, 8).png(&Credit::default())?;
    // Width and height of IHDR, whose check sum nobody has to mend to be caught.
    png[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    let mut jpeg = sheet(8, 8).jpeg(80, &Credit::default())?;
    let frame = jpeg.windows(2).position(|two| two == [0xff, 0xc0]).ok_or("no frame")?;
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xff, 0xff, 0xff, 0xff]);
    let gif = b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\0;".to_vec();
    for bomb in [png, jpeg, gif] {
        assert!(Picture::open(&bomb).and_then(Picture::develop).is_err());
    }
    Ok(())
}

#[test]
fn a_gif_of_two_frames_moves() -> Tested {
    for (frames, moves) in [(1, false), (2, true)] {
        let mut gif = Vec::new();
        let mut encoder = GifEncoder::new(Cursor::new(&mut gif));
        for _ in 0..frames {
            encoder.encode_frame(Frame::new(RgbaImage::new(8, 8)))?;
        }
        drop(encoder);
        let picture = Picture::open(&gif)?;
        assert_eq!((picture.kind(), picture.moves()), (Kind::Gif, moves));
    }
    Ok(())
}

#[test]
fn a_thumbhash_knows_how_bright_a_picture_is() -> Tested {
    for (level, shape) in [(0, (3, 2)), (255, (2000, 1)), (128, (1, 700))] {
        let pixels = vec![level; (shape.0 * shape.1 * 3) as usize];
        let sheet = Sheet::new(shape, false, pixels).ok_or("not as many")?;
        let hash = sheet.thumbhash()?;
        assert!(hash.len() >= 12 && hash.len() <= 36, "{hash}");
    }
    let part = Crop { x: 30, y: 0, width: 20, height: 20, to: (10, 10) };
    assert!(sheet(40, 40).brought_down(&part).is_err());
    Ok(())
}
