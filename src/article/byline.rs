use story::dates;
use story::model::{Article, Author};
use story::time::Time;

use super::rich;
use crate::Paper;
use crate::i18n::Say;
use crate::view::{Node, view};

/// Who wrote it, when, and how long it takes to read.
pub(super) fn byline(paper: &Paper, article: &Article) -> Node {
    let authors: Vec<_> =
        article.authors.iter().map(|author| self::author(paper, author)).collect();
    let authors = (!authors.is_empty()).then(|| view! { <p class="authors">{authors}</p> });
    let published = article.published.as_ref().map(|time| self::time(paper, time));
    // An update within the minute is the same thing to a reader.
    let updated = article.updated.as_ref().filter(|updated| {
        article.published.is_none_or(|published| updated.epoch() - published.epoch() >= 60)
    });
    let updated = updated.map(|time| {
        let words = format!("{}: ", paper.say(Say::Updated));
        view! { <span class="updated">{words}{self::time(paper, time)}</span> }
    });
    let minutes = paper.say(Say::ReadingTime(dates::reading_minutes(article)));
    view! {
        <div class="byline">
            {authors}
            <p class="dates">{published}{updated}<span class="reading-time">{minutes}</span></p>
        </div>
    }
}

fn author(paper: &Paper, author: &Author) -> Node {
    let name = author.name.clone().into();
    let name = match &author.url {
        Some(url) => rich::link(paper, url, name),
        None => name,
    };
    let role = author.role.clone().map(|role| view! { <span class="role">{role}</span> });
    view! { <span class="author"><b>{name}</b>{role}</span> }
}

fn time(paper: &Paper, time: &Time) -> Node {
    let language = paper.language();
    let words = match &paper.now {
        Some(now) => {
            let ago = dates::ago(time, now, language);
            // Of another day: an article gives the day of the week and the hour, too.
            if ago == dates::short(time, language) { dates::full(time, language) } else { ago }
        }
        None => dates::full(time, language),
    };
    view! { <time datetime=time.to_string()>{words}</time> }
}

/// The article's whole address, for shares and for print.
pub(super) fn address(paper: &Paper, article: &Article) -> String {
    let path = article.page();
    let site = paper.site.base_url.trim_end_matches('/');
    format!("{site}{path}")
}
