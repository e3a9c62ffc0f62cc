//! From the Yew app to a wasm file and its JavaScript glue.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    libstd::Libstd,
    names, pack,
    process::{cargo, command, node, root, run, step},
    setup::WASM,
    split, stamp,
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Fast to compile, with names in traces.
    Dev,
    /// As shipped except for its size, for the browser tests: `[profile.browser]` in Cargo.toml.
    Browser,
    /// As shipped.
    Release,
    /// As shipped, but with unsplit bundles, for comparison.
    Unsplit,
}

impl Profile {
    /// Its name in `target/site/`, which is also Vite's `--mode`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Browser => "browser",
            Self::Release => "release",
            Self::Unsplit => "unsplit",
        }
    }

    /// Cargo's profile, and its folder in a target directory, which differs for `dev` only.
    fn cargo(self) -> (&'static str, &'static str) {
        match self {
            Self::Dev => ("dev", "debug"),
            Self::Browser => ("browser", "browser"),
            Self::Release | Self::Unsplit => ("release", "release"),
        }
    }

    /// Whether it is optimised for size.
    pub fn is_small(self) -> bool {
        matches!(self, Self::Release | Self::Unsplit)
    }

    fn is_split(self) -> bool {
        matches!(self, Self::Browser | Self::Release)
    }
}

/// The bundles of the app, each a binary: five of the root package, which may have split points, and one that is
/// loaded on demand.
const BUNDLES: [(&str, bool); 6] =
    [("home", true), ("book", true), ("calculators", true), ("class", true), ("builder", true), ("sheet", false)];

/// The programs of the single-file builds.
pub const SINGLE: [&str; 2] = ["single", "full"];

/// A yew host page for the browser tests. It is compiled with the app, so that they share dependencies, and is not part
/// of the site.
const HOST: (&str, &str) = ("host", "abacus-host");

