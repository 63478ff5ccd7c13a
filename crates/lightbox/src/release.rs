//! What the end of a drag leads to.

/// As fast as this is a flick, in px/ms.
const FLICK: f64 = 0.5;

/// How many pictures on a swipe leads: past half the width or by a flick exactly one, else none.
/// `offset` is how far the row stands from its place, to the right; the picture to the right comes
/// when it is moved to the left.
#[must_use]
pub fn swiped(offset: f64, speed: f64, width: f64) -> i32 {
    let flick = speed.abs() >= FLICK;
    // A flick back is a change of mind.
    let back = flick && speed * offset < 0.0;
    if !back && (flick || offset.abs() > width / 2.0) {
        if offset < 0.0 { 1 } else { -1 }
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
