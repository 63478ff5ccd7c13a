//! What the app must not contain, looked up in the wasm while its functions still have names.

use std::fs;
use std::path::Path;

use crate::fail::Fail;

/// Names of functions, and why none may be there.
const FORBIDDEN: &[(&str, &str)] = &[
    (
        "create_element_from_html",
        "an element is built out of HTML text, which the site's policy refuses; write it with the \
         app's own `view!` (`src/view`)",
    ),
    (
        "float_to_decimal",
        "a floating-point number is written as text, which takes 7 kB; make it a whole one before it \
         goes into `format!`",
    ),
];

/// Fails where a wasm has a function that it must not have.
pub fn check(wasm: &Path) -> Result<(), Fail> {
    let bytes = fs::read(wasm).map_err(Fail::file("read", wasm))?;
    // Without names nothing would be found, whatever is in it.
    if !holds(&bytes, "trangnhat") {
        return Err(Fail::Wrong(format!("{} has lost its names already", wasm.display())));
    }
    match FORBIDDEN.iter().find(|(name, _)| holds(&bytes, name)) {
        None => Ok(()),
        Some((name, why)) => Err(Fail::Wrong(format!("the app holds `{name}`: {why}"))),
    }
}

fn holds(bytes: &[u8], name: &str) -> bool {
    bytes.windows(name.len()).any(|window| window == name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(text: &str) -> Result<(), Fail> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("app_bg.wasm");
        fs::write(&file, text).expect("written");
        check(&file)
    }

    #[test]
    fn elements_out_of_html_text_are_found() {
        assert!(checked("…_9trangnhat3app…").is_ok());
        let said = checked("trangnhat…create_element_from_html…").expect_err("forbidden");
        assert!(said.to_string().contains("src/view"));
    }

    #[test]
    fn numbers_that_cost_too_much_to_write_are_found() {
        let said = checked("trangnhat…float_to_decimal_common_shortest…").expect_err("forbidden");
        assert!(said.to_string().contains("whole one"));
    }

    #[test]
    fn a_wasm_without_names_proves_nothing() {
        assert!(checked("").is_err());
    }
}
