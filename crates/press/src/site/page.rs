//! A page's HTML: its head, and its body as the reader's app would make it.

use story::url::SitePath;
use trangnhat::Paper;
use trangnhat::document::{self, Place};
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
    app: &'a App,
    home: Look,
    list: Look,
    article: Look,
}

/// What pages of one kind have in common: the style of their first screen as it stands in the head,
/// and the policy that lets it in.
#[derive(Debug)]
struct Look {
    style: String,
    policy: String,
    mark: Mark,
}

impl<'a> Printer<'a> {
    /// A printer of this paper's pages.
    #[must_use]
    pub fn new(paper: &'a Paper, app: &'a App) -> Self {
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
            Look { style, policy, mark: mark.mark() }
        };
        let (home, list, article) = (look(First::Home), look(First::List), look(First::Article));
        Self { paper, app, home, list, article }
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
        let Self { paper, app, .. } = self;
        let Look { style, policy, .. } = match page {
            Page::Home(_) => &self.home,
            Page::Article(_) => &self.article,
            Page::List(_) | Page::NotFound | Page::Failure(_) => &self.list,
        };
        let base = &paper.base;
        // The page of unknown addresses says nothing of the one it is shown at: only the app can
        // tell whether an article is found by it.
        let wanted = if place.path.is_none() { " data-app=\"wanted\"" } else { "" };
        let mut lines = vec![
            // First of all: it holds for what follows it.
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", escape(policy)),
            "<meta charset=\"utf-8\">".to_owned(),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">"
                .to_owned(),
            format!("<script>{}</script>", app.inline),
            head::html(&head::tags(paper, page, share)),
        ];
        lines.push(style.clone());
        for font in app.fonts() {
            // The serif is shown only where it is there in time, so that it moves nothing.
            lines.push(format!(
                "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{}\">",
                base.asset(font)
            ));
        }
        if let Some(icon) = &app.icon {
            lines.push(format!(
                "<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">",
                base.asset(icon)
            ));
        }
        lines.push(format!("<link rel=\"manifest\" href=\"{}\">", base.asset(manifest::NAME)));
        lines.push(format!(
            "<script type=\"module\" src=\"{}\" fetchpriority=\"low\"></script>",
            base.asset(START)
        ));
        // The whole style comes after the story, where it holds up nothing that stands before it.
        let whole = format!("<link rel=\"stylesheet\" href=\"{}\">", base.asset(&app.style));
        let body = document::body(paper, page, place, &whole);
        format!(
            "<!doctype html>\n<html lang=\"{}\" data-base=\"{}\" data-shape=\"{SHAPE}\"{wanted}>\n<head>\n{}\n</head>\n<body>\n{body}\n</body>\n</html>\n",
            paper.site.language.tag(),
            escape(base.as_str()),
            lines.join("\n"),
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
