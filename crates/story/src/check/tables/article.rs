//! Articles, as they are handed in and as they are published.

use super::TEXT;
use super::rules::{ID, PATH, SLUG, TIME};
use crate::check::shape::{Field, Shape, may, need};

const RICH: Shape = Shape::Named(
    "rich",
    &Shape::Rich(&[
        need("text", TEXT),
        may("marks", Shape::List(&Shape::OneOf(&["strong", "em", "sub", "sup", "s"]))),
        may("href", TEXT),
    ]),
);

const KIND: Shape =
    Shape::Named("kind", &Shape::OneOf(&["article", "photo", "video", "longform", "page"]));

/// A width or height that is known.
const PIXELS: Shape = Shape::Pixels(1);

/// One that the press looks up where it is left out, or 0.
const SIZE: Shape = Shape::Pixels(0);

const VARIANT: Shape = Shape::Object(&[
    need("src", TEXT),
    need("width", PIXELS),
    need("type", Shape::OneOf(&["image/avif", "image/webp", "image/jpeg", "image/png"])),
]);

const TRACK: Shape = Shape::Object(&[need("lang", TEXT), need("src", TEXT)]);
const TAG: Shape = Shape::Object(&[need("slug", SLUG), need("name", TEXT)]);
const AUTHOR: Shape = Shape::Object(&[need("name", TEXT), may("role", TEXT), may("url", TEXT)]);
const AUDIO: Shape =
    Shape::Object(&[need("voice", TEXT), need("url", TEXT), need("duration", Shape::Number)]);
const SOURCE: Shape = Shape::Object(&[need("name", TEXT), may("url", TEXT)]);
const CORRECTION: Shape = Shape::Object(&[need("time", TIME), need("text", TEXT)]);

/// A card's fields, and those of whatever may be there in a card's place: what must be there
/// first, then what else a card may have.
macro_rules! card {
    ($($head:expr),*) => {
        Shape::Object(&[
            $($head,)*
            may("kicker", TEXT),
            may("lead", TEXT),
            may("published", TIME),
            may("section", SLUG),
            may("kind", KIND),
            may("cover", AN_IMAGE),
        ])
    };
}

/// Everything that has a picture or a card in it. What is handed in and what is published differ
/// in how much is known of a picture's size, in the article's own path, and in what `related` and
/// `links` hold.
macro_rules! article {
    (size: $size:expr, $pixels:expr, path: $path:expr, pick: $pick:expr, link: $link:expr) => {
        const IMAGE: &[Field] = &[
            need("src", TEXT),
            $size("width", $pixels),
            $size("height", $pixels),
            may("alt", TEXT),
            may("caption", RICH),
            may("credit", TEXT),
            may("focal", Shape::Parts(2)),
            may("placeholder", TEXT),
            may("variants", Shape::List(&Shape::Named("variant", &VARIANT))),
        ];
        const AN_IMAGE: Shape = Shape::Named("image", &Shape::Object(IMAGE));

        /// An article as a list shows it.
        pub(in crate::check::tables) const CARD: Shape =
            Shape::Named("card", &card!(need("id", ID), need("path", PATH), need("title", TEXT)));

        const LINK: Shape = Shape::Either(
            "id",
            &$link,
            &card!(need("title", TEXT), need("url", TEXT), may("path", PATH)),
        );

        static BLOCK: Shape = Shape::Named(
            "block",
            &Shape::Block(&[
                ("paragraph", &[need("text", RICH)]),
                ("heading", &[need("level", Shape::Whole(2, 4)), need("text", RICH)]),
                ("image", IMAGE),
                (
                    "gallery",
                    &[
                        need("images", Shape::List(&AN_IMAGE)),
                        may("caption", RICH),
                        may("order", Shape::OneOf(&["sequence", "mosaic"])),
                    ],
                ),
                ("quote", &[need("text", RICH), may("by", TEXT), may("pull", Shape::Flag)]),
                ("list", &[may("ordered", Shape::Flag), need("items", Shape::List(&RICH))]),
                (
                    "table",
                    &[
                        may("header", Shape::List(&RICH)),
                        need("rows", Shape::List(&Shape::List(&RICH))),
                        may("caption", RICH),
                    ],
                ),
                (
                    "video",
                    &[
                        need("src", TEXT),
                        may("poster", AN_IMAGE),
                        may("captions", Shape::List(&TRACK)),
                        may("caption", RICH),
                        may("duration", Shape::Number),
                    ],
                ),
                (
                    "audio",
                    &[need("src", TEXT), need("title", TEXT), may("duration", Shape::Number)],
                ),
                (
                    "embed",
                    &[
                        need("provider", TEXT),
                        need("url", TEXT),
                        need("title", TEXT),
                        may("poster", AN_IMAGE),
                    ],
                ),
                ("box", &[may("title", TEXT), need("body", Shape::List(&BLOCK))]),
                ("links", &[need("items", Shape::List(&LINK))]),
                ("divider", &[]),
            ]),
        );

        pub(in crate::check::tables) const ARTICLE: Shape = Shape::Object(&[
            need("version", Shape::Version),
            need("id", ID),
            need("title", TEXT),
            may("slug", SLUG),
            $path("path", PATH),
            may("aliases", Shape::List(&PATH)),
            may("kind", KIND),
            may("kicker", TEXT),
            may("lead", RICH),
            may("section", SLUG),
            may("tags", Shape::List(&TAG)),
            may("authors", Shape::List(&AUTHOR)),
            may("published", TIME),
            may("updated", TIME),
            may("cover", AN_IMAGE),
            need("body", Shape::List(&BLOCK)),
            may("related", Shape::List(&$pick)),
            may("audio", Shape::List(&AUDIO)),
            may("source", SOURCE),
            may("corrections", Shape::List(&CORRECTION)),
        ]);
    };
}

pub(super) mod handed_in {
    use super::*;

    article! {
        size: may, SIZE,
        path: may,
        pick: Shape::TextOr(&ID, &CARD),
        link: card!(need("id", ID), may("path", PATH), may("title", TEXT), may("url", TEXT))
    }
}

pub(super) mod published {
    use super::*;

    article! {
        size: need, PIXELS,
        path: need,
        pick: CARD,
        link: card!(need("id", ID), need("path", PATH), need("title", TEXT), may("url", TEXT))
    }
}

/// An article as it is handed in. A published one may be handed in again.
pub const ARTICLE: Shape = handed_in::ARTICLE;

/// An article as it is published.
pub const PUBLISHED_ARTICLE: Shape = published::ARTICLE;
