//! The pictures of an article in the page.

use story::model::GalleryOrder;
use story::pictures::{Figures, Picture, alt};
use story::url::photo_fragment;

use super::rows::{ratio_class, rows};
use super::source;
use crate::Paper;
use crate::article::rich::rich;
use crate::i18n::Say;
use crate::view::{Node, view};

/// How a picture stands in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Alone, in the column's width.
    Alone,
    /// In a row with others; how many.
    Row(usize),
}

/// The `sizes` of a picture alone in the column.
pub const ALONE: &str = "(min-width: 900px) 820px, 100vw";

impl Place {
    fn sizes(self) -> &'static str {
        match self {
            Self::Alone => ALONE,
            Self::Row(1) => "(min-width: 1100px) 1060px, 100vw",
            Self::Row(2) => "(min-width: 1100px) 530px, (min-width: 600px) 50vw, 100vw",
            Self::Row(_) => "(min-width: 1100px) 350px, (min-width: 600px) 33vw, 100vw",
        }
    }
}

/// A run of pictures, or a single one. `total` is how many the article has.
#[must_use]
pub fn figures(paper: &Paper, figures: &Figures<'_>, total: u32) -> Node {
    if let [alone] = figures.pictures.as_slice()
        && figures.caption.is_none()
    {
        return figure(paper, alone, total, Place::Alone);
    }
    let ratios: Vec<f64> = figures
        .pictures
        .iter()
        .map(|picture| {
            f64::from(picture.image.width.max(1)) / f64::from(picture.image.height.max(1))
        })
        .collect();
    let mut rest = figures.pictures.as_slice();
    let rows: Vec<_> = rows(&ratios)
        .into_iter()
        .map(|many| {
            let (row, after) = rest.split_at(many);
            rest = after;
            let row: Vec<_> =
                row.iter().map(|picture| figure(paper, picture, total, Place::Row(many))).collect();
            view! { <div class="row">{row}</div> }
        })
        .collect();
    let class = match figures.order {
        GalleryOrder::Sequence => "run",
        GalleryOrder::Mosaic => "run run-mosaic",
    };
    // The run is a figure of figures: a screen reader ties the caption to all of them.
    let caption = figures.caption.map(
        |caption| view! { <figcaption class="run-caption">{rich(paper, caption)}</figcaption> },
    );
    view! { <figure class=class>{rows}{caption}</figure> }
}

/// One picture: a link that opens it, and what is said of it.
#[must_use]
pub fn figure(paper: &Paper, picture: &Picture<'_>, total: u32, place: Place) -> Node {
    let image = picture.image;
    let number = picture.number;
    let words = alt(image);
    let name = paper.say(Say::OpenPicture(number, total));
    let name = words.map_or_else(|| name.to_string(), |words| format!("{name}: {words}"));
    let class = match place {
        Place::Alone => "picture".to_owned(),
        Place::Row(_) => format!("picture {}", ratio_class(image.width, image.height)),
    };
    let shape = if image.height > image.width { "open tall" } else { "open" };
    // The first picture is what the reader waits for; every other one waits for the reader.
    let first = number == 1;
    let loading = if first { "eager" } else { "lazy" };
    let priority = first.then_some("high");
    let srcset = source::srcset(paper, image);
    let credit = image.credit.clone().map(|credit| view! { <span class="credit">{credit}</span> });
    let caption = picture.own_caption.map(|caption| rich(paper, caption));
    let under = (caption.is_some() || credit.is_some())
        .then(|| view! { <figcaption>{caption}{" "}{credit}</figcaption> });
    let fragment = photo_fragment(number);
    let id = fragment.trim_start_matches('#').to_owned();
    view! {
        <figure class=class id=id>
            <a class=shape href=fragment aria-label=name>
                <img
                    loading=loading
                    fetchpriority=priority
                    decoding="async"
                    sizes=srcset.is_some().then(|| place.sizes())
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
