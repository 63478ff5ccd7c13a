//! What goes on when the finger has gone.

use crate::zoom::Point;

/// What is left of a speed after each ms.
const FRICTION: f64 = 0.996;

/// Slower than this, in px/ms, is rest.
const REST: f64 = 0.02;

/// The longest step, in ms: after a pause of the browser nothing leaps.
const LONGEST: f64 = 64.0;

/// A picture on its way after a throw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Throw {
    speed: Point,
}

impl Throw {
    /// With this speed, in px/ms. None where it is too slow to be one.
    #[must_use]
    pub fn new(speed: Point) -> Option<Self> {
        let throw = Self { speed };
        (!throw.is_over()).then_some(throw)
    }

    /// How far it goes in so many ms.
    pub fn step(&mut self, ms: f64) -> Point {
        let mut way = Point::default();
        let mut left = if ms > 0.0 { ms.min(LONGEST) } else { 0.0 };
        while left > 0.0 {
            let part = left.min(1.0);
            way.x += self.speed.x * part;
            way.y += self.speed.y * part;
            self.speed.x *= FRICTION;
            self.speed.y *= FRICTION;
            left -= 1.0;
        }
        way
    }

    /// Ends it in the directions in which it has met an edge.
    pub fn stop(&mut self, x: bool, y: bool) {
        if x {
            self.speed.x = 0.0;
        }
        if y {
            self.speed.y = 0.0;
        }
    }

    /// Whether it has come to rest.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.speed.x.abs() < REST && self.speed.y.abs() < REST
    }
}

/// How far a glide has come, from 0 to 1, after `since` of `ms`: quick at first, then slower.
#[must_use]
pub fn eased(since: f64, ms: f64) -> f64 {
    if since >= ms {
        return 1.0;
    }
    let left = 1.0 - (since / ms).max(0.0);
    1.0 - left * left * left
}
