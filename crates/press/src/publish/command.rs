//! `press publish SITE TARGET`.

use std::path::Path;
use std::process::ExitCode;

use super::{Done, PublishError, Target, Wish, publish};

/// What was asked for beside site and target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// `--endpoint URL`: the store's address, where it is not Amazon's and `AWS_ENDPOINT_URL` does not
    /// name it.
    pub endpoint: Option<String>,
    /// `--dry-run`: only say what would be done.
    pub dry_run: bool,
    /// `--all`: send everything, also what is there.
    pub all: bool,
    /// `--quiet`: only say what is wrong.
    pub quiet: bool,
}

/// Publishes, and says so: the way on the standard error, what was done on the standard output.
#[must_use]
pub fn run(site: &Path, target: &str, options: &Options) -> ExitCode {
    let Options { endpoint, dry_run, all, quiet } = options.clone();
    let say = |line: &str| match (quiet, dry_run) {
        (true, _) => {}
        (false, true) => println!("{line}"),
        (false, false) => eprintln!("{line}"),
    };
    let done = Target::read(target, endpoint)
        .map_err(PublishError::Target)
        .and_then(|target| publish(site, &target, Wish { dry_run, all }, &say));
    match done {
        Ok(done) => {
            if !quiet {
                println!("{target}: {}", summary(&done, dry_run));
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn summary(done: &Done, dry_run: bool) -> String {
    let Done { sent, bytes, deleted, same } = done;
    let would = if dry_run { "would be " } else { "" };
    let kilobytes = bytes.div_ceil(1000);
    format!(
        "{sent} files {would}sent ({kilobytes} kB), {deleted} {would}deleted, {same} as they were"
    )
}
