//! Which file of a picture is asked for.

/// Of files with these widths, narrowest first: the first that is at least so wide in its own
/// pixels, else the widest. None where there is no file.
#[must_use]
pub fn pick(widths: &[u32], wanted: f64) -> Option<usize> {
    let enough = widths.iter().position(|&width| f64::from(width) >= wanted);
    enough.or(widths.len().checked_sub(1))
}

#[cfg(test)]
mod tests {
    use super::pick;

    #[test]
    fn the_narrowest_file_that_is_wide_enough_is_asked_for() {
        let table: [(&[u32], f64, Option<usize>); 7] = [
            (&[400, 800, 1600], 300.0, Some(0)),
            (&[400, 800, 1600], 400.0, Some(0)),
            (&[400, 800, 1600], 400.5, Some(1)),
            (&[400, 800, 1600], 9_000.0, Some(2)),
            (&[1600], 10.0, Some(0)),
            (&[400], f64::NAN, Some(0)),
            (&[], 10.0, None),
        ];
        for (widths, wanted, file) in table {
            assert_eq!(pick(widths, wanted), file, "{widths:?} for {wanted}");
        }
    }
}
