//! What pages are made of besides articles: lists and the first page.

use super::article::published::CARD;
use super::rules::{ID, KEY, PATH, SLUG};
use super::{COUNT, TEXT};
use crate::check::shape::{Shape, may, need};

/// A file of a list.
pub const LIST: Shape = Shape::Object(&[
    need("version", Shape::Version),
    need("slug", SLUG),
    need("title", TEXT),
    need("key", KEY),
    need("items", Shape::List(&CARD)),
    may("parts", Shape::List(&Shape::Object(&[need("key", KEY), need("count", COUNT)]))),
    may("newer", Shape::OrNull(&KEY)),
    may("older", Shape::OrNull(&KEY)),
    may("total", COUNT),
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
            may("count", COUNT),
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
