//! The rows of pictures in a page, as a browser lays them out.

use serde_json::Value;

use crate::{Outcome, reader::Reader};

/// Of each run of a page its rows: how many pictures each has. Fails where pictures of a row are
/// not of one height, where a row of several does not fill its column, or where the order is not
/// that of the numbers.
///
/// # Errors
/// When the browser is gone.
///
/// # Panics
/// Where rows are not as they must be.
pub async fn rows(reader: &Reader) -> Outcome<Vec<Vec<usize>>> {
    let boxes = reader
        .js(
            "[...document.querySelectorAll('.run')].map((run) => { \
            const whole = run.getBoundingClientRect(); \
            return [...run.querySelectorAll('.open')].map((open) => { \
                const box = open.getBoundingClientRect(); \
                return [box.left - whole.left, box.top, box.width, box.height, whole.width]; }); })",
        )
        .await?;
    let mut all = Vec::new();
    for run in boxes.as_array().into_iter().flatten() {
        let pictures: Vec<Vec<f64>> = run
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| one.as_array().into_iter().flatten().filter_map(Value::as_f64).collect())
            .collect();
        let mut rows: Vec<Vec<&Vec<f64>>> = Vec::new();
        for picture in &pictures {
            match rows.last_mut() {
                Some(row) if (row[0][1] - picture[1]).abs() < 1.0 => row.push(picture),
                _ => rows.push(vec![picture]),
            }
        }
        for row in &rows {
            let first = row[0];
            let last = row[row.len() - 1];
            assert!(row.iter().all(|one| (one[3] - first[3]).abs() < 0.6), "heights: {row:?}");
            assert!(row.windows(2).all(|two| two[0][0] + two[0][2] < two[1][0]), "order: {row:?}");
            if row.len() > 1 {
                assert!(first[0].abs() < 1.0, "begins beside the edge: {row:?}");
                assert!((last[0] + last[2] - first[4]).abs() < 1.5, "not filled: {row:?}");
            }
        }
        all.push(rows.iter().map(Vec::len).collect());
    }
    Ok(all)
}
