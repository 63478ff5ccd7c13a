//! The news sitemap: what was published in the last two days, for those who look for news only.

use story::time::Time;
use trangnhat::Paper;
use trangnhat::head::absolute;

use super::xml;

/// The file's name. It is in the index where there is any news.
pub const NAME: &str = "sitemap-news.xml";
/// How many stories it has at most, as Google asks.
pub const MOST: usize = 1_000;

const TWO_DAYS: i64 = 2 * 86_400;
const SPACES: [(&str, &str); 2] = [
    ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
    ("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9"),
];

/// A story that may be news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline<'a> {
    /// From the site's root on.
    pub path: &'a str,
    /// The headline.
    pub title: &'a str,
    /// When it was published.
    pub published: Time,
}

/// Whether what was published then is news now: for two days.
#[must_use]
pub fn is_news(published: &Time, now: &Time) -> bool {
    (0..TWO_DAYS).contains(&(now.epoch() - published.epoch()))
}

/// The file, and when its youngest story was published. None where there is no news: an empty one
/// would be a mistake. `stories` may hold any others as well, in any order.
#[must_use]
pub fn news<'a>(
    paper: &Paper,
    now: &Time,
    stories: impl IntoIterator<Item = Headline<'a>>,
) -> Option<(Vec<u8>, Time)> {
    let fresh = |story: &Headline<'_>| is_news(&story.published, now);
    let mut stories: Vec<Headline<'_>> = stories.into_iter().filter(fresh).collect();
    stories.sort_by_key(|story| (-story.published.epoch(), story.path));
    stories.truncate(MOST);
    let youngest = stories.first()?.published;
    let language = paper.site.language.tag();
    let file = xml::document("urlset", &SPACES, |out| {
        for story in &stories {
            out.create_element("url").write_inner_content(|out| {
                xml::text(out, "loc", &absolute(paper, story.path))?;
                out.create_element("news:news").write_inner_content(|out| {
                    out.create_element("news:publication").write_inner_content(|out| {
                        xml::text(out, "news:name", &paper.site.name)?;
                        xml::text(out, "news:language", language)
                    })?;
                    xml::text(out, "news:publication_date", &story.published.to_string())?;
                    xml::text(out, "news:title", story.title)
                })?;
                Ok(())
            })?;
        }
        Ok(())
    });
    Some((file, youngest))
}
