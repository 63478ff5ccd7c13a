use lightbox::inertia::{Throw, eased};
use lightbox::zoom::{Frame, Point, Pose, Size, fit, most, resisted};

use crate::dice::Dice;

fn frame() -> Frame {
    // A landscape picture over a caption, on a phone.
    Frame {
        stage: Size { width: 390.0, height: 844.0 },
        size: Size { width: 390.0, height: 260.0 },
        middle: Point { x: 195.0, y: 380.0 },
        most: 4.0,
    }
}

fn any_frame(dice: &mut Dice) -> Frame {
    let stage = Size { width: dice.between(320.0, 2_000.0), height: dice.between(240.0, 1_400.0) };
    let within = Size { width: stage.width, height: stage.height - 100.0 };
    let picture = Size { width: dice.between(50.0, 6_000.0), height: dice.between(50.0, 6_000.0) };
    let size = fit(picture, within);
    let middle = Point { x: stage.width / 2.0, y: 48.0 + within.height / 2.0 };
    Frame { stage, size, middle, most: most(picture.width, size.width, dice.between(1.0, 3.0)) }
}

fn any_pose(dice: &mut Dice) -> Pose {
    Pose {
        scale: dice.between(0.2, 9.0),
        moved: Point { x: dice.between(-4e3, 4e3), y: dice.between(-4e3, 4e3) },
    }
}

#[test]
fn a_picture_fits_whole_and_is_never_larger_than_its_own_pixels() {
    let size = |width, height| Size { width, height };
    let table = [
        (size(1200.0, 800.0), size(390.0, 700.0), size(390.0, 260.0)),
        (size(800.0, 1200.0), size(1440.0, 600.0), size(400.0, 600.0)),
        (size(300.0, 200.0), size(1440.0, 900.0), size(300.0, 200.0)),
        (size(6000.0, 1000.0), size(390.0, 700.0), size(390.0, 65.0)),
        (size(0.0, 0.0), size(390.0, 700.0), size(0.0, 0.0)),
        (size(100.0, 100.0), size(0.0, 0.0), size(0.0, 0.0)),
    ];
    for (picture, within, expected) in table {
        assert_eq!(fit(picture, within), expected, "{picture:?} in {within:?}");
    }
}

#[test]
fn a_picture_grows_to_its_own_pixels_and_at_least_three_times() {
    let table = [
        ((6_000.0, 390.0, 2.0), 6_000.0 / 780.0),
        ((1_200.0, 390.0, 2.0), 3.0),
        ((300.0, 300.0, 1.0), 3.0),
        ((300.0, 0.0, 1.0), 3.0),
    ];
    for ((picture, fits, dots), expected) in table {
        assert_eq!(most(picture, fits, dots), expected, "{picture} {fits} {dots}");
    }
}

#[test]
fn what_is_under_the_point_stays_there() {
    let mut dice = Dice::new(1);
    for _ in 0..5_000 {
        let (frame, pose) = (any_frame(&mut dice), any_pose(&mut dice));
        let point = Point { x: dice.between(0.0, 2e3), y: dice.between(0.0, 2e3) };
        let after = frame.about(pose, point, dice.between(0.3, 8.0));
        let under = |pose: Pose| {
            (
                (point.x - frame.middle.x - pose.moved.x) / pose.scale,
                (point.y - frame.middle.y - pose.moved.y) / pose.scale,
            )
        };
        let (before, after) = (under(pose), under(after));
        assert!((before.0 - after.0).abs() < 1e-6 && (before.1 - after.1).abs() < 1e-6);
    }
}

#[test]
fn no_gap_is_ever_shown_inside_an_edge() {
    let mut dice = Dice::new(2);
    for _ in 0..20_000 {
        let (frame, pose) = (any_frame(&mut dice), any_pose(&mut dice));
        let held = frame.held(pose);
        assert!(held.scale >= 1.0 && held.scale <= frame.most, "{frame:?} {pose:?}");
        for (size, stage, middle, moved) in [
            (frame.size.width, frame.stage.width, frame.middle.x, held.moved.x),
            (frame.size.height, frame.stage.height, frame.middle.y, held.moved.y),
        ] {
            let size = size * held.scale;
            let (from, to) = (middle + moved - size / 2.0, middle + moved + size / 2.0);
            if size >= stage {
                assert!(from <= 1e-6 && to >= stage - 1e-6, "{frame:?} {held:?}");
            } else {
                // What is smaller is in view as a whole.
                assert!(from >= -1e-6 && to <= stage + 1e-6, "{frame:?} {held:?}");
            }
        }
        // What is within the limits is left as it is.
        assert_eq!(frame.held(held), held);
    }
}

