//! The contract as tables: what the types of [`crate::model`] accept, said once more so that all
//! mistakes can be named and schemas be written. A test holds the two together.

mod article;
mod pages;
mod rules;
mod site;

pub use article::{ARTICLE, PUBLISHED_ARTICLE};
pub use pages::{HOME, HOME_PLAN, LIST};
pub use site::SITE;

use super::shape::Shape;

const TEXT: Shape = Shape::Text;

/// A whole number from 0 on.
const COUNT: Shape = Shape::Whole(0, u32::MAX);
