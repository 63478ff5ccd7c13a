//! How large the files of a picture are. The widths are those that pages ask for: a third of a
//! phone's screen or half of it in a list (400), a phone's screen at two device pixels (800) and at
//! three (1200), the column of text at two (1600), and one for the lightbox.

use darkroom::Crop;

/// Widths in pixels, each with the letter that names its file.
const WIDTHS: [(u32, char); 4] = [(400, 'a'), (800, 'b'), (1200, 'c'), (1600, 'd')];

/// The letter of the largest.
const LARGEST: char = 'e';

/// The pixels of the largest: 2400 × 1800, so that a panorama and a tower cost as much as the rest.
const LARGEST_PIXELS: f64 = 4_320_000.0;

/// No side is longer, in pixels: more is not written by every encoder.
const LONGEST: f64 = 12_000.0;

/// What cards show is 3:2 (`style/cards.css`), never more than this.
const CARD: (u32, u32) = (1200, 800);

/// Where cards would show at least this much of a picture, in hundredths, it gets no files of its
/// own for them: they would save little, and the story could not begin with the file that its card
/// has brought.
const SHOWN: u64 = 80;

/// A size of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    /// Width and height in pixels.
    pub to: (u32, u32),
    /// Names its file.
    pub letter: char,
}

impl Size {
    pub fn pixels(self) -> u64 {
        u64::from(self.to.0) * u64::from(self.to.1)
    }
}

/// The sizes of a picture, narrowest first; none is larger than it is. At least one.
pub(super) fn sizes((width, height): (u32, u32)) -> Vec<Size> {
    let (wide, high) = (f64::from(width.max(1)), f64::from(height.max(1)));
    let scale = (LARGEST_PIXELS / (wide * high)).sqrt().min(LONGEST / wide.max(high)).min(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "smaller than it")]
    let side = |side: f64| ((side * scale).round() as u32).max(1);
    let largest = (side(wide), side(high));
    let within = |(to, letter): (u32, char)| Size { to: (to, part(height, to, width)), letter };
    // One that is nearly as wide as the largest would be asked for in its place and save nothing.
    let narrower = WIDTHS.iter().filter(|(to, _)| to * 10 <= largest.0 * 9);
    let mut sizes: Vec<Size> = narrower.map(|size| within(*size)).collect();
    sizes.push(Size { to: largest, letter: LARGEST });
    sizes
}

/// The part of a picture that cards show, where it is so much smaller than the whole that it is
/// worth files of its own. `focal` is in thousandths from the left and top edge.
pub(super) fn card(size: (u32, u32), focal: (u32, u32)) -> Option<Crop> {
    let crop = Crop::around(size, focal, CARD);
    let area = |width: u32, height: u32| u64::from(width) * u64::from(height);
    let (whole, shown) = (area(size.0, size.1), area(crop.width, crop.height));
    (crop.to.0 > 0 && crop.to.1 > 0 && shown * 100 < whole * SHOWN).then_some(crop)
}

/// So many of so many parts of a length, to the nearest whole, at least one.
fn part(length: u32, many: u32, of: u32) -> u32 {
    let (length, many, of) = (u64::from(length), u64::from(many), u64::from(of.max(1)));
    u32::try_from((length * many + of / 2) / of).unwrap_or(u32::MAX).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_those_of_pages_and_never_larger_than_the_picture() {
        type Sizes = &'static [(u32, u32)];
        let table: [((u32, u32), Sizes); 10] = [
            // A camera's, lying and standing.
            ((4000, 3000), &[(400, 300), (800, 600), (1200, 900), (1600, 1200), (2400, 1800)]),
            ((3000, 4000), &[(400, 533), (800, 1067), (1200, 1600), (1600, 2133), (1800, 2400)]),
            ((6000, 4000), &[(400, 267), (800, 533), (1200, 800), (1600, 1067), (2546, 1697)]),
            // As newsrooms bring them down.
            ((1600, 1067), &[(400, 267), (800, 534), (1200, 800), (1600, 1067)]),
            ((1300, 867), &[(400, 267), (800, 534), (1300, 867)]),
            ((850, 567), &[(400, 267), (850, 567)]),
            ((300, 200), &[(300, 200)]),
            ((1, 1), &[(1, 1)]),
            // A panorama and a tower.
            ((12000, 1000), &[(400, 33), (800, 67), (1200, 100), (1600, 133), (7200, 600)]),
            ((700, 20000), &[(389, 11_110)]),
        ];
        for (size, expected) in table {
            let found: Vec<_> = sizes(size).iter().map(|size| size.to).collect();
            assert_eq!(found, expected, "{size:?}");
        }
    }

    #[test]
    fn no_size_is_larger_than_its_picture_or_too_large() {
        for width in (1..9000).step_by(97).chain([100_000]) {
            for height in (1..9000).step_by(89).chain([100_000]) {
                let sizes = sizes((width, height));
                for size in &sizes {
                    assert!(size.to.0 <= width && size.to.1 <= height.max(1), "{size:?}");
                    assert!(size.pixels() <= 4_330_000 && size.to.1.max(size.to.0) <= 12_000);
                }
                assert!(sizes.windows(2).all(|two| two[0].to.0 < two[1].to.0));
                assert_eq!(sizes.last().map(|size| size.letter), Some('e'));
            }
        }
    }

    #[test]
    fn cards_get_a_part_where_it_saves_a_fifth() {
        let middle = (500, 500);
        // Size and point; the part's place and size, and what it is brought down to.
        let table = [
            ((1500, 1000), middle, None),
            ((1600, 1200), middle, None),
            ((1920, 1080), middle, None),
            ((1200, 1200), middle, Some((0, 200, 1200, 800, (1200, 800)))),
            ((3000, 4000), (500, 0), Some((0, 0, 3000, 2000, (1200, 800)))),
            ((900, 1200), (500, 1000), Some((0, 600, 900, 600, (900, 600)))),
            ((4000, 1000), (900, 500), Some((2500, 0, 1500, 1000, (1200, 800)))),
            ((1, 900), middle, Some((0, 450, 1, 1, (1, 1)))),
        ];
        for (size, focal, expected) in table {
            let crop = card(size, focal).map(|c| (c.x, c.y, c.width, c.height, c.to));
            assert_eq!(crop, expected, "{size:?} around {focal:?}");
        }
    }
}
