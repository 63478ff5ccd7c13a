//! How the pictures of a run share rows: each row as wide as the column, every picture in its own
//! proportion, in reading order. For each width of the column anew: what is a row of three at a
//! desk is three rows on a phone.

/// What a good row is in a column of some width. Heights are in widths of the column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// How high a row should be.
    ideal: f64,
    /// How high the first row of a mosaic should be.
    lead: f64,
    /// No row has more pictures than this.
    most: usize,
    /// No picture in a row with others is narrower than this, in widths of the column: it would
    /// be a stamp beside a poster.
    narrowest: f64,
    /// A row of several is no lower than this.
    pub lowest: f64,
    /// A picture alone is shown no higher than this.
    highest: f64,
}

/// A phone, or a box beside the text; a tablet; a desk. The style changes from one to the next
/// where [`source::run_sizes`](super::source::run_sizes) does.
pub const MEASURES: [Measure; 3] = [
    Measure { ideal: 0.9, lead: 0.9, most: 2, narrowest: 0.4, lowest: 0.4, highest: 4.0 },
    Measure { ideal: 0.45, lead: 0.65, most: 3, narrowest: 0.14, lowest: 0.22, highest: 1.2 },
    Measure {
        ideal: 0.38,
        lead: 0.65,
        most: 4,
        narrowest: LEAST_SHARE,
        lowest: 0.17,
        highest: 0.8,
    },
];

/// The least share of a row that any of the [`MEASURES`] allows. The style's rows end where they
/// should because of it: see [`steps`](super::steps).
pub const LEAST_SHARE: f64 = 0.12;

/// Breaks pictures with these proportions (width over height) into rows; gives each row's number of
/// pictures. The sum of the squared differences from the ideal height is the least possible, and
/// of two ways as good the one with fewer pictures in the first rows is taken.
#[must_use]
pub fn rows(ratios: &[f64], measure: &Measure, mosaic: bool) -> Vec<usize> {
    let count = ratios.len();
    // `best[i]`: the cost of the pictures from `i` on, and how many the row at `i` takes.
    let mut best = vec![(f64::INFINITY, 1); count + 1];
    best[count] = (0.0, 0);
    for from in (0..count).rev() {
        for many in 1..=measure.most.min(count - from) {
            let row = &ratios[from..from + many];
            let cost = cost(row, measure, mosaic && from == 0) + best[from + many].0;
            if cost < best[from].0 {
                best[from] = (cost, many);
            }
        }
    }
    let mut rows = Vec::new();
    let mut at = 0;
    while at < count {
        rows.push(best[at].1);
        at += best[at].1;
    }
    rows
}

