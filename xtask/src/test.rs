//! `cargo xtask test`: every check there is, and the count of them as the last line.

use std::{env, net::TcpListener, process::ExitCode};

use anyhow::{Result, bail};

use crate::{
    browser, dist,
    process::{cargo, node, run as run_command},
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
    let mut command = node("node_modules/@playwright/test/cli.js");
    command.arg("test").args(args);
    if let Some(browser) = browser::find_or_install()? {
        command.env("ABACUS_BROWSER", browser);
    }
    for port in ["ABACUS_DIST_PORT", "ABACUS_DEV_PORT"] {
        if env::var_os(port).is_none() {
            command.env(port, free_port()?.to_string());
        }
    }
    tally::playwright(&mut command, &target_dir().join("playwright/results.json"))
}

/// A port that nothing listens on, so that two checkouts can be tested at the same time.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
