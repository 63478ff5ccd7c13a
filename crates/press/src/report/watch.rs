use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::bar::Bar;
use super::{Progress, Step};

/// Listens to a work: times its steps, and shows how it gets on.
pub struct Watch {
    began: Instant,
    seen: Mutex<Seen>,
    bar: Option<Bar>,
}

#[derive(Default)]
struct Seen {
    /// The step that is being done, and since when.
    now: Option<(Step, Instant)>,
    times: Times,
}

/// How many pictures there were to make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pictures {
    /// Those that were made.
    pub made: u64,
    /// Those that an earlier build had made.
    pub reused: u64,
}

/// How long a work took.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// From its beginning to its end.
    pub whole: Duration,
    /// Each step, in the order in which they began. One that was taken up again has one time.
    pub steps: Vec<(Step, Duration)>,
    /// The pictures.
    pub pictures: Pictures,
}

impl Watch {
    /// Begins to listen. With `show`, a bar moves where the errors' output is a terminal.
    #[must_use]
    pub fn new(show: bool) -> Self {
        let bar = show.then(Bar::new);
        Self { began: Instant::now(), seen: Mutex::default(), bar }
    }

    /// The work is over: the bar goes.
    #[must_use]
    pub fn end(self) -> Times {
        let now = Instant::now();
        let mut seen = self.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        seen.turn(None, now);
        Times { whole: now.duration_since(self.began), ..seen.times }
    }

    /// What was seen is plain numbers: it holds although somebody who told it has panicked.
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seen {
    fn turn(&mut self, next: Option<Step>, now: Instant) {
        let next = next.map(|step| (step, now));
        let Some((step, since)) = std::mem::replace(&mut self.now, next) else { return };
        let took = now.duration_since(since);
        match self.times.steps.iter_mut().find(|(known, _)| *known == step) {
            Some((_, time)) => *time += took,
            None => self.times.steps.push((step, took)),
        }
    }
}

impl Progress for Watch {
    fn step(&self, step: Step, total: u64) {
        self.seen().turn(Some(step), Instant::now());
        if let Some(bar) = &self.bar {
            bar.step(&step.to_string(), total);
        }
    }

    fn done(&self, pieces: u64) {
        if let Some(bar) = &self.bar {
            bar.done(pieces);
        }
    }

    fn pictures(&self, made: u64, reused: u64) {
        let pictures = &mut self.seen().times.pictures;
        pictures.made += made;
        pictures.reused += reused;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_is_taken_up_again_has_one_time_in_the_order_of_beginnings() {
        let mut seen = Seen::default();
        let begin = Instant::now();
        let at = |seconds| begin + Duration::from_secs(seconds);
        for (step, second) in [
            (Some(Step::Articles), 0),
            (Some(Step::Pages), 1),
            (Some(Step::Articles), 3),
            (None, 7),
            (None, 9),
        ] {
            seen.turn(step, at(second));
        }
        let spent = [(Step::Articles, 5), (Step::Pages, 2)];
        let spent = spent.map(|(step, seconds)| (step, Duration::from_secs(seconds)));
        assert_eq!(seen.times.steps, spent);
    }

    #[test]
    fn a_watch_counts_whether_or_not_anybody_looks() {
        for show in [true, false] {
            let watch = Watch::new(show);
            watch.step(Step::Pictures, 0);
            watch.step(Step::Pictures, 12);
            watch.done(12);
            watch.pictures(3, 4);
            watch.pictures(1, 4);
            let times = watch.end();
            assert_eq!(times.pictures, Pictures { made: 4, reused: 8 });
            assert_eq!(times.steps.len(), 1);
            assert!(times.whole >= times.steps[0].1);
        }
    }
}
