//! What programs say about their version.

use std::path::Path;

use crate::process::Program;

/// What `program --version` says; nothing where there is no such program.
pub fn said_by(program: &Path) -> Option<String> {
    Program::new("asking for a version", program).arg("--version").capture().ok()
}

/// Whether a program is there in exactly this version.
pub fn is(program: &Path, version: &str) -> bool {
    said_by(program).is_some_and(|said| holds(&said, version))
}

/// Whether the words hold a version: `trunk 0.21.14` holds 0.21.14, not 0.21.1.
pub fn holds(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word.trim_start_matches('v') == version)
}

/// The first number with a dot in what was said, as major and minor: `rustc 1.96.0 (…)`, 1 and 96.
pub fn numbers(said: &str) -> Option<(u32, u32)> {
    said.split_whitespace().find_map(|word| {
        let mut parts = word.trim_start_matches('v').split('.');
        let major = parts.next()?.parse().ok()?;
        let minor = parts.next()?.split('-').next()?.parse().ok()?;
        Some((major, minor))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_a_whole() {
        assert!(holds("trunk 0.21.14\n", "0.21.14"));
        assert!(holds("wasm-bindgen 0.2.130 (abc)", "0.2.130"));
        assert!(holds("wasm-opt version 132 (version_132)", "132"));
        assert!(!holds("trunk 0.21.14", "0.21.1"));
        assert!(!holds("trunk 10.21.14", "0.21.14"));
    }

    #[test]
    fn numbers_are_read_from_what_programs_say() {
        let table = [
            ("rustc 1.96.0 (ac68faa20 2026-05-25)", Some((1, 96))),
            ("rustc 1.99.0-nightly (1 2)", Some((1, 99))),
            ("ChromeDriver 156.0.7000.1 (x)", Some((156, 0))),
            ("Google Chrome for Testing 140.0.1.2", Some((140, 0))),
            ("v22.4.1", Some((22, 4))),
            ("nothing here", None),
        ];
        for (said, expected) in table {
            assert_eq!(numbers(said), expected, "{said}");
        }
    }
}
