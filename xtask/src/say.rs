//! What is said on the screen while the work goes on.

use std::time::{Duration, Instant};

use crate::fail::Fail;

/// A line as it is.
pub fn plain(text: &str) {
    println!("{text}");
}

/// The beginning of a piece of work: what is done, and why.
pub fn step(text: &str) {
    println!("▸ {text}");
}

/// Something worth knowing that stops nothing.
pub fn notice(text: &str) {
    println!("  note: {text}");
}

/// The reason why the command stops.
pub fn failure(fail: &Fail) {
    eprintln!("✗ {fail}");
}

/// Says `text`, does `work`, and says how long it took where it took long enough to wonder.
pub fn timed<T>(text: &str, work: impl FnOnce() -> Result<T, Fail>) -> Result<T, Fail> {
    step(text);
    let begun = Instant::now();
    let done = work()?;
    let took = begun.elapsed();
    if took > Duration::from_secs(1) {
        println!("  done in {}", duration(took));
    }
    Ok(done)
}

/// A duration as people say it: `4.2 s`, `3 min 20 s`.
pub fn duration(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds < 60 {
        format!("{:.1} s", took.as_secs_f32())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        assert_eq!(duration(Duration::from_millis(4200)), "4.2 s");
        assert_eq!(duration(Duration::from_secs(65)), "1 min 05 s");
    }
}
