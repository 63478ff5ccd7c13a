use story::model::{Article, Block, Embed};
use story::text::{Href, href};

use super::{Setting, rich};
use crate::Paper;
use crate::i18n::Say;
use crate::view::{Node, view};

/// The embeds of an article in reading order: a button names one by its place here.
#[must_use]
pub fn embeds(article: &Article) -> Vec<&Embed> {
    fn gather<'a>(body: &'a [Block], all: &mut Vec<&'a Embed>) {
        for block in body {
            match block {
                Block::Embed(embed) => all.push(embed),
                Block::Box(block) => gather(&block.body, all),
                _ => {}
            }
        }
    }
    let mut all = Vec::new();
    gather(&article.body, &mut all);
    all
}

/// Something of a third party's: a picture and a button. Where the paper does not name the host,
/// it is a link, and nothing of it is ever loaded into the page.
pub(super) fn embed(setting: &mut Setting<'_>, embed: &Embed) -> Node {
    let paper = setting.paper;
    let number = setting.embeds;
    setting.embeds += 1;
    let title = embed.title.clone();
    let poster = embed.poster.as_ref().map(|poster| {
        view! {
            <img
                loading="lazy"
                src=paper.asset(&poster.src)
                width=poster.width
                height=poster.height
                alt=""
            />
        }
    });
    if !allowed(paper, &embed.url) {
        let words = format!("{title} ({})", embed.provider);
        let link = rich::link(paper, &embed.url, words.into());
        return view! { <figure class="embed embed-link">{poster}<figcaption>{link}</figcaption></figure> };
    }
    let button = format!("{}: {title}", paper.say(Say::ShowEmbed));
    view! {
        <figure class="embed">
            <div class="embed-place" data-embed-place="">
                {poster}
                <button type="button" data-do="embed" data-embed=number.to_string()>{button}</button>
            </div>
            <figcaption>{format!("{}. {}", embed.provider, paper.say(Say::EmbedNotice))}</figcaption>
        </figure>
    }
}

/// Whether `site.json` names the host of this address for frames.
fn allowed(paper: &Paper, address: &str) -> bool {
    let Some(Href::Elsewhere(address)) = href(address) else { return false };
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let frames = paper.site.hosts.as_ref().map(|hosts| hosts.frame.as_slice()).unwrap_or_default();
    frames.iter().any(|frame| frame == host)
}
