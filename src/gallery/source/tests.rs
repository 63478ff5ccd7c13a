use story::model::{Focal, Image, MediaType, Variant};

use super::*;

fn image(widths: &[u32]) -> Image {
    let variant = |width: &u32| variant(*width, MediaType::Jpeg);
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

fn variant(width: u32, media: MediaType) -> Variant {
    let ending = match media {
        MediaType::Avif => ".avif",
        MediaType::Webp => ".webp",
        _ => "",
    };
    Variant { src: format!("img/{width}{ending}"), width, media }
}

/// As the press makes them of a photograph: AVIFs, two WebPs, and the file itself.
fn developed() -> Image {
    let avif = [400, 800, 1200, 1600].map(|width| variant(width, MediaType::Avif));
    let webp = [800, 2400].map(|width| variant(width, MediaType::Webp));
    let variants = avif.into_iter().chain(webp).collect();
    Image { width: 2400, height: 1600, variants, ..image(&[]) }
}

#[test]
fn the_best_format_of_each_width_that_the_browser_knows() {
    let with = ["400.avif", "800.avif", "1200.avif", "1600.avif", "2400.webp"];
    let found = |avif| -> Vec<String> {
        let image = developed();
        files(&image, avif).iter().map(|(_, src)| src.replace("img/", "")).collect()
    };
    assert_eq!(found(true), with);
    assert_eq!(found(false), ["800.webp", "2400.webp"]);
}

fn html(image: &Image, sizes: Option<&str>, widths: (u32, u32)) -> String {
    let site = r#"{"version":1,"name":"Báo","language":"vi","timezone":"Asia/Ho_Chi_Minh",
        "base_url":"https://x.example","sections":[]}"#;
    let site = serde_json::from_str(site).expect("a site");
    let paper = Paper { site, base: story::url::Base::default(), now: None };
    let ask = Ask {
        sizes: sizes.map(str::to_owned),
        widths,
        eager: false,
        class: None,
        alt: String::new(),
    };
    let mut out = String::new();
    picture(&paper, image, ask).write(&mut out);
    out
}

#[test]
fn a_page_offers_the_best_format_and_one_file_for_the_rest() {
    let rest = "width=2400 height=1600 alt";
    let table = [
        (
            developed(),
            Some("100vw"),
            (400, 1640),
            format!(
                "<picture><source type=image/avif sizes=100vw srcset=\"/img/400.avif 400w,\
                 /img/800.avif 800w,/img/1200.avif 1200w,/img/1600.avif 1600w\"><img \
                 loading=lazy src=/img/800.webp {rest}></picture>"
            ),
        ),
        (
            developed(),
            Some("9vw"),
            (0, 420),
            format!(
                "<picture><source type=image/avif sizes=9vw srcset=\"/img/400.avif 400w,\
                 /img/800.avif 800w\"><img loading=lazy src=/img/800.webp {rest}></picture>"
            ),
        ),
        // Alone in the column, where no screen is so small.
        (
            developed(),
            Some("9vw"),
            (700, 1000),
            format!(
                "<picture><source type=image/avif sizes=9vw srcset=\"/img/800.avif 800w,\
                 /img/1200.avif 1200w\"><img loading=lazy src=/img/800.webp {rest}></picture>"
            ),
        ),
        // In the rail: one file that is small enough.
        (developed(), None, (0, 800), format!("<img loading=lazy src=/img/800.webp {rest}>")),
        // What a newsroom hands in by itself.
        (
            image(&[400]),
            Some("100vw"),
            (400, 1640),
            "<img loading=lazy sizes=100vw srcset=\"/img/400 400w,/img/full 1600w\" \
             src=/img/full width=1600 height=900 alt>"
                .to_owned(),
        ),
        (
            image(&[]),
            Some("100vw"),
            (400, 1640),
            "<img loading=lazy src=/img/full width=1600 height=900 alt>".to_owned(),
        ),
    ];
    for (image, sizes, widths, expected) in table {
        assert_eq!(html(&image, sizes, widths), expected);
    }
    // Only WebP, as for the desk: who does not know it gets the file itself.
    let fast = Image { variants: vec![variant(800, MediaType::Webp)], ..developed() };
    assert_eq!(
        html(&fast, Some("100vw"), (400, 1640)),
        format!(
            "<picture><source type=image/webp srcset=/img/800.webp><img loading=lazy \
             src=/img/full {rest}></picture>"
        )
    );
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
        assert_eq!(files(&image(widths), false), expected, "{widths:?}");
    }
}

#[test]
fn sizes_follow_the_rows() {
    let table = [
        ([1.0, 0.5, 0.25], false, "(min-width:1060px)265px,(min-width:600px)50vw,100vw"),
        ([1.0 / 3.0; 3], false, "(min-width:1060px)354px,(min-width:600px)34vw,34vw"),
        ([0.5, 0.3, 0.2], true, "(min-width:650px)268px,41vw"),
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
