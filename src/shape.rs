//! The shape of a page's HTML, by number.
//!
//! Pages live long: a newsroom ships a new app without writing its archive again. So a page says in
//! which shape it was written, and the app leaves alone what it does not know.

/// The shape of pages of this release, in `data-shape` on `<html>`. It goes up when the app could
/// no longer work in an older page: the rail's elements, the masthead's marks, a button's
/// `data-do`. A change of looks is none.
pub const SHAPE: u32 = 1;
