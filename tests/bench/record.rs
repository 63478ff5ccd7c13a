//! The record that a full run leaves in the repository.

use crate::{
    judge::{budgets::Budget, verdict::Verdict},
    measured::Measured,
    report,
};

/// The file's text. No date and no name of a machine: it changes with the figures alone.
pub fn text(measured: &Measured, verdicts: &[(&Budget, Verdict)], machine: &str) -> String {
    let rounds = measured.loads.first().map_or(0, |loads| loads.all.len());
    format!(
        "# Benchmarks

Written by

```
cargo xtask bench
```

on a machine with {machine}. The budgets are those of `tests/bench/judge/budgets.rs`; the command fails where one is broken. `cargo xtask bench --short`, which `cargo xtask test` runs, looks at those that hold on a busy machine.

## Budgets

{}
## An article of the demo paper, three ways

A new browser each time, nothing kept from before, {rounds} times each, alternating. `without script` is the same page with every script taken out: no page can be faster. `drawn by the app` is the same page with nothing in it, which the app fills.

{}
## Once the app is there

{}
## How it is measured

- Headless Chromium, 390 × 844 at two pixels a point, touch. The line: {} ms, {} Mb/s down, {} Mb/s up, by the browser's own emulation; the processor ÷ {}. Before anything counts, a page checks that both brakes hold.
- The site is the release build, served on this machine over HTTP/2 and TLS, each file packed once (brotli 11) and kept in memory.
- Paints, layout shift and long tasks are what the browser's own observers say, until 3 s after the app has taken over; every shift counts that the reader's own press did not cause. Total blocking time is what tasks took beyond 50 ms, from the first paint on. The longest task of the take-over is looked for from when the app's program is first asked for; the browser tells of none shorter than 50 ms.
- Bytes are those of the network domain, headers included; HTML and CSS before the first paint are without headers.
- Moves are measured in the page, from the press's own time stamp to a task after the frame in which the headline is another one; the median of seven. A round trip is the line's latency and the time for the JSON's packed bytes. Ahead means: a finger was on the card two seconds before.
- Heap is objects, nodes and the app's own memory after a collection; articles of the tests' own paper, each another one.
- Layout shift is the worst of ten kinds of page at 320, 390, 768 and 1440 pixels, with pictures 1.2 s and the font 0.6 s late, scrolled to the end, a picture opened by script and closed.
",
        report::verdicts(verdicts),
        report::loads(&measured.loads),
        report::moves(measured),
        crate::line::LATENCY,
        crate::line::DOWN * 8.0 / 1_000.0,
        crate::line::UP * 8.0 / 1_000.0,
        crate::line::SLOWER,
    )
}
