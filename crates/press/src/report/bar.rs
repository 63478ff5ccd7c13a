use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Step;

/// A line on the terminal that moves. Where the errors' output is no terminal, nothing is drawn.
pub(super) struct Bar(ProgressBar);

impl Bar {
    pub fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(bar)
    }

    pub fn step(&self, step: Step, total: u64) {
        // A template that cannot be read would be told of in the tests; without one it is plainer.
        let template = if total == 0 {
            "{spinner} {msg}"
        } else {
            "{spinner} {msg} {bar:30} {human_pos}/{human_len}, {eta} left"
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.0.set_style(style);
        }
        self.0.set_message(step.to_string());
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
