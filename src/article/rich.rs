//! Text with marks and links.

use leptos::prelude::*;
use story::model::{Mark, Rich, Run, Span};
use story::text::{Href, href};

use crate::Paper;

/// The text, set.
#[must_use]
pub fn rich(paper: &Paper, text: &Rich) -> AnyView {
    match text {
        Rich::Plain(text) => text.clone().into_any(),
        Rich::Runs(runs) => runs
            .iter()
            .map(|run| match run {
                Run::Plain(text) => text.clone().into_any(),
                Run::Span(span) => self::span(paper, span),
            })
            .collect::<Vec<_>>()
            .into_any(),
    }
}

fn span(paper: &Paper, span: &Span) -> AnyView {
    let marked =
        span.marks.iter().rev().fold(span.text.clone().into_any(), |inner, mark| match mark {
            Mark::Strong => view! { <strong>{inner}</strong> }.into_any(),
            Mark::Em => view! { <em>{inner}</em> }.into_any(),
            Mark::Sub => view! { <sub>{inner}</sub> }.into_any(),
            Mark::Sup => view! { <sup>{inner}</sup> }.into_any(),
            Mark::S => view! { <s>{inner}</s> }.into_any(),
        });
    match span.href.as_deref() {
        Some(address) => link(paper, address, marked),
        None => marked,
    }
}

/// A link of the newsroom's around something; only that something where the address is refused.
#[must_use]
pub fn link(paper: &Paper, address: &str, inner: AnyView) -> AnyView {
    match href(address) {
        Some(Href::Elsewhere(address)) => {
            view! { <a href=address rel="noopener">{inner}</a> }.into_any()
        }
        Some(Href::Here(path, after)) => {
            view! { <a href=format!("{}{after}", paper.href(&path))>{inner}</a> }.into_any()
        }
        None => inner,
    }
}
