//! A page in a line, for search pages and share previews.

use story::model::{Article, Block};

use crate::Paper;
use crate::i18n::Say;
use crate::pages::{self, ListPage, Page, list_title};

/// How long the line is at most, in characters. Search pages show about 160, some previews 200.
const MOST: usize = 200;

/// What an article is about: its lead, else its first paragraph. Empty where there is neither.
#[must_use]
pub fn description(article: &Article) -> String {
    let lead = article.lead.as_ref().filter(|lead| !lead.is_blank());
    let first = || {
        article.body.iter().find_map(|block| match block {
            Block::Paragraph(text) if !text.is_blank() => Some(text),
            _ => None,
        })
    };
    lead.or_else(first).map(|text| cut(&text.plain())).unwrap_or_default()
}

/// The front page: the line under the paper's name, else what sections it has.
pub(super) fn of_home(paper: &Paper) -> String {
    let site = &paper.site;
    if let Some(tagline) = &site.tagline {
        return cut(tagline);
    }
    let top = site.sections.iter().filter(|section| section.parent.is_none());
    let names: Vec<&str> = top.map(|section| section.name.as_str()).collect();
    cut(&format!("{}: {}", site.name, names.join(", ")))
}

/// A list: what it is of, and whose it is.
pub(super) fn of_list(paper: &Paper, page: &ListPage) -> String {
    let what = if page.list.key.is_latest() { Say::Latest } else { Say::Archive };
    let (what, name) = (paper.say(what), list_title(paper, page));
    let whose = pages::title(paper, &Page::Home(Default::default()));
    cut(&format!("{what}: {name}. {whose}"))
}

/// Text on one line, at most [`MOST`] characters, ended at a word.
fn cut(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    let mut out = String::new();
    let mut length = 0;
    for word in words {
        // Each word with the space before it, and room for the sign that there is more.
        let more = word.chars().count() + usize::from(!out.is_empty());
        if length + more >= MOST {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        length += more;
    }
    if out.is_empty() {
        // One word without end: cut within it, but never between a letter and its marks.
        let mut chars: Vec<char> = line.chars().take(MOST).collect();
        while chars.pop().is_some_and(joins) {}
        out.extend(chars);
    }
    let kept = out.trim_end_matches([',', ';', ':', '.', '…', '–', '-', ' ']).len();
    out.truncate(kept);
    out.push('…');
    out
}

/// Whether a character is one with what stands before it: marks of a decomposed letter, joiners,
/// variants and skin tones of signs.
fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

#[cfg(test)]
mod tests {
    use story::model::Rich;

    use super::*;

    #[test]
    fn a_description_is_the_lead_else_the_first_paragraph() {
        let text = |text: &str| Some(Rich::from(text));
        let paragraph = |text: &str| Block::Paragraph(Rich::from(text));
        let table = [
            (text("Mở\n đầu "), vec![paragraph("Thân")], "Mở đầu"),
            (text("  "), vec![Block::Divider, paragraph(" "), paragraph("Thân")], "Thân"),
            (None, vec![paragraph("Thân")], "Thân"),
            (None, vec![Block::Divider], ""),
        ];
        for (lead, body, expected) in table {
            let article = Article { lead, body, ..Article::empty() };
            assert_eq!(description(&article), expected, "{article:?}");
        }
    }

    #[test]
    fn long_text_ends_at_a_word_within_200_characters() {
        // A word of `many` letters, so many times.
        let words = |many: usize, times: usize| vec!["x".repeat(many); times].join(" ");
        let table = [
            (words(9, 20), words(9, 20)),
            (words(9, 21), format!("{}…", words(9, 20))),
            (words(200, 1), words(200, 1)),
            (words(201, 1), format!("{}…", words(199, 1))),
            (format!("{}, {}", words(9, 19), words(50, 1)), format!("{}…", words(9, 19))),
            ("🌊".repeat(300), format!("{}…", "🌊".repeat(199))),
        ];
        for (text, expected) in table {
            let cut = cut(&text);
            assert_eq!(cut, expected);
            assert!(cut.chars().count() <= MOST);
        }
    }

    #[test]
    fn a_letter_is_never_cut_from_its_marks() {
        // Decomposed: e, circumflex, acute. 200 is in the middle of one.
        let text = "e\u{302}\u{301}".repeat(100);
        assert_eq!(cut(&text), format!("{}…", "e\u{302}\u{301}".repeat(66)));
    }
}
