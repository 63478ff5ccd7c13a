//! `_redirects`, as Cloudflare and Netlify read it: where articles once were. The pages at the aliases
//! lead on as well, on any host; a line here does it without showing one.

use std::cmp::Reverse;

use story::time::Time;
use trangnhat::Paper;
use trangnhat::head::absolute;

/// The file's name.
pub const NAME: &str = "_redirects";
/// How many lines it has at most: as many as Cloudflare takes.
pub const MOST: usize = 2_000;

/// How many bytes it has at most: Cloudflare drops the lines after 100 kB, without a word.
pub const BYTES: usize = 100_000;

/// How long a line may be in characters, on Cloudflare.
const LONGEST: usize = 1_000;

/// A path that leads on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved<'a> {
    /// Where the article once was, from the site's root on.
    pub from: &'a str,
    /// Where it is.
    pub to: &'a str,
    /// When it was published.
    pub published: Option<Time>,
}

/// The file: the newest articles' first, without a time last. None where nothing leads on. What the
/// format cannot say, or would take for a pattern, is left to the page at the alias.
#[must_use]
pub fn redirects<'a>(paper: &Paper, moved: impl IntoIterator<Item = Moved<'a>>) -> Option<String> {
    let mut moved: Vec<Moved<'_>> = moved.into_iter().filter(sayable).collect();
    moved.sort_by_key(|one| (Reverse(one.published.map(|time| time.epoch())), one.from));
    let lines = moved.iter().filter_map(|one| {
        let line = format!("{} {} 301\n", on_host(paper, one.from), on_host(paper, one.to));
        (line.len() <= LONGEST).then_some(line)
    });
    let mut text = String::new();
    for line in lines.take(MOST) {
        if text.len() + line.len() > BYTES {
            break;
        }
        text.push_str(&line);
    }
    Some(text).filter(|text| !text.is_empty())
}

/// `*` stands for anything, a segment that begins with `:` for any segment.
fn sayable(one: &Moved<'_>) -> bool {
    !one.from.contains('*')
        && !one.from.contains("/:")
        && !one.to.contains(['*', ':'])
        && one.from != one.to
}

/// The path on the host, encoded as in an address.
fn on_host(paper: &Paper, path: &str) -> String {
    let whole = absolute(paper, path);
    let rest = whole.split_once("://").map_or(whole.as_str(), |(_, rest)| rest);
    rest.find('/').map_or("/", |at| &rest[at..]).to_owned()
}
