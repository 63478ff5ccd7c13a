//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::{Long, Short, Value};

use crate::fail::Fail;
use crate::tools::others::Engine;

/// What `cargo xtask help` says.
pub const USAGE: &str = "\
cargo xtask serve [--content DIR] [--port N]   build and serve the paper; rebuilds and reloads on a change
cargo xtask build [--content DIR] [--out DIR]  release build: the folder to put on a CDN (default dist/)
cargo xtask test [NAME]                        every test, the browsers included; of these only those
       [--native | --browser | --firefox | --webkit]   without a browser, in Chromium, in Firefox, in WebKit
cargo xtask acceptance DIR                     the tests that read a real newsroom's folder
cargo xtask bench [--short]                    the budgets, measured; the full run writes docs/benchmarks.md
cargo xtask bench lighthouse                   Lighthouse over home, section, article; writes docs/lighthouse.md
cargo xtask bench gallery                      lightbox and rail against PhotoSwipe and Embla; writes docs/benchmarks-gallery.md
cargo xtask bench press [--million]            100,000 articles beside Hugo, or a million, too; writes docs/benchmarks-press.md
cargo xtask check                              format, clippy, docs, licences and advisories";

/// What is to be done.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Say what there is.
    Help,
    /// Serve the paper while it is worked on.
    Serve(Serve),
    /// Write the release site.
    Build(Build),
    /// Run the tests.
    Test(Test),
    /// Run the acceptance tests over a newsroom's folder.
    Acceptance(PathBuf),
    /// Measure what the budgets are about.
    Bench(Bench),
    /// Format, lints, docs, licences, advisories.
    Check,
    /// Called by trunk's hook: lay the demo paper over what trunk built.
    LayDemo,
}

/// How to serve.
#[derive(Debug, PartialEq)]
pub struct Serve {
    /// The newsroom's folder; the demo paper where none is named.
    pub content: Option<PathBuf>,
    /// The first port to try.
    pub port: u16,
}

/// What to build from and to.
#[derive(Debug, PartialEq)]
pub struct Build {
    /// The newsroom's folder; the demo paper where none is named.
    pub content: Option<PathBuf>,
    /// The site's folder; `dist/` where none is named.
    pub out: Option<PathBuf>,
}

/// Which tests to run.
#[derive(Debug, PartialEq, Default)]
pub struct Test {
    /// Those that need no browser, those in one of the browsers, or all.
    pub which: Which,
    /// Only tests whose name holds this.
    pub name: Option<String>,
}

/// Which parts of the tests.
#[derive(Debug, PartialEq, Eq, Clone, Copy, Default)]
pub enum Which {
    /// Every test there is.
    #[default]
    All,
    /// Only those without a browser.
    Native,
    /// Only those in Chromium.
    Browser,
    /// Only those in this other browser.
    Other(Engine),
}

/// What to measure.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum Bench {
    /// Pages and moves, all of it.
    Full,
    /// Of those what holds on a busy machine.
    Short,
    /// What Lighthouse says.
    Lighthouse,
    /// Lightbox and rail against those of others.
    Gallery,
    /// The press on a large paper, beside Hugo.
    Press {
        /// And on a very large one.
        million: bool,
    },
}

/// Reads the command line, the program's own name first.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, Fail> {
    read(lexopt::Parser::from_iter(arguments))
}

fn read(mut parser: lexopt::Parser) -> Result<Command, Fail> {
    let name = match parser.next().map_err(usage)? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(name)) => name.to_string_lossy().into_owned(),
        Some(other) => return Err(usage(other.unexpected())),
    };
    match name.as_str() {
        "help" => Ok(Command::Help),
        "serve" => serve(parser),
        "build" => build(parser),
        "test" => test(parser),
        "acceptance" => acceptance(parser),
        "bench" => bench(parser),
        "check" => nothing_more(parser, Command::Check),
        "lay-demo" => nothing_more(parser, Command::LayDemo),
        other => Err(Fail::Usage(format!("there is no command `{other}`"))),
    }
}

fn serve(mut parser: lexopt::Parser) -> Result<Command, Fail> {
    let mut options = Serve { content: None, port: 8080 };
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("content") => options.content = Some(parser.value().map_err(usage)?.into()),
            Long("port") => options.port = port(&parser.value().map_err(usage)?)?,
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(Command::Serve(options))
}

fn port(value: &OsString) -> Result<u16, Fail> {
    match value.to_str().and_then(|text| text.parse().ok()) {
        Some(port) if port > 0 => Ok(port),
        _ => Err(Fail::Usage(format!("a port is a number from 1 to 65535, not {value:?}"))),
    }
}

