//! The press as a newsroom uses it: what it can rely on.

mod build;
mod change;
mod command;
mod desk;
mod developed;
mod feeds;
mod history;
mod hosted;
mod killed;
mod publish_command;
mod publishing;
mod serve;
mod store;
mod text_browser;
mod tool;
mod validators;
mod wrong;
