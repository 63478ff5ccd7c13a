use story::model::{Section, Slug};
use story::url::{Route, SitePath};

use super::mark::mark;

use crate::Paper;
use crate::i18n::Say;
use crate::view::{Node, view};

/// The paper's name, its sections and the switches. `current` is the section that the page is in,
/// `here` the page's path: in the browser the masthead outlives the page, and the app marks it anew
/// after each move. The rule at its end is seen by nobody: it says that all before it has come
/// (`style/masthead.css`).
#[must_use]
pub fn masthead(paper: &Paper, current: Option<&Slug>, here: Option<&SitePath>) -> Node {
    let site = &paper.site;
    let at = At { paper, current, here };
    let home = paper.href(&Route::Home.path());
    let tagline = site.tagline.clone().map(|line| view! { <p class="tagline">{line}</p> });
    view! {
        <header class="masthead">
            <div class="masthead-top">
                <a class="brand" href=home>{site.name.clone()}</a>
                {tagline}
                {appearance(paper)}
            </div>
            <details class="menu">
                <summary aria-label=paper.say(Say::OpenSections)>
                    <span class={"menu-icon"} aria-hidden="true"></span>
                    <span class="menu-word" aria-hidden="true">{paper.say(Say::Sections)}</span>
                </summary>
                {sections(at, "menu-list")}
            </details>
            {sections(at, "bar")}
            <hr hidden=""/>
        </header>
    }
}

/// The paper, and where in it the page is.
#[derive(Clone, Copy)]
struct At<'a> {
    paper: &'a Paper,
    current: Option<&'a Slug>,
    here: Option<&'a SitePath>,
}

/// The sections of the first rank, each with its own under it.
fn sections(at: At<'_>, class: &'static str) -> Node {
    let paper = at.paper;
    let tops = paper.site.sections.iter().filter(|section| section.parent.is_none());
    let items: Vec<_> = tops
        .map(|top| {
            let subs: Vec<_> =
                children(paper, &top.slug).map(|sub| view! { <li>{link(at, sub)}</li> }).collect();
            let subs = (!subs.is_empty()).then(|| view! { <ul>{subs}</ul> });
            view! { <li>{link(at, top)}{subs}</li> }
        })
        .collect();
    view! { <nav class=class aria-label=paper.say(Say::Sections)><ul>{items}</ul></nav> }
}

fn children<'a>(paper: &'a Paper, slug: &'a Slug) -> impl Iterator<Item = &'a Section> {
    paper.site.sections.iter().filter(move |section| section.parent.as_ref() == Some(slug))
}

fn link(at: At<'_>, section: &Section) -> Node {
    let href = at.paper.href(&Route::Section { slug: section.slug.clone(), key: None }.path());
    let current = mark(at.paper, &section.slug, at.current, at.here);
    view! {
        <a href=href data-section=section.slug.to_string() aria-current=current>
            {section.name.clone()}
        </a>
    }
}

/// Light or dark, and whether to save data.
fn appearance(paper: &Paper) -> Node {
    let choice = |value: &'static str, label: Say| {
        view! {
            <button type="button" data-do="theme" data-theme-choice=value aria-pressed="false">
                {paper.say(label)}
            </button>
        }
    };
    view! {
        <details class="appearance">
            <summary>{paper.say(Say::Appearance)}</summary>
            <div role="group" aria-label=paper.say(Say::Appearance)>
                {choice("light", Say::Light)}
                {choice("dark", Say::Dark)}
                {choice("system", Say::System)}
                <button type="button" data-do="saver" aria-pressed="false">
                    {paper.say(Say::SaveData)}
                </button>
            </div>
        </details>
    }
}
