//! Hugo, beside which the press is measured.

use super::{apt, find};
use crate::fail::Fail;

/// Brings it where it is missing.
pub fn hugo() -> Result<(), Fail> {
    if find::first(&["hugo"]).is_some() {
        return Ok(());
    }
    apt::install(&["hugo"], "Hugo, beside which the press is measured,")
}
