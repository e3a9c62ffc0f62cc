//! Divides a bundle at its split points: into the main wasm of its page, and chunks that the running app fetches.
//!
//! The linker has left its relocations in the file. From them the splitter builds the call graph, and keeps in the main
//! file everything reachable by a path other than a split point.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use wasmparser::{Parser, Payload};

use crate::stamp::files;

/// The parts of a bundle, in a folder of their own.
pub struct Parts {
    /// The first wasm, for wasm-bindgen.
    pub main: PathBuf,
    /// The chunks, under their final names.
    pub chunks: Vec<PathBuf>,
    /// The script that fetches them, which the glue imports; `None` if the bundle has no split points.
    pub link: Option<PathBuf>,
    /// The names of the chunks behind each split point, some of which are shared.
    pub behind: BTreeMap<String, Vec<String>>,
}

impl Parts {
    /// An unsplit bundle.
    pub fn whole(input: &Path) -> Self {
        Self { main: input.to_owned(), chunks: Vec::new(), link: None, behind: BTreeMap::new() }
    }
}

/// Divides the wasm of a bundle. Earlier contents of the folder are deleted.
pub fn split(bundle: &str, input: &Path, folder: &Path) -> Result<Parts> {
    let wasm = fs::read(input).with_context(|| format!("{}", input.display()))?;
    fs::remove_dir_all(folder).ok();
    fs::create_dir_all(folder)?;
    if !has_split_points(&wasm)? {
        return Ok(Parts::whole(input));
    }
    let main = folder.join("main.wasm");
    let (glue, link) = (format!("./{bundle}.js"), format!("./{}", link_name(bundle)));
    let mut options = wasm_split_cli_support::Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &glue;
    options.link_name = &link;
    let split = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:?}"))?;
    let mut chunks = Vec::new();
    for file in files(folder) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".wasm") && file != main {
            let chunk = folder.join(chunk_name(bundle, &name));
            fs::rename(&file, &chunk)?;
            chunks.push(chunk);
        }
    }
    let link = folder.join(link);
    fs::write(&link, adapted(bundle, &fs::read_to_string(&link)?))?;
    let names = |stems: Vec<String>| stems.iter().map(|stem| chunk_name(bundle, &format!("{stem}.wasm"))).collect();
    let behind = split.prefetch_map.into_iter().map(|(point, stems)| (point, names(stems))).collect();
    Ok(Parts { main, chunks, link: Some(link), behind })
}

/// The macro's name for the function whose call is replaced by a call into a chunk.
const IMPORT: &str = "__wasm_split_00";

