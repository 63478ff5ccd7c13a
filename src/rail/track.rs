//! The rail's geometry. All cards have one pitch and stand at their index in a track as long as the
//! list, so that only the cards near the port need to exist.

/// The track as the browser has it now, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    /// From one card's edge to the next one's.
    pub pitch: f64,
    /// The space between two cards.
    pub gap: f64,
    /// The width of what is in view.
    pub port: f64,
    /// How far it is scrolled.
    pub scrolled: f64,
    /// How many cards the list has.
    pub total: usize,
    /// The index of the card at the track's beginning: 0 but in a list longer than any track.
    pub base: usize,
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

/// No track is longer than this, in CSS pixels. Firefox ends all lengths at 17.9 million, and
/// lengths are reckoned in single precision: up to here they are right to half a pixel.
const LONGEST: f64 = 8_000_000.0;

/// How long a card thrown with the mouse goes on, in ms of its speed.
const THROWN_MS: f64 = 220.0;

impl Track {
    /// The cards that are in view, those cut off at an edge by more than a half left out.
    #[must_use]
    pub fn in_view(&self) -> Span {
        let from = self.index((self.scrolled / self.pitch).round());
        let to = self.index(((self.scrolled + self.port + self.gap) / self.pitch).round());
        Span { from, to: to.max(from + 1).min(self.total) }
    }

    /// The cards that should exist.
    #[must_use]
    pub fn wanted(&self) -> Span {
        self.beside(BESIDE)
    }

    /// The cards whose files should be there: those of two views on either side.
    #[must_use]
    pub fn ahead(&self) -> Span {
        self.beside(2 * self.whole())
    }

    fn beside(&self, cards: usize) -> Span {
        let from = self.index((self.scrolled / self.pitch).floor());
        let to = self.index(((self.scrolled + self.port) / self.pitch).ceil());
        Span { from: from.saturating_sub(cards), to: (to + cards).min(self.total) }
    }

    /// How many cards are in view whole, at the least one.
    fn whole(&self) -> usize {
        floor((self.port + self.gap) / self.pitch).max(1)
    }

    /// Where a press on a button leads from a place, in CSS pixels: by as many cards as are in view
    /// whole.
    #[must_use]
    pub fn step(&self, from: f64, by: i32) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a handful")]
        let cards = self.whole() as f64;
        self.at_card(from / self.pitch + cards * f64::from(by))
    }

    /// Where the rail comes to rest after it was let go at so many CSS pixels a ms: at a card's
    /// edge, and in the direction of the throw.
    #[must_use]
    pub fn thrown(&self, speed: f64) -> f64 {
        let to = (self.scrolled + speed * THROWN_MS) / self.pitch;
        let here = self.scrolled / self.pitch;
        let quick = speed.abs() > 0.3;
        self.at_card(match speed > 0.0 {
            true if quick => to.round().max(here.ceil()),
            false if quick => to.round().min(here.floor()),
            _ => to,
        })
    }

    /// Where it has to go so that no card is cut off at its left edge; `None` where none is.
    #[must_use]
    pub fn astray(&self) -> Option<f64> {
        let to = self.at_card(self.scrolled / self.pitch);
        // Browsers keep fractions of a pixel to themselves.
        ((to - self.scrolled).abs() > 1.5 && self.scrolled < self.end() - 1.5).then_some(to)
    }

    /// Where it has to go so that a card is in view whole; `None` where it is. The card's left edge
    /// is given from the port's.
    #[must_use]
    pub fn reveal(&self, edge: f64) -> Option<f64> {
        let left = self.scrolled + edge;
        let right = left + self.pitch - self.gap - self.port;
        if left < self.scrolled - 1.5 {
            Some(self.at_card(left / self.pitch))
        } else if right > self.scrolled + 1.5 {
            // To the edge of the first card that can stay, but not past this one's own.
            Some(self.at_card((right / self.pitch).ceil().min((left / self.pitch).round())))
        } else {
            None
        }
    }

    /// The place nearest to this many cards from the beginning at which a card's edge is the
    /// port's.
    fn at_card(&self, cards: f64) -> f64 {
        if self.pitch <= 0.0 {
            // Not laid out yet: nothing to go by.
            return self.scrolled;
        }
        (cards.round() * self.pitch).clamp(0.0, self.end())
    }

    /// Whether there is nothing before what is in view.
    #[must_use]
    pub fn at_start(&self) -> bool {
        self.base == 0 && self.scrolled < 2.0
    }

    /// Whether there is nothing after what is in view.
    #[must_use]
    pub fn at_end(&self) -> bool {
        self.base + self.room() >= self.total && self.scrolled > self.end() - 2.0
    }

    /// How long it is, in CSS pixels.
    #[must_use]
    pub fn length(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52 cards")]
        let cards = self.total.min(self.room()) as f64;
        (cards * self.pitch - self.gap).max(0.0)
    }

    fn end(&self) -> f64 {
        (self.length() - self.port).max(0.0)
    }

    /// How many cards have room.
    fn room(&self) -> usize {
        if self.pitch > 0.0 { floor(LONGEST / self.pitch) } else { self.total }
    }

    /// The track with another card at its beginning, and scrolled to show the same cards, where it
    /// has come near an end that is none of the list's. Only for a rail at rest.
    #[must_use]
    pub fn based(&self) -> Option<Self> {
        let room = self.room();
        let last = self.total.saturating_sub(room);
        let here = floor(self.scrolled / self.pitch);
        let near = here < room / 4 || here > room - room / 4;
        let base = (self.base + here).saturating_sub(room / 2).min(last);
        if self.base <= last && (!near || base == self.base) {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52 cards")]
        let by = (self.base as f64 - base as f64) * self.pitch;
        Some(Self { base, scrolled: self.scrolled + by, ..*self })
    }

    fn index(&self, at: f64) -> usize {
        (self.base + floor(at)).min(self.total)
    }
}

/// Whole cards; none where there is no number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
fn floor(cards: f64) -> usize {
    cards.max(0.0) as usize
}

impl Span {
    /// Whether the card is one of these.
    #[must_use]
    pub fn has(&self, index: usize) -> bool {
        (self.from..self.to).contains(&index)
    }
}

#[cfg(test)]
#[path = "track_tests.rs"]
mod tests;
