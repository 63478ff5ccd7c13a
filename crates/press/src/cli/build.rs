use std::path::PathBuf;

use clap::Args;
use press::hosting::{self, Host, Size};
use press::report::{Progress, Step, Summary, Watch};
use press::run::{Built, RunError, Wish, build_told};
use press::site::App;

use super::Stop;
use super::say::{complain, say};
use super::shared::{Paper, Pictures, Site};

/// The site's folder where none is named: beside site.json.
const OUT: &str = "site";

/// Checks a newsroom's folder, and writes its site
#[derive(Debug, Args)]
pub struct Build {
    #[command(flatten)]
    paper: Paper,

    #[command(flatten)]
    site: Site,

    /// The site's folder [default: site, beside site.json]
    #[arg(long, value_name = "SITE")]
    out: Option<PathBuf>,

    /// Makes everything anew; else only what has changed
    #[arg(long)]
    full: bool,

    /// Lets articles move to other addresses without an alias
    #[arg(long)]
    allow_moved: bool,

    /// Warns where the site is more than this host lets in: cloudflare, cloudflare-paid, netlify,
    /// github, s3, nginx, caddy
    #[arg(long, value_name = "NAME")]
    host: Option<Host>,

    /// What came of it as JSON
    #[arg(long)]
    json: bool,

    /// Nothing but what is wrong
    #[arg(long, short)]
    quiet: bool,
}

impl Build {
    pub fn run(&self) -> Result<(), Stop> {
        let content = self.paper.content()?;
        let out = self.out.clone().unwrap_or_else(|| content.join(OUT));
        let wish = Wish {
            full: self.full,
            allow_moved: self.allow_moved,
            ..self.site.wish(self.paper.wish(), Pictures::All)
        };
        let watch = Watch::new(!self.quiet && !self.json);
        watch.step(Step::App, 0);
        let app =
            self.site.sources().and_then(|sources| App::read(&sources)).map_err(RunError::Site);
        let built = app.and_then(|app| build_told(&content, &out, &app, &wish, &watch));
        let times = watch.end();
        let summary = Summary { site: &out, built: built.as_ref(), times: &times };
        let limits = match (self.host, &built) {
            (Some(host), Ok(_)) => hosting::warnings(host, &Size::of(&out).map_err(Stop::failed)?),
            _ => Vec::new(),
        };
        if self.json {
            let mut told = summary.json();
            told["limits"] = limits.into();
            say(&told.to_string());
            return built.map(drop).map_err(|_| Stop::Failed(None));
        }
        match &built {
            Ok(Built { warnings, .. }) => {
                warnings.iter().for_each(|warning| complain(&warning.to_string()));
                limits.iter().for_each(|warning| complain(warning));
                if !self.quiet {
                    say(&summary.to_string());
                }
                Ok(())
            }
            Err(error) => Err(Stop::failed(error)),
        }
    }
}
