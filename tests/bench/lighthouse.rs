//! What Lighthouse says of three pages, on its own phone and line.

use std::{env, path::PathBuf, process::Stdio};

use e2e::{Outcome, site::Site};
use host::{Options, Server};
use serde_json::Value;
use tokio::process::Command;

use crate::{
    judge::middle::median,
    load,
    opened::{Opening, trust},
    report::line,
    say, site,
};

/// Its categories.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// How often it looks at a page; each score is the median.
const TIMES: usize = 3;

/// The scores of a page, in the order of [`CATEGORIES`].
#[derive(Debug, PartialEq)]
pub struct Scores {
    /// The page.
    pub page: &'static str,
    /// Out of a hundred.
    pub scores: [f64; CATEGORIES.len()],
}

/// Looks at home, a section, an article.
pub async fn measure() -> Outcome<Vec<Scores>> {
    let root = Site::Demo.folder()?;
    let article = site::path_of(&root, site::ARTICLE)?;
    let section = article.split_inclusive('/').next().unwrap_or_default().to_owned();
    // One that does not count: what was packed once is packed for every server of this process.
    load::once(&Opening::of(&root).logged(), &article, true).await?;
    let options = Options { root, base: "/".into(), port: None, reload: false };
    let server = Server::start_secure(options).await?;
    let mut all = Vec::new();
    for (page, path) in [("home", ""), ("section", &section), ("article", &article)] {
        let mut looks = Vec::new();
        for _ in 0..TIMES {
            looks.push(look(&server, path).await?);
        }
        for missed in missed(&looks[0]) {
            say(&format!("{page}: {missed}"));
        }
        let looks: Vec<_> = looks.iter().map(scores).collect();
        let middle = |at: usize| {
            let each: Vec<f64> = looks.iter().map(|scores| scores[at]).collect();
            median(&each).unwrap_or(f64::NAN)
        };
        let scores: [f64; CATEGORIES.len()] = std::array::from_fn(middle);
        say(&format!("{page}: {scores:?}"));
        all.push(Scores { page, scores });
    }
    Ok(all)
}

async fn look(server: &Server, path: &str) -> Outcome<Value> {
    let named = |name: &str| {
        let path = env::var_os(name).map(PathBuf::from);
        path.ok_or_else(|| format!("{name} is not set: run `cargo xtask bench lighthouse`"))
    };
    let flags = format!("--headless=new --no-sandbox --disable-gpu {}", trust(server));
    let done = Command::new("node")
        .arg(named("TRANGNHAT_LIGHTHOUSE")?)
        .arg(format!("{}{path}", server.url()))
        .args(["--output=json", "--output-path=stdout", "--quiet", "--no-enable-error-reporting"])
        .arg(format!("--only-categories={}", CATEGORIES.join(",")))
        .arg(format!("--chrome-flags={flags}"))
        .env("CHROME_PATH", named("TRANGNHAT_CHROMIUM")?)
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .output()
        .await?;
    if !done.status.success() {
        return Err(format!("lighthouse: {}", String::from_utf8_lossy(&done.stderr)).into());
    }
    Ok(serde_json::from_slice(&done.stdout)?)
}

/// The scores out of a report; a category that could not be scored has none.
fn scores(report: &Value) -> [f64; CATEGORIES.len()] {
    CATEGORIES.map(|name| {
        let score = report["categories"][name]["score"].as_f64();
        score.map_or(f64::NAN, |score| (score * 100.0).round())
    })
}

/// What cost points, for who wants to do something about it.
fn missed(report: &Value) -> Vec<String> {
    let mut all = Vec::new();
    for name in CATEGORIES {
        let audits = report["categories"][name]["auditRefs"].as_array();
        for audit in audits.into_iter().flatten() {
            let (id, weight) = (audit["id"].as_str().unwrap_or_default(), &audit["weight"]);
            let score = report["audits"][id]["score"].as_f64();
            if weight.as_f64().unwrap_or_default() > 0.0 && score.is_some_and(|score| score < 1.0) {
                let shown = report["audits"][id]["displayValue"].as_str().unwrap_or_default();
                let score = score.unwrap_or_default();
                all.push(format!("{name}: {id} has {score:.2} {shown}"));
            }
        }
    }
    all
}

/// The lowest of all scores; none where one is missing.
pub fn worst(all: &[Scores]) -> Option<f64> {
    let scores: Vec<f64> = all.iter().flat_map(|page| page.scores).map(|score| -score).collect();
    crate::judge::middle::largest(&scores).map(|least| -least)
}

/// The record.
pub fn record(all: &[Scores], machine: &str) -> String {
    let mut table = String::new();
    line(&mut table, &[&["page"], &CATEGORIES[..]].concat());
    line(&mut table, &["---"; CATEGORIES.len() + 1]);
    for page in all {
        let scores = page.scores.map(|score| format!("{score:.0}"));
        line(&mut table, &[&[page.page], &scores.each_ref().map(String::as_str)[..]].concat());
    }
    format!(
        "# Lighthouse\n\nWritten by\n\n```\ncargo xtask bench lighthouse\n```\n\non a machine with \
         {machine}: pages of the demo paper's release build, served over HTTP/2 and TLS on this \
         machine, on Lighthouse's own phone and line; each score the median of {TIMES} looks. \
         The command fails below 100.\n\n{table}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn scores_are_read_and_what_cost_them_is_named() {
        let report = json!({
            "categories": {
                "performance": {"score": 0.994, "auditRefs": [
                    {"id": "largest-contentful-paint", "weight": 25},
                    {"id": "unused-javascript", "weight": 0}
                ]},
                "accessibility": {"score": 1, "auditRefs": [{"id": "label", "weight": 7}]},
                "best-practices": {"score": 0.96, "auditRefs": []}
            },
            "audits": {
                "largest-contentful-paint": {"score": 0.9, "displayValue": "2.6 s"},
                "unused-javascript": {"score": 0},
                "label": {"score": 1}
            }
        });
        let read = scores(&report);
        assert_eq!(read[..3], [99.0, 100.0, 96.0]);
        assert!(read[3].is_nan());
        assert_eq!(missed(&report), ["performance: largest-contentful-paint has 0.90 2.6 s"]);
    }

    #[test]
    fn one_low_score_or_a_missing_one_is_the_worst() {
        let page = |scores| Scores { page: "home", scores };
        let good = page([100.0; 4]);
        assert_eq!(worst(&[page([100.0, 100.0, 96.0, 100.0])]), Some(96.0));
        assert_eq!(worst(&[good, page([100.0, f64::NAN, 100.0, 100.0])]), None);
        assert_eq!(worst(&[]), None);
        assert!(
            record(&[page([100.0, 99.0, 96.0, 92.0])], "2 cores")
                .contains("| home | 100 | 99 | 96 | 92 |")
        );
    }
}
