//! What has to be on the machine before anything is built. Installs what it can, and for the rest
//! names the command that does.

use std::{fs, path::Path, thread};

use anyhow::{Context, Result, anyhow, bail};

use crate::{
    process::{answer, cargo, command, npm, root, run, step},
    stamp,
};

pub const WASM: &str = "wasm32-unknown-unknown";
const NODE_MAJOR: u32 = 20;

/// Prepares what a build needs, and compiles meanwhile: the packages wait for the network, the compiler
/// for the processor. Costs next to nothing when all is there, so every build begins with it.
pub fn alongside<T>(compile: impl FnOnce() -> Result<T>) -> Result<T> {
    node_version()?;
    wasm_target()?;
    thread::scope(|scope| {
        let packages = scope.spawn(packages);
        let compiled = compile();
        packages.join().map_err(|_| anyhow!("installing node's packages panicked"))??;
        compiled
    })
}

/// The compiler's half for wasm. Looked for on disk, because a distribution's Rust has no rustup to ask.
fn wasm_target() -> Result<()> {
    let sysroot = answer(command("rustc").args(["--print", "sysroot"]))
        .context("rustc is missing. Install it: curl https://sh.rustup.rs -sSf | sh")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    step("install the wasm target", || rustup(&["target", "add", WASM]))
}

/// What only the checks need.
pub fn components() -> Result<()> {
    for (name, subcommand) in [("clippy", "clippy"), ("rustfmt", "fmt")] {
        if answer(cargo().args([subcommand, "--version"])).is_none() {
            step(&format!("install {name}"), || rustup(&["component", "add", name]))?;
        }
    }
    Ok(())
}

fn rustup(args: &[&str]) -> Result<()> {
    if answer(command("rustup").arg("--version")).is_none() {
        bail!("rustup is missing, and `rustup {}` is needed. Install it: https://rustup.rs", args.join(" "));
    }
    run(command("rustup").args(args))
}

/// Node's packages exactly as locked. The stamp lies inside `node_modules`, so it goes when that goes.
fn packages() -> Result<()> {
    let lock = fs::read_to_string(root().join("package-lock.json")).context("package-lock.json is missing")?;
    stamp::unless_done(&root().join("node_modules/.installed-lock.json"), &lock, || {
        step("npm ci", || {
            answer(npm().arg("--version")).context("npm is missing. Install it: https://nodejs.org (Debian: npm)")?;
            run(npm()
                .args(["ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"])
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
        })
    })
}

/// Says early, and with advice, that Node.js is missing or too old.
pub fn node_version() -> Result<()> {
    const ADVICE: &str = "Install it: https://nodejs.org, or `nvm install 20`";
    let version = answer(command("node").arg("--version")).with_context(|| format!("Node.js is missing. {ADVICE}"))?;
    let major: u32 = version.trim_start_matches('v').split('.').next().unwrap_or_default().parse().unwrap_or(0);
    if major < NODE_MAJOR {
        bail!("Node.js {version} is too old, {NODE_MAJOR} or later is needed. {ADVICE}");
    }
    Ok(())
}
