//! What is told while a site is published: told from every thread that works.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

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

/// How it looks while nobody knows how much there is to do, and where it is known.
const UNCOUNTED: &str = "{spinner} {msg}";
const COUNTED: &str = "{spinner} {msg} {bar:30} {human_pos}/{human_len}, {eta} left";

/// Listens: moves a bar where somebody looks at one, and remembers what would be done.
pub(super) struct Ear {
    /// A line on the terminal. Where the errors' output is no terminal, nothing is drawn.
    bar: Option<ProgressBar>,
    would: Mutex<Vec<(&'static str, String)>>,
}

impl Ear {
    pub fn new(show: bool) -> Self {
        let bar = show.then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            bar.enable_steady_tick(Duration::from_millis(100));
            bar
        });
        Self { bar, would: Mutex::default() }
    }

    pub fn hear(&self, told: Told<'_>) {
        match (told, &self.bar) {
            (Told::Would(what, file), _) => {
                let mut would = self.would.lock().unwrap_or_else(PoisonError::into_inner);
                would.push((what, file.to_owned()));
            }
            (Told::Step(step, total), Some(bar)) => turn(bar, step, total),
            (Told::Done(pieces), Some(bar)) => bar.inc(pieces),
            (Told::Step(..) | Told::Done(_), None) => {}
        }
    }

    /// It is over: the bar goes. Gives what would be done.
    pub fn end(self) -> Vec<(&'static str, String)> {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
        self.would.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

fn turn(bar: &ProgressBar, step: &str, total: u64) {
    if let Ok(style) = ProgressStyle::with_template(if total == 0 { UNCOUNTED } else { COUNTED }) {
        bar.set_style(style);
    }
    bar.set_message(step.to_owned());
    bar.set_position(0);
    if total == 0 {
        bar.unset_length();
    } else {
        bar.set_length(total);
    }
    bar.reset_eta();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_looks_can_be_drawn() {
        for template in [UNCOUNTED, COUNTED] {
            assert!(ProgressStyle::with_template(template).is_ok(), "{template}");
        }
    }

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
