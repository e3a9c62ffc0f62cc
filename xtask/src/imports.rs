//! Short names for what a bundle's wasm imports from its glue. wasm-bindgen gives each import a name of its own with a
//! hash in it, once in the wasm and once in the script: in neither can it be compressed, and nobody reads it.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};

use crate::split::leb128;

/// The section of imports.
const IMPORTS: u8 = 2;
/// `\0asm` and the version.
const HEADER: usize = 8;

/// Gives short names to the imports of the wasm that are keys in its glue.
pub fn shorten(wasm: &Path, glue: &Path) -> Result<()> {
    let module = fs::read(wasm).with_context(|| format!("{}", wasm.display()))?;
    let script = fs::read_to_string(glue).with_context(|| format!("{}", glue.display()))?;
    let names = names(&module, &script)?;
    fs::write(wasm, renamed(&module, &names)?)?;
    Ok(fs::write(glue, with_names(&script, &names))?)
}

/// The names to be replaced, with those that replace them, which no script uses as a key already.
fn names(module: &[u8], script: &str) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeMap::new();
    let is_key = |name: &str| script.matches(&key(name)).count() == 1;
    each_import(module, |_, name| {
        if is_key(name) && !names.contains_key(name) {
            names.insert(name.to_owned(), format!("${:x}", names.len()));
        }
    })?;
    Ok(names)
}

/// An import in the glue: a property of the object that the wasm is given.
fn key(name: &str) -> String {
    format!(" {name}: function(")
}

fn with_names(script: &str, names: &BTreeMap<String, String>) -> String {
    names.iter().fold(script.to_owned(), |script, (name, short)| script.replace(&key(name), &key(short)))
}

/// The module with other names of imports.
fn renamed(module: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let mut out = module.get(..HEADER).context("no wasm")?.to_vec();
    let mut rest = Bytes(module.get(HEADER..).unwrap_or_default());
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let length = rest.number()?;
        let body = rest.take(length)?;
        let body = if id == IMPORTS { imports(body, names)? } else { body.to_vec() };
        out.push(id);
        out.extend(leb128(body.len()));
        out.extend(body);
    }
    Ok(out)
}

fn imports(section: &[u8], names: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let mut bytes = Bytes(section);
    let count = bytes.number()?;
    let mut out = leb128(count);
    for _ in 0..count {
        let (from, name) = (bytes.name()?, bytes.name()?);
        for name in [from, names.get(name).map_or(name, String::as_str)] {
            out.extend(leb128(name.len()));
            out.extend(name.as_bytes());
        }
        out.extend(bytes.description()?);
    }
    Ok(out)
}

/// Calls back with module and name of every import.
fn each_import<'a>(module: &'a [u8], mut each: impl FnMut(&'a str, &'a str)) -> Result<()> {
    let mut rest = Bytes(module.get(HEADER..).context("no wasm")?);
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let length = rest.number()?;
        let mut body = Bytes(rest.take(length)?);
        if id == IMPORTS {
            for _ in 0..body.number()? {
                each(body.name()?, body.name()?);
                body.description()?;
            }
        }
    }
    Ok(())
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

    /// A module that imports a function, a memory with limits and another function, and exports nothing.
    fn module(first: &str, second: &str) -> Vec<u8> {
        let name = |name: &str| [leb128(name.len()), name.as_bytes().to_vec()].concat();
        let section = [
            leb128(3),
            name("./glue.js"),
            name(first),
            vec![0, 0],
            name("env"),
            name("memory"),
            vec![2, 1, 1, 200, 1],
            name("./glue.js"),
            name(second),
            vec![0, 0],
        ]
        .concat();
        [b"\0asm\x01\0\0\0".to_vec(), vec![1, 4, 1, 0x60, 0, 0], vec![2], leb128(section.len()), section].concat()
    }

    #[test]
    fn imports_that_are_keys_of_the_glue_get_short_names() {
        let long = "__wbg_a_0123456789abcdef".repeat(6);
        let script = format!("import0 = {{ {long}: function(arg0) {{}}, __wbindgen_b: function() {{}} }}");
        let before = module(&long, "elsewhere");
        let names = super::names(&before, &script).unwrap();
        assert_eq!(names, [(long.clone(), "$0".to_owned())].into());
        assert_eq!(renamed(&before, &names).unwrap(), module("$0", "elsewhere"));
        assert_eq!(with_names(&script, &names), "import0 = { $0: function(arg0) {}, __wbindgen_b: function() {} }");
    }

    #[test]
    fn a_number_is_written_as_it_is_read() {
        for number in [0, 1, 127, 128, 300, 65_536] {
            assert_eq!(Bytes(&leb128(number)).number().unwrap(), number);
        }
    }
}
