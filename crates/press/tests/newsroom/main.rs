//! The press as a newsroom uses it: what it can rely on.

mod build;
mod command;
mod desk;
mod serve;
