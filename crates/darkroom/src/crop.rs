//! Which part of a picture is taken, and how large it becomes.

/// A part of a picture, in its pixels as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crop {
    /// From the left edge.
    pub x: u32,
    /// From the top edge.
    pub y: u32,
    /// How wide.
    pub width: u32,
    /// How high.
    pub height: u32,
    /// The size it is brought down to, never up.
    pub to: (u32, u32),
}

impl Crop {
    /// The largest part of a picture of this size that has the shape of `most`, as near around the
    /// point as the edges let it; where it is larger than `most`, it is brought down to that.
    /// `focal` is in thousandths from the left and top edge.
    #[must_use]
    pub fn around((width, height): (u32, u32), focal: (u32, u32), most: (u32, u32)) -> Self {
        let wide = width.min(part(height, most.0, most.1));
        let high = height.min(part(width, most.1, most.0));
        let start = |whole: u32, taken: u32, point: u32| {
            let middle = part(whole, point.min(1000), 1000);
            middle.saturating_sub(taken / 2).min(whole - taken)
        };
        Self {
            x: start(width, wide, focal.0),
            y: start(height, high, focal.1),
            width: wide,
            height: high,
            to: if wide < most.0 { (wide, high) } else { most },
        }
    }
}

/// So many of so many parts of a length, to the nearest whole.
fn part(length: u32, many: u32, of: u32) -> u32 {
    let (length, many, of) = (u64::from(length), u64::from(many), u64::from(of.max(1)));
    u32::try_from((length * many + of / 2) / of).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIDDLE: (u32, u32) = (500, 500);

    /// As for shares.
    fn crop(width: u32, height: u32, focal: (u32, u32)) -> Crop {
        Crop::around((width, height), focal, (1200, 630))
    }

    #[test]
    fn the_largest_part_of_the_shape_is_taken_and_never_made_larger() {
        // Width, height; where the part is, how large, and what it is brought down to.
        let table = [
            ((1200, 630), (0, 0, 1200, 630), (1200, 630)),
            ((2400, 1260), (0, 0, 2400, 1260), (1200, 630)),
            ((4000, 3000), (0, 450, 4000, 2100), (1200, 630)),
            ((1000, 1500), (0, 488, 1000, 525), (1000, 525)),
            ((1199, 1500), (0, 436, 1199, 629), (1199, 629)),
            // A panorama and a tower.
            ((12000, 1000), (5048, 0, 1905, 1000), (1200, 630)),
            ((700, 20000), (0, 9816, 700, 368), (700, 368)),
            ((600, 315), (0, 0, 600, 315), (600, 315)),
            ((3, 2), (0, 0, 3, 2), (3, 2)),
            ((0, 900), (0, 450, 0, 0), (0, 0)),
        ];
        for ((width, height), (x, y, wide, high), to) in table {
            let expected = Crop { x, y, width: wide, height: high, to };
            assert_eq!(crop(width, height, MIDDLE), expected, "{width} × {height}");
        }
    }

    #[test]
    fn the_point_is_in_the_middle_as_far_as_the_edges_let_it() {
        let at = |size: (u32, u32), focal| {
            let crop = crop(size.0, size.1, focal);
            (crop.x, crop.y)
        };
        let (panorama, tower) = ((4000, 1000), (1000, 4000));
        let table = [
            (panorama, (0, 0), (0, 0)),
            (panorama, (1000, 1000), (2095, 0)),
            (panorama, (250, 500), (48, 0)),
            (panorama, (750, 0), (2048, 0)),
            (tower, (0, 0), (0, 0)),
            (tower, (1000, 1000), (0, 3475)),
            (tower, (500, 250), (0, 738)),
            // Further than the edge.
            (tower, (5000, 5000), (0, 3475)),
        ];
        for (size, focal, expected) in table {
            assert_eq!(at(size, focal), expected, "{size:?} around {focal:?}");
        }
    }

    #[test]
    fn no_size_leads_out_of_the_picture() {
        for width in (0..5000).step_by(37).chain([u32::MAX]) {
            for height in (0..5000).step_by(41).chain([u32::MAX]) {
                for focal in [(0, 0), (333, 999), (1000, 1000)] {
                    let crop = crop(width, height, focal);
                    assert!(crop.x <= width - crop.width && crop.y <= height - crop.height);
                    assert!(crop.to.0 <= crop.width && crop.to.1 <= crop.height, "{crop:?}");
                }
            }
        }
    }
}
