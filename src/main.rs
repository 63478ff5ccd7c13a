//! Starts the reader's app.

fn main() {
    #[cfg(target_arch = "wasm32")]
    trangnhat::app::start();
}
