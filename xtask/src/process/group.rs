//! Process groups: what a program and everything it starts have in common.

use std::process::Command;

#[cfg(not(unix))]
pub use other::{alive, kill, of_its_own, terminate};
#[cfg(unix)]
pub use unix::{alive, kill, of_its_own, terminate};

#[cfg(unix)]
mod unix {
    use std::os::unix::process::CommandExt;

    use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};

    use super::Command;

    /// The program will lead a group of its own.
    pub fn of_its_own(command: &mut Command) {
        command.process_group(0);
    }

    /// Asks the group to end.
    pub fn terminate(leader: u32) {
        signal(leader, Signal::TERM);
    }

    /// Ends the group.
    pub fn kill(leader: u32) {
        signal(leader, Signal::KILL);
    }

    /// Whether anything of the group still runs.
    pub fn alive(leader: u32) -> bool {
        pid(leader).is_some_and(|pid| test_kill_process_group(pid).is_ok())
    }

    fn signal(leader: u32, signal: Signal) {
        if let Some(pid) = pid(leader) {
            // An error means that the group is gone already, which is what was wanted.
            let _ = kill_process_group(pid, signal);
        }
    }

    fn pid(leader: u32) -> Option<Pid> {
        i32::try_from(leader).ok().and_then(Pid::from_raw)
    }
}

#[cfg(not(unix))]
mod other {
    use super::Command;

    /// Systems without process groups know parents and children instead.
    pub fn of_its_own(_: &mut Command) {}

    /// Asks the program and its children to end.
    pub fn terminate(leader: u32) {
        let _ = Command::new("taskkill").args(["/T", "/PID", &leader.to_string()]).output();
    }

    /// Ends the program and its children.
    pub fn kill(leader: u32) {
        let _ = Command::new("taskkill").args(["/T", "/F", "/PID", &leader.to_string()]).output();
    }

    /// Not known here, so nobody waits in vain.
    pub fn alive(_: u32) -> bool {
        false
    }
}
