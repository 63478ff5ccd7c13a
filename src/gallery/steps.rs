//! The steps in which the style knows proportions and rows. Pages allow no `style` attribute, so
//! what differs from picture to picture is a class out of a small set (`style/r.css`).
//!
//! A picture's class `r-N` is its proportion. In a row with others a second class, one for each
//! width of the column (`p-N`, `m-N`, `w-N`), says how wide the row is for its height. The two
//! multiplied are where the picture's width begins, a little under its share; from there all of a
//! row grow in proportion to fill it. The next one begins the next row because there is not even
//! room for the least share left.

/// The proportion of `r-0`; 3:2 is met.
const NARROWEST: f64 = 0.246_921;
/// From one proportion to the next.
const RATIO_STEP: f64 = 1.04;
/// Half of that way.
const HALF_STEP: f64 = 1.019_804;
/// The last proportion: about 6:1.
const WIDEST: u32 = 81;

/// The sum of proportions in a row of `p-0`.
const SLIMMEST: f64 = 0.5;
/// From one sum to the next.
const SUM_STEP: f64 = 1.07;

/// A picture's proportion (width over height) as the style has it, by its step, and that
/// proportion. What is wider or taller than the steps go is cropped.
#[must_use]
pub fn ratio_step(width: u32, height: u32) -> (u32, f64) {
    let ratio = f64::from(width.max(1)) / f64::from(height.max(1));
    let mut near = (0, NARROWEST);
    // To the nearer one.
    while near.1 * HALF_STEP < ratio && near.0 < WIDEST {
        near = (near.0 + 1, near.1 * RATIO_STEP);
    }
    near
}

/// The first step whose sum is not below that of a row's proportions.
#[must_use]
pub fn sum_step(sum: f64) -> u32 {
    let (mut step, mut most) = (0, SLIMMEST);
    while most < sum {
        most *= SUM_STEP;
        step += 1;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gallery::rows::{LEAST_SHARE, MEASURES};

    /// How much of a row its pictures' beginnings take at most; the rest is for the gaps.
    const BEGUN: f64 = 0.96;
    const STYLE: &str = include_str!("../../style/r.css");

    fn sum_of(step: u32) -> f64 {
        SLIMMEST * SUM_STEP.powi(i32::try_from(step).expect("few"))
    }

    #[test]
    fn proportions_become_steps() {
        let table = [
            ((3, 2), 1.5),
            ((1600, 1067), 1.5),
            ((1, 1), 1.0),
            ((2, 3), 0.667),
            ((16, 9), 1.778),
            ((0, 0), 1.0),
            ((9000, 1), 5.92),
            ((1, 9000), 0.247),
        ];
        for ((width, height), ratio) in table {
            let (_, step) = ratio_step(width, height);
            assert!((step / ratio - 1.0).abs() < 0.021, "{width}:{height} is {step}");
        }
    }

    #[test]
    fn the_style_knows_every_step() {
        let mut style = String::new();
        for step in 0..=i32::try_from(WIDEST).expect("few") {
            style += &format!(".r-{step} {{ --r: {:.3}; }}\n", NARROWEST * RATIO_STEP.powi(step));
        }
        for (tier, measure) in ["p", "m", "w"].iter().zip(MEASURES) {
            for step in 0..=sum_step(1.0 / measure.lowest) {
                let part = BEGUN * 100.0 / sum_of(step);
                style += &format!(".{tier}-{step} {{ --{tier}: {part:.2}%; }}\n");
            }
        }
        let (_, rules) = STYLE.split_once("*/\n").expect("a remark");
        assert!(rules.starts_with(&style), "{style}");
    }

    #[test]
    fn a_row_begins_where_it_should() {
        // What is begun of a row is not over it with its gaps: three of 8 px in 600, at the least.
        const { assert!(BEGUN + 24.0 / 600.0 < 1.000_001) };
        // And the next picture has no room left, whatever the row's sum.
        const { assert!(BEGUN / SUM_STEP * (1.0 + LEAST_SHARE) > 1.001) };
        for sum in [0.5, 0.6, 1.0, 2.17, 3.0, 5.8] {
            let step = sum_step(sum);
            assert!(sum_of(step) >= sum && sum_of(step) < sum * SUM_STEP * 1.0001, "{sum}");
        }
    }
}
