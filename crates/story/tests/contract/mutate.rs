//! Documents that somebody has written almost rightly: a good one, and then a few mistakes in it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// A mistake, or a change that is none.
#[derive(Clone, Debug)]
enum Change {
    Remove,
    Put(Value),
    /// What stands somewhere else in the document.
    Copy(Index),
    Add(&'static str, Value),
}

/// Values that are right somewhere and wrong elsewhere, or wrong everywhere by a little.
fn values() -> Vec<Value> {
    let texts = [
        "",
        "x",
        "a b",
        "A_1",
        "chinh-tri",
        "Chính trị",
        "/tin/a-1/",
        "//x",
        "/../",
        "/a//b/",
        "/.a/..b/",
        "2023-08",
        "2023-02-30",
        "undated_6_3",
        "latest",
        "2023-08-25T19:52:00+07:00",
        "2023-02-29T00:00:00Z",
        "2024-02-29 23:59:60.5z",
        "1900-02-29T00:00:00Z",
        "https://x.example",
        "https:///x",
        "http://x.example",
        "img.example.com",
        "img.example.com; x",
        "localhost",
        "paragraph",
        "heading",
        "image",
        "gallery",
        "list",
        "links",
        "divider",
        "poll",
        "strong",
        "photo",
        "mosaic",
        "vi",
        "image/webp",
        "zalo",
    ];
    let mut values: Vec<Value> = texts.iter().map(|text| json!(text)).collect();
    values.extend([json!(true), json!(0), json!(1), json!(1.0), json!(2.0), json!(2.5), json!(5)]);
    values.extend([
        json!(-1),
        json!(-0.0),
        json!(u32::MAX),
        json!(4_294_967_296_u64),
        json!(1e300),
    ]);
    values.extend([json!(null), json!([]), json!({}), json!([0.5, 1]), json!([0.5, 1.5])]);
    values.extend([
        json!(["x", {"text": "y", "marks": ["em"]}]),
        json!([["x"]]),
        json!({"id": "1"}),
    ]);
    values
}

fn change() -> impl Strategy<Value = Change> {
    const NAMES: [&str; 20] = [
        "id",
        "path",
        "title",
        "url",
        "text",
        "type",
        "src",
        "width",
        "kind",
        "cover",
        "items",
        "href",
        "level",
        "images",
        "related",
        "published",
        "count",
        "section",
        "body",
        "new",
    ];
    let scalar = || {
        let scalars: Vec<Value> =
            values().into_iter().filter(|v| !v.is_array() && !v.is_object()).collect();
        prop::sample::select(scalars)
    };
    prop_oneof![
        Just(Change::Remove),
        prop::sample::select(values()).prop_map(Change::Put),
        any::<Index>().prop_map(Change::Copy),
        (prop::sample::select(NAMES.to_vec()), scalar()).prop_map(|(at, v)| Change::Add(at, v)),
    ]
}

/// Documents of this kind, some of them as they should be.
pub fn mutated<T: Serialize>(good: impl Strategy<Value = T>) -> impl Strategy<Value = Value> {
    (good, vec((any::<Index>(), change()), 0..4)).prop_map(|(good, changes)| {
        let mut document = serde_json::to_value(good).expect("every value can be written");
        for (at, (place, change)) in changes.into_iter().enumerate() {
            apply(&mut document, place, change, at == 0);
        }
        document
    })
}

fn apply(document: &mut Value, place: Index, change: Change, first: bool) {
    let places = places(document);
    let place = place.get(&places).clone();
    match change {
        Change::Remove => remove(document, &place),
        Change::Put(value) => put(document, &place, value, first),
        Change::Copy(from) => {
            let from: &String = from.get(&places);
            let value = document.pointer(from).cloned().unwrap_or_default();
            put(document, &place, value, first);
        }
        Change::Add(name, value) => {
            if let Some(Value::Object(fields)) = document.pointer_mut(&place) {
                fields.insert(name.to_owned(), value);
            }
        }
    }
}

/// Serde reads an array as a struct, field by field; what is checked must be an object. No
/// newsroom's file depends on it, so that no array is put where an object is, or may have been.
fn put(document: &mut Value, place: &str, value: Value, first: bool) {
    let nested =
        |value: &Value| value.as_array().is_some_and(|all| all.iter().any(Value::is_array));
    if let Some(old) = document.pointer_mut(place) {
        let fits = match (old.is_array(), value.is_array()) {
            (_, false) => true,
            (true, true) => nested(old) || !nested(&value),
            (false, true) => first && !old.is_object(),
        };
        if fits {
            *old = value;
        }
    }
}

fn remove(document: &mut Value, place: &str) {
    let Some((parent, name)) = place.rsplit_once('/') else { return };
    match document.pointer_mut(parent) {
        Some(Value::Object(fields)) => drop(fields.shift_remove(name)),
        Some(Value::Array(items)) => {
            if let Some(at) = name.parse().ok().filter(|at| *at < items.len()) {
                items.remove(at);
            }
        }
        _ => {}
    }
}

/// The pointer of every value in a document. No field of the contract has a slash in its name.
fn places(document: &Value) -> Vec<String> {
    fn gather(value: &Value, place: &str, places: &mut Vec<String>) {
        places.push(place.to_owned());
        match value {
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    gather(item, &format!("{place}/{at}"), places);
                }
            }
            Value::Object(fields) => {
                for (name, inner) in fields {
                    gather(inner, &format!("{place}/{name}"), places);
                }
            }
            _ => {}
        }
    }
    let mut places = Vec::new();
    gather(document, "", &mut places);
    places
}

/// The document without the fields that are null.
pub fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, inner)| !inner.is_null())
            .map(|(name, inner)| (name.clone(), without_nulls(inner)))
            .collect::<Map<_, _>>()
            .into(),
        other => other.clone(),
    }
}

/// What the press adds to an article or a card: its path, the sizes of pictures, cards for ids.
pub fn published(mut document: Value) -> Value {
    if let Value::Object(fields) = &mut document {
        fields.entry("path").or_insert_with(|| json!("/tin/a-1/"));
    }
    resolve(&mut document);
    document
}

fn resolve(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(resolve),
        Value::Object(fields) => {
            if fields.contains_key("src") {
                fields.entry("width").or_insert_with(|| json!(4));
                fields.entry("height").or_insert_with(|| json!(3));
            }
            if let Some(Value::Array(picks)) = fields.get_mut("related") {
                picks.retain(Value::is_object);
            }
            if let Some(Value::Array(items)) = fields.get_mut("items") {
                items.retain(|item| item.get("id").is_none() || item.get("path").is_some());
            }
            fields.values_mut().for_each(resolve);
        }
        _ => {}
    }
}
