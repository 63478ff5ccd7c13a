//! Text with marks and links.

use story::model::{Mark, Rich, Run, Span};
use story::text::{Href, href};

use crate::Paper;
use crate::view::{Node, view};

/// The text, set.
#[must_use]
pub fn rich(paper: &Paper, text: &Rich) -> Node {
    match text {
        Rich::Plain(text) => text.clone().into(),
        Rich::Runs(runs) => runs
            .iter()
            .map(|run| match run {
                Run::Plain(text) => text.clone().into(),
                Run::Span(span) => self::span(paper, span),
            })
            .collect(),
    }
}

fn span(paper: &Paper, span: &Span) -> Node {
    let marked = span.marks.iter().rev().fold(span.text.clone().into(), |inner, mark| match mark {
        Mark::Strong => view! { <strong>{inner}</strong> },
        Mark::Em => view! { <em>{inner}</em> },
        Mark::Sub => view! { <sub>{inner}</sub> },
        Mark::Sup => view! { <sup>{inner}</sup> },
        Mark::S => view! { <s>{inner}</s> },
    });
    match span.href.as_deref() {
        Some(address) => link(paper, address, marked),
        None => marked,
    }
}

/// A link of the newsroom's around something; only that something where the address is refused.
#[must_use]
pub fn link(paper: &Paper, address: &str, inner: Node) -> Node {
    match href(address) {
        Some(Href::Elsewhere(address)) => {
            view! { <a href=address rel="noopener">{inner}</a> }
        }
        Some(Href::Here(path, after)) => {
            view! { <a href=format!("{}{after}", paper.href(&path))>{inner}</a> }
        }
        None => inner,
    }
}
