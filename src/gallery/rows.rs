//! How the pictures of a run share rows: each row as wide as the column, every picture in its own
//! proportion, in reading order.

/// On a wide screen a row should be about this many times as wide as it is high.
const IDEAL: f64 = 2.6;

/// No row has more pictures than this.
const MOST: usize = 3;

/// Breaks pictures with these proportions (width over height) into rows; gives each row's number of
/// pictures. Rows come as near as they can to one shape, so that no picture is a stamp beside a
/// poster: the sum of the squared distances from the ideal is the least possible.
#[must_use]
pub fn rows(ratios: &[f64]) -> Vec<usize> {
    let count = ratios.len();
    // `best[i]`: the cost of the pictures from `i` on, and how many the row at `i` takes.
    let mut best = vec![(f64::INFINITY, 1); count + 1];
    best[count] = (0.0, 0);
    for from in (0..count).rev() {
        let mut width = 0.0;
        for many in 1..=MOST.min(count - from) {
            width += ratios[from + many - 1].clamp(0.2, 5.0);
            let cost = (width / IDEAL).ln().powi(2) + best[from + many].0;
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

/// The class that gives a picture its share of a row: its proportion in twentieths.
#[must_use]
pub fn ratio_class(width: u32, height: u32) -> String {
    let ratio = f64::from(width.max(1)) / f64::from(height.max(1));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "8 to 80")]
    let twentieths = (ratio * 20.0).round().clamp(8.0, 80.0) as u32;
    format!("r-{}", twentieths * 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: f64 = 1.5;
    const TALL: f64 = 0.75;

    #[test]
    fn rows_come_near_one_shape() {
        let table: [(&[f64], &[usize]); 8] = [
            (&[], &[]),
            (&[WIDE], &[1]),
            (&[WIDE, WIDE], &[2]),
            (&[TALL, TALL, TALL], &[3]),
            (&[WIDE, WIDE, WIDE, WIDE], &[2, 2]),
            // The four of the real article: a square, two wide ones, a tall one.
            (&[1.0, 1.5, 1.33, 0.75], &[2, 2]),
            (&[3.0, WIDE, WIDE], &[1, 2]),
            (&[WIDE, TALL, WIDE, WIDE], &[2, 2]),
        ];
        for (ratios, expected) in table {
            assert_eq!(rows(ratios), expected, "{ratios:?}");
        }
    }

    #[test]
    fn every_picture_is_in_one_row() {
        for count in 0..40 {
            let ratios: Vec<f64> = (0..count).map(|n| 0.4 + f64::from(n % 7) * 0.4).collect();
            let rows = rows(&ratios);
            assert_eq!(rows.iter().sum::<usize>(), ratios.len());
            assert!(rows.iter().all(|many| (1..=MOST).contains(many)));
        }
    }

    #[test]
    fn proportions_become_classes_of_twentieths() {
        let table = [
            ((3, 2), "r-150"),
            ((1600, 1067), "r-150"),
            ((3, 4), "r-75"),
            ((0, 0), "r-100"),
            ((9000, 1), "r-400"),
        ];
        for ((width, height), class) in table {
            assert_eq!(ratio_class(width, height), class);
        }
    }
}
