//! The pictures of an article in the page.

use story::model::{GalleryOrder, Rich};
use story::pictures::{Figures, Picture, Tone, alt, tone};
use story::url::photo_fragment;

use super::rows::{MEASURES, rows};
use super::source::{self, Ask, Share, run_most};
use super::steps::{ratio_step, sum_step};
use crate::Paper;
use crate::article::rich::rich;
use crate::i18n::Say;
use crate::view::{Node, view};

/// The `sizes` of a picture alone in the column.
pub const ALONE: &str = "(min-width:900px)820px,100vw";

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
    let places = places(&figures.pictures, mosaic);
    let pictures: Vec<_> = figures
        .pictures
        .iter()
        .zip(places)
        .map(|(picture, (class, share))| figure(paper, picture, total, class, Some((share, boxed))))
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
        format!("picture r-{}", ratio_step(width, height).0)
    } else {
        "picture".to_owned()
    };
    figure(paper, picture, total, class, None)
}

/// Where each picture of a run stands, in columns of any width: its classes, and its share of its
/// row.
fn places(pictures: &[Picture<'_>], mosaic: bool) -> Vec<(String, Share)> {
    let mut ratios = Vec::new();
    let mut places = Vec::new();
    for picture in pictures {
        let (step, ratio) = ratio_step(picture.image.width, picture.image.height);
        ratios.push(ratio);
        places.push((format!("picture r-{step}"), [1.0; 3]));
    }
    for (tier, measure) in MEASURES.iter().enumerate() {
        let (mut places, mut ratios) = (places.as_mut_slice(), ratios.as_slice());
        for many in rows(ratios, measure, mosaic) {
            let (row, after) = places.split_at_mut(many);
            let (row_ratios, ratios_after) = ratios.split_at(many);
            (places, ratios) = (after, ratios_after);
            if many == 1 {
                continue;
            }
            let sum = row_ratios.iter().sum();
            let class = format!(" {}-{}", TIERS[tier], sum_step(sum));
            for ((classes, share), ratio) in row.iter_mut().zip(row_ratios) {
                classes.push_str(&class);
                share[tier] = ratio / sum;
            }
            // Where a row ends, for a page that is still coming.
            if let Some((last, _)) = row.last_mut() {
                last.push_str(&format!(" {}e", TIERS[tier]));
            }
        }
    }
    places
}

/// One picture: a link that opens it, and what is said of it. `share` of its row, and whether that
/// is in a box; none where it is alone.
fn figure(
    paper: &Paper,
    picture: &Picture<'_>,
    total: u32,
    class: String,
    share: Option<(Share, bool)>,
) -> Node {
    let image = picture.image;
    let number = picture.number;
    let words = alt(image);
    let name = paper.say(Say::OpenPicture(number, total));
    let name = words.map_or_else(|| name.to_string(), |words| format!("{name}: {words}"));
    let phone = share.map_or(1.0, |(share, _)| share[0]);
    let mut shape = if image.height > image.width { "open tall" } else { "open" }.to_owned();
    if let Some(Tone { light, yellow, red }) = tone(image) {
        shape += &format!(" toned y{light} u{yellow} v{red}");
    }
    // The widest that a screen of two pixels for each of the style's can show.
    let (sizes, widths) = match share {
        Some((share, boxed)) => (source::run_sizes(share, boxed), (0, run_most(share, boxed))),
        None => (ALONE.to_owned(), (700, 1600)),
    };
    let ask = Ask {
        sizes: Some(sizes),
        widths,
        // The first picture is what the reader waits for; every other one waits for the reader.
        eager: number == 1,
        class: None,
        alt: words.unwrap_or_default().to_owned(),
    };
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
                {source::picture(paper, image, ask)}
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
    let letters = u32::try_from(caption.plain().chars().count()).unwrap_or(u32::MAX);
    if f64::from(letters) <= THREE_LINES * phone {
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
