//! A page's HTML: what the browser needs before the app is there.

use story::model::{Language, Site};
use story::url::{Base, SitePath};

use super::app::{App, START};
use super::policy::policy;

/// What is a page's own.
#[derive(Debug, Default)]
pub(super) struct Page<'a> {
    /// The title, without the paper's name.
    pub title: Option<&'a str>,
    /// The first words of it.
    pub description: Option<String>,
    /// Its one address; none for the page of unknown addresses.
    pub path: Option<&'a SitePath>,
    /// The files that the app will ask for first, beside the site's own.
    pub files: Vec<String>,
}

/// Writes pages of one paper with one app.
#[derive(Debug)]
pub(super) struct Printer<'a> {
    site: &'a Site,
    base: &'a Base,
    app: &'a App,
    policy: String,
}

impl<'a> Printer<'a> {
    /// A printer of this paper's pages.
    pub fn new(site: &'a Site, base: &'a Base, app: &'a App) -> Self {
        Self { site, base, app, policy: policy(site.hosts.as_ref(), &app.inline) }
    }

    /// The page.
    pub fn print(&self, page: &Page<'_>) -> String {
        let Self { site, base, app, policy } = self;
        let name = &site.name;
        let title = page.title.map_or_else(|| name.clone(), |title| format!("{title} — {name}"));
        let mut head = vec![
            // First of all: it holds for what follows it.
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", escape(policy)),
            "<meta charset=\"utf-8\">".to_owned(),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">"
                .to_owned(),
            format!("<script>{}</script>", app.inline),
            format!("<title>{}</title>", escape(&title)),
        ];
        if let Some(description) = &page.description {
            head.push(format!("<meta name=\"description\" content=\"{}\">", escape(description)));
        }
        head.push(format!("<link rel=\"stylesheet\" href=\"{}\">", base.asset(&app.style)));
        for font in app.fonts() {
            // The serif is shown only where it is there in time, so that it moves nothing.
            head.push(format!(
                "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin href=\"{}\">",
                base.asset(font)
            ));
        }
        if let Some(path) = page.path {
            head.push(format!(
                "<link rel=\"canonical\" href=\"{}\">",
                escape(&address(site, path))
            ));
        }
        if let Some(icon) = &app.icon {
            head.push(format!(
                "<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">",
                base.asset(icon)
            ));
        }
        for file in
            std::iter::once(story::url::files::SITE).chain(page.files.iter().map(String::as_str))
        {
            head.push(format!(
                "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{}\">",
                escape(&base.asset(file))
            ));
        }
        head.push(format!("<script type=\"module\" src=\"{}\"></script>", base.asset(START)));
        let body = self.without_script(page);
        format!(
            "<!doctype html>\n<html lang=\"{}\" data-base=\"{}\">\n<head>\n{}\n</head>\n<body>\n{body}\n</body>\n</html>\n",
            site.language.tag(),
            escape(base.as_str()),
            head.join("\n"),
        )
    }

    /// What a reader without script is told, with the ways that need none.
    fn without_script(&self, page: &Page<'_>) -> String {
        let words = match self.site.language {
            Language::Vi => "Trang này cần JavaScript để hiển thị.",
            Language::En => "This page needs JavaScript to be shown.",
        };
        let title = page.title.unwrap_or(&self.site.name);
        let lead = page.description.as_ref().map(|lead| format!("<p>{}</p>", escape(lead)));
        let title = escape(title);
        format!(
            "<noscript><main class=\"failure\"><h1>{title}</h1>{}<p>{words}</p></main></noscript>",
            lead.unwrap_or_default()
        )
    }

    /// A page that leads on to where an article now lives.
    pub fn lead_on(&self, title: &str, to: &SitePath) -> String {
        let href = escape(&self.base.href(to));
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
             <meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<link rel=\"canonical\" href=\"{}\">\n\
             <meta http-equiv=\"refresh\" content=\"0; url={href}\">\n</head>\n\
             <body>\n<p><a href=\"{href}\">{title}</a></p>\n</body>\n</html>\n",
            self.site.language.tag(),
            escape(&address(self.site, to)),
            title = escape(title),
        )
    }
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
