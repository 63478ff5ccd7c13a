//! AVIF, by rav1e: eight bits, colours at half the resolution, one core.

use avif_serialize::Aviffy;
use avif_serialize::constants::MatrixCoefficients as Matrix;
use rav1e::config::SpeedSettings;
use rav1e::prelude::{
    ChromaSamplePosition, ChromaSampling, ColorDescription, ColorPrimaries, Config, Context,
    EncoderConfig, MatrixCoefficients, Packet, PixelRange, Rational, TransferCharacteristics,
};

use crate::{Damaged, Sheet};

fn damaged(why: impl std::fmt::Display) -> Damaged {
    Damaged(why.to_string())
}

/// Writes a picture without anything to see through. `quantizer` is 0 (as it is) to 255; `speed` 1
/// to 10, slow and small to quick and large.
pub(crate) fn write(
    sheet: &Sheet,
    quantizer: u8,
    speed: u8,
    exif: Option<&[u8]>,
) -> Result<(Vec<u8>, Proof), Damaged> {
    let (width, height) = (sheet.width, sheet.height);
    let (wide, high) = (whole(width), whole(height));
    let encoder = EncoderConfig {
        width: wide,
        height: high,
        time_base: Rational::new(1, 1),
        bit_depth: 8,
        chroma_sampling: ChromaSampling::Cs420,
        chroma_sample_position: ChromaSamplePosition::Unknown,
        pixel_range: PixelRange::Full,
        color_description: Some(ColorDescription {
            color_primaries: ColorPrimaries::BT709,
            transfer_characteristics: TransferCharacteristics::SRGB,
            matrix_coefficients: MatrixCoefficients::BT601,
        }),
        still_picture: true,
        quantizer: usize::from(quantizer),
        speed_settings: SpeedSettings::from_preset(speed),
        tiles: 1,
        ..EncoderConfig::with_speed_preset(speed)
    };
    let config = Config::new().with_encoder_config(encoder).with_threads(1);
    let mut context: Context<u8> = config.new_context().map_err(damaged)?;
    let [light, blue, red] = planes(&sheet.pixels, wide, high);
    let mut frame = context.new_frame();
    let half = wide.div_ceil(2);
    for (plane, (from, stride)) in
        frame.planes.iter_mut().zip([(light, wide), (blue, half), (red, half)])
    {
        plane.copy_from_raw_u8(&from, stride, 1);
    }
    context.send_frame(frame).map_err(damaged)?;
    context.flush();
    let packet = context.receive_packet().map_err(damaged)?;
    let mut file = Aviffy::new();
    file.set_chroma_subsampling((true, true))
        .set_seq_profile(0)
        .set_matrix_coefficients(Matrix::Bt601)
        .set_full_color_range(true);
    if let Some(exif) = exif {
        file.set_exif(exif.to_vec());
    }
    Ok((file.to_vec(&packet.data, None, width, height, 8), Proof(packet)))
}

/// What a reader's program will make of the file: the encoder knows, and no decoder is needed.
pub(crate) struct Proof(Packet<u8>);

impl Proof {
    /// As pixels; none where the encoder has kept nothing.
    pub fn pixels(&self, width: u32, height: u32) -> Option<Vec<u8>> {
        let (wide, high) = (whole(width), whole(height));
        let [light, blue, red] = &self.0.rec.as_ref()?.planes;
        let mut out = Vec::with_capacity(wide * high * 3);
        let rows = light.rows_iter().take(high).enumerate();
        for (y, row) in rows {
            let (blue, red) = (blue.rows_iter().nth(y / 2)?, red.rows_iter().nth(y / 2)?);
            for (x, light) in row.iter().take(wide).enumerate() {
                let axis = |row: &[u8]| Some(f32::from(*row.get(x / 2)?) - 128.0);
                let (light, b, r) = (f32::from(*light), axis(blue)?, axis(red)?);
                let colours =
                    [light + 1.402 * r, light - 0.344_136 * b - 0.714_136 * r, light + 1.772 * b];
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "0 to 255"
                )]
                out.extend(colours.map(|part| part.round().clamp(0.0, 255.0) as u8));
            }
        }
        Some(out)
    }
}

fn whole(side: u32) -> usize {
    usize::try_from(side).unwrap_or(usize::MAX)
}

/// Brightness for each pixel, and two axes of colour for each four (BT.601, full range), in whole
/// numbers of 65536ths.
fn planes(rgb: &[u8], width: usize, height: usize) -> [Vec<u8>; 3] {
    let (half_width, half_height) = (width.div_ceil(2), height.div_ceil(2));
    let mut light = Vec::with_capacity(width * height);
    for pixel in rgb.chunks_exact(3) {
        let [r, g, b] = [pixel[0], pixel[1], pixel[2]].map(i32::from);
        light.push(byte((19_595 * r + 38_470 * g + 7_471 * b + (1 << 15)) >> 16));
    }
    let mut blue = Vec::with_capacity(half_width * half_height);
    let mut red = Vec::with_capacity(half_width * half_height);
    for two in rgb.chunks(width * 3 * 2) {
        let (upper, lower) = two.split_at(width * 3);
        // The last row of an odd number stands for the one that is missing.
        let lower = if lower.is_empty() { upper } else { lower };
        for (upper, lower) in upper.chunks(6).zip(lower.chunks(6)) {
            let mut sum = [0; 3];
            for row in [upper, lower] {
                let first = &row[..3];
                let second = row.get(3..6).unwrap_or(first);
                for (sum, (a, b)) in sum.iter_mut().zip(first.iter().zip(second)) {
                    *sum += i32::from(*a) + i32::from(*b);
                }
            }
            let [r, g, b] = sum;
            let colour = |sum: i32| byte(((sum + (1 << 17)) >> 18) + 128);
            blue.push(colour(-11_059 * r - 21_709 * g + 32_768 * b));
            red.push(colour(32_768 * r - 27_439 * g - 5_329 * b));
        }
    }
    [light, blue, red]
}

fn byte(value: i32) -> u8 {
    u8::try_from(value.clamp(0, 255)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::planes;

    #[test]
    fn colours_become_brightness_and_two_axes() {
        let table = [
            ([0, 0, 0], [0, 128, 128]),
            ([255, 255, 255], [255, 128, 128]),
            ([255, 0, 0], [76, 85, 255]),
            ([0, 255, 0], [150, 44, 21]),
            ([0, 0, 255], [29, 255, 107]),
        ];
        // An odd number of rows and columns.
        for (rgb, expected) in table {
            let [light, blue, red] = planes(&rgb.repeat(15), 5, 3);
            assert_eq!((light.len(), blue.len(), red.len()), (15, 6, 6));
            for (plane, expected) in [light, blue, red].iter().zip(expected) {
                assert!(plane.iter().all(|part| part.abs_diff(expected) <= 1), "{rgb:?} {plane:?}");
            }
        }
    }
}
