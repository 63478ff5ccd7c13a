//! From what the browser's own parser gave to values that the contract's types are read from.

use js_sys::{Array, Object};
use story::json::Json;
use wasm_bindgen::{JsCast, JsValue};

/// The value, with everything in it.
pub(super) fn json(value: &JsValue) -> Json {
    if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        Json::Number(number)
    } else if let Some(truth) = value.as_bool() {
        Json::Bool(truth)
    } else if let Some(items) = value.dyn_ref::<Array>() {
        Json::List(items.iter().map(|item| json(&item)).collect())
    } else if let Some(object) = value.dyn_ref::<Object>() {
        Json::Object(Object::entries(object).iter().filter_map(|entry| field(&entry)).collect())
    } else {
        Json::Null
    }
}

fn field(entry: &JsValue) -> Option<(String, Json)> {
    let entry = entry.dyn_ref::<Array>()?;
    Some((entry.get(0).as_string()?, json(&entry.get(1))))
}
