use std::panic::{self, UnwindSafe};

use crate::Damaged;

/// Works on one picture. What reads pictures is much code for many formats, and a damaged file may
/// bring it down: that costs this picture and no other.
///
/// # Errors
/// As `work`, and where it panics.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, Damaged> + UnwindSafe) -> Result<T, Damaged> {
    panic::catch_unwind(work)
        .unwrap_or_else(|_| Err(Damaged("a file that cannot be decoded".to_owned())))
}
