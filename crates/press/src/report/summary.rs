use std::fmt;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use story::check::{Problem, Severity};

use super::words::{many, size, time};
use super::{Pictures, Step, Times};
use crate::run::{Built, RunError};

/// How many steps are named among the slowest.
const SLOWEST: usize = 3;

/// What came of a build, for people (as text) and programs ([`Summary::json`]).
#[derive(Clone, Copy, Debug)]
pub struct Summary<'a> {
    /// The site's folder.
    pub site: &'a Path,
    /// What was built, or why not.
    pub built: Result<&'a Built, &'a RunError>,
    /// How long it took.
    pub times: &'a Times,
}

impl Summary<'_> {
    /// The same for a program.
    #[must_use]
    pub fn json(&self) -> Value {
        let seconds = |took: Duration| (took.as_secs_f64() * 1000.0).round() / 1000.0;
        let step = |(step, took): &(Step, Duration)| json!({"step": step.to_string(), "seconds": seconds(*took)});
        let steps: Vec<Value> = self.times.steps.iter().map(step).collect();
        let Pictures { made, reused } = self.times.pictures;
        let mut told = json!({
            "site": self.site.to_string_lossy(),
            "built": self.built.is_ok(),
            "seconds": seconds(self.times.whole),
            "steps": steps,
            "pictures": {"made": made, "reused": reused},
        });
        let more = match self.built {
            Ok(built) => json!({
                "articles": built.articles,
                "files": built.files,
                "written": built.written,
                "removed": built.removed,
                "bytes": built.bytes,
                "problems": problems(&built.warnings),
            }),
            Err(RunError::Content(wrong)) => json!({"problems": problems(wrong)}),
            Err(error @ RunError::Site(_)) => json!({"problems": [], "error": error.to_string()}),
        };
        if let (Some(told), Value::Object(more)) = (told.as_object_mut(), more) {
            told.extend(more);
        }
        told
    }
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let built = match self.built {
            Ok(built) => built,
            Err(error) => return error.fmt(f),
        };
        let Built { articles, files, written, removed, bytes, warnings } = built;
        let (articles, files) = (many(*articles, "article"), many(*files, "file"));
        writeln!(f, "{}: {articles}, {files}", self.site.display())?;
        let (bytes, whole) = (size(*bytes), time(self.times.whole));
        write!(f, "  {written} written ({bytes}), {removed} removed, in {whole}")?;
        let Pictures { made, reused } = self.times.pictures;
        if made + reused > 0 {
            write!(f, "\n  pictures: {made} made, {reused} reused")?;
        }
        let slow = slowest(&self.times.steps);
        if !slow.is_empty() {
            write!(f, "\n  slowest: {slow}")?;
        }
        if !warnings.is_empty() {
            write!(f, "\n  {}", many(warnings.len(), "warning"))?;
        }
        Ok(())
    }
}

/// The steps that took longest; what took no time worth speaking of is left out.
fn slowest(steps: &[(Step, Duration)]) -> String {
    let mut steps: Vec<_> = steps.iter().filter(|(_, took)| took.as_millis() > 0).collect();
    steps.sort_by_key(|(_, took)| std::cmp::Reverse(*took));
    let word = |(step, took): &&(Step, Duration)| format!("{step} {}", time(*took));
    steps.iter().take(SLOWEST).map(word).collect::<Vec<_>>().join(", ")
}

/// What is wrong, for a program.
#[must_use]
pub fn problems(problems: &[Problem]) -> Value {
    let one = |problem: &Problem| {
        json!({
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

#[cfg(test)]
mod tests {
    use super::*;

    fn times() -> Times {
        let steps = [
            (Step::App, Duration::from_micros(300)),
            (Step::Articles, Duration::from_millis(40)),
            (Step::Pictures, Duration::from_millis(1500)),
        ];
        let pictures = Pictures { made: 3, reused: 9 };
        Times { whole: Duration::from_millis(1541), steps: steps.into(), pictures }
    }

    #[test]
    fn a_build_is_told_in_a_few_lines_and_as_json() {
        let warnings = vec![Problem::warning("a.json", "$.title", "this", "that")];
        let built =
            Built { articles: 1, files: 40, written: 7, removed: 2, bytes: 12_345, warnings };
        let times = times();
        let summary = Summary { site: Path::new("site"), built: Ok(&built), times: &times };
        let lines = [
            "site: 1 article, 40 files",
            "  7 written (12.3 kB), 2 removed, in 1.5 s",
            "  pictures: 3 made, 9 reused",
            "  slowest: making pictures 1.5 s, reading articles 40 ms",
            "  1 warning",
        ];
        assert_eq!(summary.to_string(), lines.join("\n"));
        let told = summary.json();
        assert_eq!((&told["built"], &told["written"]), (&json!(true), &json!(7)));
        assert_eq!(told["problems"][0]["path"], "$.title");
        assert_eq!(told["steps"][2], json!({"step": "making pictures", "seconds": 1.5}));
    }

    #[test]
    fn a_build_that_failed_says_why() {
        let wrong = RunError::Content(vec![Problem::error("a.json", "$", "JSON", "none")]);
        let times = times();
        let summary = Summary { site: Path::new("site"), built: Err(&wrong), times: &times };
        assert!(summary.to_string().ends_with("1 error, 0 warnings"));
        let told = summary.json();
        assert_eq!((&told["built"], &told["files"]), (&json!(false), &Value::Null));
        assert_eq!(told["problems"][0]["severity"], "error");
    }
}
