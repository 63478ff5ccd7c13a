//! A page's HTML: its head, and its body as the reader's app would make it.

use std::collections::HashMap;

use story::model::Slug;
use story::url::SitePath;
use trangnhat::Paper;
use trangnhat::document::{self, Frame, Place};
use trangnhat::head::{self, Share, escape};
use trangnhat::pages::Page;
use trangnhat::shape::SHAPE;

use super::app::{App, First, FirstStyle, START};
use super::policy::policy;
use crate::mark::{Mark, Marker};
use crate::signposts::manifest;

/// Writes pages of one paper with one app.
#[derive(Debug)]
pub struct Printer<'a> {
    paper: &'a Paper,
    home: Look,
    list: Look,
    article: Look,
    /// What stands around the stories of each section, and around those of none.
    frames: HashMap<Option<Slug>, Frame>,
    /// The link to the whole style. It comes after the story, where it holds up nothing that stands
    /// before it.
    whole: String,
}

/// What pages of one kind have in common in their heads: ahead of what each says of itself, and after
/// it.
#[derive(Debug)]
struct Look {
    before: String,
    after: String,
    mark: Mark,
}

impl<'a> Printer<'a> {
    /// A printer of this paper's pages.
    #[must_use]
    pub fn new(paper: &'a Paper, app: &App) -> Self {
        let look = |kind| {
            let (style, inline) = match app.first(kind, &paper.base) {
                FirstStyle::Inline(css) => (format!("<style>{css}</style>"), Some(css)),
                FirstStyle::File(href) => {
                    (format!("<link rel=\"stylesheet\" href=\"{href}\">"), None)
                }
            };
            let policy = policy(paper.site.hosts.as_ref(), &app.inline, inline.as_deref());
            let mut mark = Marker::new("look");
            mark.text(&style).text(&policy).text(&app.inline).text(&app.style);
            mark.text(&format!("{SHAPE} {:?} {:?}", app.fonts().collect::<Vec<_>>(), app.icon));
            Look {
                before: before(app, &policy),
                after: after(paper, app, style),
                mark: mark.mark(),
            }
        };
        let (home, list, article) = (look(First::Home), look(First::List), look(First::Article));
        let sections = paper.site.sections.iter().map(|section| Some(section.slug.clone()));
        let frames = sections
            .chain([None])
            .map(|section| {
                let frame = Frame::new(paper, section.as_ref(), None);
                (section, frame)
            })
            .collect();
        let href = paper.base.asset(&app.style);
        let whole = format!("<link rel=\"stylesheet\" href=\"{href}\">");
        Self { paper, home, list, article, frames, whole }
    }

    /// The mark of all that pages of this kind have beside what they are about.
    #[must_use]
    pub fn mark(&self, first: First) -> Mark {
        match first {
            First::Home => self.home.mark,
            First::List => self.list.mark,
            First::Article => self.article.mark,
        }
    }

    /// The page. `share` is the picture that stands for it where it is shared.
    #[must_use]
    pub fn print(&self, page: &Page, place: Place<'_>, share: Option<&Share>) -> String {
        let Self { paper, whole, .. } = self;
        let Look { before, after, .. } = match page {
            Page::Home(_) => &self.home,
            Page::Article(_) => &self.article,
            Page::List(_) | Page::NotFound | Page::Failure(_) => &self.list,
        };
        // The page of unknown addresses says nothing of the one it is shown at: only the app can
        // tell whether an article is found by it.
        let wanted = if place.path.is_none() { " data-app=\"wanted\"" } else { "" };
        let section = document::section(page);
        let ready = match page {
            Page::Article(_) => self.frames.get(&section.cloned()),
            // Its own address is marked in its masthead.
            _ => None,
        };
        let body = match ready {
            Some(frame) => frame.around(paper, page, place, whole),
            None => Frame::new(paper, section, place.path).around(paper, page, place, whole),
        };
        format!(
            "<!doctype html>\n<html lang=\"{}\" data-base=\"{}\" data-shape=\"{SHAPE}\"{wanted}>\n<head>\n{before}\n{}\n{after}\n</head>\n<body>\n{body}\n</body>\n</html>\n",
            paper.site.language.tag(),
            escape(paper.base.as_str()),
            head::html(&head::tags(paper, page, share)),
        )
    }

    /// A page that leads on to where an article now lives.
    #[must_use]
    pub fn lead_on(&self, title: &str, to: &SitePath) -> String {
        let href = escape(&self.paper.href(to));
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
             <meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<link rel=\"canonical\" href=\"{}\">\n\
             <meta http-equiv=\"refresh\" content=\"0; url={href}\">\n</head>\n\
             <body>\n<p><a href=\"{href}\">{title}</a></p>\n</body>\n</html>\n",
            self.paper.site.language.tag(),
            escape(&head::canonical(self.paper, to)),
            title = escape(title),
        )
    }
}

/// The head's beginning, up to what a page says of itself.
fn before(app: &App, policy: &str) -> String {
    [
        // First of all: it holds for what follows it.
        &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", escape(policy)),
        "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">",
        &format!("<script>{}</script>", app.inline),
    ]
    .join("\n")
}

/// The head's end.
fn after(paper: &Paper, app: &App, style: String) -> String {
    let base = &paper.base;
    let mut lines = vec![style];
    for font in app.fonts() {
        // The serif is shown only where it is there in time, so that it moves nothing.
        lines.push(format!(
            "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{}\">",
            base.asset(font)
        ));
    }
    if let Some(icon) = &app.icon {
        let href = base.asset(icon);
        lines.push(format!("<link rel=\"icon\" href=\"{href}\" type=\"image/svg+xml\">"));
    }
    lines.push(format!("<link rel=\"manifest\" href=\"{}\">", base.asset(manifest::NAME)));
    lines.push(format!(
        "<script type=\"module\" src=\"{}\" fetchpriority=\"low\"></script>",
        base.asset(START)
    ));
    lines.join("\n")
}
