use super::{Json, Mistake};

/// Can be read out of JSON.
///
/// Reading never stops: what is wrong is told, something empty stands in its place, and the whole
/// is thrown away in the end. A reader that stopped at each field would have to say at each of them
/// how to clear away what was read so far, and would be several times as large.
pub trait Read {
    /// Whether nothing need be said.
    const OPTIONAL: bool = false;

    /// Reads it.
    fn read(json: Json, told: &mut Told) -> Self;
}

/// Reads a value.
///
/// # Errors
/// The first [`Mistake`] in it.
pub fn read<T: Read>(json: Json) -> Result<T, Mistake> {
    let mut told = Told::default();
    let value = T::read(json, &mut told);
    match told.0 {
        None => Ok(value),
        Some(mistake) => Err(mistake),
    }
}

/// The first mistake that was met, if there was one.
#[derive(Debug, Default)]
pub struct Told(Option<Mistake>);

impl Told {
    /// Tells of a mistake.
    pub fn tell(&mut self, mistake: Mistake) {
        self.0.get_or_insert(mistake);
    }

    /// Tells that something else was expected.
    pub fn expected(&mut self, what: &'static str) {
        self.tell(Mistake::expected(what));
    }

    /// The mistake, if there is one, is in this field, or in one within it that it names already.
    fn within(&mut self, field: &'static str) {
        if let Some(mistake) = &mut self.0 {
            mistake.within(field);
        }
    }
}

/// The fields of an object, each taken once.
pub struct Fields<'a> {
    fields: Vec<(String, Json)>,
    /// Where mistakes are told.
    pub told: &'a mut Told,
}

impl<'a> Fields<'a> {
    /// Those of an object.
    pub fn of(json: Json, told: &'a mut Told) -> Self {
        let fields = match json {
            Json::Object(fields) => fields,
            _ => {
                told.expected("an object");
                Vec::new()
            }
        };
        Self { fields, told }
    }

    /// Whether there is such a field, and something in it.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(there, json)| there == name && *json != Json::Null)
    }

    /// Reads a field.
    pub fn get<T: Read>(&mut self, name: &'static str) -> T {
        let json = self.take(name, T::OPTIONAL);
        let good = self.told.0.is_none();
        let value = T::read(json, self.told);
        if good {
            self.told.within(name);
        }
        value
    }

    /// Reads a field that may be left out; `null` says nothing, too.
    pub fn or_default<T: Read + Default>(&mut self, name: &'static str) -> T {
        self.get::<Option<T>>(name).unwrap_or_default()
    }

    /// All of them, as they were.
    #[must_use]
    pub fn rest(self) -> Json {
        Json::Object(self.fields)
    }

    /// Of two with one name the last one counts, as for the browser's parser.
    fn take(&mut self, name: &'static str, optional: bool) -> Json {
        match self.fields.iter().rposition(|(there, _)| there == name) {
            Some(at) => self.fields.swap_remove(at).1,
            None => {
                if !optional {
                    self.told.tell(Mistake::missing(name));
                }
                Json::Null
            }
        }
    }
}

impl Read for String {
    fn read(json: Json, told: &mut Told) -> Self {
        match json {
            Json::Text(text) => text,
            _ => {
                told.expected("text");
                Self::new()
            }
        }
    }
}

impl Read for bool {
    fn read(json: Json, told: &mut Told) -> Self {
        match json {
            Json::Bool(value) => value,
            _ => {
                told.expected("true or false");
                false
            }
        }
    }
}

impl Read for f64 {
    fn read(json: Json, told: &mut Told) -> Self {
        match json {
            Json::Number(value) => value,
            _ => {
                told.expected("a number");
                0.0
            }
        }
    }
}

/// A whole number from 0 on; `800.0` is one, too.
impl Read for u32 {
    fn read(json: Json, told: &mut Told) -> Self {
        let number = f64::read(json, told);
        if number.trunc() != number || !(0.0..=f64::from(Self::MAX)).contains(&number) {
            told.expected("a whole number from 0 on");
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "just told")]
        let number = number as Self;
        number
    }
}

/// `null` says nothing.
impl<T: Read> Read for Option<T> {
    const OPTIONAL: bool = true;

    fn read(json: Json, told: &mut Told) -> Self {
        match json {
            Json::Null => None,
            json => Some(T::read(json, told)),
        }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: Json, told: &mut Told) -> Self {
        items(json, told).into_iter().map(|item| T::read(item, told)).collect()
    }
}

fn items(json: Json, told: &mut Told) -> Vec<Json> {
    match json {
        Json::List(items) => items,
        _ => {
            told.expected("an array");
            Vec::new()
        }
    }
}

impl<T: Read> Read for Box<T> {
    fn read(json: Json, told: &mut Told) -> Self {
        Self::new(T::read(json, told))
    }
}

/// Reads one of several words.
pub(crate) fn one_of<T: Copy>(
    json: Json,
    told: &mut Told,
    words: &'static [(&'static str, T)],
    what: &'static str,
) -> T {
    let word = String::read(json, told);
    match words.iter().find(|(there, _)| *there == word) {
        Some((_, value)) => *value,
        None => {
            told.expected(what);
            words[0].1
        }
    }
}

/// Lets serde read types by [`Read`], through a [`Json`].
macro_rules! read_by_serde {
    ($($type:ty),* $(,)?) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                let json = <$crate::json::Json as serde::Deserialize>::deserialize(input)?;
                $crate::json::read(json).map_err(serde::de::Error::custom)
            }
        }
    )*};
}
pub(crate) use read_by_serde;
