//! The press: takes a newsroom's folder, says everything that is wrong in it, and lays out the
//! site that goes on a CDN.
//!
//! The way of a story: [`folder`] reads, [`check`] says what is wrong, [`edition`] settles what is
//! published, [`share`] cuts its picture for shares. The [`index`] knows a little of every article;
//! of it [`lists`] are made and the [`home`] page. `works` makes the [`site`]'s files out of all
//! that, as far as the [`ledger`] does not know them already, and the [`outbox`] brings them to their
//! places. [`signposts`] show other programs the way, and [`hosting`] knows hosts. [`run`] is the door
//! to it, [`serve`] goes through it at every change, and [`report`] says how it gets on;
//! [`publish`] brings a site to where readers get it.

pub mod check;
pub mod edition;
pub mod folder;
pub mod home;
pub mod hosting;
pub mod index;
pub mod ledger;
pub mod lists;
pub mod made;
pub mod mark;
pub mod outbox;
pub mod pictures;
pub mod publish;
pub mod report;
pub mod run;
pub mod serve;
pub mod share;
pub mod signposts;
pub mod site;
mod works;
