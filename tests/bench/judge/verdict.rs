//! Which budgets are held.

use super::{
    budgets::{Budget, Limit, When},
    figure::Figure,
};

/// Which budgets a run looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Run {
    /// All that concern pages and moves.
    Full,
    /// Those that hold on a noisy machine.
    Short,
    /// Lighthouse's.
    Lighthouse,
}

/// What was found out about a budget.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// It is held, with this figure.
    Held(f64),
    /// It is broken, with this figure.
    Broken(f64),
    /// It should have been measured and was not, which is as bad.
    Missing,
    /// What it needs is not on this machine.
    NotHere,
}

impl Verdict {
    /// Whether the run may not pass.
    pub fn fails(self) -> bool {
        matches!(self, Self::Broken(_) | Self::Missing)
    }
}

/// Judges what was measured, by the budgets that a run looks at.
pub fn judge<'a>(
    budgets: &'a [Budget],
    run: Run,
    measured: &[(Figure, Option<f64>)],
) -> Vec<(&'a Budget, Verdict)> {
    let mut all = Vec::new();
    for budget in budgets.iter().filter(|budget| looked_at(budget.when, run)) {
        let mut found = measured.iter().filter(|(figure, _)| *figure == budget.figure);
        let value = found.next().and_then(|(_, value)| *value);
        let verdict = match value {
            Some(value) if holds(budget.limit, value) => Verdict::Held(value),
            Some(value) => Verdict::Broken(value),
            None if budget.when == When::WithReal => Verdict::NotHere,
            None => Verdict::Missing,
        };
        all.push((budget, verdict));
    }
    all
}

/// Whether a figure of this value keeps its budget.
pub fn keeps(budgets: &[Budget], figure: Figure, value: f64) -> bool {
    budgets.iter().all(|budget| budget.figure != figure || holds(budget.limit, value))
}

fn looked_at(when: When, run: Run) -> bool {
    match run {
        Run::Full => when != When::Lighthouse,
        Run::Short => when == When::Always,
        Run::Lighthouse => when == When::Lighthouse,
    }
}

/// What is no number holds nothing.
fn holds(limit: Limit, value: f64) -> bool {
    match limit {
        Limit::AtMost(most) => value <= most,
        Limit::AtLeast(least) => value >= least,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{budgets::BUDGETS, figure::Unit};
    use super::*;

    fn budget(figure: Figure, limit: Limit, when: When) -> Budget {
        Budget { figure, what: "", limit, unit: Unit::Times, when }
    }

    #[test]
    fn limits_are_held_up_to_the_limit_itself() {
        let table = [
            (Limit::AtMost(50.0), 50.0, true),
            (Limit::AtMost(50.0), 50.1, false),
            (Limit::AtMost(0.0), 0.0, true),
            (Limit::AtMost(0.0), 0.000_1, false),
            (Limit::AtLeast(100.0), 100.0, true),
            (Limit::AtLeast(100.0), 99.0, false),
            (Limit::AtMost(50.0), f64::NAN, false),
            (Limit::AtLeast(100.0), f64::NAN, false),
        ];
        for (limit, value, expected) in table {
            assert_eq!(holds(limit, value), expected, "{limit:?} {value}");
        }
    }

    #[test]
    fn what_was_not_measured_is_no_success() {
        let budgets = [
            budget(Figure::Back, Limit::AtMost(50.0), When::Full),
            budget(Figure::Shift, Limit::AtMost(0.0), When::Always),
            budget(Figure::RealPage, Limit::AtMost(25.0), When::WithReal),
        ];
        let verdicts = |run, measured: &[(Figure, Option<f64>)]| -> Vec<Verdict> {
            judge(&budgets, run, measured).into_iter().map(|(_, verdict)| verdict).collect()
        };
        assert_eq!(
            verdicts(Run::Full, &[(Figure::Shift, Some(0.1)), (Figure::Back, None)]),
            [Verdict::Missing, Verdict::Broken(0.1), Verdict::NotHere]
        );
        assert_eq!(verdicts(Run::Short, &[(Figure::Shift, Some(0.0))]), [Verdict::Held(0.0)]);
        assert_eq!(verdicts(Run::Lighthouse, &[]), []);
        assert!(Verdict::Missing.fails() && Verdict::Broken(1.0).fails());
        assert!(!Verdict::NotHere.fails() && !Verdict::Held(1.0).fails());
    }

    #[test]
    fn a_value_keeps_the_budget_of_its_own_figure() {
        let budgets = [budget(Figure::Back, Limit::AtMost(50.0), When::Full)];
        assert!(keeps(&budgets, Figure::Back, 50.0));
        assert!(!keeps(&budgets, Figure::Back, 51.0));
        assert!(keeps(&budgets, Figure::Shift, 51.0));
    }

    #[test]
    fn every_figure_has_one_budget_and_every_run_looks_at_some() {
        let mut figures: Vec<_> = BUDGETS.iter().map(|budget| budget.figure).collect();
        figures.sort_unstable();
        let count = figures.len();
        figures.dedup();
        assert_eq!(figures.len(), count);
        for run in [Run::Full, Run::Short, Run::Lighthouse] {
            let verdicts = judge(BUDGETS, run, &[]);
            assert!(verdicts.iter().any(|(_, verdict)| verdict.fails()), "{run:?}");
        }
    }
}