// rustc emits these features, and wasm-opt rejects those it was not told of.
const WASM_OPT: [&str; 8] = [
    "-Oz",
    // The stack ends there, so low memory is unused: field offsets can then be folded into loads.
    "--low-memory-unused",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Compiles the bundles. Needs nothing from npm, so it can run while packages are installed. Returns their folder, and
/// the standard library in them, which may not be the requested one.
pub fn compile(profile: Profile, libstd: Libstd) -> Result<(PathBuf, Libstd)> {
    let (name, folder) = profile.cargo();
    let libstd = if profile.is_small() { libstd.or_available() } else { Libstd::Prebuilt };
    let target = if libstd == Libstd::Own { target_dir().join("own-std") } else { target_dir() };
    let host = has_host(profile).then_some(HOST.0);
    let programs: Vec<&str> = BUNDLES.iter().map(|(bundle, _)| *bundle).chain(host).collect();
    step(&format!("cargo build, wasm, {}", profile.name()), || {
        build(profile, libstd, &programs, profile.is_split(), name, &target)
    })?;
    Ok((target.join(WASM).join(folder), libstd))
}

/// Compiles the programs of the single files, in which nothing is loaded lazily. Returns their folder, which is that of
/// the bundles.
pub fn compile_single(profile: Profile, libstd: Libstd) -> Result<PathBuf> {
    let (name, folder) = profile.cargo();
    let libstd = if profile.is_small() { libstd.or_available() } else { Libstd::Prebuilt };
    let target = if libstd == Libstd::Own { target_dir().join("own-std") } else { target_dir() };
    step(&format!("cargo build, one file, {}", profile.name()), || {
        build(profile, libstd, &SINGLE, false, name, &target)
    })?;
    Ok(target.join(WASM).join(folder))
}

fn build(profile: Profile, libstd: Libstd, programs: &[&str], is_split: bool, name: &str, target: &Path) -> Result<()> {
    let packages = ["--package", "sales-abacus", "--package", "abacus-sheet", "--target", WASM];
    let mut build = cargo();
    build.arg("build").args(packages).args(["--profile", name]).arg("--target-dir").arg(target);
    build.args(programs.iter().flat_map(|program| ["--bin", program]));
    if programs.contains(&HOST.0) {
        build.args(["--package", HOST.1]);
    }
    if is_split {
        build.args(["--features", "sales-abacus/split"]);
    }
    // The relocations tell the splitter which function needs which other. An unsplit program has them too, and so
    // shares its dependencies. These flags do not apply to build scripts, which are compiled for another target.
    let relocations = profile.is_split().then_some("-Clink-args=--emit-relocs");
    let flags: Vec<&str> = relocations.into_iter().chain(libstd.flags().iter().copied()).collect();
    build.env("RUSTFLAGS", flags.join(" "));
    libstd.apply(&mut build);
    run(&mut build)
}

/// Writes `<bundle>.js`, `<bundle>_bg.wasm` and the chunks of the compiled bundles, and returns their folder.
pub fn package(profile: Profile, compiled: &Path) -> Result<PathBuf> {
    let pkg = target_dir().join("pkg").join(profile.name());
    fs::create_dir_all(&pkg)?;
    // In parallel, because wasm-opt is single-threaded.
    thread::scope(|scope| {
        let bundles = BUNDLES.map(|(bundle, is_app)| {
            let (input, pkg) = (compiled.join(bundle).with_extension("wasm"), &pkg);
            scope.spawn(move || package_bundle(profile, bundle, is_app, &input, pkg))
        });
        let ended = bundles.map(|bundle| bundle.join().unwrap_or_else(|_| Err(anyhow!("packaging a bundle panicked"))));
        ended.into_iter().collect::<Result<()>>()
    })?;
    Ok(pkg)
}

/// Whether the site of a profile is tested with the yew host.
fn has_host(profile: Profile) -> bool {
    profile == Profile::Browser
}

/// Writes `host.js` and `host_bg.wasm` into a folder beside that of the bundles, if the site is tested with it.
pub fn package_host(profile: Profile, compiled: &Path) -> Result<()> {
    if !has_host(profile) {
        return Ok(());
    }
    let (folder, input) = (target_dir().join(HOST.0), compiled.join(HOST.0).with_extension("wasm"));
    let key = stamp::fingerprint(&[input.clone(), root().join("xtask/src/wasm.rs")]);
    stamp::unless_done(&folder.with_extension("stamp"), &key, || {
        fs::create_dir_all(&folder)?;
        let parts = split::Parts::whole(&input);
        step("wasm-bindgen, a host", || bindgen(profile, HOST.0, &parts, &folder))?;
        let wasm = folder.join("host_bg.wasm");
        Ok(fs::write(&wasm, split::stripped(&fs::read(&wasm)?, true)?)?)
    })
}

fn package_bundle(profile: Profile, bundle: &str, is_app: bool, input: &Path, pkg: &Path) -> Result<()> {
    let work = target_dir().join("pkg").join(format!("{}-{bundle}", profile.name()));
    let recipe =
        ["package-lock.json", "xtask/src/names.rs", "xtask/src/pack.rs", "xtask/src/split.rs", "xtask/src/wasm.rs"]
            .map(|file| root().join(file));
    let key = stamp::fingerprint(&[&[input.to_owned()][..], &recipe].concat());
    stamp::unless_done(&work.with_extension("stamp"), &key, || {
        for old in stamp::files(pkg) {
            if split::is_part_of(bundle, &old.file_name().unwrap_or_default().to_string_lossy()) {
                fs::remove_file(old)?;
            }
        }
        let parts = if is_app && profile.is_split() {
            step(&format!("split {bundle}"), || split::split(bundle, input, &work))?
        } else {
            split::Parts::whole(input)
        };
        step(&format!("wasm-bindgen, {bundle}"), || bindgen(profile, bundle, &parts, pkg))?;
        let files = finish(profile, bundle, &parts, pkg)?;
        if profile.is_small() {
            step(&format!("wasm-opt, {bundle}: {} file(s)", files.len()), || {
                files.iter().try_for_each(|file| shrink(file))
            })?;
        }
        pack::pack(bundle, &files, pkg)
    })
}

fn bindgen(profile: Profile, bundle: &str, parts: &split::Parts, pkg: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(&parts.main)
        .out_name(bundle)
        .web(true)?
        .typescript(false)
        // Chunks find their data and their table index through the linker's exports.
        .keep_lld_exports(parts.link.is_some())
        .remove_name_section(profile.is_small())
        .remove_producers_section(profile.is_small())
        .generate(pkg)
        .with_context(|| format!("wasm-bindgen could not make the glue of {bundle}"))
}

/// Puts the parts of a bundle beside its glue, without linker-only sections. Returns the wasm files.
fn finish(profile: Profile, bundle: &str, parts: &split::Parts, pkg: &Path) -> Result<Vec<PathBuf>> {
    if let Some(link) = &parts.link {
        fs::copy(link, pkg.join(link.file_name().unwrap_or_default()))?;
    }
    fs::write(pkg.join(split::list_name(bundle)), serde_json::to_string(&parts.behind)?)?;
    let main = pkg.join(format!("{bundle}_bg.wasm"));
    if profile.is_small() {
        names::shorten(&main, &pkg.join(bundle).with_extension("js"))?;
    }
    let chunks = parts.chunks.iter().map(|chunk| (chunk.clone(), pkg.join(chunk.file_name().unwrap_or_default())));
    let files = [(main.clone(), main)].into_iter().chain(chunks);
    let strip = |(from, to): (PathBuf, PathBuf)| {
        let wasm = split::stripped(&fs::read(&from)?, !profile.is_small());
        fs::write(&to, wasm.with_context(|| format!("{}", from.display()))?)?;
        Ok(to)
    };
    files.map(strip).collect()
}

pub fn shrink(wasm: &Path) -> Result<()> {
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
