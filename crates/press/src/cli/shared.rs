//! Words that several commands understand.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use press::run::Wish;
use press::site::Sources;
use story::time::Time;

use super::Stop;

/// The newsroom's folder, and how it is looked at.
#[derive(Debug, Args)]
pub struct Paper {
    /// The newsroom's folder; where it is left out, this folder, if it has a site.json
    content: Option<PathBuf>,

    /// The clock (2026-11-23T08:00:00+07:00); what is dated later is held back
    #[arg(long, value_name = "TIME")]
    now: Option<Time>,

    /// A warning counts as an error
    #[arg(long)]
    strict: bool,
}

impl Paper {
    /// The folder.
    pub fn content(&self) -> Result<PathBuf, Stop> {
        let here = || PathBuf::from("site.json").is_file().then(|| PathBuf::from("."));
        self.content.clone().or_else(here).ok_or_else(|| {
            let why = "which folder? CONTENT is missing, and there is no site.json here";
            Stop::Words(why.to_owned())
        })
    }

    /// What is asked of it.
    pub fn wish(&self) -> Wish {
        Wish { strict: self.strict, ..Wish::at(self.now.unwrap_or_else(now)) }
    }
}

fn now() -> Time {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX));
    Time::from_epoch(seconds, 0)
}

/// Where the reader's app is, and the site's address.
#[derive(Debug, Args)]
pub struct Site {
    /// The reader's app, as `cargo xtask build` leaves it
    #[arg(long, value_name = "DIR", default_value = "target/app")]
    app: PathBuf,

    /// The style's sources [default: DIR/style of the app]
    #[arg(long, value_name = "DIR")]
    style: Option<PathBuf>,

    /// The loader and what lies at the site's root [default: DIR/public of the app]
    #[arg(long, value_name = "DIR")]
    public: Option<PathBuf>,

    /// Instead of the one in site.json
    #[arg(long, value_name = "URL", value_parser = https)]
    pub base_url: Option<String>,
}

impl Site {
    /// The app's parts.
    pub fn sources(&self) -> Sources {
        let mut sources = Sources::within(&self.app);
        sources.style = self.style.clone().unwrap_or(sources.style);
        sources.public = self.public.clone().unwrap_or(sources.public);
        sources
    }
}

fn https(url: &str) -> Result<String, String> {
    if url.starts_with("https://") {
        Ok(url.to_owned())
    } else {
        Err(format!("expected https://…, found {url:?}"))
    }
}
