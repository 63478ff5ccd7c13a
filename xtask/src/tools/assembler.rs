//! The assembler with which pictures are made in a third of the time.

use super::{apt, find};
use crate::say;

/// Brings it where it is missing and can be had; without it everything works, more slowly.
pub fn assembler() -> bool {
    if !cfg!(target_arch = "x86_64") {
        // Elsewhere the compiler's own does.
        return true;
    }
    let is_there = || find::first(&["nasm"]).is_some();
    if !is_there()
        && apt::here()
        && let Err(fail) =
            apt::install(&["nasm"], "the assembler that pictures are made faster with")
    {
        say::notice(&fail.to_string());
    }
    is_there()
}
