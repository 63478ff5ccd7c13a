//! Programs that we start: shown as they run, and ended with us.
//!
//! Each gets a process group of its own, so that whatever it starts in turn ends with it.

mod group;
mod running;

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::fail::Fail;

/// From now on Ctrl-C, or being told to end, ends every program that we started.
pub fn end_with_us() -> Result<(), Fail> {
    ctrlc::set_handler(|| {
        running::end_all();
        std::process::exit(130);
    })
    .map_err(|error| Fail::Wrong(format!("cannot listen for Ctrl-C: {error}")))
}

/// A program about to run.
pub struct Program {
    doing: String,
    command: Command,
    limit: Option<Duration>,
}

impl Program {
    /// `doing` is what a failure is called.
    pub fn new(doing: &str, program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.stdin(Stdio::null());
        group::of_its_own(&mut command);
        Self { doing: doing.to_owned(), command, limit: None }
    }

    /// Adds an argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// Adds arguments.
    pub fn args(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Sets a variable of its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets several, and takes away those without a value.
    pub fn envs<'a>(
        mut self,
        all: impl IntoIterator<Item = &'a (String, Option<OsString>)>,
    ) -> Self {
        for (name, value) in all {
            match value {
                Some(value) => self.command.env(name, value),
                None => self.command.env_remove(name),
            };
        }
        self
    }

    /// Where it runs.
    pub fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Gives up after this long.
    pub fn at_most(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Runs it to its end, its words on the screen.
    pub fn run(mut self) -> Result<(), Fail> {
        let mut started = self.start()?;
        let ended = match self.limit {
            Some(limit) => started.wait_at_most(limit)?,
            None => Some(started.wait()?),
        };
        match ended {
            Some(status) if status.success() => Ok(()),
            Some(status) => Err(self.failed(&said(status))),
            None => Err(self.failed("did not end in time")),
        }
    }

    /// Runs it to its end and gives what it wrote.
    pub fn capture(mut self) -> Result<String, Fail> {
        let output = self
            .command
            .stderr(Stdio::piped())
            .output()
            .map_err(|source| Fail::Start { program: self.program(), source })?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            let words = String::from_utf8_lossy(&output.stderr);
            Err(self.failed(&format!("{}: {}", said(output.status), words.trim())))
        }
    }

    /// Starts it and lets it run beside us.
    pub fn start(&mut self) -> Result<Started, Fail> {
        let program = self.program();
        running::start(&mut self.command)
            .map(|child| Started { child })
            .map_err(|source| Fail::Start { program, source })
    }

    fn program(&self) -> String {
        self.command.get_program().to_string_lossy().into_owned()
    }

    fn failed(&self, ended: &str) -> Fail {
        let words = std::iter::once(self.command.get_program()).chain(self.command.get_args());
        let command: Vec<_> = words.map(OsStr::to_string_lossy).collect();
        Fail::Step {
            doing: self.doing.clone(),
            command: command.join(" "),
            ended: ended.to_owned(),
        }
    }
}

fn said(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("ended with {code}"),
        None => "was ended from outside".to_owned(),
    }
}

/// A program that runs; it ends when this is dropped.
pub struct Started {
    child: Child,
}

impl Started {
    /// Waits for its end.
    pub fn wait(&mut self) -> Result<ExitStatus, Fail> {
        let status = self.child.wait().map_err(waiting)?;
        running::ended(self.child.id());
        Ok(status)
    }

    /// How it ended, if it has.
    pub fn poll(&mut self) -> Result<Option<ExitStatus>, Fail> {
        let status = self.child.try_wait().map_err(waiting)?;
        if status.is_some() {
            running::ended(self.child.id());
        }
        Ok(status)
    }

    fn wait_at_most(&mut self, limit: Duration) -> Result<Option<ExitStatus>, Fail> {
        let until = Instant::now() + limit;
        while Instant::now() < until {
            if let Some(status) = self.poll()? {
                return Ok(Some(status));
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(None)
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            running::end(&mut self.child);
        }
    }
}

fn waiting(source: std::io::Error) -> Fail {
    Fail::Wrong(format!("cannot wait for a program: {source}"))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_and_how_it_ended() {
        let fail = Program::new("trying", "sh").args(["-c", "exit 3"]).run().expect_err("exit 3");
        assert_eq!(fail.to_string(), "trying: `sh -c exit 3` ended with 3");
    }

    #[test]
    fn a_program_that_does_not_exist_is_named() {
        let fail = Program::new("trying", "no-such-program-here").run().expect_err("no program");
        assert!(fail.to_string().contains("no-such-program-here"));
    }

    #[test]
    fn what_a_program_started_ends_with_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("pid");
        let script = format!("sleep 60 & echo $! > {}; wait", file.display());
        let started = Program::new("sleeping", "sh").args(["-c", &script]).start().expect("sh");
        let pid = (0..100).find_map(|_| {
            thread::sleep(Duration::from_millis(20));
            std::fs::read_to_string(&file).ok()?.trim().parse::<i32>().ok()
        });
        let pid = rustix::process::Pid::from_raw(pid.expect("its process id")).expect("a pid");
        assert!(rustix::process::test_kill_process(pid).is_ok());
        drop(started);
        let gone = (0..100).any(|_| {
            thread::sleep(Duration::from_millis(20));
            rustix::process::test_kill_process(pid).is_err()
        });
        assert!(gone, "the sleeping program is still there");
    }

    #[test]
    fn a_program_that_takes_too_long_is_ended() {
        let limit = Duration::from_millis(200);
        let fail = Program::new("waiting", "sleep").arg("60").at_most(limit).run();
        assert!(fail.expect_err("too long").to_string().contains("in time"));
    }
}
