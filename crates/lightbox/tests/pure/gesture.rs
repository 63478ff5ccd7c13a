use lightbox::gesture::{Act, Gesture, Ground, Kind, Sample};
use lightbox::release::{pulled, swiped};
use lightbox::zoom::Point;

use crate::dice::Dice;

const FIT: Ground = Ground { zoomed: false, left: false, right: false };
const ZOOMED: Ground = Ground { zoomed: true, left: false, right: false };

fn sample(kind: Kind, id: i32, ms: f64, x: f64, y: f64) -> Sample {
    Sample { kind, id, ms, at: Point { x, y } }
}

/// What one finger does on this ground, along these places, 16 ms apart.
fn drawn(gesture: &mut Gesture, ground: Ground, from_ms: f64, way: &[(f64, f64)]) -> Vec<Act> {
    let mut acts = Vec::new();
    let mut ms = from_ms;
    for (at, (x, y)) in way.iter().enumerate() {
        let kind = if at == 0 { Kind::Down } else { Kind::Move };
        acts.extend(gesture.take(sample(kind, 1, ms, *x, *y), ground));
        ms += 16.0;
    }
    let (x, y) = way[way.len() - 1];
    acts.extend(gesture.take(sample(Kind::Up, 1, ms - 8.0, x, y), ground));
    acts
}

#[test]
fn the_axis_is_locked_after_ten_pixels() {
    let mut gesture = Gesture::default();
    let acts = drawn(&mut gesture, FIT, 0.0, &[(300.0, 400.0), (294.0, 400.0), (290.0, 400.0)]);
    assert_eq!(acts, [Act::Grab, Act::Tap], "ten pixels are a press still");
    let way = [(300.0, 400.0), (288.0, 402.0), (280.0, 460.0), (240.0, 700.0)];
    let acts = drawn(&mut Gesture::default(), FIT, 0.0, &way);
    // Sideways at first: sideways it stays, and the slack is not made up for.
    assert_eq!(acts[..4], [Act::Grab, Act::Swipe(0.0), Act::Swipe(-8.0), Act::Swipe(-48.0)]);
    let way = [(300.0, 400.0), (302.0, 412.0), (380.0, 420.0)];
    let acts = drawn(&mut Gesture::default(), FIT, 0.0, &way);
    assert_eq!(acts[..3], [Act::Grab, Act::Pull(0.0), Act::Pull(8.0)]);
}

#[test]
fn a_swipe_leads_on_past_half_the_width_or_by_a_flick_and_else_comes_back() {
    let table = [
        (-200.0, -200.0, 0.0, 1),
        (200.0, 200.0, 0.0, -1),
        (-194.0, -194.0, 0.0, 0),
        (-20.0, -20.0, -0.5, 1),
        (20.0, 20.0, 0.6, -1),
        (-20.0, -20.0, -0.49, 0),
        // A flick back is a change of mind, however far it was.
        (-300.0, -300.0, 0.7, 0),
        // However hard: exactly one.
        (-380.0, -380.0, -9.0, 1),
        // So quick that it was seen once only, or twice.
        (0.0, 0.0, -1.9, 1),
        (0.0, 0.0, 1.9, -1),
        // Caught on its way from the last swipe: on, and back.
        (-80.0, 95.0, -1.0, 1),
        (-80.0, 15.0, -1.0, 1),
        (80.0, 175.0, 1.0, -1),
        (-80.0, 95.0, 0.0, 0),
    ];
    for (way, offset, speed, pictures) in table {
        assert_eq!(swiped(way, offset, speed, 390.0), pictures, "{way} to {offset} at {speed}");
    }
}

#[test]
fn a_pull_leads_out_past_a_third_of_the_height_or_by_a_flick() {
    let table = [
        (282.0, 0.0, true),
        (-282.0, 0.0, true),
        (280.0, 0.0, false),
        (30.0, 0.5, true),
        (-30.0, -0.5, true),
        (30.0, 0.4, false),
        (300.0, -0.6, false),
    ];
    for (offset, speed, out) in table {
        assert_eq!(pulled(offset, speed, 844.0), out, "{offset} at {speed}");
    }
}

#[test]
fn a_finger_that_rests_before_it_is_lifted_has_no_speed() {
    let mut gesture = Gesture::default();
    for (ms, x) in [(0.0, 300.0), (16.0, 250.0), (32.0, 200.0)] {
        let kind = if ms == 0.0 { Kind::Down } else { Kind::Move };
        gesture.take(sample(kind, 1, ms, x, 400.0), FIT);
    }
    let act = gesture.take(sample(Kind::Up, 1, 400.0, 200.0, 400.0), FIT);
    assert_eq!(act, Some(Act::Swiped(0.0)));
    let acts = drawn(&mut gesture, FIT, 500.0, &[(300.0, 400.0), (250.0, 400.0), (200.0, 400.0)]);
    let Some(Act::Swiped(speed)) = acts.last() else { panic!("{acts:?}") };
    assert!(*speed < -2.0, "{speed}");
}

