//! The pictures of an article in the page.

use story::model::{GalleryOrder, Rich, Run};
use story::pictures::{Figures, Picture, Tone, alt, tone};
use story::url::photo_fragment;

use super::rows::{MEASURES, rows};
use super::source::{self, Share};
use super::steps::{ratio_of, ratio_step, sum_step};
use crate::Paper;
use crate::article::rich::rich;
use crate::i18n::Say;
use crate::view::{Node, view};

/// How a picture stands in the page.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    /// Its classes.
    class: String,
    /// How wide it is, for the browser's choice of a file.
    sizes: String,
    /// Its part of a phone's width.
    phone: f64,
}

/// The `sizes` of a picture alone in the column.
pub const ALONE: &str = "(min-width: 900px) 820px, 100vw";

/// The classes of a row for each of the [`MEASURES`].
const TIERS: [char; 3] = ['p', 'm', 'w'];

/// A run of pictures, or a single one. `total` is how many the article has; `boxed` where it stands
/// in a box.
#[must_use]
pub fn figures(paper: &Paper, figures: &Figures<'_>, total: u32, boxed: bool) -> Node {
    if let [alone] = figures.pictures.as_slice()
        && figures.caption.is_none()
    {
        return self::alone(paper, alone, total);
    }
    let mosaic = figures.order == GalleryOrder::Mosaic;
    let places = places(&figures.pictures, mosaic, boxed);
    let pictures: Vec<_> = figures
        .pictures
        .iter()
        .zip(places)
        .map(|(picture, place)| figure(paper, picture, total, place))
        .collect();
    // The run is a figure of figures: a screen reader ties the caption to all of them.
    let caption = figures.caption.map(|caption| {
        view! { <figcaption class="run-caption">{said(paper, caption, None, 1.0)}</figcaption> }
    });
    let class = if mosaic { "run run-mosaic" } else { "run" };
    view! { <figure class=class>{pictures}{caption}</figure> }
}

/// A picture in the column's width.
#[must_use]
pub fn alone(paper: &Paper, picture: &Picture<'_>, total: u32) -> Node {
    // A tall one must not be higher than the window: the style asks how tall it is.
    let (width, height) = (picture.image.width, picture.image.height);
    let class = if height > width {
        format!("picture r-{}", ratio_step(width, height))
    } else {
        "picture".to_owned()
    };
    figure(paper, picture, total, Place { class, sizes: ALONE.to_owned(), phone: 1.0 })
}

/// Where each picture of a run stands, in columns of any width.
fn places(pictures: &[Picture<'_>], mosaic: bool, boxed: bool) -> Vec<Place> {
    let steps: Vec<u32> = pictures
        .iter()
        .map(|picture| ratio_step(picture.image.width, picture.image.height))
        .collect();
    let ratios: Vec<f64> = steps.iter().map(|step| ratio_of(*step)).collect();
    let mut classes: Vec<String> = steps.iter().map(|step| format!("picture r-{step}")).collect();
    let mut shares: Vec<Share> = ratios.iter().map(|_| [1.0; 3]).collect();
    for (tier, measure) in MEASURES.iter().enumerate() {
        let mut at = 0;
        for many in rows(&ratios, measure, mosaic) {
            let row = at..at + many;
            at += many;
            if many == 1 {
                continue;
            }
            let sum = ratios[row.clone()].iter().sum();
            let class = format!(" {}-{}", TIERS[tier], sum_step(sum));
            for at in row {
                classes[at] += &class;
                shares[at][tier] = ratios[at] / sum;
            }
        }
    }
    let places = classes.into_iter().zip(shares);
    let place = |(class, share): (String, Share)| Place {
        class,
        sizes: source::run_sizes(share, boxed),
        phone: share[0],
    };
    places.map(place).collect()
}

/// One picture: a link that opens it, and what is said of it.
fn figure(paper: &Paper, picture: &Picture<'_>, total: u32, place: Place) -> Node {
    let image = picture.image;
    let number = picture.number;
    let words = alt(image);
    let name = paper.say(Say::OpenPicture(number, total));
    let name = words.map_or_else(|| name.to_string(), |words| format!("{name}: {words}"));
    let Place { class, sizes, phone } = place;
    let mut shape = if image.height > image.width { "open tall" } else { "open" }.to_owned();
    if let Some(Tone { light, yellow, red }) = tone(image) {
        shape += &format!(" toned y{light} u{yellow} v{red}");
    }
    // The first picture is what the reader waits for; every other one waits for the reader.
    let first = number == 1;
    let loading = if first { "eager" } else { "lazy" };
    let priority = first.then_some("high");
    let srcset = source::srcset(paper, image);
    let credit = image.credit.as_deref();
    let under = match picture.own_caption {
        Some(caption) => Some(said(paper, caption, credit, phone)),
        None => credit.map(self::credit),
    };
    let under = under.map(|words| view! { <figcaption>{words}</figcaption> });
    let fragment = photo_fragment(number);
    let id = fragment.trim_start_matches('#').to_owned();
    view! {
        <figure class=class id=id>
            <a class=shape href=fragment aria-label=name>
                <img
                    loading=loading
                    fetchpriority=priority
                    decoding="async"
                    sizes=srcset.is_some().then_some(sizes)
                    srcset=srcset
                    src=paper.asset(&image.src)
                    width=image.width
                    height=image.height
                    alt=words.unwrap_or_default().to_owned()
                />
            </a>
            {under}
        </figure>
    }
}

/// More letters than this are more than three lines on a phone.
const THREE_LINES: f64 = 170.0;

/// What is said of a picture, and who made it. A long caption has a button: on a phone it is folded
/// to three lines. Which one is long is told by its letters, so that nobody has to measure lines.
fn said(paper: &Paper, caption: &Rich, credit: Option<&str>, phone: f64) -> Node {
    let words = rich(paper, caption);
    let credit = credit.map(self::credit);
    if f64::from(letters(caption)) <= THREE_LINES * phone {
        return view! { {words}{" "}{credit} };
    }
    view! {
        <span class="long">{words}</span>
        {" "}
        {credit}
        <button type="button" class="unfold" data-do="unfold" aria-expanded="false">
            {paper.say(Say::Unfold)}
        </button>
    }
}

fn credit(name: &str) -> Node {
    view! { <span class="credit">{name.to_owned()}</span> }
}

fn letters(caption: &Rich) -> u32 {
    let letters = match caption {
        Rich::Plain(text) => text.chars().count(),
        Rich::Runs(runs) => runs
            .iter()
            .map(|run| match run {
                Run::Plain(text) => text.chars().count(),
                Run::Span(span) => span.text.chars().count(),
            })
            .sum(),
    };
    u32::try_from(letters).unwrap_or(u32::MAX)
}
