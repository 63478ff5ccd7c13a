//! The press: takes a newsroom's folder, says everything that is wrong in it, and lays out the
//! site that goes on a CDN.
//!
//! The way of a story: [`folder`] reads, [`check`] compares, [`edition`] settles what is published,
//! [`share`] cuts pictures for shares, [`lists`] sorts it into lists and archives, [`site`] writes.
//! [`run`] goes the whole way.

pub mod check;
pub mod edition;
pub mod folder;
pub mod home;
pub mod lists;
pub mod run;
pub mod serve;
pub mod share;
pub mod site;
