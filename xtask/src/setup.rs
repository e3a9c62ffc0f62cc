//! Prepares the machine before a build. Installs what it can, and names the command for the rest.

use std::{fmt, fs, path::Path, thread};

use anyhow::{Context, Result, anyhow, bail};

use crate::{
    process::{cargo, command, npm, output_of, root, run, step},
    stamp,
};

pub const WASM: &str = "wasm32-unknown-unknown";
const RUSTUP: &str = "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh";

/// Marks a failure of the preparation, which no change to the sources can fix.
#[derive(Clone, Copy, Debug)]
pub struct SetupFailed;

impl fmt::Display for SetupFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the machine could not be prepared")
    }
}

/// Prepares what a build needs while `compile` runs: the packages wait for the network, the compiler for the CPU. Costs
/// almost nothing if everything is there, so every build begins with it.
pub fn while_preparing<T>(compile: impl FnOnce() -> Result<T>) -> Result<T> {
    node_version().and_then(|()| wasm_target()).context(SetupFailed)?;
    thread::scope(|scope| {
        let packages = scope.spawn(packages);
        let compiled = compile();
        let packages = packages.join().map_err(|_| anyhow!("installing node's packages panicked"));
        packages.flatten().context(SetupFailed)?;
        compiled
    })
}

/// The compiler's wasm target. Looked up on disk, because a distribution's Rust has no rustup to ask.
fn wasm_target() -> Result<()> {
    let sysroot = output_of(command("rustc").args(["--print", "sysroot"]))
        .with_context(|| format!("rustc is missing. Install it: {RUSTUP}"))?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    step("install the wasm target", || rustup(&["target", "add", WASM]))
}

/// The rustup components that only the checks need.
pub fn components() -> Result<()> {
    for (name, subcommand) in [("clippy", "clippy"), ("rustfmt", "fmt")] {
        if output_of(cargo().args([subcommand, "--version"])).is_none() {
            step(&format!("install {name}"), || rustup(&["component", "add", name]))?;
        }
    }
    Ok(())
}

/// Runs rustup, or says what it is needed for.
pub fn rustup(args: &[&str]) -> Result<()> {
    if output_of(command("rustup").arg("--version")).is_none() {
        bail!("rustup is missing, and `rustup {}` is needed. Install it: {RUSTUP} (https://rustup.rs)", args.join(" "));
    }
    run(command("rustup").args(args))
}

/// The npm packages exactly as locked. The stamp is inside `node_modules`, so it is deleted with it.
fn packages() -> Result<()> {
    let lock = fs::read_to_string(root().join("package-lock.json")).context("package-lock.json is missing")?;
    stamp::unless_done(&root().join("node_modules/.installed-lock.json"), &lock, || {
        step("npm ci", || {
            output_of(npm().arg("--version"))
                .context("npm is missing. Install it: sudo apt install npm, or with Node.js from https://nodejs.org")?;
            run(npm()
                .args(["ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"])
                .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
        })
    })
}

/// Reports early, and with advice, that Node.js is missing or has a version that the locked packages refuse.
pub fn node_version() -> Result<()> {
    const ADVICE: &str = "Install it: nvm install 22, or from https://nodejs.org";
    let version =
        output_of(command("node").arg("--version")).with_context(|| format!("Node.js is missing. {ADVICE}"))?;
    if !is_supported(&version) {
        bail!("Node.js {version} does not do: 20.19 or later in 20, or 22.12 or later is needed. {ADVICE}");
    }
    Ok(())
}

/// `^20.19.0 || >=22.12.0`, as package.json and the packages require.
fn is_supported(version: &str) -> bool {
    let mut parts = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    match (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) {
        (20, minor) => minor >= 19,
        (22, minor) => minor >= 12,
        (major, _) => major > 22,
    }
}

#[cfg(test)]
mod tests {
    use anyhow::{Context, Error, anyhow};

    use super::{SetupFailed, is_supported};

    #[test]
    fn node_versions_that_the_packages_refuse_are_refused() {
        for (version, expected) in [
            ("v18.20.4", false),
            ("v20.18.3", false),
            ("v20.19.0", true),
            ("v20.20.2", true),
            ("v21.7.3", false),
            ("v22.11.0", false),
            ("v22.12.0", true),
            ("v23.0.0", true),
            ("v24.1.0", true),
            ("nonsense", false),
        ] {
            assert_eq!(is_supported(version), expected, "{version}");
        }
    }

    #[test]
    fn a_failed_setup_is_not_a_failed_build() {
        let wrapped = |error: Error| Err::<(), _>(error).context("step failed").unwrap_err();
        assert!(wrapped(anyhow!("npm is missing").context(SetupFailed)).is::<SetupFailed>());
        assert!(!wrapped(anyhow!("cargo build failed")).is::<SetupFailed>());
    }
}
