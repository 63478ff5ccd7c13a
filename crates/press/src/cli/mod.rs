//! The command line: each command is a file, what they share is in [`shared`].

mod build;
mod check;
mod completions;
mod man;
mod new;
mod publish;
mod say;
mod serve;
mod shared;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use say::{complain, say};

/// What is said below the list of commands.
const EXAMPLES: &str = "\
Usually:
  press new FOLDER                     begins a paper, with three articles to change
  press check CONTENT                  says everything that is wrong in a folder
  press build CONTENT --out SITE       checks, and writes the site
  press serve CONTENT                  shows the site on this machine, and each change at once
  press publish SITE TARGET            sends what changed to a store or a folder

CONTENT is a newsroom's folder: the one with site.json. Inside it, it need not be named.
`press COMMAND --help` tells the rest.

It ends with 0, with 1 where something is wrong in the content or a site cannot be written, and with
2 where the words were not understood.";

/// From a newsroom's folder to a site for any CDN
#[derive(Debug, Parser)]
#[command(name = "press", version, after_help = EXAMPLES, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::New),
    Check(check::Check),
    Build(build::Build),
    Serve(serve::Serve),
    Publish(publish::Publish),
    Completions(completions::Completions),
    Man(man::Man),
}

/// Why a command does not come to its end.
enum Stop {
    /// The words ask for nothing that can be done: what is missing.
    Words(String),
    /// It cannot be done, or something is wrong: what, unless it has been said already.
    Failed(Option<String>),
}

impl Stop {
    fn failed(why: impl ToString) -> Self {
        Self::Failed(Some(why.to_string()))
    }
}

/// Does what the command line asks for.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // Help and version are such errors, too: clap knows where each goes, and its code.
        Err(error) => error.exit(),
    };
    let done = match cli.command {
        Some(Command::New(new)) => new.run(),
        Some(Command::Check(check)) => check.run(),
        Some(Command::Build(build)) => build.run(),
        Some(Command::Serve(serve)) => serve.run(),
        Some(Command::Publish(publish)) => return publish.run(),
        Some(Command::Completions(completions)) => completions.run(),
        Some(Command::Man(man)) => man.run(),
        None => {
            say(Cli::command().render_help().to_string().trim_end());
            Ok(())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Failed(why)) => {
            why.iter().for_each(|why| complain(why));
            ExitCode::FAILURE
        }
        Err(Stop::Words(why)) => {
            complain(&format!("press: {why}\n`press --help` tells more"));
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_do_not_contradict_each_other() {
        Cli::command().debug_assert();
    }
}
