//! Text that something can parse, each with the pattern that says the same in a schema.

use crate::check::shape::{Rule, Shape};
use crate::model::{ArticleId, Slug, is_base_url, is_host};
use crate::time::Time;
use crate::url::{ArchiveKey, SitePath};

pub(super) const ID: Shape = Shape::Parsed(&Rule {
    key: "id",
    name: "an id of 1 to 64 letters, digits or underscores",
    good: |text| ArticleId::new(text).is_ok(),
    pattern: "^[A-Za-z0-9_]{1,64}$",
});

pub(super) const SLUG: Shape = Shape::Parsed(&Rule {
    key: "slug",
    name: "a slug of a–z, 0–9 and dashes",
    good: |text| Slug::new(text).is_ok(),
    pattern: "^[a-z0-9-]+$",
});

/// The days that there are, leap days in leap years only.
macro_rules! day {
    () => {
        concat!(
            "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
            "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))",
            "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])",
            "|(?:[02468][048]|[13579][26])00)-02-29)"
        )
    };
}

pub(super) const TIME: Shape = Shape::Parsed(&Rule {
    key: "time",
    name: "a time like 2023-08-25T19:52:00+07:00",
    good: |text| text.parse::<Time>().is_ok(),
    pattern: concat!(
        "^",
        day!(),
        "[Tt ](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?",
        "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$"
    ),
});

/// A character of a path's segment, without and with the dot.
macro_rules! segment {
    () => {
        concat!(
            "(?:[^./?#\\\\\\x00-\\x1f\\x7f-\\x9f][^/?#\\\\\\x00-\\x1f\\x7f-\\x9f]*",
            "|\\.[^./?#\\\\\\x00-\\x1f\\x7f-\\x9f][^/?#\\\\\\x00-\\x1f\\x7f-\\x9f]*",
            "|\\.\\.[^/?#\\\\\\x00-\\x1f\\x7f-\\x9f]+)"
        )
    };
}

pub(super) const PATH: Shape = Shape::Parsed(&Rule {
    key: "path",
    name: "a path on the site like /tin/ten-bai-1/",
    good: |text| SitePath::new(text).is_ok(),
    pattern: concat!("^/(?:", segment!(), "(?:/", segment!(), "?)*)?$"),
});

pub(super) const KEY: Shape = Shape::Parsed(&Rule {
    key: "key",
    name: "a part of a list like 2023-08",
    good: |text| ArchiveKey::new(text).is_ok(),
    // That what is cut by id has no more characters than the ids is left to the program.
    pattern: concat!(
        "^(?:latest|archive|undated(?:_(?:[1-9]|[1-5][0-9]|6[0-4])_[A-Za-z0-9_]{1,64})?",
        "|[0-9]{4}-(?:0[1-9]|1[0-2])|",
        day!(),
        "(?:T(?:[01][0-9]|2[0-3])",
        "(?:-[0-5][0-9](?:_(?:[1-9]|[1-5][0-9]|6[0-4])_[A-Za-z0-9_]{1,64})?)?)?)$"
    ),
});

pub(super) const BASE_URL: Shape = Shape::Parsed(&Rule {
    key: "base_url",
    name: "an address that starts with https://",
    good: is_base_url,
    pattern: "^https://[^/]",
});

pub(super) const HOST: Shape = Shape::Parsed(&Rule {
    key: "host",
    name: "a host like img.example.com",
    good: is_host,
    pattern: "^[A-Za-z0-9.:-]*\\.[A-Za-z0-9.:-]*$",
});
