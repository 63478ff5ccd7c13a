//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::prelude::*;
use press::run::Wish;
use press::site::Sources;
use story::time::Time;

/// What `press --help` says.
pub const HELP: &str = "\
press: from a newsroom's folder to a site for any CDN

  press check CONTENT                  says everything that is wrong in a folder
  press build CONTENT --out SITE       checks, and writes the site
  press serve CONTENT                  shows the site on this machine, and each change at once

For all of them
  --now TIME        the clock (2026-11-23T08:00:00+07:00); what is dated later is held back
  --strict          a warning counts as an error

For check
  --json            the list as JSON

For build
  --full            makes everything anew; else only what has changed
  --allow-moved     lets articles move to other addresses without an alias

For build and serve
  --app DIR         the reader's app, as trunk builds it (target/app)
  --style DIR       the style's sources (DIR/style of the app)
  --public DIR      the loader and what lies at the site's root (DIR/public of the app)
  --base-url URL    instead of the one in site.json

For serve
  --port N          8080, or the next that is free";

/// What is asked for.
#[derive(Debug)]
pub enum Command {
    /// The help.
    Help,
    /// The version.
    Version,
    /// `press check`
    Check {
        /// What all commands share.
        common: Common,
        /// As JSON.
        json: bool,
    },
    /// `press build`
    Build {
        /// What all commands share.
        common: Common,
        /// The site's folder.
        out: PathBuf,
        /// The app.
        sources: Sources,
    },
    /// `press serve`
    Serve {
        /// What all commands share.
        common: Common,
        /// The app.
        sources: Sources,
        /// The port, where one is named.
        port: Option<u16>,
    },
}

/// What all commands share.
#[derive(Debug)]
pub struct Common {
    /// The newsroom's folder.
    pub content: PathBuf,
    /// The rest.
    pub wish: Wish,
}

/// Reads the arguments after the program's name.
pub fn read(args: impl Iterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut words: Vec<OsString> = Vec::new();
    let mut wish = Wish::at(now());
    let (mut out, mut json, mut port) = (None, false, None);
    let (mut app, mut style, mut public) = (PathBuf::from("target/app"), None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Long("now") => wish.now = parser.value()?.parse()?,
            Long("strict") => wish.strict = true,
            Long("full") => wish.full = true,
            Long("allow-moved") => wish.allow_moved = true,
            Long("base-url") => {
                let url = parser.value()?.string()?;
                if !url.starts_with("https://") {
                    return Err(format!("--base-url: expected https://…, found {url:?}").into());
                }
                wish.base_url = Some(url);
            }
            Long("out") => out = Some(PathBuf::from(parser.value()?)),
            Long("app") => app = parser.value()?.into(),
            Long("style") => style = Some(PathBuf::from(parser.value()?)),
            Long("public") => public = Some(PathBuf::from(parser.value()?)),
            Long("json") => json = true,
            Long("port") => port = Some(parser.value()?.parse()?),
            Value(word) => words.push(word),
            other => return Err(other.unexpected()),
        }
    }
    let mut words = words.into_iter();
    let Some(name) = words.next() else { return Ok(Command::Help) };
    let content = words.next().map(PathBuf::from).ok_or("which folder? CONTENT is missing")?;
    if let Some(more) = words.next() {
        return Err(lexopt::Error::UnexpectedArgument(more));
    }
    let common = Common { content, wish };
    let mut sources = Sources::within(&app);
    sources.style = style.unwrap_or(sources.style);
    sources.public = public.unwrap_or(sources.public);
    match name.to_str() {
        Some("check") => Ok(Command::Check { common, json }),
        Some("build") => {
            let out = out.ok_or("where to? --out SITE is missing")?;
            Ok(Command::Build { common, out, sources })
        }
        Some("serve") => Ok(Command::Serve { common, sources, port }),
        _ => Err(format!("no command {}", name.to_string_lossy()).into()),
    }
}

fn now() -> Time {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX));
    Time::from_epoch(seconds, 0)
}
