//! Words that several commands understand.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use press::pictures::Settings;
use press::run::Wish;
use press::site::{Folders, SiteError, Sources};
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

    /// Whether the clock was named, and stands still.
    pub fn is_at_a_time(&self) -> bool {
        self.now.is_some()
    }

    /// What is asked of it.
    pub fn wish(&self) -> Wish {
        Wish { strict: self.strict, ..Wish::at(self.now.unwrap_or_else(Wish::clock)) }
    }
}

/// Where the reader's app is, and the site's address.
#[derive(Debug, Args)]
pub struct Site {
    /// The reader's app, as `cargo xtask build` leaves it [default: the one in this command, else
    /// target/app]
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,

    /// The style's sources [default: DIR/style of the app]
    #[arg(long, value_name = "DIR")]
    style: Option<PathBuf>,

    /// The loader and what lies at the site's root [default: DIR/public of the app]
    #[arg(long, value_name = "DIR")]
    public: Option<PathBuf>,

    /// How pictures are published [default: all for build, fast for serve]
    #[arg(long, value_name = "HOW")]
    pictures: Option<Pictures>,

    /// The same as --pictures fast
    #[arg(long, conflicts_with = "pictures")]
    fast: bool,

    /// Where what was made of pictures is kept, to be copied from machine to machine
    /// [default: .press/pictures beside site.json]
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,

    /// Instead of the one in site.json
    #[arg(long, value_name = "URL", value_parser = https)]
    base_url: Option<String>,
}

/// How pictures are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Pictures {
    /// In every size and format that a page asks for
    All,
    /// For the desk: as WebP, in two sizes
    Fast,
    /// As the newsroom handed them in
    AsIs,
}

impl Site {
    /// What is asked of the site, beside what is asked of the paper.
    pub fn wish(&self, wish: Wish, usual: Pictures) -> Wish {
        let how = if self.fast { Pictures::Fast } else { self.pictures.unwrap_or(usual) };
        let pictures = match how {
            Pictures::All => Some(Settings { fast: false }),
            Pictures::Fast => Some(Settings { fast: true }),
            Pictures::AsIs => None,
        };
        Wish { base_url: self.base_url.clone(), cache: self.cache.clone(), pictures, ..wish }
    }

    /// The app's parts: what is in the command, unless a folder is named.
    pub fn sources(&self) -> Result<Sources, SiteError> {
        let named = [&self.app, &self.style, &self.public].into_iter().any(Option::is_some);
        let usual = Path::new("target/app");
        match Sources::inside() {
            Ok(inside) if !named => return Ok(inside),
            Err(bare) if self.app.is_none() && !usual.is_dir() => return Err(bare),
            _ => {}
        }
        let app = self.app.as_deref().unwrap_or(usual);
        let or = |named: &Option<PathBuf>, usual| named.clone().unwrap_or_else(|| app.join(usual));
        let (style, public) = (or(&self.style, "style"), or(&self.public, "public"));
        Ok(Sources::Folders(Folders { app: app.to_owned(), style, public }))
    }
}

fn https(url: &str) -> Result<String, String> {
    if url.starts_with("https://") {
        Ok(url.to_owned())
    } else {
        Err(format!("expected https://…, found {url:?}"))
    }
}
