//! All pages in one file that runs from anywhere: `sales-abacus.html`, and with the deal book `sales-abacus-full.html`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    dist,
    libstd::Libstd,
    process::{node, root, run_quiet, step},
    site, split, stamp,
    wasm::{self, Profile, target_dir},
};

struct OneFile {
    name: &'static str,
    program: &'static str,
    /// Whether it includes the deal book and the workbook writer.
    is_full: bool,
}

const FILES: [OneFile; 2] = [
    OneFile { name: "sales-abacus.html", program: "single", is_full: false },
    OneFile { name: "sales-abacus-full.html", program: "full", is_full: true },
];

/// The output folder of a profile. Release files are copied to `dist/`, too.
fn folder(profile: Profile) -> PathBuf {
    target_dir().join("single").join(profile.name())
}

/// The files with their uncompressed sizes.
pub fn sizes(profile: Profile) -> Result<Vec<(String, u64)>> {
    let size = |one: &OneFile| {
        let file = folder(profile).join(one.name);
        let bytes = fs::metadata(&file).with_context(|| format!("{}: build it first", file.display()))?.len();
        Ok((one.name.to_owned(), bytes))
    };
    FILES.iter().map(size).collect()
}

/// Makes the files from a built site. `address` is the site's public address, if any.
pub fn build(profile: Profile, libstd: Libstd, address: Option<&str>) -> Result<()> {
    let compiled = wasm::compile_single(profile, libstd)?;
    let folder = folder(profile);
    fs::create_dir_all(&folder)?;
    for one in &FILES {
        let key = key(profile, &compiled, one, address);
        let out = folder.join(one.name);
        stamp::unless_done(&out.with_extension("stamp"), &key, || {
            step(one.name, || assemble(profile, &compiled, one, address, &out))
        })?;
        if profile == Profile::Release {
            fs::copy(&out, dist::dir(profile).join(one.name))?;
        }
    }
    if profile == Profile::Release {
        run_quiet(node("xtask/shipped.mjs").arg(dist::dir(profile)))?;
    }
    Ok(())
}

fn key(profile: Profile, compiled: &Path, one: &OneFile, address: Option<&str>) -> String {
    let recipe = [
        "src/single.js",
        "src/cells.js",
        "src/licences.js",
        "src/start",
        "static/icon.svg",
        "styles",
        "xtask/single.mjs",
        "xtask/src/single.rs",
    ];
    let inputs = recipe.map(|path| root().join(path));
    let wasm = [one.program, SHEET].map(|program| compiled.join(program).with_extension("wasm"));
    let of_site = [site::dir(profile).join("pages.json"), dist::dir(profile).join("licences.txt")];
    let key = stamp::fingerprint(&[&inputs[..], &wasm, &of_site].concat());
    format!("{key} {}", address.unwrap_or_default())
}

const SHEET: &str = "sheet";

fn assemble(profile: Profile, compiled: &Path, one: &OneFile, address: Option<&str>, out: &Path) -> Result<()> {
    let mut programs = vec![program(profile, compiled, one.program, "wasm", "wasm_bindgen")?];
    if one.is_full {
        programs.push(program(profile, compiled, SHEET, "sheet", "sheet_bindgen")?);
    }
    let options = json!({
        "dist": dist::dir(profile),
        "programs": programs,
        "pages": pages(profile, one)?,
        "out": out,
        "site": address,
    });
    run_quiet(node("xtask/single.mjs").arg(options.to_string())).map(drop)
}

/// The addresses of the site's pages that are included.
fn pages(profile: Profile, one: &OneFile) -> Result<Vec<String>> {
    let list = fs::read_to_string(site::dir(profile).join("pages.json")).context("pages.json: build the site first")?;
    let pages: Vec<Value> = serde_json::from_str(&list)?;
    let paths = pages.iter().filter_map(|page| page["path"].as_str());
    let is_in = |path: &&str| !path.starts_with("embed/") && (one.is_full || *path != "deals/");
    Ok(paths.filter(is_in).map(str::to_owned).collect())
}

/// Glue as a classic script, and the wasm it starts. `id` is that of the element that will contain the wasm.
fn program(profile: Profile, compiled: &Path, name: &str, id: &str, global: &str) -> Result<Value> {
    let folder = folder(profile).join(name);
    fs::create_dir_all(&folder)?;
    Bindgen::new()
        .input_path(compiled.join(name).with_extension("wasm"))
        .out_name(name)
        .no_modules(true)?
        .no_modules_global(global)?
        .typescript(false)
        .remove_name_section(profile.is_small())
        .remove_producers_section(profile.is_small())
        .generate(&folder)
        .with_context(|| format!("wasm-bindgen could not make the glue of {name}"))?;
    let (glue, wasm) = (folder.join(name).with_extension("js"), folder.join(format!("{name}_bg.wasm")));
    fs::write(&wasm, split::stripped(&fs::read(&wasm)?, false)?)?;
    if profile.is_small() {
        wasm::shrink(&wasm)?;
    }
    Ok(json!({ "id": id, "glue": glue, "wasm": wasm }))
}

#[cfg(test)]
mod tests {
    use super::FILES;
    use crate::{dist, wasm};

    #[test]
    fn each_file_has_its_own_program() {
        assert_eq!(FILES.map(|one| one.program), wasm::SINGLE);
        assert_eq!(FILES.map(|one| one.name), dist::ONE_FILE);
    }
}
