//! What the wasm and its glue call each other, made short, and what neither needs left out.
//!
//! wasm-bindgen names each import by what it is and a hash, in both files, and keeps whatever a
//! crate exports for JavaScript. Here only our own loader calls the app.

mod glue;
mod wasm;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use crate::fail::Fail;
use glue::Glue;

/// A wasm and its glue on their way to short names.
pub struct Bound {
    glue: Glue,
    imports: HashMap<String, String>,
    exports: HashMap<String, String>,
}

impl Bound {
    /// Gives the wasm short names, and takes away what the glue does not call. What that called in
    /// turn is left to wasm-opt.
    pub fn begin(wasm: &Path, glue: &Path) -> Result<Self, Fail> {
        let text = fs::read_to_string(glue).map_err(Fail::file("read", glue))?;
        let glue = Glue::read(&text)?;
        let (imports, exports) = (glue.short_imports(), glue.short_exports());
        let bytes = fs::read(wasm).map_err(Fail::file("read", wasm))?;
        let bytes = wasm::renamed(
            &bytes,
            // One that the glue does not know stays, and is then missed by every test.
            |name| imports.get(name).map_or_else(|| name.to_owned(), Clone::clone),
            |name| exports.get(name).cloned(),
        )?;
        fs::write(wasm, bytes).map_err(Fail::file("write", wasm))?;
        Ok(Self { glue, imports, exports })
    }

    /// Writes the glue with what the wasm still needs.
    pub fn end(&self, wasm: &Path, glue: &Path) -> Result<(), Fail> {
        let used = wasm::imports(&fs::read(wasm).map_err(Fail::file("read", wasm))?)?;
        let text = self.glue.write(&self.imports, &self.exports, &used);
        fs::write(glue, text).map_err(Fail::file("write", glue))
    }
}
