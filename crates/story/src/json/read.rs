use super::{Json, Mistake};

/// Can be read out of JSON.
pub trait Read: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// A [`Mistake`] where the value is not one of these.
    fn read(json: Json) -> Result<Self, Mistake>;

    /// What a field of this type is where nothing is said; none where something has to be.
    #[must_use]
    fn unsaid() -> Option<Self> {
        None
    }
}

/// The fields of an object, each taken once.
pub struct Fields(Vec<(String, Json)>);

impl Fields {
    /// Those of an object.
    ///
    /// # Errors
    /// A [`Mistake`] where it is none.
    pub fn of(json: Json) -> Result<Self, Mistake> {
        match json {
            Json::Object(fields) => Ok(Self(fields)),
            _ => Err(Mistake::expected("an object")),
        }
    }

    /// Whether there is such a field, and something in it.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(there, json)| there == name && *json != Json::Null)
    }

    /// Takes a field; none where it is not there. Of two with one name the last one counts, as for
    /// the browser's parser.
    pub fn take(&mut self, name: &str) -> Option<Json> {
        let at = self.0.iter().rposition(|(there, _)| there == name)?;
        Some(self.0.swap_remove(at).1)
    }

    /// Reads a field.
    ///
    /// # Errors
    /// A [`Mistake`] where it is required and not there, or is not what it should be.
    pub fn get<T: Read>(&mut self, name: &'static str) -> Result<T, Mistake> {
        match self.take(name) {
            Some(json) => T::read(json).map_err(|mistake| mistake.within(name)),
            None => T::unsaid().ok_or(Mistake::missing(name)),
        }
    }

    /// Reads a field that may be left out; `null` says nothing, too.
    ///
    /// # Errors
    /// A [`Mistake`] where it is there and not what it should be.
    pub fn or_default<T: Read + Default>(&mut self, name: &'static str) -> Result<T, Mistake> {
        self.get::<Option<T>>(name).map(Option::unwrap_or_default)
    }
}

impl From<Fields> for Json {
    fn from(fields: Fields) -> Self {
        Self::Object(fields.0)
    }
}

impl Read for String {
    fn read(json: Json) -> Result<Self, Mistake> {
        match json {
            Json::Text(text) => Ok(text),
            _ => Err(Mistake::expected("text")),
        }
    }
}

impl Read for bool {
    fn read(json: Json) -> Result<Self, Mistake> {
        match json {
            Json::Bool(value) => Ok(value),
            _ => Err(Mistake::expected("true or false")),
        }
    }
}

impl Read for f64 {
    fn read(json: Json) -> Result<Self, Mistake> {
        match json {
            Json::Number(value) => Ok(value),
            _ => Err(Mistake::expected("a number")),
        }
    }
}

/// A whole number from 0 on; `800.0` is one, too.
impl Read for u32 {
    fn read(json: Json) -> Result<Self, Mistake> {
        let number = f64::read(json)?;
        let good = number.trunc() == number && (0.0..=f64::from(Self::MAX)).contains(&number);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole, in range"
        )]
        good.then_some(number as Self).ok_or(Mistake::expected("a whole number from 0 on"))
    }
}

/// `null` says nothing.
impl<T: Read> Read for Option<T> {
    fn read(json: Json) -> Result<Self, Mistake> {
        match json {
            Json::Null => Ok(None),
            json => T::read(json).map(Some),
        }
    }

    fn unsaid() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: Json) -> Result<Self, Mistake> {
        let Json::List(items) = json else { return Err(Mistake::expected("an array")) };
        let mut read = Self::with_capacity(items.len());
        for item in items {
            read.push(T::read(item)?);
        }
        Ok(read)
    }
}

impl<T: Read> Read for Box<T> {
    fn read(json: Json) -> Result<Self, Mistake> {
        T::read(json).map(Self::new)
    }
}

/// Lets serde read types by [`Read`], through a [`Json`].
macro_rules! read_by_serde {
    ($($type:ty),* $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                let json = <$crate::json::Json as serde::Deserialize>::deserialize(input)?;
                <$type as $crate::json::Read>::read(json).map_err(serde::de::Error::custom)
            }
        }
    )*};
}
pub(crate) use read_by_serde;
