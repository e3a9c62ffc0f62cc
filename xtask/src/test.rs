//! `cargo xtask test`: every check there is, and the count of them as the last line.

use std::{env, fs, net::TcpListener, process::ExitCode};

use anyhow::{Result, bail};

use crate::{
    browser, dist, office,
    process::{cargo, node, run as run_command, step},
    setup,
    tally::{self, Tally},
    wasm::target_dir,
};

/// Which checks to run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Only {
    All,
    /// The calculators and the deal book, without a browser.
    Core,
    /// Everything that cargo can check.
    Native,
    /// The built site.
    Browser,
}

impl Only {
    pub fn named(name: &str) -> Result<Self> {
        match name {
            "core" => Ok(Self::Core),
            "native" => Ok(Self::Native),
            "browser" => Ok(Self::Browser),
            _ => bail!("--only knows core, native and browser, not {name}"),
        }
    }
}

/// Runs the checks. One that fails does not keep the others from running. What comes after `--` goes to
/// Playwright.
pub fn run(only: Only, playwright_args: &[&str]) -> Result<ExitCode> {
    let mut tally = Tally::default();
    match only {
        Only::Core => {
            tally.suite("cargo test, core", || tally::cargo_test(cargo().args(["test", "-p", "abacus-core"])))
        }
        Only::Native => native(&mut tally)?,
        Only::Browser => in_browser(&mut tally, playwright_args),
        Only::All => {
            native(&mut tally)?;
            in_browser(&mut tally, playwright_args);
        }
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn native(tally: &mut Tally) -> Result<()> {
    setup::components()?;
    setup::alongside(|| {
        tally.check("cargo fmt", || run_command(cargo().args(["fmt", "--all", "--check"])));
        tally.check("cargo clippy", || clippy(&["--workspace", "--all-targets"]));
        tally.check("cargo clippy, wasm", || clippy(&["--package", "sales-abacus", "--target", setup::WASM]));
        Ok(())
    })?;
    tally.suite("cargo test", || tally::cargo_test(cargo().args(["test", "--workspace", "--no-fail-fast"])));
    Ok(())
}

fn clippy(scope: &[&str]) -> Result<()> {
    run_command(cargo().arg("clippy").args(scope).args(["--", "--deny", "warnings"]))
}

fn in_browser(tally: &mut Tally, args: &[&str]) {
    if tally.check("build the site", dist::build) {
        dist::sizes().unwrap_or_else(|error| eprintln!("✗ {error:#}"));
        tally.suite("browser tests", || playwright(args));
    }
}

fn playwright(args: &[&str]) -> Result<Tally> {
    browser::chinese_font().unwrap_or_else(|error| eprintln!("✗ {error:#}"));
    step("format figures for format.spec.js", formats)?;
    let mut command = node("node_modules/@playwright/test/cli.js");
    command.arg("test").args(args);
    if let Some(browser) = browser::find_or_install()? {
        command.env("ABACUS_BROWSER", browser);
    }
    // Without one, the tests that need it fail and say so; the others still run.
    match office::find_or_install() {
        Ok(office) => drop(command.env("ABACUS_OFFICE", office)),
        Err(error) => eprintln!("✗ {error:#}"),
    }
    for port in ["ABACUS_DIST_PORT", "ABACUS_DEV_PORT"] {
        if env::var_os(port).is_none() {
            command.env(port, free_port()?.to_string());
        }
    }
    tally::playwright(&mut command, &target_dir().join("playwright/results.json"))
}

/// Figures as core formats them, which a browser test holds against the browser's own.
fn formats() -> Result<()> {
    let output = cargo().args(["run", "--quiet", "--package", "xtask", "--example", "formats"]).output()?;
    if !output.status.success() {
        bail!("examples/formats.rs failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(fs::write(target_dir().join("formats.json"), output.stdout)?)
}

/// A port that nothing listens on, so that two checkouts can be tested at the same time.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
