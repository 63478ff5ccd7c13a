//! The rail's geometry. All cards have one pitch and stand at their index in a track as long as the
//! list, so that only the cards near the port need to exist.

/// The track as the browser has it now, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    /// From one card's edge to the next one's.
    pub pitch: f64,
    /// The width of what is in view.
    pub port: f64,
    /// How far it is scrolled.
    pub scrolled: f64,
    /// How many cards the list has.
    pub total: usize,
}

/// Cards from one index to another, the last one not included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub from: usize,
    /// After the last.
    pub to: usize,
}

/// How many cards beside those in view exist on each side: enough for a flick.
const BESIDE: usize = 4;

impl Track {
    /// The cards that are in view, those cut off at an edge by more than a half left out.
    #[must_use]
    pub fn in_view(&self) -> Span {
        let from = self.index((self.scrolled / self.pitch).round());
        let to = self.index(((self.scrolled + self.port) / self.pitch).round());
        Span { from, to: to.max(from + 1).min(self.total) }
    }

    /// The cards that should exist.
    #[must_use]
    pub fn wanted(&self) -> Span {
        let from = self.index((self.scrolled / self.pitch).floor());
        let to = self.index(((self.scrolled + self.port) / self.pitch).ceil());
        Span { from: from.saturating_sub(BESIDE), to: (to + BESIDE).min(self.total) }
    }

    /// Where a press on a button leads, in CSS pixels: by as many cards as are in view whole.
    #[must_use]
    pub fn step(&self, by: i32) -> f64 {
        if self.pitch <= 0.0 {
            // Not laid out yet: nothing to go by.
            return self.scrolled;
        }
        let cards = (self.port / self.pitch).floor().max(1.0);
        let here = (self.scrolled / self.pitch).round();
        ((here + cards * f64::from(by)) * self.pitch).clamp(0.0, self.end())
    }

    /// Whether there is nothing before what is in view.
    #[must_use]
    pub fn at_start(&self) -> bool {
        self.scrolled < 2.0
    }

    /// Whether there is nothing after what is in view.
    #[must_use]
    pub fn at_end(&self) -> bool {
        self.scrolled > self.end() - 2.0
    }

    fn end(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52 cards")]
        let length = self.total as f64 * self.pitch;
        (length - self.port).max(0.0)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    fn index(&self, at: f64) -> usize {
        if at.is_finite() { (at.max(0.0) as usize).min(self.total) } else { 0 }
    }
}

impl Span {
    /// Whether the card is one of these.
    #[must_use]
    pub fn has(&self, index: usize) -> bool {
        (self.from..self.to).contains(&index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn track(scrolled: f64, total: usize) -> Track {
        Track { pitch: 300.0, port: 900.0, scrolled, total }
    }

    #[test]
    fn only_cards_near_the_port_are_wanted() {
        let table = [
            (0.0, 120, Span { from: 0, to: 7 }, Span { from: 0, to: 3 }),
            (900.0, 120, Span { from: 0, to: 10 }, Span { from: 3, to: 6 }),
            (3_100.0, 10_000, Span { from: 6, to: 18 }, Span { from: 10, to: 13 }),
            (35_100.0, 120, Span { from: 113, to: 120 }, Span { from: 117, to: 120 }),
            (0.0, 2, Span { from: 0, to: 2 }, Span { from: 0, to: 2 }),
            (0.0, 0, Span { from: 0, to: 0 }, Span { from: 0, to: 0 }),
        ];
        for (scrolled, total, wanted, in_view) in table {
            let track = track(scrolled, total);
            assert_eq!((track.wanted(), track.in_view()), (wanted, in_view), "{track:?}");
        }
    }

    #[test]
    fn the_number_of_cards_does_not_grow_with_the_list() {
        for at in 0..1_000_u32 {
            let wanted = track(f64::from(at) * 977.0, 10_000).wanted();
            assert!(wanted.to - wanted.from <= 12, "{wanted:?}");
        }
    }

    #[test]
    fn buttons_go_by_what_is_in_view_and_stop_at_the_ends() {
        let table = [(0.0, 1, 900.0), (900.0, -1, 0.0), (450.0, -1, 0.0), (2_000.0, 1, 2_100.0)];
        for (scrolled, by, to) in table {
            assert!((track(scrolled, 10).step(by) - to).abs() < 0.5, "{scrolled} {by}");
        }
        assert!(track(0.0, 10).at_start() && !track(0.0, 10).at_end());
        assert!(track(2_100.0, 10).at_end());
        assert!(track(0.0, 2).at_start() && track(0.0, 2).at_end());
    }

    #[test]
    fn a_port_without_size_is_no_trouble() {
        let none = Track { pitch: 0.0, port: 0.0, scrolled: 0.0, total: 5 };
        assert!(none.wanted().to <= 5 && none.in_view().to <= 5);
        assert!(none.step(1).is_finite());
    }
}
