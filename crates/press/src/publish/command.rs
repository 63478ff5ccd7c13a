//! `press publish SITE TARGET`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::told::Ear;
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
    /// `--json`: what came of it as JSON.
    pub json: bool,
    /// `--quiet`: only say what is wrong.
    pub quiet: bool,
}

/// Publishes, and says so: a bar on the standard error where that is a terminal, what was done on the
/// standard output.
#[must_use]
pub fn run(site: &Path, target: &str, options: &Options) -> ExitCode {
    let Options { endpoint, dry_run, all, json, quiet } = options.clone();
    let (began, ear) = (Instant::now(), Ear::new(!quiet && !json));
    let done = Target::read(target, endpoint)
        .map_err(PublishError::Target)
        .and_then(|to| publish(site, &to, Wish { dry_run, all }, &|told| ear.hear(told)));
    let would = ear.end();
    let told = Report { site, target, done: &done, dry_run, would: &would };
    if json {
        say(&told.json(began.elapsed()).to_string());
    } else {
        match &done {
            Ok(done) if !quiet => {
                would.iter().for_each(|(what, name)| say(&line(what, name)));
                say(&format!("{target}: {}", summary(done, dry_run)));
            }
            Ok(_) => {}
            Err(error) => drop(writeln!(std::io::stderr(), "{error}")),
        }
    }
    if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Nobody reads on where the pipe is closed.
fn say(line: &str) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

fn line(what: &str, name: &str) -> String {
    format!("{what:7} {name}")
}

fn summary(done: &Done, dry_run: bool) -> String {
    let Done { sent, bytes, deleted, same } = done;
    let would = if dry_run { "would be " } else { "" };
    let kilobytes = bytes.div_ceil(1000);
    format!(
        "{sent} files {would}sent ({kilobytes} kB), {deleted} {would}deleted, {same} as they were"
    )
}

/// What came of it, for a program.
struct Report<'a> {
    site: &'a Path,
    target: &'a str,
    done: &'a Result<Done, PublishError>,
    dry_run: bool,
    would: &'a [(&'static str, String)],
}

impl Report<'_> {
    fn json(&self, took: Duration) -> Value {
        let mut told = json!({
            "site": self.site.to_string_lossy(),
            "target": self.target,
            "dry_run": self.dry_run,
            "published": self.done.is_ok() && !self.dry_run,
            "seconds": (took.as_secs_f64() * 1000.0).round() / 1000.0,
        });
        match self.done {
            Ok(Done { sent, bytes, deleted, same }) => {
                told["sent"] = json!(sent);
                told["bytes"] = json!(bytes);
                told["deleted"] = json!(deleted);
                told["same"] = json!(same);
            }
            Err(error) => told["error"] = json!(error.to_string()),
        }
        if self.dry_run && self.done.is_ok() {
            let one = |(what, file): &(&str, String)| json!({"what": what, "file": file});
            told["files"] = self.would.iter().map(one).collect();
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_it_is_told_to_a_program() {
        let done = || Ok(Done { sent: 2, bytes: 9, deleted: 1, same: 4 });
        let refused = || Err(PublishError::NoSite("site".into()));
        let would = [("new", "a.html".to_owned())];
        let counts = json!({"sent": 2, "bytes": 9, "deleted": 1, "same": 4});
        let table = [
            (done(), false, json!({"published": true}), counts.clone()),
            (
                done(),
                true,
                json!({"published": false, "files": [{"what": "new", "file": "a.html"}]}),
                counts,
            ),
            (
                refused(),
                false,
                json!({"published": false}),
                json!({"error": "site: no site of the press is there; `press build` makes one"}),
            ),
        ];
        for (done, dry_run, first, second) in table {
            let (site, target) = (Path::new("site"), "s3://bao");
            let report = Report { site, target, done: &done, dry_run, would: &would };
            let mut expected = json!({
                "site": "site", "target": "s3://bao", "dry_run": dry_run, "seconds": 1.235,
            });
            for more in [first, second] {
                for (name, value) in more.as_object().expect("an object") {
                    expected[name] = value.clone();
                }
            }
            assert_eq!(report.json(Duration::from_micros(1_234_600)), expected);
        }
    }

    #[test]
    fn a_file_has_a_line() {
        let lines = [line("new", "a.html"), line("changed", "b.html"), line("deleted", "c.html")];
        assert_eq!(lines, ["new     a.html", "changed b.html", "deleted c.html"]);
    }
}
