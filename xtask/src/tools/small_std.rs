//! The standard library, built together with the app and for size: what readers download holds
//! then no panic's text, no place in the source, and the smaller of two algorithms.
//!
//! Stable Rust does all of it, but calls it unstable, hence `RUSTC_BOOTSTRAP`.

use std::ffi::OsString;
use std::path::Path;

use super::wasm_target::{RUSTUP_LIMIT, Toolchain, in_use};
use super::{find, version, wasm_std};
use crate::process::Program;
use crate::say;

/// The oldest Rust that understands [`FLAGS`].
const OLDEST: (u32, u32) = (1, 92);

/// For rustc. A panic becomes a trap without a word, which `start.js` sees; what is `Debug` is not
/// for readers, and says nothing.
const FLAGS: &[&str] = &[
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];

/// For cargo.
const VARIABLES: &[(&str, &str)] = &[
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// A toolchain that has what it takes.
pub struct SmallStd;

impl SmallStd {
    /// Brings the library's source where rustup can. None, and a word about it, where it cannot be
    /// had: the app is the same then, and larger.
    pub fn ensure(toolchain: &Toolchain) -> Option<Self> {
        let rustc = toolchain.rustc();
        if !is_new(&rustc) {
            say::notice(&format!(
                "this Rust is older than {}.{}: its standard library goes into the app as it is, \
                 which makes it larger",
                OLDEST.0, OLDEST.1
            ));
            return None;
        }
        if wasm_std::has_source(&rustc) || (rustup_brings_it() && wasm_std::has_source(&rustc)) {
            return Some(Self);
        }
        say::notice(
            "the standard library's source is not there, so it goes into the app as it is, which \
             makes it larger; `rustup component add rust-src` brings it",
        );
        None
    }

    /// The environment under which trunk builds the app with it.
    pub fn envs(&self, toolchain: &Toolchain, root: &Path) -> Vec<(String, Option<OsString>)> {
        let flags: Vec<OsString> = FLAGS.iter().map(OsString::from).collect();
        let mut envs = toolchain.envs_with(root, &flags);
        for (name, value) in VARIABLES {
            envs.push(((*name).to_owned(), Some(value.into())));
        }
        envs
    }
}

/// What decides about the outcome, for a build's stamp.
pub fn state() -> String {
    format!("{FLAGS:?} {VARIABLES:?} {}", is_there())
}

/// Whether the rustc in use has what it takes.
pub fn is_there() -> bool {
    let rustc = in_use();
    is_new(&rustc) && wasm_std::has_source(&rustc)
}

fn is_new(rustc: &Path) -> bool {
    version::said_by(rustc).as_deref().and_then(version::numbers) >= Some(OLDEST)
}

fn rustup_brings_it() -> bool {
    if find::first(&["rustup"]).is_none() {
        return false;
    }
    let added = say::timed("adding the standard library's source with rustup (for size)", || {
        Program::new("adding the standard library's source", "rustup")
            .args(["component", "add", "rust-src"])
            .at_most(RUSTUP_LIMIT)
            .run()
    });
    added.map_err(|fail| say::notice(&fail.to_string())).is_ok()
}
