use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The text.
    pub text: String,
    /// How it is set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Where it leads. Only what [`crate::text::href`] allows becomes a link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// How a run of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

// Written by hand rather than derived as `untagged`: that buffers the whole value (a kilobyte of
// code in the app) and answers every mistake with "did not match any variant".
impl<'de> Deserialize<'de> for Rich {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Rich;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or an array of runs")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Rich, E> {
                Ok(Rich::Plain(text.to_owned()))
            }
            fn visit_string<E: de::Error>(self, text: String) -> Result<Rich, E> {
                Ok(Rich::Plain(text))
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<Rich, A::Error> {
                Vec::deserialize(de::value::SeqAccessDeserializer::new(seq)).map(Rich::Runs)
            }
        }
        input.deserialize_any(Visitor)
    }
}

impl<'de> Deserialize<'de> for Run {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Run;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or a run with \"text\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Run, E> {
                Ok(Run::Plain(text.to_owned()))
            }
            fn visit_string<E: de::Error>(self, text: String) -> Result<Run, E> {
                Ok(Run::Plain(text))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Run, A::Error> {
                Span::deserialize(de::value::MapAccessDeserializer::new(map)).map(Run::Span)
            }
        }
        input.deserialize_any(Visitor)
    }
}
