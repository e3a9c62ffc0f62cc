//! From the Yew app to a wasm file and its JavaScript glue.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    process::{cargo, command, node, root, run, step},
    setup::WASM,
    stamp,
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Fast to compile, with names in traces.
    Dev,
    /// As shipped except for its size, for the browser tests: `[profile.browser]` in Cargo.toml.
    Browser,
    /// As shipped.
    Release,
}

impl Profile {
    /// Its name for cargo and in `target/site/`, which is also Vite's `--mode`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Browser => "browser",
            Self::Release => "release",
        }
    }

    /// Its folder in the target directory, which differs for `dev` only.
    fn folder(self) -> &'static str {
        if self == Self::Dev { "debug" } else { self.name() }
    }
}

/// The bundles of the app, each a binary: three of the root package, and one that is loaded on demand.
const BUNDLES: [&str; 4] = ["home", "book", "calculators", "sheet"];

// rustc emits these features, and wasm-opt rejects those it was not told of.
const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Compiles the bundles and returns their folder. Needs nothing from npm, so it can run while packages are installed.
pub fn compile(profile: Profile) -> Result<PathBuf> {
    step(&format!("cargo build, wasm, {}", profile.name()), || {
        let packages = ["--package", "sales-abacus", "--package", "abacus-sheet", "--bins", "--target", WASM];
        run(cargo().arg("build").args(packages).args(["--profile", profile.name()]))
    })?;
    Ok(target_dir().join(WASM).join(profile.folder()))
}

/// Writes `<bundle>.js` and `<bundle>_bg.wasm` for the compiled bundles, and returns their folder.
pub fn package(profile: Profile, compiled: &Path) -> Result<PathBuf> {
    let pkg = target_dir().join("pkg").join(profile.name());
    for bundle in BUNDLES {
        let input = compiled.join(bundle).with_extension("wasm");
        let stamp = target_dir().join("pkg").join(format!("{}-{bundle}.stamp", profile.name()));
        let key = stamp::fingerprint(&[&input, &root().join("package-lock.json")]);
        stamp::unless_done(&stamp, &key, || {
            step(&format!("wasm-bindgen, {bundle}"), || bindgen(profile, bundle, &input, &pkg))?;
            match profile {
                Profile::Dev | Profile::Browser => Ok(()),
                Profile::Release => {
                    step(&format!("wasm-opt, {bundle}"), || shrink(&pkg.join(format!("{bundle}_bg.wasm"))))
                }
            }
        })?;
    }
    Ok(pkg)
}

fn bindgen(profile: Profile, bundle: &str, input: &Path, pkg: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(input)
        .out_name(bundle)
        .web(true)?
        .typescript(false)
        .remove_name_section(profile == Profile::Release)
        .remove_producers_section(profile == Profile::Release)
        .generate(pkg)
        .with_context(|| format!("wasm-bindgen could not make the glue of {bundle}"))
}

fn shrink(wasm: &Path) -> Result<()> {
    run(node("node_modules/binaryen/bin/wasm-opt").args(WASM_OPT).arg(wasm).arg("-o").arg(wasm))
}

/// All packages except xtask, as cargo's options. Cargo enables the features that all chosen packages need together.
/// With the same choice for tests, lints and examples, dependencies are compiled once; xtask, which `cargo xtask`
/// compiles alone, is always alone.
pub const PRODUCT: [&str; 3] = ["--workspace", "--exclude", "xtask"];
pub const XTASK: [&str; 2] = ["--package", "xtask"];

/// A compiled example of those packages.
pub fn example(packages: &[&str], name: &str) -> Result<Command> {
    run(cargo().args(["build", "--quiet"]).args(packages).args(["--example", name]))?;
    let file = target_dir().join("debug/examples").join(name).with_extension(std::env::consts::EXE_EXTENSION);
    Ok(command(&file.to_string_lossy()))
}

/// Cargo's target directory, which the environment may move.
pub fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}
