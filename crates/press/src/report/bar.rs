use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How it looks while nobody knows how much there is to do, and where it is known.
const UNCOUNTED: &str = "{spinner} {msg}";
const COUNTED: &str = "{spinner} {msg} {bar:30} {human_pos}/{human_len}, {eta} left";

/// A line on the terminal that moves. Where the errors' output is no terminal, nothing is drawn.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    pub fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(bar)
    }

    pub fn step(&self, step: &str, total: u64) {
        let template = if total == 0 { UNCOUNTED } else { COUNTED };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.0.set_style(style);
        }
        self.0.set_message(step.to_owned());
        self.0.set_position(0);
        if total == 0 {
            self.0.unset_length();
        } else {
            self.0.set_length(total);
        }
        self.0.reset_eta();
    }

    pub fn done(&self, pieces: u64) {
        self.0.inc(pieces);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
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
}
