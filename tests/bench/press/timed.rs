//! A program's time and memory.

use std::{
    fs,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use e2e::Outcome;

/// What a program took.
#[derive(Debug, Clone, Copy)]
pub struct Took {
    /// In seconds.
    pub time: f64,
    /// The most memory it held at once, in bytes.
    pub memory: f64,
}

/// How often its memory is looked at. The system keeps the most itself; only what is taken within
/// the last moment is missed.
const LOOK: Duration = Duration::from_millis(5);

/// Runs a program to its end.
pub fn run(program: &mut Command) -> Outcome<Took> {
    let begun = Instant::now();
    let mut child = program.stdout(Stdio::null()).spawn()?;
    let mut memory = 0.0_f64;
    let ended = loop {
        memory = memory.max(most(&child));
        if let Some(ended) = child.try_wait()? {
            break ended;
        }
        sleep(LOOK);
    };
    let time = begun.elapsed().as_secs_f64();
    if !ended.success() {
        return Err(format!("{program:?} ended with {ended}").into());
    }
    Ok(Took { time, memory })
}

/// The most memory that a process ever held, in bytes (`VmHWM`); 0 where the system does not say.
fn most(child: &Child) -> f64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilo = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    kilo.unwrap_or_default() * 1_024.0
}
