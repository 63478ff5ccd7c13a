//! The command `press`.

mod cli;

use std::process::ExitCode;

/// Pages are made of many small texts on all cores at a time: glibc's allocator takes a fifth of a
/// large paper's build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
