//! A picture's files, as the browser chooses among them.

use story::model::{Image, MediaType};

use crate::Paper;
use crate::view::{Node, view};

/// How a picture is asked for.
pub struct Ask {
    /// How wide it is in the page, for the browser's choice; none where it is not worth the bytes
    /// of a choice: one file then, of the narrower ones.
    pub sizes: Option<String>,
    /// The narrowest and the widest file that are worth offering, in pixels.
    pub widths: (u32, u32),
    /// The one picture of a page that is wanted first.
    pub eager: bool,
    /// Where its middle lies when it is cropped.
    pub class: Option<String>,
    /// What is to be seen.
    pub alt: String,
}

/// The best format of a picture that not every browser knows; none where every file is of a kind
/// that all of them show.
fn best(image: &Image) -> Option<MediaType> {
    let has = |media| image.variants.iter().any(|variant| variant.media == media);
    [MediaType::Avif, MediaType::Webp].into_iter().find(|media| has(*media))
}

/// The files of a picture with their widths, narrowest first; of one width the first that is named,
/// which the press has made the best.
#[must_use]
pub fn files(image: &Image, avif: bool) -> Vec<(u32, &str)> {
    let own = image.src.as_str();
    let mut files = vec![(image.width, own)];
    // A few files, put in their places one by one: what sorts weighs more.
    for variant in &image.variants {
        if variant.media == MediaType::Avif && !avif {
            continue;
        }
        let at = files.iter().position(|(width, _)| *width >= variant.width);
        let at = at.unwrap_or(files.len());
        let file = (variant.width, variant.src.as_str());
        match files.get_mut(at) {
            Some(there) if there.0 == variant.width => {
                if there.1 == own {
                    *there = file;
                }
            }
            _ => files.insert(at, file),
        }
    }
    files
}

/// The `srcset` of some files, narrowest first; without widths where there is only one.
fn srcset(paper: &Paper, files: &[(u32, &str)]) -> String {
    let mut list = String::new();
    for (width, src) in files {
        if !list.is_empty() {
            // After a width it needs no space to be told from an address.
            list.push(',');
        }
        list.push_str(&paper.asset(src));
        if files.len() > 1 {
            list.push_str(&format!(" {width}w"));
        }
    }
    list
}

/// The one file for a browser that does not know AVIF: a WebP as wide as a phone's screen.
fn spare(image: &Image) -> &str {
    let mut spare = &image.src;
    for variant in &image.variants {
        if variant.media == MediaType::Webp {
            spare = &variant.src;
            if variant.width >= 700 {
                break;
            }
        }
    }
    spare
}

/// A picture's element. Its first source is in the best format there is, and the browser chooses
/// the width; a browser that does not know the format gets one file.
#[must_use]
pub fn picture(paper: &Paper, image: &Image, ask: Ask) -> Node {
    let best = best(image);
    let offered: Vec<(u32, &str)> = match best {
        Some(best) => {
            let of_it = image.variants.iter().filter(|it| it.media == best);
            of_it.map(|it| (it.width, it.src.as_str())).collect()
        }
        None if image.variants.is_empty() => Vec::new(),
        None => files(image, false),
    };
    // From one that is wide enough for the smallest screen to one that is for the largest.
    let (least, most) = ask.widths;
    let wide = |least: u32| offered.iter().position(|(width, _)| *width >= least);
    let last = offered.len().saturating_sub(1);
    let (from, to) = (wide(least).unwrap_or(last), wide(most).unwrap_or(last));
    let range = if ask.sizes.is_some() { from..to + 1 } else { 0..0 };
    let offered = offered.get(range).unwrap_or_default();
    let src = if ask.sizes.is_none() || best == Some(MediaType::Avif) {
        spare(image)
    } else {
        &image.src
    };
    let sizes = ask.sizes.filter(|_| offered.len() > 1);
    let set = (!offered.is_empty()).then(|| srcset(paper, offered));
    let (source, sizes, set) = match best.filter(|_| set.is_some()) {
        Some(best) => {
            let media = if best == MediaType::Avif { "image/avif" } else { "image/webp" };
            (Some(view! { <source type=media sizes=sizes srcset=set/> }), None, None)
        }
        None => (None, sizes, set),
    };
    let loading = if ask.eager { "eager" } else { "lazy" };
    let image = view! {
        <img
            class=ask.class
            loading=loading
            fetchpriority=ask.eager.then_some("high")
            sizes=sizes
            srcset=set
            src=paper.asset(src)
            width=image.width
            height=image.height
            alt=ask.alt
        />
    };
    match source {
        Some(source) => view! { <picture>{source}{image}</picture> },
        None => image,
    }
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
        return format!("(min-width:650px){}px,{}vw", part(phone, 536.0), part(phone, 82.0));
    }
    let phone = part(phone, 100.0);
    let (tablet, desk) = (part(tablet, 100.0), part(desk, 1060.0));
    format!("(min-width:1060px){desk}px,(min-width:600px){tablet}vw,{phone}vw")
}

/// The widest file that a picture in a run can need: twice its part of a desk's column or of a
/// tablet's, three times its part of a phone's.
#[must_use]
pub fn run_most([phone, tablet, desk]: Share, boxed: bool) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 3000")]
    let pixels = |share: f64| share as u32;
    if boxed {
        pixels(phone * 1072.0)
    } else {
        pixels((desk * 2120.0).max(tablet * 2120.0).max(phone * 1200.0))
    }
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
mod tests;
