//! Which programs run right now, so that none of them outlives us.

use std::collections::BTreeSet;
use std::process::{Child, Command};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::group;

struct Running {
    /// Set once we were told to end: nothing starts any more.
    ending: bool,
    leaders: BTreeSet<u32>,
}

static RUNNING: Mutex<Running> = Mutex::new(Running { ending: false, leaders: BTreeSet::new() });

/// How long a program may take to end by itself.
const PATIENCE: Duration = Duration::from_secs(3);

fn running() -> MutexGuard<'static, Running> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts a program, unless we are ending.
pub fn start(command: &mut Command) -> std::io::Result<Child> {
    let mut running = running();
    if running.ending {
        drop(running);
        wait_for_the_end();
    }
    let child = command.spawn()?;
    running.leaders.insert(child.id());
    Ok(child)
}

/// Notes that a program has ended.
pub fn ended(leader: u32) {
    let mut running = running();
    running.leaders.remove(&leader);
    if running.ending {
        // It ended because we do: its end is no failure to speak of.
        drop(running);
        wait_for_the_end();
    }
}

/// Ends one program and what it started.
pub fn end(child: &mut Child) {
    let leader = child.id();
    group::terminate(leader);
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until && matches!(child.try_wait(), Ok(None)) {
        thread::sleep(Duration::from_millis(20));
    }
    group::kill(leader);
    // Reaps it; it has been killed, so this does not block.
    let _ = child.wait();
    ended(leader);
}

/// Ends every program.
pub fn end_all() {
    let leaders = {
        let mut running = running();
        running.ending = true;
        running.leaders.clone()
    };
    for &leader in &leaders {
        group::terminate(leader);
    }
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until && leaders.iter().any(|&leader| group::alive(leader)) {
        thread::sleep(Duration::from_millis(20));
    }
    for &leader in &leaders {
        group::kill(leader);
    }
}

/// Sleeps until the thread that heard Ctrl-C ends the process.
fn wait_for_the_end() -> ! {
    loop {
        thread::park();
    }
}
