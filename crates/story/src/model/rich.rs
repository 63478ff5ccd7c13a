use serde::Serialize;

use crate::json::{Fields, Json, Read, Told, one_of, read_by_serde};

/// Text with marks and links: a string, or an array of runs. There is no HTML in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Rich {
    /// Text without marks.
    Plain(String),
    /// Runs, set one after another without anything between them.
    Runs(Vec<Run>),
}

/// A part of a [`Rich`] text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Run {
    /// Text without marks.
    Plain(String),
    /// Text with marks, a link, or both.
    Span(Span),
}

/// Text with marks, a link, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The text.
    pub text: String,
    /// How it is set.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Where it leads. Only what [`crate::text::href`] allows becomes a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// How a run of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// Of weight: `<strong>`.
    Strong,
    /// Stressed: `<em>`.
    Em,
    /// `<sub>`.
    Sub,
    /// `<sup>`.
    Sup,
    /// No longer true: `<s>`.
    S,
}

impl Rich {
    /// The text without marks and links.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::Runs(runs) => runs.iter().map(Run::text).collect(),
        }
    }

    /// True where nothing would be seen: no text but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Plain(text) => text.trim().is_empty(),
            Self::Runs(runs) => runs.iter().all(|run| run.text().trim().is_empty()),
        }
    }
}

impl Run {
    /// The run's text without marks.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Span(span) => &span.text,
        }
    }
}

impl From<&str> for Rich {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl Read for Rich {
    fn read(json: Json, told: &mut Told) -> Self {
        match json {
            Json::Text(text) => Self::Plain(text),
            Json::List(_) => Self::Runs(Vec::read(json, told)),
            _ => {
                told.expected("text or an array of runs");
                Self::Runs(Vec::new())
            }
        }
    }
}

impl Read for Run {
    fn read(json: Json, told: &mut Told) -> Self {
        match json {
            Json::Text(text) => Self::Plain(text),
            _ => Self::Span(Span::read(json, told)),
        }
    }
}

impl Read for Span {
    fn read(json: Json, told: &mut Told) -> Self {
        let mut fields = Fields::of(json, told);
        Self {
            text: fields.get("text"),
            marks: fields.or_default("marks"),
            href: fields.get("href"),
        }
    }
}

impl Read for Mark {
    fn read(json: Json, told: &mut Told) -> Self {
        let words = &[
            ("strong", Self::Strong),
            ("em", Self::Em),
            ("sub", Self::Sub),
            ("sup", Self::Sup),
            ("s", Self::S),
        ];
        one_of(json, told, words, "a mark")
    }
}

read_by_serde!(Rich);
