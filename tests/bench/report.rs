//! What is told: tables in Markdown, on the screen and in the record.

use std::fmt::Write;

use crate::{
    article::Loads,
    judge::{
        budgets::{Budget, Limit},
        middle::median,
        verdict::Verdict,
    },
    load::Load,
    measured::{KILO, Measured},
    traffic::KINDS,
};

/// The budgets, each with its verdict.
pub fn verdicts(all: &[(&Budget, Verdict)]) -> String {
    let mut out = String::from("| budget | limit | measured | |\n|---|---|---|---|\n");
    for (budget, verdict) in all {
        let limit = match budget.limit {
            Limit::AtMost(most) => format!("≤ {}", budget.unit.write(most)),
            Limit::AtLeast(least) => format!("≥ {}", budget.unit.write(least)),
        };
        let (measured, word) = match verdict {
            Verdict::Held(value) => (budget.unit.write(*value), "held"),
            Verdict::Broken(value) => (budget.unit.write(*value), "**broken**"),
            Verdict::Missing => ("not measured".to_owned(), "**broken**"),
            Verdict::NotHere => ("not on this machine".to_owned(), ""),
        };
        line(&mut out, &[budget.what, &limit, &measured, word]);
    }
    out
}

/// The article's loads, way by way.
pub fn loads(all: &[Loads]) -> String {
    let mut out = String::new();
    let names: Vec<&str> = all.iter().map(|loads| loads.way.name()).collect();
    line(&mut out, &[&["median of each"], &names[..]].concat());
    line(&mut out, &vec!["---"; all.len() + 1]);
    let mut row = |name: &str, decimals: usize, figure: &dyn Fn(&Load) -> f64| {
        let cells = all.iter().map(|loads| match loads.middle(figure) {
            // A page without an app is never taken over, and an empty one never painted.
            Some(0.0) if name.contains("paint") || name.contains("taken over") => "–".to_owned(),
            Some(value) => format!("{value:.decimals$}"),
            None => "–".to_owned(),
        });
        let cells: Vec<String> = cells.collect();
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        line(&mut out, &[&[name], &cells[..]].concat());
    };
    row("first paint, ms", 0, &|load| load.paint);
    row("largest paint, ms", 0, &|load| load.largest.0);
    row("app has taken over, ms", 0, &|load| load.ready);
    row("total blocking time, ms", 0, &|load| load.blocked);
    row("longest task, ms (0: none of 50)", 0, &|load| load.longest);
    row("layout shift", 4, &|load| load.shift);
    row("requests", 0, &|load| f64::from(u32::try_from(load.traffic.requests).unwrap_or(u32::MAX)));
    row("bytes in all, kB", 1, &|load| load.traffic.total() / KILO);
    for (at, kind) in KINDS.iter().enumerate() {
        row(&format!("– {kind}, kB"), 1, &|load| load.traffic.bytes[at] / KILO);
    }
    row("heap after a collection, kB", 0, &|load| load.heap / KILO);
    out
}

/// What a reader meets once the app is there.
pub fn moves(measured: &Measured) -> String {
    let mut out = String::new();
    line(&mut out, &["then", "measured"]);
    line(&mut out, &["---", "---"]);
    let mut row = |name: &str, value: Option<String>| {
        line(&mut out, &[name, value.as_deref().unwrap_or("not measured")]);
    };
    let times = measured.moves.as_ref();
    let ms = |times: &Vec<f64>| {
        let each: Vec<String> = times.iter().map(|time| format!("{time:.0}")).collect();
        Some(format!("{:.0} ms ({})", median(times)?, each.join(", ")))
    };
    row("press on a card to the next headline, not fetched yet", times.and_then(|t| ms(&t.far)));
    row("– beyond one round trip", times.and_then(|t| ms(&t.beyond_round_trip)));
    row("– fetched ahead", times.and_then(|t| ms(&t.near)));
    row("Back", times.and_then(|t| ms(&t.back)));
    let heap = measured.heap;
    let kilo = |bytes: f64| format!("{:.0} kB", bytes / KILO);
    row("heap after 10 articles", heap.map(|heap| kilo(heap.few)));
    row("heap after 100 articles", heap.map(|heap| kilo(heap.many)));
    let rail = measured.rail;
    let nodes = |nodes: f64| format!("{nodes:.0} nodes");
    row("rail over 10,000 articles, at its first hundred", rail.map(|rail| nodes(rail.first)));
    row("– at most on the way to the end", rail.map(|rail| nodes(rail.most)));
    out
}

/// A row of a table.
pub fn line(out: &mut String, cells: &[&str]) {
    // A string takes everything.
    let _written = writeln!(out, "| {} |", cells.join(" | "));
}

#[cfg(test)]
mod tests {
    use super::super::article::Way;
    use super::super::judge::{
        budgets::BUDGETS,
        verdict::{Run, judge},
    };
    use super::*;

    #[test]
    fn a_broken_budget_is_told_as_such() {
        let measured = Measured { shift: Some(0.2), ..Measured::default() };
        let told = verdicts(&judge(BUDGETS, Run::Full, &measured.figures()));
        assert!(told.contains("| ≤ 0.0000 | 0.2000 | **broken** |"), "{told}");
        assert!(told.contains("| ≤ 50 ms | not measured | **broken** |"), "{told}");
        assert!(told.contains("| ≤ 25.0 kB | not on this machine |"), "{told}");
        assert!(!told.contains("| held |"), "{told}");
    }

    #[test]
    fn every_row_has_a_cell_for_every_way() {
        let all = [(Way::WithApp, 2_100.0), (Way::WithoutScript, 0.0)]
            .map(|(way, ready)| Loads { way, all: vec![Load { ready, ..Load::default() }] });
        let told = loads(&all);
        assert!(told.lines().all(|line| line.matches('|').count() == 4), "{told}");
        assert!(told.contains("| app has taken over, ms | 2100 | – |"), "{told}");
        assert!(told.contains("| largest paint, ms | – | – |"), "{told}");
        assert!(told.contains("| longest task, ms (0: none of 50) | 0 | 0 |"), "{told}");
        assert!(moves(&Measured::default()).contains("| Back | not measured |"));
    }
}
