//! What the budgets say, measured: `cargo xtask bench`.
//!
//! `judge` is pure and says what is held; everything else looks at pages in a browser.

mod article;
mod brakes;
mod folders;
mod gallery;
mod heap;
mod judge;
mod lighthouse;
mod line;
mod load;
mod machine;
mod measured;
mod moves;
mod newsroom;
mod opened;
mod pages;
mod press;
mod rail;
mod record;
mod report;
mod shifts;
mod site;
mod sizes;
mod traffic;
mod variants;

use std::process::ExitCode;

use e2e::Outcome;
use judge::{
    budgets::{BUDGETS, Budget},
    figure::Figure,
    verdict::{Run, Verdict, judge},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ended = match arguments[..] {
        [] => full(None).await,
        ["--write", file] => full(Some(file)).await,
        ["--short"] => short().await,
        ["lighthouse"] => scores(None).await,
        ["lighthouse", "--write", file] => scores(Some(file)).await,
        ["gallery"] => galleries(None).await,
        ["gallery", "--write", file] => galleries(Some(file)).await,
        ["press"] => presses(None, false),
        ["press", "--write", file] => presses(Some(file), false),
        ["press", "--million", "--write", file] => presses(Some(file), true),
        _ => Err("run by `cargo xtask bench`: [lighthouse | gallery | press] \
                      [--short | --write FILE]"
            .into()),
    };
    match ended {
        Ok(code) => code,
        Err(error) => {
            eprintln!("✗ {error}");
            ExitCode::FAILURE
        }
    }
}

async fn full(write: Option<&str>) -> Outcome<ExitCode> {
    let measured = pages::full().await?;
    let verdicts = judge(BUDGETS, Run::Full, &measured.figures());
    println!("\n{}\n{}", report::loads(&measured.loads), report::moves(&measured));
    if let Some(file) = write {
        std::fs::write(file, record::text(&measured, &verdicts, &machine::described()))?;
        say(&format!("written to {file}"));
    }
    Ok(told(&verdicts))
}

async fn short() -> Outcome<ExitCode> {
    let measured = pages::short().await?;
    Ok(told(&judge(BUDGETS, Run::Short, &measured.figures())))
}

async fn scores(write: Option<&str>) -> Outcome<ExitCode> {
    let scores = lighthouse::measure().await?;
    let record = lighthouse::record(&scores, &machine::described());
    println!("\n{record}");
    if let Some(file) = write {
        std::fs::write(file, record)?;
        say(&format!("written to {file}"));
    }
    let figures = [(Figure::LighthouseWorst, lighthouse::worst(&scores))];
    Ok(told(&judge(BUDGETS, Run::Lighthouse, &figures)))
}

async fn galleries(write: Option<&str>) -> Outcome<ExitCode> {
    let record = gallery::record(&gallery::measure().await?, &machine::described());
    println!("\n{record}");
    if let Some(file) = write {
        std::fs::write(file, record)?;
        say(&format!("written to {file}"));
    }
    Ok(ExitCode::SUCCESS)
}

/// A hundred thousand articles beside Hugo, and a million where that is asked for. Without a file to
/// write it is a quick look.
fn presses(write: Option<&str>, million: bool) -> Outcome<ExitCode> {
    let usual = if write.is_some() { 100_000 } else { 5_000 };
    let runs = [Some((usual, true)), million.then_some((1_000_000, false))];
    let mut found = Vec::new();
    for (articles, beside_hugo) in runs.into_iter().flatten() {
        let (one, room) = press::measure(articles, beside_hugo)?;
        found.push(one);
        // Before millions of files are cleared away, and whatever becomes of the next run.
        let record = press::record(&found, &machine::described());
        println!("\n{record}");
        if let Some(file) = write {
            std::fs::write(file, record)?;
            say(&format!("written to {file}"));
        }
        drop(room);
    }
    Ok(ExitCode::SUCCESS)
}

/// Tells every verdict, and names what is broken.
fn told(verdicts: &[(&Budget, Verdict)]) -> ExitCode {
    println!("\n{}", report::verdicts(verdicts));
    let broken = verdicts.iter().filter(|(_, verdict)| verdict.fails());
    let broken: Vec<&str> = broken.map(|(budget, _)| budget.what).collect();
    if broken.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("✗ broken budgets:\n  - {}", broken.join("\n  - "));
    ExitCode::FAILURE
}

fn say(text: &str) {
    println!("  {text}");
}
