use serde::de::DeserializeOwned;
use serde_json::Value;

use super::problem::{Problem, Severity};
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
    let error = |path: String, expected: &str, found: String| Problem {
        file: file.to_owned(),
        path,
        expected: expected.to_owned(),
        found,
        severity: Severity::Error,
    };
    // Some editors' systems write a byte-order mark, which JSON does not have.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value = serde_json::from_str(text).map_err(|wrong| {
        let path = format!("{}:{}", wrong.line(), wrong.column());
        let found = wrong.to_string();
        // It ends by saying the place once more.
        let found = found.rsplit_once(" at line ").map_or(found.as_str(), |(what, _)| what);
        vec![error(path, "JSON", format!("none ({found})"))]
    })?;
    let problems = walk(file, &value, shape);
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(problems);
    }
    match serde_json::from_value(value) {
        Ok(read) => Ok((read, problems)),
        // The tables and the types agree (a test holds them together), so that this is a mistake
        // of ours; it is told all the same rather than hidden.
        Err(wrong) => Err(vec![error("$".to_owned(), "what the contract says", wrong.to_string())]),
    }
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
                "error: a.json: $.id: expected an id of 1 to 64 letters, digits or underscores, found \"a b\"",
                "error: a.json: $.title: expected text, found 7",
                "error: a.json: $.lead[0].text: expected text, found nothing",
                "error: a.json: $.lead[0].marks[1]: expected one of strong, em, sub, sup, s, found \"blink\"",
                "error: a.json: $.section: expected a slug of a–z, 0–9 and dashes, found \"Chính trị\"",
                "error: a.json: $.published: expected a time like 2023-08-25T19:52:00+07:00, found \"hôm qua\"",
                "error: a.json: $.body[0].text: expected text or an array of runs, found nothing",
                "error: a.json: $.body[1].width: expected a whole number from 0 on, found -1",
                "error: a.json: $.body[1].focal: expected an array of 2 numbers from 0 to 1, found an array of 1",
                "error: a.json: $.body[2].level: expected a whole number from 2 to 4, found 1",
                "error: a.json: $.body[3].type: expected a block's type, found nothing",
                "error: a.json: $.body[4]: expected a block, found \"no block\"",
                "error: a.json: $.body[5].body[0].items[0]: expected text or an array of runs, found 5",
                "error: a.json: $.related[0]: expected an id of 1 to 64 letters, digits or underscores or an object, found 3",
            ]
        );
    }

    #[test]
    fn what_is_no_json_is_told_with_line_and_column() {
        let told = lines("{\n  \"version\": 1,\n  \"id\": \n}");
        assert_eq!(told, ["error: a.json: 4:1: expected JSON, found none (expected value)"]);
    }

    #[test]
    fn another_version_is_its_own_mistake() {
        let told = lines(r#"{"version": 2, "id": "1", "title": "", "body": []}"#);
        assert_eq!(told, ["error: a.json: $.version: expected version 1, found 2"]);
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
