use crate::zoom::{Point, Pose};

/// How everything stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct View {
    /// How far the row is from its place, in px to the right.
    pub track: f64,
    /// The picture in the middle.
    pub pose: Pose,
    /// How dark the ground is, to 1.
    pub fade: f64,
}

impl View {
    pub const REST: Self = Self { track: 0.0, pose: Pose::FIT, fade: 1.0 };

    /// A part of the way to another view.
    pub fn towards(self, to: Self, part: f64) -> Self {
        let mix = |from: f64, to: f64| from + (to - from) * part;
        Self {
            track: mix(self.track, to.track),
            pose: Pose {
                scale: mix(self.pose.scale, to.pose.scale),
                moved: Point {
                    x: mix(self.pose.moved.x, to.pose.moved.x),
                    y: mix(self.pose.moved.y, to.pose.moved.y),
                },
            },
            fade: mix(self.fade, to.fade),
        }
    }
}
