use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use press::publish::command::{Options, run};

/// Brings a site to where readers get it: only what changed, in a safe order
#[derive(Debug, Args)]
pub struct Publish {
    /// The site's folder
    site: PathBuf,

    /// s3://BUCKET, s3://BUCKET/FOLDER, or a folder; what a store asks for is in AWS_* variables
    target: String,

    /// The store's address, where it is not Amazon's
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,

    /// Only says what would be done
    #[arg(long)]
    dry_run: bool,

    /// Sends everything, also what is there
    #[arg(long)]
    all: bool,

    /// What came of it as JSON
    #[arg(long)]
    json: bool,

    /// Nothing but what is wrong
    #[arg(long, short)]
    quiet: bool,
}

impl Publish {
    pub fn run(&self) -> ExitCode {
        let Self { site, target, endpoint, dry_run, all, json, quiet } = self;
        let (dry_run, all, json, quiet) = (*dry_run, *all, *json, *quiet);
        run(site, target, &Options { endpoint: endpoint.clone(), dry_run, all, json, quiet })
    }
}
