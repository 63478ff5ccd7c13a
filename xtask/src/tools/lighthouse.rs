//! Lighthouse, which looks at a page as search engines and advisers do.

use std::path::PathBuf;

use super::npm::NpmTool;
use super::table::LIGHTHOUSE;
use crate::fail::Fail;

/// The program, to be run by node.
pub fn lighthouse() -> Result<PathBuf, Fail> {
    NpmTool {
        package: "lighthouse",
        version: LIGHTHOUSE,
        program: "cli/index.js",
        purpose: "gives pages their scores",
    }
    .ensure()
}