#[test]
fn a_second_finger_begins_a_pinch_where_both_are() {
    let mut gesture = Gesture::default();
    let mut take = |kind, id, ms, x, y| gesture.take(sample(kind, id, ms, x, y), FIT);
    take(Kind::Down, 1, 0.0, 300.0, 400.0);
    take(Kind::Move, 1, 16.0, 250.0, 400.0);
    assert_eq!(take(Kind::Move, 1, 32.0, 200.0, 400.0), Some(Act::Swipe(-50.0)));
    assert_eq!(take(Kind::Down, 2, 40.0, 300.0, 400.0), Some(Act::Grab));
    // Nothing has moved yet: nothing is scaled or moved either.
    let still = Point { x: 250.0, y: 400.0 };
    let act = take(Kind::Move, 1, 48.0, 200.0, 400.0);
    assert_eq!(act, Some(Act::Pinch { from: still, to: still, factor: 1.0 }));
    let act = take(Kind::Move, 2, 56.0, 400.0, 400.0);
    let to = Point { x: 300.0, y: 400.0 };
    assert_eq!(act, Some(Act::Pinch { from: still, to, factor: 2.0 }));
    // A third finger means nothing.
    assert_eq!(take(Kind::Down, 3, 60.0, 10.0, 10.0), None);
    assert_eq!(take(Kind::Move, 3, 64.0, 90.0, 10.0), None);
    // One is lifted: the other pans, from where it is.
    assert_eq!(take(Kind::Up, 1, 70.0, 200.0, 400.0), Some(Act::Grab));
    assert_eq!(take(Kind::Move, 2, 80.0, 410.0, 405.0), Some(Act::Pan(Point { x: 10.0, y: 5.0 })));
    assert!(matches!(take(Kind::Up, 2, 300.0, 410.0, 405.0), Some(Act::Panned(_))));
}

#[test]
fn an_enlarged_picture_is_panned_and_hands_over_only_at_an_edge_where_it_rested() {
    let way = [(200.0, 400.0), (180.0, 400.0), (150.0, 380.0)];
    let acts = drawn(&mut Gesture::default(), ZOOMED, 0.0, &way);
    assert_eq!(acts[2], Act::Pan(Point { x: -30.0, y: -20.0 }));
    let right = Ground { right: true, ..ZOOMED };
    let acts = drawn(&mut Gesture::default(), right, 0.0, &way);
    assert_eq!(acts[2], Act::Swipe(-30.0));
    // The other way, and up and down, it is panned.
    let back = [(200.0, 400.0), (220.0, 400.0), (240.0, 400.0)];
    let acts = drawn(&mut Gesture::default(), right, 0.0, &back);
    assert_eq!(acts[2], Act::Pan(Point { x: 20.0, y: 0.0 }));
    let down = [(200.0, 400.0), (200.0, 420.0), (200.0, 440.0)];
    let acts = drawn(&mut Gesture::default(), right, 0.0, &down);
    assert_eq!(acts[2], Act::Pan(Point { x: 0.0, y: 20.0 }));
}

#[test]
fn two_taps_at_one_place_are_one_double_tap() {
    let taps = |second: (f64, f64, f64)| {
        let mut gesture = Gesture::default();
        drawn(&mut gesture, FIT, 0.0, &[(100.0, 100.0)]);
        drawn(&mut gesture, FIT, second.0, &[(second.1, second.2)]).pop()
    };
    assert_eq!(taps((200.0, 105.0, 110.0)), Some(Act::DoubleTap(Point { x: 105.0, y: 110.0 })));
    assert_eq!(taps((600.0, 105.0, 110.0)), Some(Act::Tap), "too late");
    assert_eq!(taps((200.0, 205.0, 110.0)), Some(Act::Tap), "too far");
    // Three in a row are a double one and a single one.
    let mut gesture = Gesture::default();
    let all: Vec<_> = [0.0, 150.0, 300.0]
        .into_iter()
        .filter_map(|ms| drawn(&mut gesture, FIT, ms, &[(100.0, 100.0)]).pop())
        .collect();
    assert!(matches!(all[..], [Act::Tap, Act::DoubleTap(_), Act::Tap]), "{all:?}");
}

#[test]
fn a_long_press_and_what_the_browser_takes_away_mean_nothing() {
    let mut gesture = Gesture::default();
    gesture.take(sample(Kind::Down, 1, 0.0, 100.0, 100.0), FIT);
    let act = gesture.take(sample(Kind::Up, 1, 700.0, 100.0, 100.0), FIT);
    assert_eq!(act, Some(Act::Nothing));
    gesture.take(sample(Kind::Down, 1, 0.0, 100.0, 100.0), FIT);
    gesture.take(sample(Kind::Move, 1, 20.0, 180.0, 100.0), FIT);
    let act = gesture.take(sample(Kind::Cancel, 1, 30.0, 180.0, 100.0), FIT);
    assert_eq!(act, Some(Act::Nothing));
    assert!(!gesture.is_busy());
}

/// Whatever comes, in whatever order: the machine never gets stuck, and numbers stay numbers.
#[test]
fn any_samples_at_all_leave_the_machine_in_order() {
    let mut dice = Dice::new(3);
    for _ in 0..300 {
        let (mut gesture, mut ms) = (Gesture::default(), 0.0);
        for _ in 0..200 {
            ms += dice.between(0.0, 60.0);
            let kind = [Kind::Down, Kind::Move, Kind::Move, Kind::Move, Kind::Up, Kind::Cancel]
                [usize::try_from(dice.one_of(6)).expect("small")];
            let id = i32::try_from(dice.one_of(4)).expect("small");
            let ground = Ground {
                zoomed: dice.one_of(2) == 0,
                left: dice.one_of(2) == 0,
                right: dice.one_of(2) == 0,
            };
            let (x, y) = (dice.between(-50.0, 500.0), dice.between(-50.0, 900.0));
            let act = gesture.take(sample(kind, id, ms, x, y), ground);
            if let Some(Act::Pinch { factor, .. }) = act {
                assert!(factor.is_finite() && factor > 0.0);
            }
        }
        for id in 0..4 {
            gesture.take(sample(Kind::Up, id, ms + 10.0, 0.0, 0.0), FIT);
        }
        assert!(!gesture.is_busy());
        let acts = drawn(&mut gesture, FIT, ms + 5_000.0, &[(100.0, 100.0)]);
        assert_eq!(acts, [Act::Grab, Act::Tap]);
    }
}
