//! How large a picture stands in the stage, and where: limits of zoom and of panning.

/// A place in the stage, in CSS pixels from its upper left corner; or a way, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A picture at rest: as large as fits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// The stage, in CSS pixels.
    pub stage: Size,
    /// The picture as it fits, in CSS pixels.
    pub size: Size,
    /// The middle of the picture as it fits.
    pub middle: Point,
    /// The largest scale; 1 is the picture as it fits.
    pub most: f64,
}

/// How a picture stands: scaled about its middle, then moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// 1 is the picture as it fits.
    pub scale: f64,
    /// From where it fits, in CSS pixels.
    pub moved: Point,
}

/// How much of the way beyond a limit a picture follows the finger.
const RESISTANCE: f64 = 0.35;

/// By how much a double tap enlarges, and each press of a button.
pub const STEP: f64 = 2.0;

/// The size of a picture (in its own pixels) within a box in CSS pixels: whole, and never larger
/// than its own pixels.
#[must_use]
pub fn fit(picture: Size, within: Size) -> Size {
    let scale = (within.width / picture.width).min(within.height / picture.height);
    // A picture without a size, or a box that is not laid out, gives nothing.
    let scale = if scale.is_finite() { scale.clamp(0.0, 1.0) } else { 0.0 };
    Size { width: picture.width * scale, height: picture.height * scale }
}

/// The largest scale: one pixel of the picture a pixel of the screen, and at least three times what
/// fits. `dots` is how many pixels of the screen a CSS pixel has.
#[must_use]
pub fn most(picture_width: f64, fit_width: f64, dots: f64) -> f64 {
    let own = picture_width / (fit_width * dots);
    if own.is_finite() { own.max(3.0) } else { 3.0 }
}

/// A value beyond its limits, held back as by a spring.
#[must_use]
pub fn resisted(value: f64, least: f64, most: f64) -> f64 {
    let held = value.clamp(least, most.max(least));
    held + (value - held) * RESISTANCE
}

impl Pose {
    /// The picture as it fits.
    pub const FIT: Self = Self { scale: 1.0, moved: Point { x: 0.0, y: 0.0 } };

    /// Whether it is larger than it fits.
    #[must_use]
    pub fn is_zoomed(&self) -> bool {
        self.scale > 1.001
    }
}

impl Frame {
    /// The same place of the picture stays under this point of the stage.
    #[must_use]
    pub fn about(&self, pose: Pose, point: Point, scale: f64) -> Pose {
        let ratio = scale / pose.scale;
        let along = |point: f64, middle: f64, moved: f64| {
            let from_middle = point - middle - moved;
            moved + from_middle - from_middle * ratio
        };
        Pose {
            scale,
            moved: Point {
                x: along(point.x, self.middle.x, pose.moved.x),
                y: along(point.y, self.middle.y, pose.moved.y),
            },
        }
    }

    /// Within all limits: no gap inside an edge, and a picture that fits stays in the middle.
    #[must_use]
    pub fn held(&self, pose: Pose) -> Pose {
        let scale = pose.scale.clamp(1.0, self.most.max(1.0));
        // Beyond the limit it is the middle of the stage that stays.
        let middle = Point { x: self.stage.width / 2.0, y: self.stage.height / 2.0 };
        let pose = if scale == pose.scale { pose } else { self.about(pose, middle, scale) };
        let (x, y) = self.ranges(scale);
        Pose {
            scale,
            moved: Point { x: pose.moved.x.clamp(x.0, x.1), y: pose.moved.y.clamp(y.0, y.1) },
        }
    }

    /// As a finger leads it: limits give way a little.
    #[must_use]
    pub fn yielding(&self, pose: Pose) -> Pose {
        let (x, y) = self.ranges(pose.scale);
        Pose {
            scale: pose.scale,
            moved: Point {
                x: resisted(pose.moved.x, x.0, x.1),
                y: resisted(pose.moved.y, y.0, y.1),
            },
        }
    }

    /// A scale that fingers ask for: limits give way a little.
    #[must_use]
    pub fn yielding_scale(&self, scale: f64) -> f64 {
        resisted(scale, 1.0, self.most).max(0.3)
    }

    /// Whether the left and the right edge of the picture are at the stage's: there is nothing more
    /// to be seen to that side.
    #[must_use]
    pub fn at_edges(&self, pose: Pose) -> (bool, bool) {
        let (least, most) = self.ranges(pose.scale).0;
        (pose.moved.x >= most - 1.0, pose.moved.x <= least + 1.0)
    }

    /// Whether a place of the stage is on the picture.
    #[must_use]
    pub fn holds(&self, pose: Pose, point: Point) -> bool {
        let within = |at: f64, middle: f64, moved: f64, size: f64| {
            (at - middle - moved).abs() <= size * pose.scale / 2.0
        };
        within(point.x, self.middle.x, pose.moved.x, self.size.width)
            && within(point.y, self.middle.y, pose.moved.y, self.size.height)
    }

    /// From where to where the picture can be moved, each way.
    fn ranges(&self, scale: f64) -> ((f64, f64), (f64, f64)) {
        (
            range(self.size.width * scale, self.stage.width, self.middle.x),
            range(self.size.height * scale, self.stage.height, self.middle.y),
        )
    }
}

/// Of one direction: what is smaller than the stage stays where it fits, and moves only as far as
/// it would stick out; what is larger covers the stage.
fn range(size: f64, stage: f64, middle: f64) -> (f64, f64) {
    if size <= stage {
        let still = middle.clamp(size / 2.0, stage - size / 2.0) - middle;
        (still, still)
    } else {
        (stage - size / 2.0 - middle, size / 2.0 - middle)
    }
}
