//! Reading JSON text, with every mistake of a file named at once: where it is, what was expected
//! there and what was found. Native only: the app reads with the browser's own parser and needs to
//! know only that something is wrong.

mod locate;
mod parse;
mod problem;
mod read;
mod schema;
mod shape;
mod tables;
mod walk;

pub use locate::locate;
pub use problem::{Place, Problem, Severity};
pub use read::{
    Read, read_article, read_home, read_home_plan, read_list, read_published_article, read_site,
};
pub use schema::schema;
pub use shape::{Field, Rule, Shape};
pub use tables::{ARTICLE, HOME, HOME_PLAN, LIST, PUBLISHED_ARTICLE, SITE};
pub use walk::walk;
