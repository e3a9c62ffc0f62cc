//! Short names for what a bundle's wasm imports from its glue, and for the closures that it exports to it. wasm-bindgen
//! gives each a name of its own with a hash in it, once in the wasm and once in the script: in neither can it be
//! compressed, and nobody reads it.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};

use crate::split::leb128;

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// `\0asm` and the version.
const HEADER: usize = 8;

/// Gives short names to the imports of the wasm that are keys in its glue, and to the exports that only the glue calls.
pub fn shorten(wasm: &Path, glue: &Path) -> Result<()> {
    let module = fs::read(wasm).with_context(|| format!("{}", wasm.display()))?;
    let script = fs::read_to_string(glue).with_context(|| format!("{}", glue.display()))?;
    let names = Names::of(&module, &script)?;
    fs::write(wasm, names.renamed(&module)?)?;
    Ok(fs::write(glue, names.in_script(&script))?)
}

/// The names to be replaced, with those that replace them, which no script uses already.
#[derive(Debug, Default, PartialEq)]
struct Names {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    fn of(module: &[u8], script: &str) -> Result<Self> {
        let mut names = Self::default();
        let is_once = |text: String| script.matches(&text).count() == 1;
        let add = |names: &mut BTreeMap<String, String>, name: &str| {
            if !names.contains_key(name) {
                names.insert(name.to_owned(), format!("${:x}", names.len()));
            }
        };
        for (id, mut section) in sections(module)? {
            let count = if [IMPORTS, EXPORTS].contains(&id) { section.number()? } else { 0 };
            for _ in 0..count {
                if id == IMPORTS {
                    let (_, name) = (section.name()?, section.name()?);
                    section.description()?;
                    if is_once(key(name)) {
                        add(&mut names.imports, name);
                    }
                } else {
                    let name = section.name()?;
                    section.index()?;
                    // Others are called by chunks, too, or looked for by name.
                    if name.starts_with("wasm_bindgen_") && is_once(call(name)) {
                        add(&mut names.exports, name);
                    }
                }
            }
        }
        Ok(names)
    }

    fn in_script(&self, script: &str) -> String {
        let replaced = |script: String, names: &BTreeMap<String, String>, form: fn(&str) -> String| {
            names.iter().fold(script, |script, (name, short)| script.replace(&form(name), &form(short)))
        };
        replaced(replaced(script.to_owned(), &self.imports, key), &self.exports, call)
    }

    /// The module with these names.
    fn renamed(&self, module: &[u8]) -> Result<Vec<u8>> {
        let mut out = module.get(..HEADER).context("no wasm")?.to_vec();
        for (id, section) in sections(module)? {
            let body = match id {
                IMPORTS => self.imports(section)?,
                EXPORTS => self.exports(section)?,
                _ => section.0.to_vec(),
            };
            out.push(id);
            out.extend(leb128(body.len()));
            out.extend(body);
        }
        Ok(out)
    }

    fn imports(&self, mut section: Bytes<'_>) -> Result<Vec<u8>> {
        let count = section.number()?;
        let mut out = leb128(count);
        for _ in 0..count {
            let (from, name) = (section.name()?, section.name()?);
            out.extend(text(from));
            out.extend(text(self.imports.get(name).map_or(name, String::as_str)));
            out.extend(section.description()?);
        }
        Ok(out)
    }

    fn exports(&self, mut section: Bytes<'_>) -> Result<Vec<u8>> {
        let count = section.number()?;
        let mut out = leb128(count);
        for _ in 0..count {
            let name = section.name()?;
            out.extend(text(self.exports.get(name).map_or(name, String::as_str)));
            out.extend(section.index()?);
        }
        Ok(out)
    }
}

/// An import in the glue: a property of the object that the wasm is given.
fn key(name: &str) -> String {
    format!(" {name}: function(")
}

/// An export in the glue.
fn call(name: &str) -> String {
    format!("wasm.{name}(")
}

/// A name as a section has it.
fn text(name: &str) -> Vec<u8> {
    [&leb128(name.len()), name.as_bytes()].concat()
}

/// Number and content of each section.
fn sections(module: &[u8]) -> Result<Vec<(u8, Bytes<'_>)>> {
    let mut rest = Bytes(module.get(HEADER..).context("no wasm")?);
    let mut sections = Vec::new();
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let length = rest.number()?;
        sections.push((id, Bytes(rest.take(length)?)));
    }
    Ok(sections)
}

/// A reader of the few things that a section of imports is made of.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).context("the wasm ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
            shift += 7;
        }
    }

    fn name(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        Ok(std::str::from_utf8(self.take(length)?)?)
    }

    /// What is imported, as bytes: a function by its type, a table or a memory by its limits, a global.
    fn description(&mut self) -> Result<&'a [u8]> {
        let before = self.0;
        match self.byte()? {
            0 => drop(self.number()?),
            1 => {
                self.byte()?;
                self.limits()?;
            }
            2 => self.limits()?,
            _ => drop(self.take(2)?),
        }
        Ok(&before[..before.len() - self.0.len()])
    }

    /// What is exported: its kind, and its place among those of that kind.
    fn index(&mut self) -> Result<&'a [u8]> {
        let before = self.0;
        self.byte()?;
        self.number()?;
        Ok(&before[..before.len() - self.0.len()])
    }

    fn limits(&mut self) -> Result<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports a function, a memory with limits and another function, and exports one function twice.
    fn module(imported: &str, exported: &str) -> Vec<u8> {
        let name = |name: &str| [leb128(name.len()), name.as_bytes().to_vec()].concat();
        let section = |id: u8, body: &[u8]| [&[id], &leb128(body.len())[..], body].concat();
        let imports = [
            leb128(3),
            name("./glue.js"),
            name(imported),
            vec![0, 0],
            name("env"),
            name("memory"),
            vec![2, 1, 1, 200, 1],
            name("./glue.js"),
            name("elsewhere"),
            vec![0, 0],
        ];
        let exports = [leb128(2), name(exported), vec![0, 0], name("wasm_bindgen_start"), vec![0, 0]];
        let types = section(1, &[1, 0x60, 0, 0]);
        [b"\0asm\x01\0\0\0".to_vec(), types, section(IMPORTS, &imports.concat()), section(EXPORTS, &exports.concat())]
            .concat()
    }

    #[test]
    fn what_the_glue_calls_by_name_gets_a_short_one() {
        let imported = "__wbg_a_0123456789abcdef".repeat(6);
        let exported = "wasm_bindgen_invoke_0123456789abcdef".repeat(6);
        let script = |imported: &str, exported: &str| {
            format!(
                "import0 = {{ {imported}: function(arg0) {{ wasm.{exported}(arg0) }}, __wbindgen_b: function() {{}} }}; \
                 wasm.wasm_bindgen_start(); wasm.wasm_bindgen_start()"
            )
        };
        let (wasm, glue) = (module(&imported, &exported), script(&imported, &exported));
        let names = Names::of(&wasm, &glue).unwrap();
        let short = |name: &String| [(name.clone(), "$0".to_owned())].into();
        assert_eq!(names, Names { imports: short(&imported), exports: short(&exported) });
        assert_eq!(names.renamed(&wasm).unwrap(), module("$0", "$0"));
        assert_eq!(names.in_script(&glue), script("$0", "$0"));
    }

    #[test]
    fn a_number_is_written_as_it_is_read() {
        for number in [0, 1, 127, 128, 300, 65_536] {
            assert_eq!(Bytes(&leb128(number)).number().unwrap(), number);
        }
    }
}
