//! A picture's files, as the browser chooses among them.

use story::model::Image;

use crate::Paper;

/// The files of a picture with their widths, narrowest first.
#[must_use]
pub fn files(image: &Image) -> Vec<(u32, &str)> {
    let mut files: Vec<(u32, &str)> =
        image.variants.iter().map(|variant| (variant.width, variant.src.as_str())).collect();
    if !files.iter().any(|(width, _)| *width == image.width) {
        files.push((image.width, &image.src));
    }
    files.sort_unstable();
    files
}

/// The `srcset` of a picture with variants, narrowest first; none where there is only one file.
#[must_use]
pub fn srcset(paper: &Paper, image: &Image) -> Option<String> {
    if image.variants.is_empty() {
        return None;
    }
    let list: Vec<String> =
        files(image).iter().map(|(width, src)| format!("{} {width}w", paper.asset(src))).collect();
    Some(list.join(", "))
}

/// A picture's part of its column's width: on a phone, a tablet, a desk.
pub type Share = [f64; 3];

/// The `sizes` of a picture in a run. A run's column is as wide as the window up to 1060 px; in a
/// box it is as narrow as a phone's everywhere.
#[must_use]
pub fn run_sizes([phone, tablet, desk]: Share, boxed: bool) -> String {
    // Whole numbers, also to write them: what writes broken ones weighs 7 kB.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1060")]
    let part = |share: f64, of: f64| (share * of).ceil() as u32;
    if boxed {
        return format!("(min-width: 650px) {}px, {}vw", part(phone, 536.0), part(phone, 82.0));
    }
    let phone = part(phone, 100.0);
    let (tablet, desk) = (part(tablet, 100.0), part(desk, 1060.0));
    format!("(min-width: 1060px) {desk}px, (min-width: 600px) {tablet}vw, {phone}vw")
}

/// The class that keeps a picture's focal point in view when it is cropped: a class and not a
/// style, because pages allow no inline style. To a tenth of the picture; none for the middle.
#[must_use]
pub fn focal_class(image: &Image) -> Option<String> {
    let focal = image.focal?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let tenth = |part: f64| (part.clamp(0.0, 1.0) * 10.0).round() as u32 * 10;
    let (x, y) = (tenth(focal.0), tenth(focal.1));
    ((x, y) != (50, 50)).then(|| format!("fx-{x} fy-{y}"))
}

#[cfg(test)]
mod tests {
    use story::model::{Focal, Image, MediaType, Variant};

    use super::*;

    fn image(widths: &[u32]) -> Image {
        let variant = |width: &u32| Variant {
            src: format!("img/{width}"),
            width: *width,
            media: MediaType::Jpeg,
        };
        Image {
            src: "img/full".into(),
            width: 1600,
            height: 900,
            alt: None,
            caption: None,
            credit: None,
            focal: None,
            placeholder: None,
            variants: widths.iter().map(variant).collect(),
        }
    }

    #[test]
    fn a_picture_has_its_files_narrowest_first_and_its_own_among_them() {
        type Files = &'static [(u32, &'static str)];
        let table: [(&[u32], Files); 4] = [
            (&[], &[(1600, "img/full")]),
            (&[400, 800], &[(400, "img/400"), (800, "img/800"), (1600, "img/full")]),
            (&[800, 400], &[(400, "img/400"), (800, "img/800"), (1600, "img/full")]),
            (&[1600, 400], &[(400, "img/400"), (1600, "img/1600")]),
        ];
        for (widths, expected) in table {
            assert_eq!(files(&image(widths)), expected, "{widths:?}");
        }
    }

    #[test]
    fn sizes_follow_the_rows() {
        let table = [
            ([1.0, 0.5, 0.25], false, "(min-width: 1060px) 265px, (min-width: 600px) 50vw, 100vw"),
            ([1.0 / 3.0; 3], false, "(min-width: 1060px) 354px, (min-width: 600px) 34vw, 34vw"),
            ([0.5, 0.3, 0.2], true, "(min-width: 650px) 268px, 41vw"),
        ];
        for (share, boxed, sizes) in table {
            assert_eq!(run_sizes(share, boxed), sizes);
        }
    }

    #[test]
    fn focal_points_become_classes_of_tenths() {
        let of = |x, y| focal_class(&Image { focal: Some(Focal(x, y)), ..image(&[]) });
        assert_eq!(of(0.5, 0.5), None);
        assert_eq!(of(0.52, 0.27).as_deref(), Some("fx-50 fy-30"));
        assert_eq!(of(-3.0, f64::INFINITY).as_deref(), Some("fx-0 fy-100"));
        assert_eq!(focal_class(&image(&[])), None);
    }
}
