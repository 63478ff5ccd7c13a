use serde_json::{Map, Value, json};

use super::shape::{Field, Rule, Shape};
use crate::model::Version;

/// The JSON Schema (draft 2020-12) of a file of this shape: the tables in the words that editors
/// and other tools understand.
///
/// It refuses what [`walk`](super::walk) calls an error, and accepts the rest.
#[must_use]
pub fn schema(title: &str, shape: &Shape) -> Value {
    let mut writer = Writer { named: Map::new() };
    let root = writer.shape(shape);
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(title));
    if let Value::Object(root) = root {
        schema.extend(root);
    }
    writer.named.sort_keys();
    schema.insert("$defs".to_owned(), Value::Object(writer.named));
    Value::Object(schema)
}

struct Writer {
    /// What is written once and referred to by its name.
    named: Map<String, Value>,
}

impl Writer {
    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Text => json!({"type": "string"}),
            Shape::Parsed(rule) => self.named(rule.key, |_| parsed(rule)),
            Shape::OneOf(texts) => json!({"enum": texts}),
            Shape::Flag => json!({"type": "boolean"}),
            Shape::Whole(0, u32::MAX) => self.named("count", |_| whole(0)),
            Shape::Pixels(0) => self.named("size", |_| whole(0)),
            Shape::Pixels(from) => self.named("pixels", |_| whole(*from)),
            Shape::Whole(from, to) => json!({"type": "integer", "minimum": from, "maximum": to}),
            Shape::Number => json!({"type": "number"}),
            Shape::Version => json!({"const": Version::NUMBER}),
            Shape::List(inner) => json!({"type": "array", "items": self.shape(inner)}),
            Shape::Parts(many) => json!({
                "type": "array",
                "items": {"type": "number", "minimum": 0, "maximum": 1},
                "minItems": many,
                "maxItems": many,
            }),
            Shape::Object(fields) => self.object(fields),
            Shape::Rich(span) => {
                let run = json!({"anyOf": [{"type": "string"}, self.object(span)]});
                json!({"anyOf": [{"type": "string"}, {"type": "array", "items": run}]})
            }
            Shape::Block(types) => self.block(types),
            Shape::TextOr(text, other) => json!({"anyOf": [self.shape(text), self.shape(other)]}),
            Shape::Either(field, with, without) => json!({
                "type": "object",
                "if": {"required": [field]},
                "then": self.shape(with),
                "else": self.shape(without),
            }),
            Shape::OrNull(inner) => json!({"anyOf": [self.shape(inner), {"type": "null"}]}),
            Shape::Named(name, inner) => self.named(name, |writer| writer.shape(inner)),
        }
    }

    /// A reference to what has this name, which is written the first time it is asked for.
    fn named(&mut self, name: &str, write: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.named.contains_key(name) {
            // Its place is taken first: a block may hold blocks.
            self.named.insert(name.to_owned(), Value::Null);
            let written = write(self);
            self.named.insert(name.to_owned(), written);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    fn object(&mut self, fields: &[Field]) -> Value {
        let mut object = self.properties(fields);
        object.shift_insert(0, "type".to_owned(), json!("object"));
        Value::Object(object)
    }

    fn properties(&mut self, fields: &[Field]) -> Map<String, Value> {
        let properties: Map<String, Value> =
            fields.iter().map(|field| (field.name.to_owned(), self.shape(&field.shape))).collect();
        let required: Vec<&str> =
            fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        let mut object = Map::new();
        object.insert("properties".to_owned(), Value::Object(properties));
        if !required.is_empty() {
            object.insert("required".to_owned(), json!(required));
        }
        object
    }

    /// A block of an unknown type is none's business: a reader's page leaves it out.
    fn block(&mut self, types: &[(&str, &[Field])]) -> Value {
        let names: Vec<&str> = types.iter().map(|(name, _)| *name).collect();
        let by_type: Vec<Value> = types
            .iter()
            .filter(|(_, fields)| !fields.is_empty())
            .map(|(name, fields)| {
                json!({
                    "if": {"properties": {"type": {"const": name}}},
                    "then": self.properties(fields),
                })
            })
            .collect();
        json!({
            "type": "object",
            "properties": {
                "type": {"anyOf": [{"enum": names}, {"type": "string"}]},
            },
            "required": ["type"],
            "allOf": by_type,
        })
    }
}

fn whole(from: u32) -> Value {
    json!({"type": "integer", "minimum": from, "maximum": u32::MAX})
}

fn parsed(rule: &Rule) -> Value {
    json!({"type": "string", "description": rule.name, "pattern": rule.pattern})
}
