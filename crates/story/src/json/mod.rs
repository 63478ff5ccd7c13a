//! JSON as values, and reading the contract's types out of it.
//!
//! One plain type that any parser can fill: the newsroom's side through serde, the reader's app out
//! of what the browser's own parser gave. Reading is written once and for no parser in particular;
//! serde's derived readers would be made anew for every type and weigh several times as much in
//! what a reader downloads.

mod mistake;
mod parse;
mod read;

pub use mistake::Mistake;
pub use read::{Fields, Read, Told, read};

pub(crate) use read::{one_of, read_by_serde};

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number; a double, because that is what every number of the browser's parser is.
    Number(f64),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object: its fields as they stand.
    Object(Vec<(String, Json)>),
}
