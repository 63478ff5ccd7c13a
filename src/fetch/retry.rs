//! When to ask again.

use super::Failure;

/// How long an answer may take before it is given up, in ms.
#[cfg(target_arch = "wasm32")]
pub const TIMEOUT_MS: i32 = 12_000;

/// How long to wait before each further attempt, in ms.
const WAITS_MS: [i32; 2] = [500, 1_500];

/// How long to wait after this failure of attempt number `attempt` (from 0), in ms; `None` where
/// asking again is no use.
#[must_use]
pub fn wait_after(failure: Failure, attempt: usize) -> Option<i32> {
    failure.may_heal().then(|| WAITS_MS.get(attempt).copied()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_heal_is_asked_three_times_with_growing_waits() {
        let table = [
            (Failure::Offline, 0, Some(500)),
            (Failure::TimedOut, 1, Some(1_500)),
            (Failure::Status(503), 0, Some(500)),
            (Failure::CutOff, 2, None),
            (Failure::NotFound, 0, None),
            (Failure::Status(403), 0, None),
            (Failure::WrongData, 0, None),
            (Failure::UnknownVersion, 0, None),
        ];
        for (failure, attempt, wait) in table {
            assert_eq!(wait_after(failure, attempt), wait, "{failure:?} after {attempt}");
        }
    }
}
