//! Values of every type of the contract, as a newsroom and the press may write them.

mod article;
mod basics;
mod block;
mod pages;

pub use article::article;
pub use basics::rich;
pub use block::image;
pub use pages::{card, home, home_plan, list, site};
