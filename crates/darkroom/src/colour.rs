//! Colours as they are meant, in the one space that every screen knows.

use moxcms::{ColorProfile, Layout, TransformOptions};

/// Brings pixels of red, green and blue (and how opaque they are) from a profile to sRGB. A profile
/// that cannot be read is left aside: colours are then a little duller, and nothing worse.
pub(crate) fn to_srgb(pixels: Vec<u8>, alpha: bool, profile: Option<&[u8]>) -> Vec<u8> {
    let Some(profile) = profile.filter(|profile| is_rgb(profile) && !is_srgb(profile)) else {
        return pixels;
    };
    let layout = if alpha { Layout::Rgba } else { Layout::Rgb };
    let transform = ColorProfile::new_from_slice(profile).and_then(|from| {
        let to = ColorProfile::new_srgb();
        from.create_transform_8bit(layout, &to, layout, TransformOptions::default())
    });
    let Ok(transform) = transform else { return pixels };
    let mut out = vec![0; pixels.len()];
    if transform.transform(&pixels, &mut out).is_ok() { out } else { pixels }
}

/// Whether a colour profile is for red, green and blue, as the picture is once it is decoded
/// (ICC.1, 7.2.8).
fn is_rgb(profile: &[u8]) -> bool {
    profile.get(16..20).is_some_and(|space| space == b"RGB ")
}

/// Whether it calls itself sRGB, in letters of one byte or of two.
pub(crate) fn is_srgb(profile: &[u8]) -> bool {
    let says = |name: &[u8]| profile.windows(name.len()).any(|part| part == name);
    says(b"sRGB") || says(b"s\0R\0G\0B")
}