fn has_split_points(wasm: &[u8]) -> Result<bool> {
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(imports) = payload? {
            for import in imports.into_imports() {
                if import?.name.starts_with(IMPORT) {
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

/// Chunks of two bundles may have the same name, and are in one folder.
fn chunk_name(bundle: &str, file: &str) -> String {
    format!("{bundle}-{file}")
}

/// Whether a file is a chunk that several split points share.
pub fn is_shared(bundle: &str, file: &str) -> bool {
    file.starts_with(&chunk_name(bundle, "chunk_"))
}

/// The module that fetches the chunks.
pub fn link_name(bundle: &str) -> String {
    format!("{bundle}_split.js")
}

/// The file that tells vite.config.js which chunks are behind each split point.
pub fn list_name(bundle: &str) -> String {
    format!("{bundle}_parts.json")
}

/// The link module with the names of our chunks, as `new URL("./split_x.wasm", import.meta.url)`, which Vite replaces
/// by the hashed address. It loads them in a way that works with any host, written once instead of for every chunk.
fn adapted(bundle: &str, link: &str) -> String {
    let link = link.replace("new URL(\"./", &format!("new URL(\"./{}", chunk_name(bundle, "")));
    let link = link.replace("() => {\n    const src = fetch(", "fetched(").replace(STREAMED, ")\n");
    link.replace("WebAssembly.instantiateStreaming(", "instantiate(") + INSTANTIATE
}

/// What the splitter writes after the address of every chunk.
const STREAMED: &str = ");
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
";

/// Streaming compilation requires the right type. The glue falls back without it for the main wasm, and so do chunks.
const INSTANTIATE: &str = "
function fetched(url) {
    return () => {
        const source = fetch(url);
        source.catch(() => {});
        return (imports) => instantiate(source, imports);
    };
}

async function instantiate(source, imports) {
    const response = await source;
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    const type = response.headers.get('Content-Type') ?? '';
    if (type.startsWith('application/wasm')) return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
";

/// Whether a file in the folder of all bundles is left from an earlier build of this bundle.
pub fn is_part_of(bundle: &str, file: &str) -> bool {
    [link_name(bundle), list_name(bundle)].contains(&file.to_owned())
        || (file.starts_with(&chunk_name(bundle, "")) && file.ends_with(".wasm"))
}

/// The module without those custom sections that only linkers and debuggers read.
pub fn stripped(wasm: &[u8], keep_names: bool) -> Result<Vec<u8>> {
    let is_superfluous =
        |name: &str| name == "linking" || name.starts_with("reloc.") || (name == "name" && !keep_names);
    let mut kept = wasm.get(..MAGIC.len()).context("no wasm")?.to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if matches!(&payload, Payload::CustomSection(section) if is_superfluous(section.name())) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let body = wasm.get(usize::try_from(range.start)?..usize::try_from(range.end)?);
            let body = body.context("a section beyond the end of the file")?;
            kept.push(id);
            kept.extend(leb128(body.len()));
            kept.extend_from_slice(body);
        }
    }
    Ok(kept)
}

/// The header of every wasm file.
pub const MAGIC: &[u8] = b"\0asm\x01\0\0\0";

/// A LEB128 number: seven bits per byte, lowest first, the highest bit set on all but the last.
pub fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section: its number, its length, its contents.
    fn section(id: u8, body: &[u8]) -> Vec<u8> {
        [&[id], &leb128(body.len())[..], body].concat()
    }

    fn custom(name: &str, size: usize) -> Vec<u8> {
        section(0, &[&leb128(name.len())[..], name.as_bytes(), &vec![7; size]].concat())
    }

    fn module(sections: &[Vec<u8>]) -> Vec<u8> {
        [b"\0asm\x01\0\0\0".to_vec(), sections.concat()].concat()
    }

    #[test]
    fn sections_of_the_linker_are_stripped_and_others_kept() {
        // Longer than 127 bytes, so that its length takes two bytes.
        let types = section(1, &[&leb128(100)[..], &[0x60, 0, 0].repeat(100)].concat());
        let wasm = module(&[types.clone(), custom("linking", 3), custom("reloc.CODE", 200), custom("name", 0)]);
        assert_eq!(stripped(&wasm, true).unwrap(), module(&[types.clone(), custom("name", 0)]));
        assert_eq!(stripped(&wasm, false).unwrap(), module(&[types]));
        assert!(stripped(b"\0asm", true).is_err());
    }

    #[test]
    fn a_bundle_without_split_points_is_recognized() {
        let import = |name: &str| {
            let text = |text: &str| [&leb128(text.len())[..], text.as_bytes()].concat();
            module(&[section(1, &[1, 0x60, 0, 0]), section(2, &[&[1][..], &text("m"), &text(name), &[0, 0]].concat())])
        };
        assert!(!has_split_points(&module(&[])).unwrap());
        assert!(!has_split_points(&import("__wbindgen_throw")).unwrap());
        assert!(has_split_points(&import("__wasm_split_00chart00_import_0123456789abcdef0123456789abcdef")).unwrap());
    }

    #[test]
    fn chunks_are_named_after_their_bundle() {
        let link = "import { initSync } from \"./home.js\"; fetch(new URL(\"./split_chart.wasm\", import.meta.url));";
        let expected =
            "import { initSync } from \"./home.js\"; fetch(new URL(\"./home-split_chart.wasm\", import.meta.url));";
        assert_eq!(adapted("home", link), format!("{expected}{INSTANTIATE}"));
        assert_eq!(chunk_name("home", "split_chart.wasm"), "home-split_chart.wasm");
    }

    #[test]
    fn chunks_load_with_any_content_type() {
        let written = "makeLoad(() => {
    const src = fetch(new URL(\"./chunk_1.wasm\", import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}
, []);";
        let link = adapted("home", written);
        let start = "makeLoad(fetched(new URL(\"./home-chunk_1.wasm\", import.meta.url))\n, []);\nfunction fetched";
        assert!(link.starts_with(start), "{link}");
    }

    #[test]
    fn leftovers_of_an_earlier_build_are_recognized() {
        for (file, expected) in [
            ("home-split_chart.wasm", true),
            ("home_split.js", true),
            ("home_parts.json", true),
            ("home.js", false),
            ("home_bg.wasm", false),
            ("book-split_chart.wasm", false),
            ("book_split.js", false),
        ] {
            assert_eq!(is_part_of("home", file), expected, "{file}");
        }
    }
}
