//! Which tools in which versions: the one place that names them.
//!
//! wasm-bindgen is not here: its version must be that of the library in `Cargo.lock`.

/// Builds the app: cargo, wasm-bindgen and the files around them.
pub const TRUNK: &str = "0.21.14";

/// The npm package that holds wasm-opt.
pub const BINARYEN: &str = "132.0.0";

/// Lighthouse, for `cargo xtask bench lighthouse`. The last line that Node.js 20 runs.
pub const LIGHTHOUSE: &str = "12.8.2";

/// What galleries and rail are measured against, for `cargo xtask bench gallery`.
pub const PHOTOSWIPE: &str = "5.4.4";
/// The same.
pub const EMBLA: &str = "8.6.0";

/// Debian's packages with a Rust that can build for the browser where rustup cannot download.
pub const DEBIAN_RUST: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "lld-22"];

/// Debian's packages with a browser and its driver.
pub const DEBIAN_BROWSER: &[&str] = &["chromium", "chromium-driver"];
/// The same for Firefox; its driver is no package of Debian's, but a crate.
pub const DEBIAN_FIREFOX: &[&str] = &["firefox-esr"];
/// Firefox's driver.
pub const GECKODRIVER: &str = "0.37.1";
/// `WebKitGTK` with its driver, and a screen that nobody sees.
pub const DEBIAN_WEBKIT: &[&str] = &["webkit2gtk-driver", "xvfb", "xauth"];

/// Debian's packages with the web servers of `docs/hosting`, and an XML validator.
pub const DEBIAN_SERVERS: &[&str] = &["nginx-light", "caddy", "libxml2-utils", "w3m"];

/// The Python package with an object store for tests.
pub const MOTO: &str = "5.2.1";

/// The oldest Rust that builds the app.
pub const OLDEST_RUST: (u32, u32) = (1, 88);

/// What wasm-opt does: small, and only with features that every browser of the last years has.
pub const WASM_OPT_FLAGS: &[&str] = &[
    "--duplicate-import-elimination",
    "-Oz",
    "--low-memory-unused",
    "--strip-debug",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
