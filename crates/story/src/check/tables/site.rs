//! The paper itself.

use super::TEXT;
use super::rules::{BASE_URL, HOST, PATH, SLUG};
use crate::check::shape::{Shape, may, need};

/// `site.json`.
pub const SITE: Shape = Shape::Object(&[
    need("version", Shape::Version),
    need("name", TEXT),
    may("tagline", TEXT),
    need("language", Shape::OneOf(&["vi", "en"])),
    need("timezone", TEXT),
    need("base_url", BASE_URL),
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
