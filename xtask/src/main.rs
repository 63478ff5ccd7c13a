//! One command for whoever works on the paper: it brings the tools, builds, serves and tests.
//!
//! `cargo xtask help` lists what there is. Each part says what it does and why while it works, and
//! when it cannot go on, what to do by hand.

mod acceptance;
mod app;
mod args;
mod bench;
mod bind;
mod check;
mod demo;
mod fail;
mod named;
mod paths;
mod port;
mod press;
mod process;
mod say;
mod serve;
mod stamp;
mod sync;
mod test;
mod tools;
mod watch;
mod weight;

use std::process::ExitCode;

use args::Command;
use fail::Fail;
use paths::Repo;

fn main() -> ExitCode {
    match args::parse(std::env::args_os()).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fail) => {
            say::failure(&fail);
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Fail> {
    process::end_with_us()?;
    let repo = Repo::here();
    match command {
        Command::Help => {
            say::plain(args::USAGE);
            Ok(())
        }
        Command::Serve(options) => serve::run(&repo, &options),
        Command::Build(options) => press::release(&repo, &options.content, &options.out),
        Command::Test(options) => test::run(&repo, &options),
        Command::Acceptance(folder) => acceptance::run(&repo, &folder),
        Command::Bench(what) => bench::run(&repo, what),
        Command::Check => check::run(&repo),
        Command::LayDemo => demo::lay(&repo),
    }
}
