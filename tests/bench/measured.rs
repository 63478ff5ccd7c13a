//! What was measured, and the figures that budgets are about.

use crate::{
    article::{self, Loads, Way},
    heap::Heap,
    judge::{
        figure::Figure,
        middle::{largest, median, ratio},
    },
    moves::Moves,
    rail::Rail,
    sizes::App,
};

/// Bytes in a kilobyte.
pub const KILO: f64 = 1_000.0;

/// Everything that a run has measured. What is not there could not be, or was not asked for.
#[derive(Debug, Default)]
pub struct Measured {
    /// The article's loads.
    pub loads: Vec<Loads>,
    /// Moves through the app.
    pub moves: Option<Moves>,
    /// Memory after some and after many articles.
    pub heap: Option<Heap>,
    /// The long rail.
    pub rail: Option<Rail>,
    /// The worst layout shift of every kind of page.
    pub shift: Option<f64>,
    /// What the app weighs.
    pub app: Option<App>,
    /// The bytes of a real article's page.
    pub real: Option<f64>,
}

impl Measured {
    /// Every figure that has a budget.
    pub fn figures(&self) -> Vec<(Figure, Option<f64>)> {
        let moves = |of: fn(&Moves) -> &Vec<f64>| median(of(self.moves.as_ref()?));
        let (heap, rail) = (self.heap, self.rail);
        vec![
            (Figure::LargestPaint, article::largest_paint(&self.loads)),
            (
                Figure::FirstWindow,
                article::middle(&self.loads, Way::WithApp, |load| load.first_window / KILO),
            ),
            (Figure::RealPage, self.real.map(|bytes| bytes / KILO)),
            (Figure::AppForReading, self.app.map(|app| app.reading / KILO)),
            (Figure::AppOnTop, self.app.map(|app| app.on_top / KILO)),
            (Figure::Blocking, article::middle(&self.loads, Way::WithApp, |load| load.blocked)),
            (Figure::LongestTask, article::take_over(&self.loads)),
            (Figure::Shift, self.shift()),
            (Figure::MoveBeyondRoundTrip, moves(|moves| &moves.beyond_round_trip)),
            (Figure::MovePrefetched, moves(|moves| &moves.near)),
            (Figure::Back, moves(|moves| &moves.back)),
            (Figure::HeapGrowth, ratio(heap.map(|heap| heap.many), heap.map(|heap| heap.few))),
            (Figure::RailNodes, ratio(rail.map(|rail| rail.most), rail.map(|rail| rail.first))),
        ]
    }

    /// The worst of all pages that were looked at, the article's loads among them.
    fn shift(&self) -> Option<f64> {
        let with_app = self.loads.iter().filter(|loads| loads.way != Way::WithoutScript);
        let loads = with_app.flat_map(|loads| &loads.all).map(|load| load.shift);
        largest(&loads.chain(std::iter::once(self.shift?)).collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Load;

    fn loads(way: Way, largest: [f64; 3], shift: f64) -> Loads {
        let load = |at| Load {
            largest: (at, String::new()),
            blocked: 10.0,
            take_over: 60.0,
            first_window: 13_000.0,
            shift,
            ..Load::default()
        };
        Loads { way, all: largest.map(load).to_vec() }
    }

    fn figure(measured: &Measured, figure: Figure) -> Option<f64> {
        measured.figures().iter().find(|(found, _)| *found == figure).and_then(|(_, value)| *value)
    }

    #[test]
    fn figures_come_from_medians_and_the_worst_shift_counts() {
        let measured = Measured {
            loads: vec![
                loads(Way::WithApp, [1_100.0, 9_000.0, 1_000.0], 0.0),
                loads(Way::WithoutScript, [1_000.0, 900.0, 1_200.0], 0.7),
                loads(Way::DrawnByApp, [2_000.0, 2_000.0, 2_000.0], 0.02),
            ],
            moves: Some(Moves {
                near: vec![40.0, 30.0, 500.0],
                back: vec![20.0],
                ..Moves::default()
            }),
            heap: Some(Heap { few: 10.0, many: 12.0 }),
            rail: Some(Rail { first: 200.0, most: 200.0 }),
            shift: Some(0.01),
            app: Some(App { reading: 84_000.0, on_top: 0.0 }),
            real: None,
        };
        let table = [
            (Figure::LargestPaint, Some(1.1)),
            (Figure::FirstWindow, Some(13.0)),
            (Figure::RealPage, None),
            (Figure::AppForReading, Some(84.0)),
            (Figure::AppOnTop, Some(0.0)),
            (Figure::Blocking, Some(10.0)),
            (Figure::LongestTask, Some(60.0)),
            (Figure::Shift, Some(0.02)),
            (Figure::MoveBeyondRoundTrip, None),
            (Figure::MovePrefetched, Some(40.0)),
            (Figure::Back, Some(20.0)),
            (Figure::HeapGrowth, Some(1.2)),
            (Figure::RailNodes, Some(1.0)),
        ];
        for (of, expected) in table {
            assert_eq!(figure(&measured, of), expected, "{of:?}");
        }
    }

    #[test]
    fn what_was_not_measured_has_no_figure() {
        let nothing = Measured::default().figures();
        assert!(nothing.iter().all(|(_, value)| value.is_none()), "{nothing:?}");
    }
}
