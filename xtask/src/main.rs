//! One command for whoever works on the paper.
fn main() {}
