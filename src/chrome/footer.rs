use story::model::Network;
use story::url::Route;

use crate::Paper;
use crate::i18n::Say;
use crate::view::{Node, view};

/// The paper's accounts, its own pages, how to reach it, its licence.
#[must_use]
pub fn footer(paper: &Paper) -> Node {
    let site = &paper.site;
    let pages: Vec<_> = site
        .pages
        .iter()
        .map(|page| {
            view! { <li><a href=paper.href(&page.path)>{page.title.clone()}</a></li> }
        })
        .collect();
    let pages = (!pages.is_empty()).then(|| view! { <ul class="footer-pages">{pages}</ul> });
    let accounts: Vec<_> = site
        .social
        .iter()
        .map(|account| {
            let name = network(account.network);
            view! { <li><a href=account.url.clone() rel="me noopener">{name}</a></li> }
        })
        .collect();
    let accounts = (!accounts.is_empty()).then(|| {
        view! { <ul class="accounts" aria-label=paper.say(Say::FollowUs)>{accounts}</ul> }
    });
    let contact: Vec<_> = site.contact.iter().map(|line| view! { <p>{line.clone()}</p> }).collect();
    let licence = site.licence.clone().map(|line| view! { <p class="licence">{line}</p> });
    let home = paper.href(&Route::Home.path());
    view! {
        <footer class="footer" aria-label=paper.say(Say::Footer)>
            <p class="footer-brand"><a href=home>{site.name.clone()}</a></p>
            {accounts}
            {pages}
            <div class="contact">{contact}</div>
            {licence}
        </footer>
    }
}

/// A network's name, the same in both languages.
fn network(network: Network) -> &'static str {
    match network {
        Network::Facebook => "Facebook",
        Network::Youtube => "YouTube",
        Network::Zalo => "Zalo",
        Network::X => "X",
    }
}
