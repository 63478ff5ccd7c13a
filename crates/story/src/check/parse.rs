//! JSON text as values, with word of fields that stand twice: serde keeps the last and says nothing.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// Reads a text, and says whether an object in it has two fields of one name.
///
/// # Errors
/// Where it is no JSON, or nested deeper than serde reads (127 levels).
pub(super) fn parse(text: &str) -> Result<(Value, bool), serde_json::Error> {
    let twice = Cell::new(false);
    let mut input = serde_json::Deserializer::from_str(text);
    let value = Watching(&twice).deserialize(&mut input)?;
    input.end()?;
    Ok((value, twice.get()))
}

#[derive(Clone, Copy)]
struct Watching<'a>(&'a Cell<bool>);

impl<'de> DeserializeSeed<'de> for Watching<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Value, D::Error> {
        input.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Watching<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            all.push(item);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            let value = fields.next_value_seed(self)?;
            if all.insert(name, value).is_some() {
                self.0.set(true);
            }
        }
        Ok(Value::Object(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_read_as_serde_does_and_a_field_twice_is_noticed() {
        for text in [
            r#"{"a": [1, -2, 2.5, 1e3, true, null, "ệ\n\u0111"], "b": {}}"#,
            "[18446744073709551615, -9223372036854775808, 0]",
            "\"x\"",
        ] {
            let (value, twice) = parse(text).expect(text);
            assert_eq!(value, serde_json::from_str::<Value>(text).expect(text));
            assert!(!twice);
        }
        let (value, twice) = parse(r#"[{"b": 1, "a": 2, "b": 3}]"#).expect("JSON");
        assert!(twice);
        assert_eq!(value, serde_json::json!([{"b": 3, "a": 2}]));
        for text in ["", "{", "{} x", "[1,]", &"[".repeat(10_000)] {
            assert!(parse(text).is_err());
        }
    }
}
