use leptos::prelude::*;
use story::model::{Section, Slug};
use story::url::Route;

use crate::Paper;
use crate::i18n::Say;

/// The paper's name, its sections and the theme switch. Which section is the current one is marked
/// afterwards, because the masthead outlives the page.
#[must_use]
pub fn masthead(paper: &Paper) -> impl IntoView + use<> {
    let site = &paper.site;
    let home = paper.href(&Route::Home.path());
    let tagline = site.tagline.clone().map(|line| view! { <p class="tagline">{line}</p> });
    view! {
        <header class="masthead">
            <div class="masthead-top">
                <a class="brand" href=home>{site.name.clone()}</a>
                {tagline}
                {theme_switch(paper)}
            </div>
            <details class="menu">
                <summary aria-label=paper.say(Say::OpenSections)>
                    <span class={"menu-icon"} aria-hidden="true"></span>
                    <span class="menu-word" aria-hidden="true">{paper.say(Say::Sections)}</span>
                </summary>
                {sections(paper, "menu-list")}
            </details>
            {sections(paper, "bar")}
        </header>
    }
}

/// The sections of the first rank, each with its own under it.
fn sections(paper: &Paper, class: &'static str) -> impl IntoView + use<> {
    let tops = paper.site.sections.iter().filter(|section| section.parent.is_none());
    let items: Vec<_> = tops
        .map(|top| {
            let subs: Vec<_> = children(paper, &top.slug)
                .map(|sub| view! { <li>{link(paper, sub)}</li> })
                .collect();
            let subs = (!subs.is_empty()).then(|| view! { <ul>{subs}</ul> });
            view! { <li>{link(paper, top)}{subs}</li> }
        })
        .collect();
    view! { <nav class=class aria-label=paper.say(Say::Sections)><ul>{items}</ul></nav> }
}

fn children<'a>(paper: &'a Paper, slug: &'a Slug) -> impl Iterator<Item = &'a Section> {
    paper.site.sections.iter().filter(move |section| section.parent.as_ref() == Some(slug))
}

fn link(paper: &Paper, section: &Section) -> impl IntoView + use<> {
    let href = paper.href(&Route::Section { slug: section.slug.clone(), key: None }.path());
    view! { <a href=href data-section=section.slug.to_string()>{section.name.clone()}</a> }
}

fn theme_switch(paper: &Paper) -> impl IntoView + use<> {
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
            </div>
        </details>
    }
}
