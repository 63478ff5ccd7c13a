//! The names by which a wasm and its surroundings know each other: read and rewritten.

use crate::fail::Fail;

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// The magic number and the version.
const HEAD: usize = 8;

/// Gives every import another name, in a module called `a`, and exports another name or takes them
/// away (`None`).
pub fn renamed(
    bytes: &[u8],
    mut import: impl FnMut(&str) -> String,
    mut export: impl FnMut(&str) -> Option<String>,
) -> Result<Vec<u8>, Fail> {
    let mut out = bytes.get(..HEAD).ok_or_else(broken)?.to_vec();
    let mut at = Reader { bytes, at: HEAD };
    while at.at < bytes.len() {
        let id = at.byte()?;
        let body = at.block()?;
        let mut section = Reader { bytes: body, at: 0 };
        let new = match id {
            IMPORTS => {
                let count = section.number()?;
                let mut new = Vec::new();
                number(&mut new, count);
                for _ in 0..count {
                    section.block()?;
                    let name = import(section.text()?);
                    block(&mut new, b"a");
                    block(&mut new, name.as_bytes());
                    new.extend_from_slice(section.import_kind()?);
                }
                new
            }
            EXPORTS => {
                let mut kept = Vec::new();
                let mut count = 0;
                for _ in 0..section.number()? {
                    let name = export(section.text()?);
                    let kind = section.byte()?;
                    let index = section.number()?;
                    if let Some(name) = name {
                        count += 1;
                        block(&mut kept, name.as_bytes());
                        kept.push(kind);
                        number(&mut kept, index);
                    }
                }
                let mut new = Vec::new();
                number(&mut new, count);
                new.extend(kept);
                new
            }
            _ => body.to_vec(),
        };
        out.push(id);
        block(&mut out, &new);
    }
    Ok(out)
}

/// The names of what a wasm imports.
pub fn imports(bytes: &[u8]) -> Result<Vec<String>, Fail> {
    let mut names = Vec::new();
    renamed(
        bytes,
        |name| {
            names.push(name.to_owned());
            name.to_owned()
        },
        |name| Some(name.to_owned()),
    )?;
    Ok(names)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8, Fail> {
        let byte = *self.bytes.get(self.at).ok_or_else(broken)?;
        self.at += 1;
        Ok(byte)
    }

    fn number(&mut self) -> Result<u32, Fail> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(broken())
    }

    /// So many bytes as a number says that stands before them.
    fn block(&mut self) -> Result<&'a [u8], Fail> {
        let length = self.number()? as usize;
        let block = self.bytes.get(self.at..self.at + length).ok_or_else(broken)?;
        self.at += length;
        Ok(block)
    }

    fn text(&mut self) -> Result<&'a str, Fail> {
        std::str::from_utf8(self.block()?).map_err(|_| broken())
    }

    /// What an import is, as it stands.
    fn import_kind(&mut self) -> Result<&'a [u8], Fail> {
        let from = self.at;
        match self.byte()? {
            // A function, and its type.
            0 => drop(self.number()?),
            // A table, its elements' type and limits; a memory and its limits.
            kind @ (1 | 2) => {
                if kind == 1 {
                    self.byte()?;
                }
                let bounded = self.byte()? & 1 == 1;
                self.number()?;
                if bounded {
                    self.number()?;
                }
            }
            // A global: its type, and whether it changes.
            3 => {
                self.byte()?;
                self.byte()?;
            }
            // A tag, and its type.
            4 => {
                self.byte()?;
                self.number()?;
            }
            _ => return Err(broken()),
        }
        self.bytes.get(from..self.at).ok_or_else(broken)
    }
}

fn number(out: &mut Vec<u8>, mut value: u32) {
    loop {
        let byte = (value & 0x7f) as u8;
        value >>= 7;
        out.push(if value == 0 { byte } else { byte | 0x80 });
        if value == 0 {
            return;
        }
    }
}

fn block(out: &mut Vec<u8>, bytes: &[u8]) {
    // A section is far smaller than 4 GB.
    number(out, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    out.extend_from_slice(bytes);
}

fn broken() -> Fail {
    Fail::Wrong("the wasm that wasm-bindgen wrote cannot be read".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A wasm with one type, one imported function and two exports of it.
    fn wasm() -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0]);
        wasm.extend(b"\x02\x0a\x01\x03env\x02fn\0\0");
        wasm.extend(b"\x07\x09\x02\x01x\0\0\x01y\0\0");
        wasm
    }

    #[test]
    fn names_are_exchanged_and_exports_taken_away() {
        let small = renamed(&wasm(), |_| "b".into(), |name| (name == "y").then(|| "c".into()))
            .expect("wasm");
        let mut expected = b"\0asm\x01\0\0\0".to_vec();
        expected.extend([1, 4, 1, 0x60, 0, 0]);
        expected.extend(b"\x02\x07\x01\x01a\x01b\0\0");
        expected.extend(b"\x07\x05\x01\x01c\0\0");
        assert_eq!(small, expected);
        assert_eq!(imports(&small).expect("wasm"), ["b"]);
    }

    #[test]
    fn what_is_no_wasm_is_refused() {
        assert!(renamed(b"\0asm\x01\0\0\0\x02\xff", str::to_owned, |_| None).is_err());
        assert!(imports(b"").is_err());
    }
}
