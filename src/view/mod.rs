//! What views are made of: elements and text, all of one type.
//!
//! The pages of a newspaper are built once and never updated, so that they need nothing of what
//! Leptos knows for updating them: no type and no function of its own for each element. A [`Node`]
//! is a Leptos view nevertheless ([`leptos::IntoView`]): it is built in the browser, renders to
//! HTML, and stands within views that have signals.

mod html;
mod node;
mod parts;
mod render;
mod top;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use html::escape;
pub use markup::view;
pub use node::{Element, Node};
pub use parts::{Child, Value, add, add_element, element, set};
pub use render::Placed;
pub use top::{Below, is_of_parts};
