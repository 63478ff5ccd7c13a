//! The command `press`.

mod args;

use std::io::Write;
use std::process::ExitCode;

use args::{Command, Common};
use press::run::{Built, Count, RunError, build, examine};
use press::serve::{Desk, serve};
use press::site::App;
use story::check::{Problem, Severity};

fn main() -> ExitCode {
    match args::read(std::env::args_os().skip(1)) {
        Ok(Command::Help) => {
            say(args::HELP);
            ExitCode::SUCCESS
        }
        Ok(Command::Version) => {
            say(concat!("press ", env!("CARGO_PKG_VERSION")));
            ExitCode::SUCCESS
        }
        Ok(Command::Check { common, json }) => check(&common, json),
        Ok(Command::Build { common, out, sources }) => {
            let built = App::read(&sources)
                .map_err(RunError::Site)
                .and_then(|app| build(&common.content, &out, &app, &common.wish));
            match built {
                Ok(built) => {
                    built.warnings.iter().for_each(|problem| complain(&problem.to_string()));
                    let Built { articles, files, written, removed, .. } = built;
                    let done = format!("{written} written, {removed} removed");
                    say(&format!("{}: {articles} articles, {files} files, {done}", out.display()));
                    ExitCode::SUCCESS
                }
                Err(error) => {
                    complain(&error.to_string());
                    ExitCode::FAILURE
                }
            }
        }
        Ok(Command::Serve { common, sources, port }) => {
            match serve(&Desk { content: common.content, sources, wish: common.wish, port }) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    complain(&error.to_string());
                    ExitCode::FAILURE
                }
            }
        }
        Err(error) => {
            complain(&format!("press: {error}\n`press --help` tells more"));
            ExitCode::from(2)
        }
    }
}

fn check(common: &Common, json: bool) -> ExitCode {
    let (good, problems) = examine(&common.content, &common.wish);
    if json {
        say(&serde_json::to_string(&json_of(&problems)).unwrap_or_default());
    } else {
        problems.iter().for_each(|problem| say(&problem.to_string()));
        say(&format!("{}: {}", common.content.display(), Count(&problems)));
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn json_of(problems: &[Problem]) -> serde_json::Value {
    let one = |problem: &Problem| {
        serde_json::json!({
            "severity": match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            "file": problem.file,
            "line": problem.place.map(|place| place.line),
            "column": problem.place.map(|place| place.column),
            "path": problem.path,
            "expected": problem.expected,
            "found": problem.found,
        })
    };
    problems.iter().map(one).collect()
}

/// A line for whoever asked. Nobody reads on where the pipe is closed (`press check | head`).
fn say(line: &str) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

fn complain(line: &str) {
    drop(writeln!(std::io::stderr(), "{line}"));
}