/// How far a row is from the ideal one; infinite where it must not be.
fn cost(row: &[f64], measure: &Measure, lead: bool) -> f64 {
    let sum: f64 = row.iter().sum();
    let mut height = 1.0 / sum;
    if let [_] = row {
        height = height.min(measure.highest);
    } else if height < measure.lowest || row.iter().any(|ratio| *ratio < sum * measure.narrowest) {
        return f64::INFINITY;
    }
    let off = height - if lead { measure.lead } else { measure.ideal };
    off * off
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: f64 = 1.5;
    const TALL: f64 = 0.75;
    const TOWER: f64 = 0.25;
    const PANORAMA: f64 = 6.0;

    #[test]
    fn rows_come_near_one_height() {
        // Proportions; the rows on a phone, on a tablet, at a desk.
        let table: [(&[f64], [&[usize]; 3]); 12] = [
            (&[], [&[], &[], &[]]),
            (&[WIDE], [&[1], &[1], &[1]]),
            (&[WIDE, WIDE], [&[1, 1], &[2], &[2]]),
            (&[TALL, TALL], [&[2], &[2], &[2]]),
            (&[TALL, TALL, TALL], [&[1, 2], &[3], &[3]]),
            (&[WIDE; 4], [&[1, 1, 1, 1], &[2, 2], &[2, 2]]),
            // The four of the real article: a square, two wide ones, a tall one.
            (&[1.0, 1.5, 1.33, 0.75], [&[1, 1, 1, 1], &[2, 2], &[2, 2]]),
            // One tall among wide ones is no stamp on a phone.
            (&[WIDE, TALL, WIDE, WIDE], [&[1, 1, 1, 1], &[2, 2], &[2, 2]]),
            (&[WIDE, PANORAMA, WIDE, WIDE], [&[1, 1, 1, 1], &[1, 1, 2], &[1, 1, 2]]),
            (&[WIDE, TOWER, WIDE, WIDE], [&[1, 1, 1, 1], &[2, 2], &[2, 2]]),
            // Panoramas side by side would be stripes.
            (&[3.0, 3.0], [&[1, 1], &[1, 1], &[1, 1]]),
            (&[TOWER, TOWER, TOWER, TOWER], [&[2, 2], &[1, 3], &[4]]),
        ];
        for (ratios, expected) in table {
            for (measure, expected) in MEASURES.iter().zip(expected) {
                assert_eq!(rows(ratios, measure, false), expected, "{ratios:?} {measure:?}");
            }
        }
    }

    #[test]
    fn a_mosaic_leads_with_a_large_one() {
        let table: [(&[f64], [&[usize]; 3]); 3] = [
            (&[WIDE; 5], [&[1, 1, 1, 1, 1], &[1, 2, 2], &[1, 2, 2]]),
            (&[WIDE; 6], [&[1, 1, 1, 1, 1, 1], &[1, 2, 3], &[1, 2, 3]]),
            // A tall one alone would be higher than the window.
            (&[TALL, WIDE, WIDE, WIDE], [&[1, 1, 1, 1], &[2, 2], &[2, 2]]),
        ];
        for (ratios, expected) in table {
            for (measure, expected) in MEASURES.iter().zip(expected) {
                assert_eq!(rows(ratios, measure, true), expected, "{ratios:?} {measure:?}");
            }
        }
    }

    /// Every way to break `count` pictures into rows of at most `most`.
    fn ways(count: usize, most: usize) -> Vec<Vec<usize>> {
        if count == 0 {
            return vec![Vec::new()];
        }
        let first = |many: usize| {
            ways(count - many, most).into_iter().map(move |mut rest| {
                rest.insert(0, many);
                rest
            })
        };
        (1..=most.min(count)).flat_map(first).collect()
    }

    fn cost_of(ratios: &[f64], rows: &[usize], measure: &Measure, mosaic: bool) -> f64 {
        let mut at = 0;
        let each = rows.iter().map(|many| {
            let row = &ratios[at..at + many];
            let cost = cost(row, measure, mosaic && at == 0);
            at += many;
            cost
        });
        each.sum()
    }

    #[test]
    fn no_other_way_is_better() {
        // Seeded, so that it is the same every time.
        let mut seed = 1_u32;
        let mut next = move || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed >> 8) / f64::from(1 << 24)
        };
        for _ in 0..400 {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 9")]
            let count = (next() * 10.0) as usize;
            let ratios: Vec<f64> = (0..count).map(|_| 0.25 * 24_f64.powf(next())).collect();
            let mosaic = next() < 0.5;
            for measure in &MEASURES {
                let rows = rows(&ratios, measure, mosaic);
                assert_eq!(rows.iter().sum::<usize>(), ratios.len());
                let cost = cost_of(&ratios, &rows, measure, mosaic);
                for other in ways(ratios.len(), measure.most) {
                    let other_cost = cost_of(&ratios, &other, measure, mosaic);
                    assert!(cost <= other_cost + 1e-9, "{ratios:?}: {rows:?} or {other:?}");
                }
            }
        }
    }

    #[test]
    fn three_hundred_pictures_are_all_in_rows() {
        let ratios: Vec<f64> = (0..300).map(|n| 0.4 + f64::from(n % 7) * 0.4).collect();
        for measure in &MEASURES {
            let rows = rows(&ratios, measure, false);
            assert_eq!(rows.iter().sum::<usize>(), 300);
            assert!(rows.iter().all(|many| (1..=measure.most).contains(many)));
        }
    }
}
