use clap::Args;
use press::serve::{Desk, serve};

use super::Stop;
use super::shared::{Paper, Pictures, Site};

/// Shows the site on this machine, and each change and each mistake at once
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    paper: Paper,

    #[command(flatten)]
    site: Site,

    /// Where it is shown [default: 8080, or the next that is free]
    #[arg(long, value_name = "N")]
    port: Option<u16>,
}

impl Serve {
    pub fn run(&self) -> Result<(), Stop> {
        let wish = self.site.wish(self.paper.wish(), Pictures::Fast);
        let content = self.paper.content()?;
        let sources = self.site.sources().map_err(Stop::failed)?;
        let still = self.paper.is_at_a_time();
        serve(&Desk { content, sources, wish, still, port: self.port }).map_err(Stop::failed)
    }
}
