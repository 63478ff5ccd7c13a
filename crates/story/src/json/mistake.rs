use std::fmt;

/// Why a value is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The innermost field that it is in, where that is known.
    field: Option<&'static str>,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Missing,
    Expected(&'static str),
    Said(String),
    Version,
}

impl Mistake {
    /// A field that is required is not there.
    #[must_use]
    pub(crate) fn missing(field: &'static str) -> Self {
        Self { field: Some(field), kind: Kind::Missing }
    }

    /// Something else should be there.
    #[must_use]
    pub(crate) fn expected(what: &'static str) -> Self {
        Self { field: None, kind: Kind::Expected(what) }
    }

    /// What a type says of a text that it refuses.
    #[must_use]
    pub(crate) fn said(by: &dyn fmt::Display) -> Self {
        Self { field: None, kind: Kind::Said(by.to_string()) }
    }

    /// A version that is not known.
    #[must_use]
    pub(crate) fn version() -> Self {
        Self { field: None, kind: Kind::Version }
    }

    /// Whether it is the file's version that is not known: then a reload helps, which brings
    /// another app.
    #[must_use]
    pub fn is_of_version(&self) -> bool {
        self.kind == Kind::Version
    }

    /// It is within this field, unless a field within that is named already.
    pub(crate) fn within(&mut self, field: &'static str) {
        self.field.get_or_insert(field);
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(field) = self.field {
            f.write_str(field)?;
            f.write_str(": ")?;
        }
        match &self.kind {
            Kind::Missing => f.write_str("is missing"),
            Kind::Expected(what) => {
                f.write_str("should be ")?;
                f.write_str(what)
            }
            Kind::Said(words) => f.write_str(words),
            Kind::Version => f.write_str("unknown version"),
        }
    }
}

impl std::error::Error for Mistake {}
