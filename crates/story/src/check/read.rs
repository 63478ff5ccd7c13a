use serde::de::DeserializeOwned;

use super::locate::{locate, repeated};
use super::parse::parse;
use super::problem::{Place, Problem, Severity};
use super::shape::Shape;
use super::tables::{ARTICLE, HOME, HOME_PLAN, LIST, PUBLISHED_ARTICLE, SITE};
use super::walk::walk;
use crate::model::{Article, Home, HomePlan, List, Site};

/// What was read, and what in it deserves a warning; or everything that is wrong.
pub type Read<T> = Result<(T, Vec<Problem>), Vec<Problem>>;

/// An article as it is handed in.
///
/// # Errors
/// Every mistake in the text; warnings among them.
pub fn read_article(file: &str, text: &str) -> Read<Article> {
    read(file, text, &ARTICLE)
}

/// An article as it is published.
///
/// # Errors
/// As [`read_article`].
pub fn read_published_article(file: &str, text: &str) -> Read<Article> {
    read(file, text, &PUBLISHED_ARTICLE)
}

/// `site.json`.
///
/// # Errors
/// As [`read_article`].
pub fn read_site(file: &str, text: &str) -> Read<Site> {
    read(file, text, &SITE)
}

/// `home.json` as it is handed in.
///
/// # Errors
/// As [`read_article`].
pub fn read_home_plan(file: &str, text: &str) -> Read<HomePlan> {
    read(file, text, &HOME_PLAN)
}

/// `content/home.json`.
///
/// # Errors
/// As [`read_article`].
pub fn read_home(file: &str, text: &str) -> Read<Home> {
    read(file, text, &HOME)
}

/// A file of a list.
///
/// # Errors
/// As [`read_article`].
pub fn read_list(file: &str, text: &str) -> Read<List> {
    read(file, text, &LIST)
}

fn read<T: DeserializeOwned>(file: &str, text: &str, shape: &Shape) -> Read<T> {
    // Some editors' systems write a byte-order mark, which JSON does not have.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (value, twice) = parse(text).map_err(|wrong| vec![no_json(file, text, &wrong)])?;
    let mut problems = walk(file, &value, shape);
    locate(text, &mut problems);
    if twice {
        problems.extend(repeated(text).into_iter().map(|(path, name, place)| {
            let found = format!("{name} once more (the last one counts)");
            Problem::warning(file, &path, "each field once", found).at(place)
        }));
    }
    problems.sort_by_key(|problem| problem.place);
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(problems);
    }
    match serde_json::from_value(value) {
        Ok(read) => Ok((read, problems)),
        // The tables and the types agree (a test holds them together), so that this is a mistake
        // of ours; it is told all the same rather than hidden.
        Err(wrong) => {
            Err(vec![Problem::error(file, "$", "what the contract says", wrong.to_string())])
        }
    }
}

fn no_json(file: &str, text: &str, wrong: &serde_json::Error) -> Problem {
    let said = wrong.to_string();
    // It ends by saying the place once more.
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
    let problem = if said.starts_with("recursion limit") {
        Problem::error(file, "$", "JSON at most 127 levels deep", "more")
    } else {
        Problem::error(file, "$", "JSON", format!("none ({said})"))
    };
    problem.at(place_of(text, wrong))
}

