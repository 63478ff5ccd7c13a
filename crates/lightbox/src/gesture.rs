//! What fingers and the mouse mean: a state machine over samples of pointers, without a browser.

use crate::zoom::Point;

/// How far a finger moves before it means something, in px.
const SLACK: f64 = 10.0;
/// A finger's speed is that of its last so many ms.
const RECENT_MS: f64 = 100.0;
/// A press that is longer is no tap.
const TAP_MS: f64 = 500.0;
/// Two taps within this time and distance are one double tap.
const DOUBLE_MS: f64 = 300.0;
const DOUBLE_PX: f64 = 30.0;

/// What happened to a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A finger, or the mouse's button, came down.
    Down,
    /// It moved.
    Move,
    /// It was lifted.
    Up,
    /// The browser took it away.
    Cancel,
}

/// A pointer at a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// What happened.
    pub kind: Kind,
    /// Which pointer.
    pub id: i32,
    /// When, in ms.
    pub ms: f64,
    /// Where in the stage.
    pub at: Point,
}

/// What the picture is like when fingers come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// It is larger than it fits: a finger pans it.
    pub zoomed: bool,
    /// It has rested for a while with its left edge in view: a drag to the right leads on.
    pub left: bool,
    /// The same of its right edge.
    pub right: bool,
}

/// What is to be done. Ways are counted from the last [`Act::Grab`], without the slack.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Act {
    /// Whatever moves by itself stands still; from here on ways are counted.
    Grab,
    /// The row of pictures follows the finger, so many px.
    Swipe(f64),
    /// The picture follows the finger up or down, on its way out.
    Pull(f64),
    /// The enlarged picture follows the finger.
    Pan(Point),
    /// Two fingers: their middle was here and is there, and they are so many times as far apart.
    Pinch {
        /// Where the middle was.
        from: Point,
        /// Where it is.
        to: Point,
        /// How many times as far apart.
        factor: f64,
    },
    /// A swipe has ended, with a speed in px/ms.
    Swiped(f64),
    /// A pull has ended, with a speed in px/ms.
    Pulled(f64),
    /// Panning has ended, with a speed in px/ms.
    Panned(Point),
    /// A short press.
    Tap,
    /// Two of them.
    DoubleTap(Point),
    /// Nothing of it counts: everything goes back to its place.
    Nothing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// No finger, or one that means nothing more.
    Idle,
    /// A finger that has not moved yet.
    Pressed,
    Swiping,
    Pulling,
    Panning,
    Pinching,
}

/// The machine.
#[derive(Clone, Debug)]
pub struct Gesture {
    state: State,
    /// Fingers on the stage, at most two, as they were last seen.
    fingers: Vec<(i32, Point)>,
    /// From where ways are counted: the finger, or the middle of two.
    from: Point,
    /// How far apart two fingers were.
    apart: f64,
    /// When the first finger came down.
    down_ms: f64,
    /// Where the finger lately was.
    trail: Vec<(f64, Point)>,
    last_tap: Option<(f64, Point)>,
}

impl Default for Gesture {
    fn default() -> Self {
        Self {
            state: State::Idle,
            fingers: Vec::new(),
            from: Point::default(),
            apart: 0.0,
            down_ms: 0.0,
            trail: Vec::new(),
            last_tap: None,
        }
    }
}

impl Gesture {
    /// Takes a sample in. `ground` counts when a finger begins to mean something.
    pub fn take(&mut self, sample: Sample, ground: Ground) -> Option<Act> {
        match sample.kind {
            Kind::Down => self.down(sample),
            Kind::Move => self.moved(sample, ground),
            Kind::Up => self.up(sample),
            Kind::Cancel => self.cancelled(sample),
        }
    }

