//! What is measured, and how it is written.

/// What a budget is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Figure {
    /// Largest paint with the app, over the one without script.
    LargestPaint,
    /// HTML and blocking CSS, packed.
    FirstWindow,
    /// A real article's page as a file.
    RealPage,
    /// Wasm and glue, packed.
    AppForReading,
    /// Everything else that the app can load, packed.
    AppOnTop,
    /// What tasks take beyond 50 ms after the first paint of a load with the app.
    Blocking,
    /// The longest task of a load with the app.
    LongestTask,
    /// The largest sum of layout shifts of a page.
    Shift,
    /// A move to an article that was not fetched, less one round trip.
    MoveBeyondRoundTrip,
    /// A move to an article that was fetched ahead.
    MovePrefetched,
    /// A move back.
    Back,
    /// Heap after many articles, over the heap after some.
    HeapGrowth,
    /// A rail's nodes at their most, over those at its start.
    RailNodes,
    /// The lowest of Lighthouse's scores.
    LighthouseWorst,
}

/// Of what a figure is so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A ratio.
    Times,
    /// Thousands of bytes.
    Kilobytes,
    /// Thousandths of a second.
    Milliseconds,
    /// The browser's measure of layout shift.
    Shift,
    /// Of a hundred.
    Points,
}

impl Unit {
    /// A figure as it is written.
    pub fn write(self, value: f64) -> String {
        match self {
            Self::Times => format!("{value:.3}×"),
            Self::Kilobytes => format!("{value:.1} kB"),
            Self::Milliseconds => format!("{value:.0} ms"),
            Self::Shift => format!("{value:.4}"),
            Self::Points => format!("{value:.0}"),
        }
    }
}
