//! What each encoder does with photographs at a width: megapixels a second of one core, bits a
//! pixel, and how near the picture stays to what it was (SSIMULACRA 2: 70 high, 90 as good as the
//! same).
//!
//! ```text
//! cargo run --release -p darkroom --features asm --example encoders -- 800 PICTURES
//! ```

use std::time::{Duration, Instant};
use std::{env, fs};

use darkroom::{Credit, Damaged, Picture, Sheet};
use ssimulacra2::{ColorPrimaries, Rgb, TransferCharacteristic, compute_frame_ssimulacra2};

type Failed = Box<dyn std::error::Error>;

fn main() -> Result<(), Failed> {
    let mut args = env::args().skip(1);
    let width: u32 = args.next().unwrap_or_default().parse()?;
    let mut sheets = Vec::new();
    for file in args {
        let sheet = Picture::open(&fs::read(&file)?)?.develop()?.opaque();
        let (wide, high) = sheet.size();
        sheets.push(if wide > width {
            sheet.resized((width, high * width / wide))?
        } else {
            sheet
        });
    }
    println!("encoder          MP/s   bits/pixel   score   worst");
    let none = Credit::default();
    for quality in [70, 75, 80, 85] {
        row(&format!("JPEG {quality}"), &sheets, |sheet| {
            let jpeg = sheet.jpeg(quality, &none)?;
            read(jpeg)
        })?;
    }
    for quality in [76, 80, 84, 88] {
        row(&format!("WebP {quality}"), &sheets, |sheet| read(sheet.webp(Some(quality), &none)?))?;
    }
    for speed in [8, 9, 10] {
        for quantizer in [90, 100, 110, 120] {
            row(&format!("AVIF {quantizer} at {speed}"), &sheets, |sheet| {
                sheet.avif_and_proof(quantizer, speed, &none)
            })?;
        }
    }
    Ok(())
}

fn read(file: Vec<u8>) -> Result<(Vec<u8>, Sheet), Damaged> {
    let sheet = Picture::open(&file)?.develop()?;
    Ok((file, sheet))
}

fn row(
    name: &str,
    sheets: &[Sheet],
    encode: impl Fn(&Sheet) -> Result<(Vec<u8>, Sheet), Damaged>,
) -> Result<(), Failed> {
    let (mut took, mut bytes, mut pixels, mut scores) = (Duration::ZERO, 0, 0, Vec::new());
    for sheet in sheets {
        let begun = Instant::now();
        let (file, seen) = encode(sheet)?;
        took += begun.elapsed();
        bytes += file.len();
        pixels += sheet.size().0 * sheet.size().1;
        scores.push(compute_frame_ssimulacra2(rgb(sheet)?, rgb(&seen)?)?);
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of files")]
    let (bits, many) = ((bytes * 8) as f64, scores.len() as f64);
    println!(
        "{name:15} {:5.2}   {:10.3}   {:5.1}   {:5.1}",
        f64::from(pixels) / 1e6 / took.as_secs_f64(),
        bits / f64::from(pixels),
        scores.iter().sum::<f64>() / many,
        scores.iter().copied().fold(f64::INFINITY, f64::min),
    );
    Ok(())
}

fn rgb(sheet: &Sheet) -> Result<Rgb, Failed> {
    let (width, height) = sheet.size();
    let pixels = sheet.pixels().chunks_exact(3);
    let pixels = pixels.map(|rgb| [rgb[0], rgb[1], rgb[2]].map(|part| f32::from(part) / 255.0));
    let (width, height) = (usize::try_from(width)?, usize::try_from(height)?);
    let (srgb, bt709) = (TransferCharacteristic::SRGB, ColorPrimaries::BT709);
    Ok(Rgb::new(pixels.collect(), width, height, srgb, bt709)?)
}
