use story::model::{Rich, Table};

use super::rich::rich;
use crate::Paper;
use crate::view::{Node, view};

/// A table. It scrolls inside itself where the column is too narrow; the keyboard can reach it
/// for that.
pub(super) fn table(paper: &Paper, table: &Table) -> Node {
    let header = (!table.header.is_empty()).then(|| {
        let cells: Vec<_> = table
            .header
            .iter()
            .map(|cell| view! { <th scope="col">{rich(paper, cell)}</th> })
            .collect();
        view! { <thead><tr>{cells}</tr></thead> }
    });
    let rows: Vec<_> = table.rows.iter().map(|row| self::row(paper, row)).collect();
    let caption =
        table.caption.as_ref().map(|caption| view! { <caption>{rich(paper, caption)}</caption> });
    let name = table.caption.as_ref().map(Rich::plain);
    view! {
        <div class="table" role="group" tabindex="0" aria-label=name>
            <table>{caption}{header}<tbody>{rows}</tbody></table>
        </div>
    }
}

fn row(paper: &Paper, cells: &[Rich]) -> Node {
    let cells: Vec<_> = cells.iter().map(|cell| view! { <td>{rich(paper, cell)}</td> }).collect();
    view! { <tr>{cells}</tr> }
}
