//! The glue: the JavaScript that wasm-bindgen writes around a wasm.
//!
//! It is read by its lines, which wasm-bindgen writes always alike: what stands at the outermost
//! begins at the edge of its line, and so does the line that ends it.

use std::collections::HashMap;

use crate::fail::Fail;

/// The glue, taken apart.
pub struct Glue {
    before: Vec<String>,
    /// What the wasm may call: its name, and the function as text.
    imports: Vec<(String, String)>,
    after: Vec<String>,
}

/// From here to its end the glue is about all the ways in which a wasm might be handed over.
const LOADING: &str = "async function __wbg_load(";

/// In place of them the one in which our loader does it. A host that does not know the kind of the
/// file makes it a little slower, and no more.
const LOADED: &str = "\
export default async ({ module_or_path: answer }) => {
    const imports = __wbg_get_imports();
    const known = answer.headers.get('Content-Type') === 'application/wasm';
    const { instance } = known
        ? await WebAssembly.instantiateStreaming(answer, imports)
        : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
    return __wbg_finalize_init(instance);
};";

const FIRST: &str = "    const import0 = {";
const LAST: &str = "    };";

impl Glue {
    /// Takes it apart, leaving out what no page of ours calls: comments, and classes for whoever
    /// would call the app from JavaScript.
    pub fn read(text: &str) -> Result<Self, Fail> {
        let mut lines = without_classes(text);
        let loading = lines.iter().position(|line| line.starts_with(LOADING));
        lines.truncate(loading.ok_or_else(|| unknown("how it is loaded"))?);
        lines.extend(LOADED.lines());
        let first = lines.iter().position(|line| *line == FIRST);
        let last = lines.iter().position(|line| *line == LAST);
        let (Some(first), Some(last)) = (first, last) else { return Err(unknown("its imports")) };
        let own = |lines: &[&str]| lines.iter().copied().map(str::to_owned).collect();
        Ok(Self {
            before: own(&lines[..=first]),
            imports: entries(&lines[first + 1..last])?,
            after: own(&lines[last..]),
        })
    }

    /// A short name for each name of an import. Two that do the same get one.
    pub fn short_imports(&self) -> HashMap<String, String> {
        let mut by_text: HashMap<&str, String> = HashMap::new();
        let mut short = HashMap::new();
        for (name, text) in &self.imports {
            let next = letters(by_text.len());
            let given = by_text.entry(text).or_insert(next);
            short.insert(name.clone(), given.clone());
        }
        short
    }

    /// A short name for each export of the wasm that the glue uses.
    pub fn short_exports(&self) -> HashMap<String, String> {
        let mut short = HashMap::new();
        for part in self.texts().flat_map(|text| text.split("wasm.").skip(1)) {
            let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || "_$".contains(c)));
            let name = &part[..end.unwrap_or(part.len())];
            let next = letters(short.len());
            short.entry(name.to_owned()).or_insert(next);
        }
        short
    }

    /// The glue for a wasm that knows these names and imports no more than these.
    pub fn write(
        &self,
        imports: &HashMap<String, String>,
        exports: &HashMap<String, String>,
        used: &[String],
    ) -> String {
        let mut out = String::new();
        let mut line = |text: &str| {
            out.push_str(&renamed(text, exports));
            out.push('\n');
        };
        self.before.iter().for_each(|text| line(text.trim()));
        let mut written: Vec<&String> = Vec::new();
        for (name, text) in &self.imports {
            let Some(short) = imports.get(name) else { continue };
            if used.contains(short) && !written.contains(&short) {
                written.push(short);
                line(&format!("{short}: {text}"));
            }
        }
        for text in &self.after {
            // The module's name, too.
            let text = text.trim();
            let module = text.starts_with('"') && text.ends_with("_bg.js\": import0,");
            line(if module { "a: import0," } else { text });
        }
        out
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let imports = self.imports.iter().map(|(_, text)| text);
        self.before.iter().chain(imports).chain(&self.after).map(String::as_str)
    }
}

