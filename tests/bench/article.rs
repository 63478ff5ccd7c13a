//! The demo paper's article in several ways, alternating, so that what else the machine does falls
//! on all of them alike.

use std::path::{Path, PathBuf};

use e2e::{Outcome, site::work};

use crate::{
    folders::alike,
    judge::middle::{median, ratio},
    load::{self, Load},
    opened::Opening,
    say, site,
    variants::{drawn_by_the_app, without_script},
};

/// A way to send a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// As it is.
    WithApp,
    /// With every script taken out: no page can be faster.
    WithoutScript,
    /// With nothing in it: the app draws it.
    DrawnByApp,
}

impl Way {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::WithApp => "with the app",
            Self::WithoutScript => "without script",
            Self::DrawnByApp => "drawn by the app",
        }
    }

    fn has_app(self) -> bool {
        self != Self::WithoutScript
    }

    fn folder(self, demo: &Path) -> Outcome<PathBuf> {
        let bench = work().join("bench");
        let (name, change): (_, fn(&str) -> String) = match self {
            Self::WithApp => return Ok(demo.to_owned()),
            Self::WithoutScript => ("without-script", without_script),
            Self::DrawnByApp => ("drawn-by-app", drawn_by_the_app),
        };
        let folder = bench.join(name);
        alike(demo, &folder, &change)?;
        Ok(folder)
    }
}

/// Every load of the page sent in one way.
#[derive(Debug)]
pub struct Loads {
    /// The way.
    pub way: Way,
    /// The loads.
    pub all: Vec<Load>,
}

impl Loads {
    /// The median of a figure.
    pub fn middle(&self, figure: impl Fn(&Load) -> f64) -> Option<f64> {
        median(&self.all.iter().map(figure).collect::<Vec<_>>())
    }
}

/// How much later the largest paint is with the app than without any script.
pub fn largest_paint(all: &[Loads]) -> Option<f64> {
    let largest = |way| middle(all, way, |load| load.largest.0);
    ratio(largest(Way::WithApp), largest(Way::WithoutScript))
}

/// The longest task while the app takes over, in ms.
pub fn take_over(all: &[Loads]) -> Option<f64> {
    middle(all, Way::WithApp, |load| load.take_over)
}

/// The median of a figure of the page sent in one way.
pub fn middle(all: &[Loads], way: Way, figure: impl Fn(&Load) -> f64) -> Option<f64> {
    all.iter().find(|loads| loads.way == way)?.middle(figure)
}

/// The page, ready to be loaded as often as need be.
pub struct Article {
    path: String,
    openings: Vec<Opening>,
    /// What was measured so far.
    pub loads: Vec<Loads>,
}

impl Article {
    /// Lays the page out in these ways, and loads it once in each without counting: the server
    /// packs its files, the system reads them.
    pub async fn lay_out(demo: &Path, ways: &[Way]) -> Outcome<Self> {
        let path = site::path_of(demo, site::ARTICLE)?;
        let mut article = Self { path, openings: Vec::new(), loads: Vec::new() };
        for way in ways {
            let opening = Opening::of(&way.folder(demo)?).logged();
            load::once(&opening, &article.path, way.has_app()).await?;
            article.openings.push(opening.slow());
            article.loads.push(Loads { way: *way, all: Vec::new() });
        }
        Ok(article)
    }

    /// Loads it so many times in each way.
    pub async fn load(&mut self, rounds: usize) -> Outcome {
        for _ in 0..rounds {
            for (opening, loads) in self.openings.iter().zip(&mut self.loads) {
                let load = load::once(opening, &self.path, loads.way.has_app()).await?;
                say(&format!(
                    "{:16} first paint {:5.0} ms, largest {:5.0} ms ({}), longest task {:4.0} ms",
                    loads.way.name(),
                    load.paint,
                    load.largest.0,
                    load.largest.1,
                    load.longest,
                ));
                loads.all.push(load);
            }
        }
        Ok(())
    }
}
