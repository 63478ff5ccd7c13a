use clap::{Args, CommandFactory};

use super::say::pour;
use super::{Cli, Stop};

/// Prints the manual's page (`press man | man -l -`)
#[derive(Debug, Args)]
pub struct Man {
    /// Of this command [default: of all]
    command: Option<String>,
}

impl Man {
    pub fn run(&self) -> Result<(), Stop> {
        let mut cli = Cli::command();
        cli.build();
        let (title, command) = match &self.command {
            None => ("press".to_owned(), cli),
            Some(name) => {
                let command = cli.find_subcommand(name).cloned();
                let unknown = || Stop::Words(format!("no command {name}"));
                (format!("press-{name}"), command.ok_or_else(unknown)?)
            }
        };
        let mut page = Vec::new();
        clap_mangen::Man::new(command).title(title).render(&mut page).map_err(Stop::failed)?;
        pour(&page);
        Ok(())
    }
}
