//! What is told and written down.

use super::{
    Found, Galleries, ROUNDS,
    long::{CARDS, Long, PICTURES},
    look::{Frames, Look},
};
use crate::{judge::middle::median, measured::KILO, report::line};

/// The file's text.
pub fn record(all: &Galleries, machine: &str) -> String {
    format!(
        "# Galleries and rail, measured

Written by

```
cargo xtask bench gallery
```

on a machine with {machine}. The same story of 40 photographs in one run, alternating: our release build, and the same page with PhotoSwipe 5 and Embla 8 in its place. Of those two nothing is in the repository or in a site; their files come by npm into the folder of tools. Less is better. Times and frames depend on what else the machine does: they are to be read across a row.

{}
## Our own long ways

On the same processor ÷ 4, by quick swipes of a finger, each begun when the last one has run out, each way once. No frame should take over 50 ms.

{}
## How it is measured

- Headless Chromium without a graphics card, 390 × 844 at two pixels a point, touch. A new browser for each look, {ROUNDS} looks each way; times are the median of all presses, frames the median of all looks, with the least and the most in brackets. The processor ÷ 4, the line without brakes.
- Both programs are there before anything is pressed: ours has been brought in an idle moment, theirs is part of the page. The page's pictures are in the cache. Fingers are real touches, by the browser's own protocol.
- From a press to the picture: from the time stamp of the `click` to a task after the first frame in which an image with pixels lies over the middle of the window, in the lightbox. At rest: once its place has not changed for a quarter of a second; the time is that of the last change. How long they grow out of the page is theirs to choose; PhotoSwipe takes a third of a second.
- Frames are those that the page draws (`requestAnimationFrame`) from the first touch until 0.4 s after the last, through 20 pictures by a swipe each, and along the rail by 8. Ours scrolls natively: what the browser draws by itself between two frames of the page is not in it, and it goes on to the nearest card, where Embla goes on to the next one for any quick swipe. A frame is late from 17.7 ms on: the clock of frames is not exact.
- The long rail is that of the tests' own paper, whose cards are words and have no pictures; the photographs are those of the demo paper at their full 1,600 pixels, each a file of its own, which is more than a reader of developed ones is given.
- Nodes are those that the document has more while the lightbox is open.
- Heap is objects, nodes and our programs' own memory after a collection, ten pictures opened in turn, under reduced motion.
- Bytes are files packed (brotli 11). Our lightbox has captions, history, announcements, an overview, sharing; PhotoSwipe's core has none of them. Our rail is part of the app and cannot be weighed alone: it is in what the app for reading weighs ([benchmarks](benchmarks.md)), and it fetches its cards, which Embla does not. Styles are weighed without comments and lines; ours are the lightbox's and the overview's.
",
        table(&all.sides),
        ways(&all.long),
    )
}

/// The table of the long ways.
fn ways(long: &Long) -> String {
    let mut out = String::new();
    line(&mut out, &["", "frames in all", "over 16.7 ms", "over 50 ms"]);
    line(&mut out, &["---"; 4]);
    let mut row = |name: &str, frames: Frames| {
        let [all, late, long] = [frames.all, frames.late, frames.long].map(|it| format!("{it:.0}"));
        line(&mut out, &[name, &all, &late, &long]);
    };
    row(&format!("along a rail of {CARDS} cards, to its end"), long.rail);
    row(&format!("through a story of {PICTURES} photographs, to its foot"), long.pictures);
    row("– the same with every script taken out", long.bare);
    out
}

/// The table.
pub fn table(all: &[Found]) -> String {
    let mut out = String::new();
    let names: Vec<&str> = all.iter().map(|found| found.side.name()).collect();
    line(&mut out, &[&[""], &names[..]].concat());
    line(&mut out, &vec!["---"; all.len() + 1]);
    let mut row = |name: &str, cell: &dyn Fn(&Found) -> String| {
        let cells: Vec<String> = all.iter().map(cell).collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        line(&mut out, &[&[name], &cells[..]].concat());
    };
    row("press to the picture in the lightbox, ms", &|found| {
        spread(&every(found, |look| look.painted.clone()))
    });
    row("press to the picture at rest, ms", &|found| {
        spread(&every(found, |look| look.at_rest.clone()))
    });
    row("swipe through 20 pictures: frames over 16.7 ms", &|found| {
        spread(&every(found, |look| vec![look.pictures.late]))
    });
    row("– over 50 ms", &|found| spread(&every(found, |look| vec![look.pictures.long])));
    row("– frames in all", &|found| spread(&every(found, |look| vec![look.pictures.all])));
    row("8 swipes along the rail: frames over 16.7 ms", &|found| {
        spread(&every(found, |look| vec![look.rail.late]))
    });
    row("– over 50 ms", &|found| spread(&every(found, |look| vec![look.rail.long])));
    row("– frames in all", &|found| spread(&every(found, |look| vec![look.rail.all])));
    row("– cards passed", &|found| spread(&every(found, |look| vec![look.cards])));
    row("nodes that the open lightbox adds", &|found| {
        spread(&every(found, |look| vec![look.nodes]))
    });
    row("heap after 10 openings, kB", &|found| kilo(found.heap.few));
    row("– after 100", &|found| kilo(found.heap.many));
    row("– against after 10", &|found| format!("{:.3}×", found.heap.many / found.heap.few));
    row("bytes: lightbox, kB", &|found| kilo(found.weight.lightbox));
    row("– its style", &|found| kilo(found.weight.style));
    row("– rail", &|found| match found.weight.rail {
        0.0 => "in the app".to_owned(),
        rail => kilo(rail),
    });
    row("– in all", &|found| kilo(found.weight.total()));
    out
}

fn every(found: &Found, figures: impl Fn(&Look) -> Vec<f64>) -> Vec<f64> {
    found.looks.iter().flat_map(figures).collect()
}

/// The median, with the least and the most.
fn spread(values: &[f64]) -> String {
    let (Some(middle), Some(least), Some(most)) = (
        median(values),
        values.iter().copied().reduce(f64::min),
        values.iter().copied().reduce(f64::max),
    ) else {
        return "–".to_owned();
    };
    if (most - least).abs() < 0.5 {
        return format!("{middle:.0}");
    }
    format!("{middle:.0} ({least:.0}–{most:.0})")
}

fn kilo(bytes: f64) -> String {
    format!("{:.1}", bytes / KILO)
}

#[cfg(test)]
mod tests {
    use super::super::{look::Heap, side::Side, weight::Weight};
    use super::*;

    #[test]
    fn a_row_has_the_middle_and_how_far_it_spreads() {
        for (values, told) in [(&[3.0, 1.0, 2.0][..], "2 (1–3)"), (&[7.0, 7.0], "7"), (&[], "–")]
        {
            assert_eq!(spread(values), told);
        }
    }

    #[test]
    fn every_row_has_a_cell_for_each_side() {
        let found = |side| Found {
            side,
            looks: vec![Look { painted: vec![30.0, 40.0], ..Look::default() }],
            heap: Heap { few: 1_000.0, many: 1_100.0 },
            weight: Weight { lightbox: 20_000.0, ..Weight::default() },
        };
        let told = table(&[found(Side::Ours), found(Side::Pair)]);
        assert!(told.lines().all(|line| line.matches('|').count() == 4), "{told}");
        assert!(told.contains("| 35 (30–40) | 35 (30–40) |"), "{told}");
        assert!(told.contains("| 1.100× | 1.100× |"), "{told}");
    }
}
