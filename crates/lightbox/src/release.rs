//! What the end of a drag leads to.

/// As fast as this is a flick, in px/ms.
const FLICK: f64 = 0.5;

/// How many pictures on a swipe leads: past half the width or by a flick exactly one, else none.
/// `offset` is how far the row stands from its place, to the right, and `way` how much of that is this
/// swipe's: the row may have been caught on its way from the last one. The picture to the right comes
/// when the row is moved to the left.
#[must_use]
pub fn swiped(way: f64, offset: f64, speed: f64, width: f64) -> i32 {
    let direction = |to_the_right: f64| if to_the_right < 0.0 { 1 } else { -1 };
    if speed.abs() >= FLICK {
        // A flick back is a change of mind. A quick finger may be seen only twice, and has moved
        // nothing then: its speed says where it goes.
        if speed * way < 0.0 { 0 } else { direction(speed) }
    } else if offset.abs() > width / 2.0 {
        direction(offset)
    } else {
        0
    }
}

/// Whether a pull leads out: past a third of the height, or by a flick.
#[must_use]
pub fn pulled(offset: f64, speed: f64, height: f64) -> bool {
    let flick = speed.abs() >= FLICK;
    let back = flick && speed * offset < 0.0;
    !back && (flick || offset.abs() > height / 3.0)
}
