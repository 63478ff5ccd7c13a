use clap::Args;
use press::report::{Watch, problems};
use press::run::{Count, examine};

use super::Stop;
use super::say::say;
use super::shared::Paper;

/// Says everything that is wrong in a newsroom's folder
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    paper: Paper,

    /// The list as JSON
    #[arg(long)]
    json: bool,

    /// Nothing but what is wrong
    #[arg(long, short)]
    quiet: bool,
}

impl Check {
    pub fn run(&self) -> Result<(), Stop> {
        let content = self.paper.content()?;
        let watch = Watch::new(!self.quiet && !self.json);
        let (good, found) = examine(&content, &self.paper.wish(), &watch);
        // The bar is out of the way before anything is said.
        let _times = watch.end();
        if self.json {
            say(&problems(&found).to_string());
        } else {
            found.iter().for_each(|problem| say(&problem.to_string()));
            if !self.quiet {
                say(&format!("{}: {}", content.display(), Count(&found)));
            }
        }
        good.then_some(()).ok_or(Stop::Failed(None))
    }
}
