use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::say::pour;
use super::{Cli, Stop};

/// Prints what lets a shell complete these words
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub fn run(&self) -> Result<(), Stop> {
        let mut script = Vec::new();
        generate(self.shell, &mut Cli::command(), "press", &mut script);
        pour(&script);
        Ok(())
    }
}
