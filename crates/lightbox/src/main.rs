//! The lightbox as a program.

fn main() {}