    /// Whether fingers are at work.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        !self.fingers.is_empty()
    }

    /// Whether two of them are.
    #[must_use]
    pub fn is_pinch(&self) -> bool {
        self.state == State::Pinching
    }

    fn down(&mut self, sample: Sample) -> Option<Act> {
        if self.fingers.len() >= 2 || self.fingers.iter().any(|(id, _)| *id == sample.id) {
            return None;
        }
        self.fingers.push((sample.id, sample.at));
        if self.fingers.len() == 2 {
            self.state = State::Pinching;
            self.last_tap = None;
            (self.from, self.apart) = self.pair();
        } else {
            self.state = State::Pressed;
            self.from = sample.at;
            self.down_ms = sample.ms;
            self.trail.clear();
            self.follow(sample);
        }
        Some(Act::Grab)
    }

    fn moved(&mut self, sample: Sample, ground: Ground) -> Option<Act> {
        let finger = self.fingers.iter_mut().find(|(id, _)| *id == sample.id)?;
        finger.1 = sample.at;
        if self.state == State::Pinching {
            let (to, apart) = self.pair();
            // Fingers side by side have a distance, however the browser rounds.
            let factor = apart.max(1.0) / self.apart.max(1.0);
            return Some(Act::Pinch { from: self.from, to, factor });
        }
        self.follow(sample);
        if self.state == State::Pressed {
            let way = between(self.from, sample.at);
            if length(way) <= SLACK {
                return None;
            }
            let across = way.x.abs() >= way.y.abs();
            let leads_on = across && if way.x > 0.0 { ground.left } else { ground.right };
            self.state = match (ground.zoomed, across) {
                (true, _) if !leads_on => State::Panning,
                (_, true) => State::Swiping,
                (_, false) => State::Pulling,
            };
            // What was the slack is not made up for: nothing jumps.
            self.from = sample.at;
            self.last_tap = None;
        }
        let way = between(self.from, sample.at);
        match self.state {
            State::Swiping => Some(Act::Swipe(way.x)),
            State::Pulling => Some(Act::Pull(way.y)),
            State::Panning => Some(Act::Pan(way)),
            State::Idle | State::Pressed | State::Pinching => None,
        }
    }

    fn up(&mut self, sample: Sample) -> Option<Act> {
        let at = self.fingers.iter().position(|(id, _)| *id == sample.id)?;
        self.fingers.remove(at);
        if self.state == State::Pinching {
            // The finger that stays goes on by panning, from where it is.
            self.state = State::Panning;
            self.from = self.fingers.first().map_or(sample.at, |(_, at)| *at);
            self.trail.clear();
            return Some(Act::Grab);
        }
        self.follow(sample);
        let speed = self.speed(sample.ms);
        match std::mem::replace(&mut self.state, State::Idle) {
            State::Swiping => Some(Act::Swiped(speed.x)),
            State::Pulling => Some(Act::Pulled(speed.y)),
            State::Panning => Some(Act::Panned(speed)),
            State::Pressed => Some(self.tap(sample)),
            State::Idle | State::Pinching => None,
        }
    }

    fn cancelled(&mut self, sample: Sample) -> Option<Act> {
        self.fingers.iter().position(|(id, _)| *id == sample.id)?;
        // Whoever takes one finger away (a swipe of the system's, a menu) means the gesture.
        self.fingers.clear();
        self.state = State::Idle;
        self.last_tap = None;
        Some(Act::Nothing)
    }

    fn tap(&mut self, sample: Sample) -> Act {
        if sample.ms - self.down_ms > TAP_MS {
            self.last_tap = None;
            return Act::Nothing;
        }
        let second = self.last_tap.take().is_some_and(|(ms, at)| {
            self.down_ms - ms <= DOUBLE_MS && length(between(at, sample.at)) <= DOUBLE_PX
        });
        if second {
            return Act::DoubleTap(sample.at);
        }
        self.last_tap = Some((sample.ms, sample.at));
        Act::Tap
    }

    fn follow(&mut self, sample: Sample) {
        self.trail.retain(|(ms, _)| sample.ms - ms <= RECENT_MS);
        self.trail.push((sample.ms, sample.at));
    }

    /// The speed at the end of the trail, in px/ms.
    fn speed(&self, now: f64) -> Point {
        let (Some(first), Some(last)) = (self.trail.first(), self.trail.last()) else {
            return Point::default();
        };
        let ms = last.0 - first.0;
        // A finger that rested before it was lifted has one sample left, and no speed.
        if ms <= 0.0 || now - first.0 > RECENT_MS {
            return Point::default();
        }
        let way = between(first.1, last.1);
        Point { x: way.x / ms, y: way.y / ms }
    }

    /// The middle of both fingers, and how far apart they are.
    fn pair(&self) -> (Point, f64) {
        let [(_, one), (_, other)] = self.fingers.as_slice() else {
            return (self.from, self.apart);
        };
        let middle = Point { x: (one.x + other.x) / 2.0, y: (one.y + other.y) / 2.0 };
        (middle, length(between(*one, *other)))
    }
}

fn between(from: Point, to: Point) -> Point {
    Point { x: to.x - from.x, y: to.y - from.y }
}

fn length(way: Point) -> f64 {
    (way.x * way.x + way.y * way.y).sqrt()
}
