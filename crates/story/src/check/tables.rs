//! The contract as tables: what the types of [`crate::model`] accept, said once more so that all
//! mistakes can be named. A test holds the two together.

use super::shape::{Field, Shape, may, need};
use crate::model::{ArticleId, Slug};
use crate::time::Time;
use crate::url::{ArchiveKey, SitePath};

const TEXT: Shape = Shape::Text;
const RICH: Shape = Shape::Rich;
const ID: Shape = Shape::Parsed("an id of 1 to 64 letters, digits or underscores", |text| {
    ArticleId::new(text).is_ok()
});
const SLUG: Shape =
    Shape::Parsed("a slug of a–z, 0–9 and dashes", |text| Slug::new(text).is_ok());
const TIME: Shape =
    Shape::Parsed("a time like 2023-08-25T19:52:00+07:00", |text| text.parse::<Time>().is_ok());
const PATH: Shape =
    Shape::Parsed("a path on the site like /tin/ten-bai-1/", |text| SitePath::new(text).is_ok());
const KEY: Shape =
    Shape::Parsed("a part of a list like 2023-08", |text| ArchiveKey::new(text).is_ok());
const SIZE: Shape = Shape::Whole(0, u32::MAX);
const PUBLISHED_SIZE: Shape = Shape::Whole(1, u32::MAX);
const KIND: Shape = Shape::OneOf(&["article", "photo", "video", "longform", "page"]);

const VARIANT: Shape = Shape::Object(&[
    need("src", TEXT),
    need("width", PUBLISHED_SIZE),
    need("type", Shape::OneOf(&["image/avif", "image/webp", "image/jpeg", "image/png"])),
]);

const IMAGE: &[Field] = &[
    need("src", TEXT),
    may("width", SIZE),
    may("height", SIZE),
    may("alt", TEXT),
    may("caption", RICH),
    may("credit", TEXT),
    may("focal", Shape::Parts(2)),
    may("placeholder", TEXT),
    may("variants", Shape::List(&VARIANT)),
];
const AN_IMAGE: Shape = Shape::Object(IMAGE);

const TRACK: Shape = Shape::Object(&[need("lang", TEXT), need("src", TEXT)]);

const CARD: Shape = Shape::Object(&[
    need("id", ID),
    need("path", PATH),
    need("title", TEXT),
    may("kicker", TEXT),
    may("lead", TEXT),
    may("published", TIME),
    may("section", SLUG),
    may("kind", KIND),
    may("cover", AN_IMAGE),
]);

static BLOCK: Shape = Shape::Block(&[
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
    ("audio", &[need("src", TEXT), need("title", TEXT), may("duration", Shape::Number)]),
    (
        "embed",
        &[need("provider", TEXT), need("url", TEXT), need("title", TEXT), may("poster", AN_IMAGE)],
    ),
    ("box", &[may("title", TEXT), need("body", Shape::List(&BLOCK))]),
    ("links", &[need("items", Shape::List(&Shape::Link(&LINK)))]),
    ("divider", &[]),
]);
const LINK: Shape = Shape::Object(&[need("title", TEXT), need("url", TEXT)]);

const TAG: Shape = Shape::Object(&[need("slug", SLUG), need("name", TEXT)]);
const AUTHOR: Shape = Shape::Object(&[need("name", TEXT), may("role", TEXT), may("url", TEXT)]);
const AUDIO: Shape =
    Shape::Object(&[need("voice", TEXT), need("url", TEXT), need("duration", Shape::Number)]);
const CORRECTION: Shape = Shape::Object(&[need("time", TIME), need("text", TEXT)]);

/// An article's fields; `path` and `related` are what differs between handed in and published.
macro_rules! article {
    ($path:expr, $related:expr) => {
        Shape::Object(&[
            need("version", Shape::Version),
            need("id", ID),
            need("title", TEXT),
            may("slug", SLUG),
            $path,
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
            may("related", Shape::List(&$related)),
            may("audio", Shape::List(&AUDIO)),
            may("source", Shape::Object(&[need("name", TEXT), may("url", TEXT)])),
            may("corrections", Shape::List(&CORRECTION)),
        ])
    };
}

/// An article as it is handed in.
pub const ARTICLE: Shape = article!(may("path", PATH), Shape::TextOr(&ID, &CARD));

/// An article as it is published.
pub const PUBLISHED_ARTICLE: Shape = article!(need("path", PATH), CARD);

const PART: Shape = Shape::Object(&[need("key", KEY), need("count", SIZE)]);

/// A file of a list.
pub const LIST: Shape = Shape::Object(&[
    need("version", Shape::Version),
    need("slug", SLUG),
    need("title", TEXT),
    need("key", KEY),
    need("items", Shape::List(&CARD)),
    may("parts", Shape::List(&PART)),
    may("newer", Shape::OrNull(&KEY)),
    may("older", Shape::OrNull(&KEY)),
    may("total", SIZE),
]);

/// `home.json` as it is handed in.
pub const HOME_PLAN: Shape = Shape::Object(&[
    need("version", Shape::Version),
    may("lead", Shape::List(&ID)),
    may(
        "zones",
        Shape::List(&Shape::Object(&[
            may("title", TEXT),
            may("section", SLUG),
            may("ids", Shape::List(&ID)),
            may("count", Shape::Whole(1, 100)),
        ])),
    ),
]);

/// `content/home.json`.
pub const HOME: Shape = Shape::Object(&[
    need("version", Shape::Version),
    need("lead", Shape::List(&CARD)),
    need(
        "zones",
        Shape::List(&Shape::Object(&[
            need("title", TEXT),
            may("path", PATH),
            need("items", Shape::List(&CARD)),
        ])),
    ),
]);

/// `site.json`.
pub const SITE: Shape = Shape::Object(&[
    need("version", Shape::Version),
    need("name", TEXT),
    may("tagline", TEXT),
    need("language", Shape::OneOf(&["vi", "en"])),
    need("timezone", TEXT),
    need(
        "base_url",
        Shape::Parsed("an address that starts with https://", |text| {
            text.strip_prefix("https://")
                .is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        }),
    ),
    need(
        "sections",
        Shape::List(&Shape::Object(&[need("slug", SLUG), need("name", TEXT), may("parent", SLUG)])),
    ),
    may(
        "social",
        Shape::List(&Shape::Object(&[
            need("network", Shape::OneOf(&["facebook", "youtube", "zalo", "x"])),
            need("url", TEXT),
        ])),
    ),
    may("contact", Shape::List(&TEXT)),
    may("licence", TEXT),
    may(
        "hosts",
        Shape::Object(&[
            may("img", Shape::List(&HOST)),
            may("media", Shape::List(&HOST)),
            may("frame", Shape::List(&HOST)),
            may("count", HOST),
        ]),
    ),
    may("download", Shape::Flag),
    may("pages", Shape::List(&Shape::Object(&[need("path", PATH), need("title", TEXT)]))),
]);

/// A host goes into each page's policy: nothing that would end a directive there may be in it.
const HOST: Shape = Shape::Parsed("a host like img.example.com", |text| {
    !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b".-:".contains(&b))
        && text.contains('.')
});