#[test]
fn a_picture_that_fits_is_where_it_fits() {
    let frame = frame();
    let pushed = Pose { scale: 1.0, moved: Point { x: 40.0, y: -90.0 } };
    assert_eq!(frame.held(pushed), Pose::FIT);
    assert!(!Pose::FIT.is_zoomed());
    let small = Pose { scale: 0.5, ..Pose::FIT };
    assert_eq!(frame.held(small), Pose::FIT);
}

#[test]
fn edges_are_known() {
    let frame = frame();
    let at = |x: f64| Pose { scale: 2.0, moved: Point { x, y: 0.0 } };
    assert_eq!(frame.at_edges(at(195.0)), (true, false));
    assert_eq!(frame.at_edges(at(0.0)), (false, false));
    assert_eq!(frame.at_edges(at(-195.0)), (false, true));
    // Smaller than the stage: both.
    assert_eq!(frame.at_edges(Pose::FIT), (true, true));
}

#[test]
fn the_picture_and_what_is_beside_it_are_told_apart() {
    let frame = frame();
    for (x, y, on) in [(195.0, 380.0, true), (1.0, 252.0, true), (195.0, 240.0, false)] {
        assert_eq!(frame.holds(Pose::FIT, Point { x, y }), on, "{x} {y}");
    }
    let large = Pose { scale: 3.0, ..Pose::FIT };
    assert!(frame.holds(large, Point { x: 195.0, y: 240.0 }));
}

#[test]
fn limits_give_way_less_than_the_finger_goes() {
    assert_eq!(resisted(5.0, 0.0, 10.0), 5.0);
    assert_eq!(resisted(20.0, 0.0, 10.0), 13.5);
    assert_eq!(resisted(-10.0, 0.0, 10.0), -3.5);
    let pulled = frame().yielding(Pose { scale: 1.0, moved: Point { x: 100.0, y: 0.0 } });
    assert_eq!(pulled.moved.x, 35.0);
    assert!(frame().yielding_scale(0.1) < 1.0 && frame().yielding_scale(0.1) > 0.3);
    assert!(frame().yielding_scale(8.0) > 4.0 && frame().yielding_scale(8.0) < 8.0);
}

#[test]
fn a_throw_slows_down_and_ends_wherever_the_frames_fall() {
    assert!(Throw::new(Point { x: 0.01, y: 0.0 }).is_none());
    let far = |frames: &[f64]| {
        let mut throw = Throw::new(Point { x: 1.0, y: -0.5 }).expect("a throw");
        let mut way = Point::default();
        let mut steps = 0;
        for ms in frames.iter().cycle() {
            let step = throw.step(*ms);
            (way.x, way.y) = (way.x + step.x, way.y + step.y);
            steps += 1;
            if throw.is_over() || steps > 5_000 {
                break;
            }
        }
        way
    };
    let (smooth, slow) = (far(&[16.7]), far(&[33.3, 50.1]));
    assert!(smooth.x > 200.0 && smooth.x < 300.0, "{smooth:?}");
    assert!((smooth.x - slow.x).abs() < 5.0 && (smooth.y - slow.y).abs() < 5.0);
    // A browser that slept for a minute does not fling the picture away.
    let mut throw = Throw::new(Point { x: 1.0, y: 0.0 }).expect("a throw");
    assert!(throw.step(60_000.0).x <= 64.0);
    assert_eq!(throw.step(-5.0), Point::default());
    throw.stop(true, false);
    assert!(throw.is_over());
}

#[test]
fn a_glide_begins_and_ends_where_it_should() {
    assert_eq!(eased(0.0, 250.0), 0.0);
    assert_eq!(eased(250.0, 250.0), 1.0);
    assert_eq!(eased(900.0, 250.0), 1.0);
    assert_eq!(eased(5.0, 0.0), 1.0);
    let mut last = 0.0;
    for ms in 1..250 {
        let now = eased(f64::from(ms), 250.0);
        assert!(now > last);
        last = now;
    }
}
