//! How the pictures move: by themselves or after the fingers, drawn once a frame.

use wasm_bindgen::JsCast;

use super::dom::{class, still, style, window};
use super::show::Show;
use super::stage::end;
use super::view::View;
use crate::css::number as write;
use crate::inertia::{Throw, eased};
use crate::zoom::Point;

/// How long a glide takes, in ms.
const GLIDE_MS: f64 = 260.0;

/// What moves by itself.
#[derive(Clone, Copy, Debug)]
pub(super) enum Motion {
    /// Until the last number, of when it began, is known from the first frame.
    Glide(View, View, Option<f64>),
    Throw(Throw),
}

impl Show {
    /// Zooms about a point of the stage, within the limits.
    pub fn zoom(&self, about: Point, scale: f64, gliding: bool) {
        let frame = self.geometry();
        let scale = scale.clamp(1.0, frame.most);
        let pose = frame.held(frame.about(self.view.get().pose, about, scale));
        let view = View { pose, ..View::REST };
        if gliding {
            self.glide(view);
        } else {
            self.motion.set(None);
            self.view.set(view);
            self.wake();
        }
    }

    /// Everything goes back to its place, an enlarged picture within its limits.
    pub fn rest(&self) {
        let pose = self.geometry().held(self.view.get().pose);
        self.glide(View { pose, ..View::REST });
    }

    /// Glides to another view; at once where the reader wants no motion.
    pub fn glide(&self, to: View) {
        self.anchored.set(false);
        if still() || to == self.view.get() {
            self.motion.set(None);
            self.view.set(to);
        } else {
            self.motion.set(Some(Motion::Glide(self.view.get(), to, None)));
        }
        self.wake();
    }

    /// Lets the picture go on with a speed.
    pub fn throw(&self, speed: Point) {
        let pose = self.view.get().pose;
        match Throw::new(speed).filter(|_| self.geometry().held(pose) == pose && !still()) {
            Some(throw) => {
                self.last.set(f64::NAN);
                self.motion.set(Some(Motion::Throw(throw)));
                self.wake();
            }
            None => self.rest(),
        }
    }

    /// Whatever moves by itself stands still. Whether anything did.
    pub fn stop(&self) -> bool {
        self.motion.take().is_some()
    }

    /// Draws with the next frame.
    pub fn wake(&self) {
        if self.asked.get().is_none() {
            class(&self.stage.dialog, "moving", true);
            let frame = self.frame.as_ref().unchecked_ref();
            self.asked.set(window().request_animation_frame(frame).ok());
        }
    }

    pub fn tick(&self, ms: f64) {
        self.asked.set(None);
        match self.motion.take() {
            Some(Motion::Glide(from, to, begun)) => {
                let begun = begun.unwrap_or(ms);
                let part = eased(ms - begun, GLIDE_MS);
                self.view.set(if part < 1.0 { from.towards(to, part) } else { to });
                if part < 1.0 {
                    self.motion.set(Some(Motion::Glide(from, to, Some(begun))));
                }
            }
            Some(Motion::Throw(mut throw)) => {
                let way = throw.step(ms - self.last.get());
                let mut view = self.view.get();
                view.pose.moved.x += way.x;
                view.pose.moved.y += way.y;
                let held = self.geometry().held(view.pose);
                throw.stop(held.moved.x != view.pose.moved.x, held.moved.y != view.pose.moved.y);
                self.view.set(View { pose: held, ..view });
                if !throw.is_over() {
                    self.motion.set(Some(Motion::Throw(throw)));
                }
            }
            None => {}
        }
        if self.anchored.get() {
            let mut view = self.view.get();
            view.track *= 0.75;
            if view.track.abs() < 0.5 {
                // Only now: what the row no longer takes away, the picture no longer adds.
                view.track = 0.0;
                self.anchored.set(false);
            }
            self.view.set(view);
        }
        self.last.set(ms);
        self.draw();
        if self.motion.get().is_some() || self.anchored.get() {
            self.wake();
        } else if !self.gesture.borrow().is_busy() {
            self.rested.set(ms);
            class(&self.stage.dialog, "moving", false);
            let scale = self.view.get().pose.scale;
            self.stage.slide(self.number.get()).ask(&self.album, scale, true);
            // Not in the first frame.
            if self.stage.is_modal() {
                self.fill_around();
                self.draw();
            }
        }
    }

    pub fn draw(&self) {
        let (view, number) = (self.view.get(), self.number.get());
        let (pitch, direction) = self.pitch();
        for (near, steps) in [(number, 0.0), (number + 1, direction), (number - 1, -direction)] {
            self.stage.slide(near).place(steps * pitch + view.track);
        }
        let mut pose = view.pose;
        if self.anchored.get() {
            pose.moved.x -= view.track;
        }
        self.stage.slide(number).pose(pose);
        class(&self.stage.dialog, "zoomed", view.pose.is_zoomed() && view.fade >= 1.0);
        end(&self.stage.smaller, view.pose.scale <= 1.001);
        end(&self.stage.larger, view.pose.scale >= self.geometry().most - 0.001);
        self.fade(view.fade);
    }

    /// Draws the ground so dark, to 1. All that stands in the dialog is looked at again then.
    pub fn fade(&self, dark: f64) {
        if self.faded.replace(dark) != dark {
            let mut fade = String::new();
            write(&mut fade, dark);
            style(&self.stage.dialog, "--fade", &fade);
        }
    }
}

impl Drop for Show {
    fn drop(&mut self) {
        if let Some(frame) = self.asked.get() {
            drop(window().cancel_animation_frame(frame));
        }
    }
}
