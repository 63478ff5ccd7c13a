//! How a long work gets on, and what came of it.
//!
//! Whoever works tells [`Progress`]; [`Watch`] listens, times each step and moves a bar where
//! somebody looks at one; [`Summary`] says it all at the end.

mod bar;
mod step;
mod summary;
mod watch;
mod words;

pub(crate) use bar::Bar;
pub use step::Step;
pub use summary::{Summary, problems};
pub use watch::{Pictures, Times, Watch};

/// Who is told how a work gets on. Told from every thread that works.
pub trait Progress: Sync {
    /// A step begins, and the one before it is over. `total` is how many pieces it has; 0 where
    /// nobody knows yet.
    fn step(&self, step: Step, total: u64);

    /// So many more pieces of this step are done.
    fn done(&self, pieces: u64);

    /// So many pictures were made, and so many found made by an earlier build.
    fn pictures(&self, made: u64, reused: u64);
}

/// Nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Progress for Silent {
    fn step(&self, _: Step, _: u64) {}

    fn done(&self, _: u64) {}

    fn pictures(&self, _: u64, _: u64) {}
}
