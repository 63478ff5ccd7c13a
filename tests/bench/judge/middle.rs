//! Many measurements, one figure.

/// The median; nothing of nothing. Of an even number, the mean of the two in the middle.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(*sorted.get(half - 1)?, upper))
}

/// How much larger one is than the other; nothing over nothing is no ratio, and neither is
/// anything that was not measured.
pub fn ratio(of: Option<f64>, over: Option<f64>) -> Option<f64> {
    let (of, over) = (of?, over?);
    (of.is_finite() && over > 0.0).then(|| of / over)
}

/// The largest; nothing of nothing, and nothing where one of them is no number.
pub fn largest(values: &[f64]) -> Option<f64> {
    let largest = values.iter().copied().reduce(|a, b| if b > a || b.is_nan() { b } else { a })?;
    largest.is_finite().then_some(largest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_in_the_middle() {
        let table: [(&[f64], Option<f64>); 5] = [
            (&[], None),
            (&[3.0], Some(3.0)),
            (&[9.0, 1.0], Some(5.0)),
            (&[900.0, 1.0, 2.0], Some(2.0)),
            (&[5.0, 1.0, 4.0, 2.0], Some(3.0)),
        ];
        for (values, expected) in table {
            assert_eq!(median(values), expected, "{values:?}");
        }
    }

    #[test]
    fn there_is_no_ratio_to_nothing() {
        let table = [
            (Some(3.0), Some(2.0), Some(1.5)),
            (Some(0.0), Some(2.0), Some(0.0)),
            (Some(3.0), Some(0.0), None),
            (Some(f64::NAN), Some(2.0), None),
            (Some(2.0), Some(f64::NAN), None),
            (None, Some(2.0), None),
            (Some(3.0), None, None),
        ];
        for (of, over, expected) in table {
            assert_eq!(ratio(of, over), expected, "{of:?} over {over:?}");
        }
    }

    #[test]
    fn the_largest_of_what_is_no_number_is_none() {
        assert_eq!(largest(&[0.0, 2.0, 1.0]), Some(2.0));
        assert_eq!(largest(&[f64::NAN, 2.0]), None);
        assert_eq!(largest(&[2.0, f64::NAN]), None);
        assert_eq!(largest(&[]), None);
    }
}
