//! A page's HTML: its head, and its body as the reader's app would make it.

use story::model::{Rich, Site};
use story::url::SitePath;
use trangnhat::Paper;
use trangnhat::document::{self, Place};
use trangnhat::pages::{self, Page};
use trangnhat::shape::SHAPE;

use super::app::{App, START};
use super::policy::policy;

/// Writes pages of one paper with one app.
#[derive(Debug)]
pub(super) struct Printer<'a> {
    paper: &'a Paper,
    app: &'a App,
    policy: String,
}

impl<'a> Printer<'a> {
    /// A printer of this paper's pages.
    pub fn new(paper: &'a Paper, app: &'a App) -> Self {
        Self { paper, app, policy: policy(paper.site.hosts.as_ref(), &app.inline) }
    }

    /// The page.
    pub fn print(&self, page: &Page, place: Place<'_>) -> String {
        let Self { paper, app, policy } = self;
        let base = &paper.base;
        // The page of unknown addresses says nothing of the one it is shown at: only the app can
        // tell whether an article is found by it.
        let wanted = if place.path.is_none() { " data-app=\"wanted\"" } else { "" };
        let mut head = vec![
            // First of all: it holds for what follows it.
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", escape(policy)),
            "<meta charset=\"utf-8\">".to_owned(),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">"
                .to_owned(),
            format!("<script>{}</script>", app.inline),
            format!("<title>{}</title>", escape(&pages::title(paper, page))),
        ];
        if let Some(description) = description(page) {
            head.push(format!("<meta name=\"description\" content=\"{}\">", escape(&description)));
        }
        head.push(format!("<link rel=\"stylesheet\" href=\"{}\">", base.asset(&app.style)));
        for font in app.fonts() {
            // The serif is shown only where it is there in time, so that it moves nothing.
            head.push(format!(
                "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{}\">",
                base.asset(font)
            ));
        }
        if let Some(path) = place.path {
            head.push(format!(
                "<link rel=\"canonical\" href=\"{}\">",
                escape(&address(&paper.site, path))
            ));
        }
        if let Some(icon) = &app.icon {
            head.push(format!(
                "<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">",
                base.asset(icon)
            ));
        }
        head.push(format!(
            "<script type=\"module\" src=\"{}\" fetchpriority=\"low\"></script>",
            base.asset(START)
        ));
        let body = document::body(paper, page, place);
        format!(
            "<!doctype html>\n<html lang=\"{}\" data-base=\"{}\" data-shape=\"{SHAPE}\"{wanted}>\n<head>\n{}\n</head>\n<body>\n{body}\n</body>\n</html>\n",
            paper.site.language.tag(),
            escape(base.as_str()),
            head.join("\n"),
        )
    }

    /// A page that leads on to where an article now lives.
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
            escape(&address(&self.paper.site, to)),
            title = escape(title),
        )
    }
}

/// The first words about an article, for search pages: at most 200 characters.
fn description(page: &Page) -> Option<String> {
    let Page::Article(article) = page else { return None };
    let lead = article.lead.as_ref().map(Rich::plain)?;
    Some(lead.chars().take(200).collect())
}

/// The whole address of a page.
fn address(site: &Site, path: &SitePath) -> String {
    format!("{}{}", site.base_url.trim_end_matches('/'), path.as_str())
}

/// Text as it may stand in HTML, in an attribute too.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
