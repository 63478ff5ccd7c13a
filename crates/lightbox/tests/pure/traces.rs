//! Pointers as Chromium has sent them for unsteady fingers on a phone's window.
//!
//! A line is `ms id kind x y`; the first line says on which ground, and what is to come of it.

use lightbox::gesture::{Act, Gesture, Ground, Kind, Sample};
use lightbox::release::{pulled, swiped};
use lightbox::zoom::Point;

const TRACES: [(&str, &str); 8] = [
    ("swipe", include_str!("traces/swipe.txt")),
    ("flick", include_str!("traces/flick.txt")),
    ("slow and short", include_str!("traces/short.txt")),
    ("pull", include_str!("traces/pull.txt")),
    ("pinch", include_str!("traces/pinch.txt")),
    ("a second finger during a swipe", include_str!("traces/swipe-pinch.txt")),
    ("double tap", include_str!("traces/double-tap.txt")),
    ("pan", include_str!("traces/pan.txt")),
];

/// A phone's stage.
const WIDTH: f64 = 390.0;
const HEIGHT: f64 = 844.0;

fn sample(line: &str) -> Option<Sample> {
    let mut words = line.split_whitespace();
    let ms = words.next()?.parse().ok()?;
    let id = words.next()?.parse().ok()?;
    let kind = match words.next()? {
        "down" => Kind::Down,
        "move" => Kind::Move,
        "up" => Kind::Up,
        "cancel" => Kind::Cancel,
        _ => return None,
    };
    let (x, y) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    Some(Sample { kind, id, ms, at: Point { x, y } })
}

/// What came of it, in a word.
fn outcome(acts: &[Act]) -> String {
    let offset = acts.iter().rev().find_map(|act| match act {
        Act::Swipe(way) | Act::Pull(way) => Some(*way),
        _ => None,
    });
    let factor = acts.iter().rev().find_map(|act| match act {
        Act::Pinch { factor, .. } => Some(*factor),
        _ => None,
    });
    if let Some(factor) = factor {
        return format!("pinch {factor:.1}");
    }
    match acts.last() {
        Some(Act::Swiped(speed)) => {
            let way = offset.unwrap_or_default();
            format!("turn {}", swiped(way, way, *speed, WIDTH))
        }
        Some(Act::Pulled(speed)) => {
            let out = pulled(offset.unwrap_or_default(), *speed, HEIGHT);
            (if out { "close" } else { "stay" }).to_owned()
        }
        Some(Act::Panned(_)) => "pan".to_owned(),
        Some(Act::DoubleTap(_)) => "double tap".to_owned(),
        Some(Act::Tap) => "tap".to_owned(),
        other => format!("{other:?}"),
    }
}

#[test]
fn recorded_fingers_mean_what_they_meant() {
    for (name, text) in TRACES {
        let (head, lines) = text.split_once('\n').expect("a first line");
        let (ground, expected) = head.split_once(": ").expect("ground: outcome");
        let ground = Ground { zoomed: ground == "zoomed", ..Ground::default() };
        let mut gesture = Gesture::default();
        let acts: Vec<Act> = lines
            .lines()
            .map(|line| sample(line).unwrap_or_else(|| panic!("{name}: {line}")))
            .filter_map(|sample| gesture.take(sample, ground))
            .collect();
        assert_eq!(outcome(&acts), expected, "{name}: {acts:?}");
        assert!(!gesture.is_busy(), "{name}");
    }
}
