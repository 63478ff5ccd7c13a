use serde_json::{Number, Value};

use super::problem::Problem;
use super::shape::{Field, Shape};
use crate::model::Version;

/// The longest piece of a value that a message quotes, in characters.
const QUOTED: usize = 60;

/// Every place where the value is not of this shape.
#[must_use]
pub fn walk(file: &str, value: &Value, shape: &Shape) -> Vec<Problem> {
    let mut walker = Walker { file, problems: Vec::new() };
    walker.value("$", value, shape);
    walker.problems
}

struct Walker<'a> {
    file: &'a str,
    problems: Vec<Problem>,
}

impl Walker<'_> {
    fn wrong(&mut self, path: &str, expected: impl Into<String>, found: String) {
        self.problems.push(Problem::error(self.file, path, expected, found));
    }

    fn value(&mut self, path: &str, value: &Value, shape: &Shape) {
        match (shape, value) {
            (Shape::Text, Value::String(_)) | (Shape::Flag, Value::Bool(_)) => {}
            (Shape::Number, Value::Number(_)) => {}
            (Shape::Parsed(rule), Value::String(text)) if (rule.good)(text) => {}
            (Shape::OneOf(texts), Value::String(text)) if texts.contains(&text.as_str()) => {}
            (Shape::Whole(from, to), Value::Number(number)) if whole(number, *from, *to) => {}
            (Shape::Pixels(from), Value::Number(number)) if whole(number, *from, u32::MAX) => {}
            (Shape::Version, Value::Number(number))
                if number.as_f64() == Some(f64::from(Version::NUMBER)) => {}
            (Shape::Parts(many), Value::Array(items))
                if items.len() == *many
                    && items
                        .iter()
                        .all(|n| n.as_f64().is_some_and(|n| (0.0..=1.0).contains(&n))) => {}
            (Shape::List(inner), Value::Array(items)) => {
                for (at, item) in items.iter().enumerate() {
                    self.value(&format!("{path}[{at}]"), item, inner);
                }
            }
            (Shape::Object(fields), Value::Object(_)) => self.fields(path, value, fields),
            (Shape::Rich(_), Value::String(_)) => {}
            (Shape::Rich(span), Value::Array(runs)) => {
                for (at, run) in runs.iter().enumerate() {
                    self.run(&format!("{path}[{at}]"), run, span);
                }
            }
            (Shape::Block(types), Value::Object(_)) => self.block(path, value, types),
            (Shape::TextOr(text, _), Value::String(_)) => self.value(path, value, text),
            (Shape::TextOr(_, other), Value::Object(_)) => self.value(path, value, other),
            (Shape::Either(field, with, without), Value::Object(fields)) => {
                let shape = if fields.contains_key(*field) { with } else { without };
                self.value(path, value, shape);
            }
            (Shape::Named(_, inner), _) => self.value(path, value, inner),
            (Shape::OrNull(_), Value::Null) => {}
            (Shape::OrNull(inner), _) => self.value(path, value, inner),
            (shape, value) => self.wrong(path, name(shape), quote(value)),
        }
    }

    fn fields(&mut self, path: &str, value: &Value, fields: &[Field]) {
        for field in fields {
            let at = format!("{path}.{}", field.name);
            match value.get(field.name) {
                Some(inner) => self.value(&at, inner, &field.shape),
                None if field.required => self.wrong(&at, name(&field.shape), "nothing".to_owned()),
                None => {}
            }
        }
    }

    fn run(&mut self, path: &str, run: &Value, span: &[Field]) {
        match run {
            Value::String(_) => {}
            Value::Object(_) => self.fields(path, run, span),
            other => self.wrong(path, "text or a run", quote(other)),
        }
    }

    fn block(&mut self, path: &str, block: &Value, types: &[(&str, &[Field])]) {
        let at = format!("{path}.type");
        let Some(kind) = block.get("type") else {
            return self.wrong(&at, "a block's type", "nothing".to_owned());
        };
        let Value::String(kind) = kind else {
            return self.wrong(&at, "a block's type", quote(kind));
        };
        match types.iter().find(|(name, _)| name == kind) {
            Some((_, fields)) => self.fields(path, block, fields),
            None => {
                let names: Vec<&str> = types.iter().map(|(name, _)| *name).collect();
                let found = format!("{} (the block is skipped)", quote(&block["type"]));
                let expected = format!("one of {}", names.join(", "));
                self.problems.push(Problem::warning(self.file, &at, expected, found));
            }
        }
    }
}

fn whole(number: &Number, from: u32, to: u32) -> bool {
    number
        .as_f64()
        .is_some_and(|n| n.trunc() == n && (f64::from(from)..=f64::from(to)).contains(&n))
}

fn name(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Parsed(rule) => rule.name.to_owned(),
        Shape::OneOf(texts) => format!("one of {}", texts.join(", ")),
        Shape::Flag => "true or false".to_owned(),
        Shape::Whole(from, u32::MAX) => format!("a whole number from {from} on"),
        Shape::Whole(from, to) => format!("a whole number from {from} to {to}"),
        Shape::Pixels(_) => "a whole number of pixels".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Version => format!("version {}", Version::NUMBER),
        Shape::List(inner) => format!("an array of {}", name(inner)),
        Shape::Parts(many) => format!("an array of {many} numbers from 0 to 1"),
        Shape::Object(_) | Shape::Either(..) => "an object".to_owned(),
        Shape::Rich(_) => "text or an array of runs".to_owned(),
        Shape::Block(_) => "a block".to_owned(),
        Shape::TextOr(text, other) => format!("{} or {}", name(text), name(other)),
        Shape::OrNull(inner) => format!("{} or null", name(inner)),
        Shape::Named(_, inner) => name(inner),
    }
}

/// What was found, short enough for one line.
fn quote(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("an array of {}", items.len()),
        Value::Object(fields) => {
            let names: Vec<&str> = fields.keys().map(String::as_str).take(4).collect();
            format!(
                "an object with {}",
                if names.is_empty() { "nothing".into() } else { names.join(", ") }
            )
        }
        other => {
            let text = other.to_string();
            match text.char_indices().nth(QUOTED) {
                Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
                None => text,
            }
        }
    }
}
