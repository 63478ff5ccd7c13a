//! The budgets: the one place in the code that names them. `docs/benchmarks.md` has them as they
//! are held.

use super::figure::{Figure, Unit};

/// What a budget asks of its figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

/// When a budget is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// In every run over the pages: it holds on a noisy machine, too.
    Always,
    /// In the full run only: it takes long, or it is a time that a busy machine spoils.
    Full,
    /// In the full run, where a real newsroom's folder is at hand.
    WithReal,
    /// In Lighthouse's run.
    Lighthouse,
}

/// A promise to the reader, in numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Budget {
    /// What it is about.
    pub figure: Figure,
    /// In words.
    pub what: &'static str,
    /// In numbers.
    pub limit: Limit,
    /// Of what.
    pub unit: Unit,
    /// When it is looked at.
    pub when: When,
}

const fn budget(
    figure: Figure,
    limit: Limit,
    unit: Unit,
    when: When,
    what: &'static str,
) -> Budget {
    Budget { figure, what, limit, unit, when }
}

use Limit::{AtLeast, AtMost};
use When::{Always, Full, WithReal};

/// Every budget, in the order in which it is told.
pub const BUDGETS: &[Budget] = &[
    budget(
        Figure::LargestPaint,
        AtMost(1.05),
        Unit::Times,
        Always,
        "largest paint of an article, against the same page without any script",
    ),
    budget(
        Figure::FirstWindow,
        AtMost(14.0),
        Unit::Kilobytes,
        Always,
        "HTML and CSS before the first paint, brotli",
    ),
    budget(
        Figure::RealPage,
        AtMost(25.0),
        Unit::Kilobytes,
        WithReal,
        "a real article's page on disk",
    ),
    budget(
        Figure::AppForReading,
        AtMost(85.0),
        Unit::Kilobytes,
        Always,
        "app for reading (wasm and glue), brotli",
    ),
    budget(
        Figure::AppOnTop,
        AtMost(40.0),
        Unit::Kilobytes,
        Always,
        "all that the app can load on top, brotli",
    ),
    budget(
        Figure::Blocking,
        AtMost(0.0),
        Unit::Milliseconds,
        Full,
        "total blocking time of an article with the app",
    ),
    budget(
        Figure::LongestTask,
        AtMost(50.0),
        Unit::Milliseconds,
        Always,
        "longest task while the app takes over",
    ),
    budget(
        Figure::Shift,
        AtMost(0.0),
        Unit::Shift,
        Always,
        "layout shift, the worst page at the worst width",
    ),
    budget(
        Figure::MoveBeyondRoundTrip,
        AtMost(50.0),
        Unit::Milliseconds,
        Full,
        "press on a card to the next headline, JSON not fetched yet, beyond one round trip",
    ),
    budget(
        Figure::MovePrefetched,
        AtMost(50.0),
        Unit::Milliseconds,
        Full,
        "press on a card to the next headline, JSON prefetched",
    ),
    budget(Figure::Back, AtMost(50.0), Unit::Milliseconds, Full, "Back"),
    budget(
        Figure::HeapGrowth,
        AtMost(1.1),
        Unit::Times,
        Always,
        "heap after 100 articles, against after 10",
    ),
    budget(
        Figure::RailNodes,
        AtMost(1.0),
        Unit::Times,
        Always,
        "DOM nodes of a rail over 10,000 articles, at its largest, against its first cards",
    ),
    budget(
        Figure::LighthouseWorst,
        AtLeast(100.0),
        Unit::Points,
        When::Lighthouse,
        "Lighthouse on a phone: home, section, article; the lowest of four categories",
    ),
];