/// serde counts columns in bytes, and the end of a line as the next one's column 0.
fn place_of(text: &str, wrong: &serde_json::Error) -> Place {
    let (line, column) = match (wrong.line(), wrong.column()) {
        (line, 0) if line > 1 => (line - 1, usize::MAX),
        place => place,
    };
    let text = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let before = text.char_indices().take_while(|(at, _)| at + 1 < column);
    Place::counted(line.saturating_sub(1), before.count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        match read_article("a.json", text) {
            Ok((_, problems)) | Err(problems) => problems.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn every_mistake_of_a_file_is_named_in_one_line() {
        let text = r#"{
            "version": 1, "id": "a b", "title": 7,
            "published": "hôm qua", "section": "Chính trị",
            "lead": [{"marks": ["strong", "blink"]}],
            "body": [
                {"type": "paragraph"},
                {"type": "image", "src": "a.jpg", "width": -1, "focal": [0.5]},
                {"type": "heading", "level": 1, "text": "x"},
                {"text": "no type"},
                "no block",
                {"type": "box", "body": [{"type": "list", "items": [5]}]}
            ],
            "related": [3]
        }"#;
        assert_eq!(
            lines(text),
            [
                "a.json:2:33 id: expected an id of 1 to 64 letters, digits or underscores, found \"a b\"",
                "a.json:2:49 title: expected text, found 7",
                "a.json:3:26 published: expected a time like 2023-08-25T19:52:00+07:00, found \"hôm qua\"",
                "a.json:3:48 section: expected a slug of a–z, 0–9 and dashes, found \"Chính trị\"",
                "a.json:4:22 lead[0].text: expected text, found nothing",
                "a.json:4:43 lead[0].marks[1]: expected one of strong, em, sub, sup, s, found \"blink\"",
                "a.json:6:17 body[0].text: expected text or an array of runs, found nothing",
                "a.json:7:60 body[1].width: expected a whole number of pixels, found -1",
                "a.json:7:73 body[1].focal: expected an array of 2 numbers from 0 to 1, found an array of 1",
                "a.json:8:46 body[2].level: expected a whole number from 2 to 4, found 1",
                "a.json:9:17 body[3].type: expected a block's type, found nothing",
                "a.json:10:17 body[4]: expected a block, found \"no block\"",
                "a.json:11:69 body[5].body[0].items[0]: expected text or an array of runs, found 5",
                "a.json:13:25 related[0]: expected an id of 1 to 64 letters, digits or underscores or an object, found 3",
            ]
        );
    }

    #[test]
    fn what_is_no_json_is_told_with_line_and_column() {
        let told = lines("{\n  \"version\": 1,\n  \"id\": \n}");
        assert_eq!(told, ["a.json:4:1: expected JSON, found none (expected value)"]);
    }

    #[test]
    fn what_no_reader_of_json_would_take_is_told_where_it_is() {
        let whole = r#"{"version": 1, "id": "1", "title": "Đò", "body": []}"#;
        let deep = format!("{{\"title\": \"Đò\",\n \"body\": {}", "[".repeat(10_000));
        let table = [
            (
                format!("{whole}\r\n}} x"),
                "a.json:2:1: expected JSON, found none (trailing characters)",
            ),
            (format!("{whole} Đò"), "a.json:1:54: expected JSON, found none (trailing characters)"),
            (deep, "a.json:2:136: expected JSON at most 127 levels deep, found more"),
            (String::new(), "a.json:1:1: expected JSON, found none (EOF while parsing a value)"),
            ("{\"title\": \"Đò, \n".to_owned(), "a.json:1:16: expected JSON, found none"),
        ];
        for (text, line) in table {
            let told = lines(&text);
            assert!(told.len() == 1 && told[0].starts_with(line), "{told:?}");
        }
        assert!(lines(&format!("\u{feff}{whole}\r\n")).is_empty());
    }

    #[test]
    fn a_field_that_stands_twice_is_a_warning_and_the_last_counts() {
        let text = r#"{"version": 1, "id": "1", "title": "a", "title": "b", "body": []}"#;
        let (article, problems) = read_article("a.json", text).expect("good enough");
        assert_eq!(article.title, "b");
        let line = "a.json:1:41 title: warning: expected each field once, \
                    found title once more (the last one counts)";
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [line]);
    }

    #[test]
    fn another_version_is_its_own_mistake() {
        let told = lines(r#"{"version": 2, "id": "1", "title": "", "body": []}"#);
        assert_eq!(told, ["a.json:1:13 version: expected version 1, found 2"]);
    }

    #[test]
    fn an_unknown_block_is_a_warning_whatever_is_in_it_and_wherever_its_type_stands() {
        let text = r#"{"version": 1, "id": "1", "title": "", "new": true,
            "body": [{"text": 5, "items": {}, "type": "poll"}, {"text": "x", "type": "paragraph"}]}"#;
        let (article, problems) = read_article("a.json", text).expect("good enough");
        assert_eq!(article.body.len(), 2);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].severity, Severity::Warning);
        assert_eq!(problems[0].path, "$.body[0].type");
    }
}
