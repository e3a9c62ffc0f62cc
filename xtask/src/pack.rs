//! Puts the smallest chunks of a bundle into one file. Code shared by two of a dozen calculators is a hundred bytes
//! each time: as separate files they would cost a page ten requests.
//!
//! The file is a wasm module of custom sections only, one for each chunk and named after it, so that a host sends the
//! right type and a browser can find its parts.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::split::{MAGIC, is_shared, leb128, link_name, list_name, stripped};

/// The maximum size of a packed chunk.
const SMALL: usize = 1024;

/// Packs the small ones among the shared chunks of a bundle.
pub fn pack(bundle: &str, files: &[PathBuf], pkg: &Path) -> Result<()> {
    let mut sections = Vec::new();
    let mut packed = Vec::new();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let wasm = stripped(&fs::read(file)?, false)?;
        if is_shared(bundle, &name) && wasm.len() <= SMALL {
            sections.extend(section(&name, &wasm));
            fs::remove_file(file)?;
            packed.push(name);
        }
    }
    if packed.is_empty() {
        return Ok(());
    }
    let pack = format!("{bundle}-small.wasm");
    fs::write(pkg.join(&pack), [MAGIC, &sections].concat())?;

    let list = pkg.join(list_name(bundle));
    let behind: BTreeMap<String, Vec<String>> = serde_json::from_str(&fs::read_to_string(&list)?)?;
    fs::write(&list, serde_json::to_string(&with_pack(behind, &packed, &pack))?)?;

    let link = pkg.join(link_name(bundle));
    let text = fs::read_to_string(&link).with_context(|| format!("{}", link.display()))?;
    fs::write(&link, unpack_in_link(&text, &packed, &pack))?;
    Ok(())
}

fn section(name: &str, content: &[u8]) -> Vec<u8> {
    let body = [&leb128(name.len()), name.as_bytes(), content].concat();
    [&[0][..], &leb128(body.len()), &body].concat()
}

/// The files behind each split point, with packed files replaced by the pack.
fn with_pack(behind: BTreeMap<String, Vec<String>>, packed: &[String], pack: &str) -> BTreeMap<String, Vec<String>> {
    let listed = |files: Vec<String>| {
        let all = files.len();
        let mut files: Vec<String> = files.into_iter().filter(|file| !packed.contains(file)).collect();
        if files.len() < all {
            files.push(pack.to_owned());
        }
        files
    };
    behind.into_iter().map(|(point, files)| (point, listed(files))).collect()
}

/// The link module, which extracts those chunks from the pack.
fn unpack_in_link(link: &str, packed: &[String], pack: &str) -> String {
    let address = |name: &str| format!("fetched(new URL(\"./{name}\", import.meta.url))");
    let link =
        packed.iter().fold(link.to_owned(), |link, name| link.replace(&address(name), &format!("packed(\"{name}\")")));
    link + &UNPACK.replace("PACK", pack)
}

/// A failed fetch of the pack can be retried.
const UNPACK: &str = "
let pack;

function packed(name) {
    return () => {
        const wanted = (pack ??= compiled(new URL(\"./PACK\", import.meta.url)));
        wanted.catch(() => {
            if (pack === wanted) pack = undefined;
        });
        return async (imports) => {
            const [part] = WebAssembly.Module.customSections(await wanted, name);
            return WebAssembly.instantiate(part, imports);
        };
    };
}

async function compiled(url) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return WebAssembly.compile(await response.arrayBuffer());
}
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_replaces_the_files_in_it() {
        let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let packed = names(&["home-chunk_3.wasm", "home-chunk_4.wasm"]);
        let behind = [
            ("a".to_owned(), names(&["home-chunk_3.wasm", "home-chunk_4.wasm", "home-split_a.wasm"])),
            ("b".to_owned(), names(&["home-split_b.wasm"])),
        ];
        let listed = with_pack(behind.into(), &packed, "home-small.wasm");
        assert_eq!(listed["a"], ["home-split_a.wasm", "home-small.wasm"]);
        assert_eq!(listed["b"], ["home-split_b.wasm"]);

        let link = "fetched(new URL(\"./home-chunk_3.wasm\", import.meta.url)) \
                    fetched(new URL(\"./home-chunk_33.wasm\", import.meta.url))";
        let linked = unpack_in_link(link, &packed, "home-small.wasm");
        assert!(
            linked.starts_with("packed(\"home-chunk_3.wasm\") fetched(new URL(\"./home-chunk_33.wasm\""),
            "{linked}"
        );
        assert!(linked.contains("new URL(\"./home-small.wasm\", import.meta.url)"));
    }

    #[test]
    fn a_section_has_its_name_and_its_content() {
        assert_eq!(section("ab", &[7; 130])[..5], [0, 0x85, 0x01, 2, b'a']);
    }
}