/// The lines that are code, without the classes and what belongs to them.
fn without_classes(text: &str) -> Vec<&str> {
    let mut kept = Vec::new();
    // Whether a line is the last one of what is left out.
    let mut last: Option<fn(&str) -> bool> = None;
    for line in text.lines() {
        let bare = line.trim();
        if let Some(ends) = last {
            if ends(line) {
                last = None;
            }
        } else if line.starts_with("export class ") {
            last = Some(|line| line == "}");
        } else if bare.starts_with("/*") {
            last = (!bare.ends_with("*/")).then_some(|line: &str| line.ends_with("*/"));
        } else if line.starts_with("const ") && line.contains("Finalization = ") {
            last = Some(|line| line.ends_with(';'));
        } else if !(bare.is_empty()
            || bare.starts_with("//")
            || line.starts_with("if (Symbol.dispose)"))
        {
            kept.push(line);
        }
    }
    kept
}

/// The functions of the imports, each without its indentation and the comma after it.
fn entries(lines: &[&str]) -> Result<Vec<(String, String)>, Fail> {
    let mut all: Vec<(String, String)> = Vec::new();
    for line in lines {
        let begins = line.strip_prefix("        ").filter(|rest| !rest.starts_with([' ', '}']));
        match (begins.and_then(|rest| rest.split_once(": ")), all.last_mut()) {
            (Some(("__proto__", _)), _) => {}
            (Some((name, text)), _) => all.push((name.to_owned(), text.to_owned())),
            (None, Some((_, text))) => {
                text.push('\n');
                text.push_str(line.trim());
            }
            (None, None) => return Err(unknown(line)),
        }
    }
    Ok(all)
}

/// The text with the wasm's exports under their short names.
fn renamed(text: &str, exports: &HashMap<String, String>) -> String {
    let mut parts = text.split("wasm.");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !(c.is_ascii_alphanumeric() || "_$".contains(c)));
        let (name, rest) = part.split_at(end.unwrap_or(part.len()));
        out.push_str("wasm.");
        out.push_str(exports.get(name).map_or(name, String::as_str));
        out.push_str(rest);
    }
    out
}

/// `a` to `z`, `A` to `Z`, and then with one letter more.
fn letters(number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(LETTERS[number % LETTERS.len()]);
    match number / LETTERS.len() {
        0 => last.to_string(),
        more => format!("{}{last}", letters(more - 1)),
    }
}

fn unknown(what: &str) -> Fail {
    Fail::Wrong(format!("wasm-bindgen's glue is not written as it used to be: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = r#"export class Sink {
    free() {
        wasm.__sink_free(this.ptr);
    }
}
if (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_a_01: function(arg0) {
            // A comment.
            return wasm.__malloc(arg0);
        },
        __wbg_b_02: function(arg0) {
            return wasm.__malloc(arg0);
        },
        __wbg_c_03: function() { return handleError(function (arg0) {
            arg0.c();
        }, arguments); },
    };
    return {
        "./app_bg.js": import0,
    };
}
/**
 * Words.
 */
const SinkFinalization = (typeof FinalizationRegistry === 'undefined')
    ? {}
    : new FinalizationRegistry(ptr => wasm.__sink_free(ptr, 1));
const CLOSURES = wasm.__free;
async function __wbg_load(module, imports) {
    return await WebAssembly.instantiate(await module.arrayBuffer(), imports);
}
export { initSync, __wbg_init as default };
"#;

    #[test]
    fn what_nobody_calls_is_left_out_and_names_are_short() {
        let glue = Glue::read(GLUE).expect("glue");
        let (imports, exports) = (glue.short_imports(), glue.short_exports());
        assert_eq!(imports["__wbg_a_01"], imports["__wbg_b_02"]);
        assert!(!exports.contains_key("__sink_free"));
        let used = [imports["__wbg_a_01"].clone()];
        let (malloc, free) = (&exports["__malloc"], &exports["__free"]);
        let expected = format!(
            "function __wbg_get_imports() {{\nconst import0 = {{\n\
             {}: function(arg0) {{\nreturn wasm.{malloc}(arg0);\n}},\n\
             }};\nreturn {{\na: import0,\n}};\n}}\n\
             const CLOSURES = wasm.{free};\n{}\n",
            used[0],
            LOADED.lines().map(str::trim).collect::<Vec<_>>().join("\n")
        );
        assert_eq!(glue.write(&imports, &exports, &used), expected);
    }

    #[test]
    fn glue_that_is_written_otherwise_is_refused() {
        assert!(Glue::read("export default function () {}\n").is_err());
    }

    #[test]
    fn letters_never_come_twice() {
        let all: std::collections::HashSet<_> = (0..5_000).map(letters).collect();
        assert_eq!(all.len(), 5_000);
        assert_eq!((letters(0), letters(51), letters(52)), ("a".into(), "Z".into(), "aa".into()));
    }
}
