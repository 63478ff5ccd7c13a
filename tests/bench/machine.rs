//! The machine, as far as it matters to figures.

use std::{fs, thread};

/// Cores and load.
pub fn described() -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load
        .split_whitespace()
        .next()
        .map_or_else(|| "load unknown".to_owned(), |load| format!("load {load}"));
    format!("{cores} cores, {load}")
}
