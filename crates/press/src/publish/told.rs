//! What is told while a site is published: told from every thread that works.

use std::sync::{Mutex, PoisonError};

use crate::report::Bar;

/// Something that is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told<'a> {
    /// A step begins, of so many pieces; 0 where nobody knows.
    Step(&'a str, u64),
    /// So many more pieces of it are done.
    Done(u64),
    /// With a dry run: what would be done, and to which file.
    Would(&'static str, &'a str),
}

/// Listens: moves a bar where somebody looks at one, and remembers what would be done.
pub(super) struct Ear {
    bar: Option<Bar>,
    would: Mutex<Vec<(&'static str, String)>>,
}

impl Ear {
    pub fn new(show: bool) -> Self {
        Self { bar: show.then(Bar::new), would: Mutex::default() }
    }

    pub fn hear(&self, told: Told<'_>) {
        match (told, &self.bar) {
            (Told::Would(what, file), _) => {
                let mut would = self.would.lock().unwrap_or_else(PoisonError::into_inner);
                would.push((what, file.to_owned()));
            }
            (Told::Step(step, total), Some(bar)) => bar.step(step, total),
            (Told::Done(pieces), Some(bar)) => bar.done(pieces),
            (Told::Step(..) | Told::Done(_), None) => {}
        }
    }

    /// It is over: the bar goes. Gives what would be done.
    pub fn end(self) -> Vec<(&'static str, String)> {
        drop(self.bar);
        self.would.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_done_is_remembered_whether_or_not_anybody_looks() {
        for show in [true, false] {
            let ear = Ear::new(show);
            for told in [Told::Step("pages", 2), Told::Done(1), Told::Would("new", "a.html")] {
                ear.hear(told);
            }
            assert_eq!(ear.end(), [("new", "a.html".to_owned())]);
        }
    }
}