fn build(mut parser: lexopt::Parser) -> Result<Command, Fail> {
    let mut options = Build { content: None, out: None };
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("content") => options.content = Some(parser.value().map_err(usage)?.into()),
            Long("out") => options.out = Some(parser.value().map_err(usage)?.into()),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(Command::Build(options))
}

fn test(mut parser: lexopt::Parser) -> Result<Command, Fail> {
    let mut options = Test::default();
    while let Some(argument) = parser.next().map_err(usage)? {
        match argument {
            Long("native") => options.which = Which::Native,
            Long("browser") => options.which = Which::Browser,
            Long("firefox") => options.which = Which::Other(Engine::Firefox),
            Long("webkit") => options.which = Which::Other(Engine::WebKit),
            Short('h') | Long("help") => return Ok(Command::Help),
            Value(name) if options.name.is_none() => {
                options.name = Some(name.to_string_lossy().into_owned());
            }
            other => return Err(usage(other.unexpected())),
        }
    }
    Ok(Command::Test(options))
}

fn acceptance(mut parser: lexopt::Parser) -> Result<Command, Fail> {
    match parser.next().map_err(usage)? {
        Some(Value(folder)) => nothing_more(parser, Command::Acceptance(folder.into())),
        _ => Err(Fail::Usage("`acceptance` needs the newsroom's folder".to_owned())),
    }
}

fn bench(mut parser: lexopt::Parser) -> Result<Command, Fail> {
    let what = match parser.next().map_err(usage)? {
        None => Bench::Full,
        Some(Long("short")) => Bench::Short,
        Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(name)) if name == "lighthouse" => Bench::Lighthouse,
        Some(Value(name)) if name == "gallery" => Bench::Gallery,
        Some(Value(name)) if name == "press" => {
            return match parser.next().map_err(usage)? {
                None => Ok(Command::Bench(Bench::Press { million: false })),
                Some(Long("million")) => Ok(Command::Bench(Bench::Press { million: true })),
                Some(other) => Err(usage(other.unexpected())),
            };
        }
        Some(Value(name)) => {
            let name = name.to_string_lossy();
            return Err(Fail::Usage(format!("there is no `bench {name}`")));
        }
        Some(other) => return Err(usage(other.unexpected())),
    };
    nothing_more(parser, Command::Bench(what))
}

fn nothing_more(mut parser: lexopt::Parser, command: Command) -> Result<Command, Fail> {
    match parser.next().map_err(usage)? {
        None => Ok(command),
        Some(other) => Err(usage(other.unexpected())),
    }
}

fn usage(error: lexopt::Error) -> Fail {
    Fail::Usage(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, Fail> {
        parse(std::iter::once("xtask").chain(line.split_whitespace()).map(OsString::from))
    }

    #[test]
    fn what_is_documented_is_understood() {
        let table = [
            ("", Command::Help),
            ("--help", Command::Help),
            ("serve", Command::Serve(Serve { content: None, port: 8080 })),
            (
                "serve --content a --port 9000",
                Command::Serve(Serve { content: Some("a".into()), port: 9000 }),
            ),
            (
                "build --content=a --out b",
                Command::Build(Build { content: Some("a".into()), out: Some("b".into()) }),
            ),
            ("test", Command::Test(Test::default())),
            (
                "test --browser lightbox",
                Command::Test(Test { which: Which::Browser, name: Some("lightbox".to_owned()) }),
            ),
            (
                "test --webkit rail",
                Command::Test(Test {
                    which: Which::Other(Engine::WebKit),
                    name: Some("rail".to_owned()),
                }),
            ),
            ("acceptance real", Command::Acceptance("real".into())),
            ("bench", Command::Bench(Bench::Full)),
            ("bench --short", Command::Bench(Bench::Short)),
            ("bench lighthouse", Command::Bench(Bench::Lighthouse)),
            ("bench gallery", Command::Bench(Bench::Gallery)),
            ("bench press", Command::Bench(Bench::Press { million: false })),
            ("bench press --million", Command::Bench(Bench::Press { million: true })),
            ("check", Command::Check),
        ];
        for (line, command) in table {
            assert_eq!(parsed(line).expect(line), command, "{line}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let table = [
            ("bake", "bake"),
            ("serve --prot 1", "--prot"),
            ("serve --port many", "many"),
            ("serve --port 0", "0"),
            ("check everything", "everything"),
            ("acceptance", "folder"),
            ("bench moon", "moon"),
            ("bench --short lighthouse", "lighthouse"),
        ];
        for (line, part) in table {
            let said = parsed(line).expect_err(line).to_string();
            assert!(said.contains(part), "{line}: {said}");
        }
    }
}
