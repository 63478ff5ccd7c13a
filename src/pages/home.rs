use story::model::{Home, Zone};

use super::stamp;
use crate::Paper;
use crate::cards::{Rank, Size, card};
use crate::view::{Node, view};

/// The first page: what leads, then the zones.
pub(super) fn view(paper: &Paper, home: &Home) -> Node {
    let lead: Vec<_> = home
        .lead
        .iter()
        .enumerate()
        .map(|(at, story)| {
            let size = if at == 0 { Size::Lead } else { Size::Medium };
            view! { <li>{card(paper, story, size, Rank::Two, at == 0)}</li> }
        })
        .collect();
    let zones: Vec<_> = home.zones.iter().enumerate().map(|(at, z)| zone(paper, z, at)).collect();
    view! {
        <main id="main" class="home" data-stamp=stamp::of_home(home)>
            // The masthead shows the name large; for who hears the page it is its title.
            <h1 class="spoken">{paper.site.name.clone()}</h1>
            <ul class=format!("lead-stories {}", of(home.lead.len()))>{lead}</ul>
            {zones}
        </main>
    }
}

/// How many stories a list has, for the style.
fn of(many: usize) -> String {
    format!("of-{many}")
}

/// A zone: one story with its picture large, some with smaller ones, the rest headlines.
fn zone(paper: &Paper, zone: &Zone, at: usize) -> Node {
    let cards: Vec<_> = zone
        .items
        .iter()
        .enumerate()
        .map(|(at, story)| {
            let size = match at {
                0 => Size::Large,
                1 | 2 => Size::Medium,
                _ => Size::Text,
            };
            view! { <li>{card(paper, story, size, Rank::Three, false)}</li> }
        })
        .collect();
    let id = format!("zone-{at}");
    let labelled_by = id.clone();
    let title = zone.title.clone();
    let heading = match &zone.path {
        Some(path) => view! { <a href=paper.href(path)>{title}</a> },
        None => title.into(),
    };
    // Every other zone has its large picture on the other side.
    let class = if at.is_multiple_of(2) { "zone" } else { "zone zone-turned" };
    view! {
        <section class=class aria-labelledby=labelled_by>
            <h2 id=id>{heading}</h2>
            <ul class=of(zone.items.len())>{cards}</ul>
        </section>
    }
}
