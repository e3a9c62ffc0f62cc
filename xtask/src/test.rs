//! `cargo xtask test`: all checks, with the counts in the last line. `cargo xtask check`: those that need no browser
//! and little time.

use std::{
    env, fs,
    net::TcpListener,
    process::{Command, ExitCode},
    thread,
    time::Instant,
};

use anyhow::{Result, anyhow, bail};

use crate::{
    browser,
    cases::Cases,
    dependencies, dist,
    engines::Engine,
    libstd::Libstd,
    office,
    process::{cargo, node, root, run_unseen, step},
    servers, setup, single,
    stamp::files,
    tally::{self, Tally},
    wasm::{PRODUCT, Profile, XTASK, example, target_dir},
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Only {
    All,
    /// The calculators and the deal book, without a browser.
    Core,
    /// Everything that cargo can check.
    Native,
    /// The built site in Chromium.
    Browser,
    /// The built site in another engine.
    Engine(Engine),
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

/// Runs the checks. A failed one does not stop the others. Arguments after `--` go to Playwright. `site` is the
/// profile of the site that the browser opens.
pub fn run(only: Only, site: Profile, cases: Cases, playwright_args: &[&str]) -> Result<ExitCode> {
    ended(|tally| {
        match only {
            Only::Core => {
                let core = ["--package", "abacus-core"];
                tally.suite("cargo test, core", || tally::cargo_test(&mut cargo_test(&core)));
            }
            Only::Native => native(tally)?,
            Only::Browser => drop(in_browser(tally, site, cases, playwright_args)),
            Only::Engine(engine) => in_engine(tally, site, engine),
            // In parallel: while one waits for the linker or for a page, the other has the processor.
            Only::All => thread::scope(|scope| {
                let beside = scope.spawn(|| {
                    let mut tally = Tally::default();
                    native(&mut tally).map(|()| tally)
                });
                if in_browser(tally, site, cases, playwright_args) {
                    in_engines(tally, site, cases)?;
                }
                tally.join(beside.join().map_err(|_| anyhow!("the native checks panicked"))??);
                anyhow::Ok(())
            })?,
        }
        Ok(())
    })
}

/// Cases of each property and of the oracle in [`check`]: enough to find an obvious error. The gate runs the full
/// number.
const FEW: [(&str, &str); 2] = [("PROPTEST_CASES", "8"), ("ABACUS_CASES", "200")];

pub fn check() -> Result<ExitCode> {
    ended(|tally| {
        setup::components()?;
        format_and_lints(tally);
        // Neither examples nor doc tests: they take as long as all the rest, and the gate runs them.
        let tests = ["--lib", "--bins", "--tests"];
        tally.suite("cargo test, few cases", || tally::cargo_test(cargo_test(&PRODUCT).args(tests).envs(FEW)));
        tally.suite("cargo test, xtask", || tally::cargo_test(&mut cargo_test(&XTASK)));
        Ok(())
    })
}

/// The browser tests on another site than the gate's.
pub fn site(profile: Profile) -> Result<()> {
    let mut tally = Tally::default();
    if in_browser(&mut tally, profile, Cases::All, &[]) {
        in_engines(&mut tally, profile, Cases::All)?;
    }
    if tally.counts.failed > 0 {
        bail!("{} failed", tally.counts.failed);
    }
    Ok(())
}

fn ended(checks: impl FnOnce(&mut Tally) -> Result<()>) -> Result<ExitCode> {
    let start = Instant::now();
    let mut tally = Tally::default();
    checks(&mut tally)?;
    tally.print(start.elapsed());
    Ok(if tally.counts.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn native(tally: &mut Tally) -> Result<()> {
    setup::components()?;
    format_and_lints(tally);
    tally.check("dependencies: licences, sources, duplicates", dependencies::check);
    tally.check("dependencies: advisories", dependencies::advisories);
    tally.check("cargo doc", || {
        run_unseen(cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-Dwarnings")).map(drop)
    });
    // Only the soak builds them, and only it needs the C++ compiler: nothing is linked here, so any path will do.
    tally.check("fuzz targets", || {
        let mut check = cargo();
        check.args(["check", "--quiet", "--manifest-path", "fuzz/Cargo.toml", "--target-dir"]);
        run_unseen(check.arg(target_dir().join("fuzz")).env("CUSTOM_LIBFUZZER_PATH", root().join("Cargo.toml")))
            .map(drop)
    });
    tally.suite("cargo test", || tally::cargo_test(&mut cargo_test(&PRODUCT)));
    tally.suite("cargo test, xtask", || tally::cargo_test(&mut cargo_test(&XTASK)));
    Ok(())
}

fn format_and_lints(tally: &mut Tally) {
    tally.check("cargo fmt", || {
        // By name, because it finds no module that a macro declares, and no package outside the workspace.
        let sources = ["crates", "examples", "fuzz/fuzz_targets", "fuzz/src", "src", "tests", "xtask"];
        let sources = sources.map(|folder| files(&root().join(folder)));
        let sources = sources.into_iter().flatten().filter(|file| file.extension().is_some_and(|end| end == "rs"));
        run_unseen(cargo().args(["fmt", "--all", "--", "--check"]).args(sources))
            .map(drop)
            .map_err(|error| error.context("not formatted: run `cargo fmt --all -- $(git ls-files '*.rs')`"))
    });
    // No code is compiled for wasm only, so this covers all of it.
    let lints = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    tally.check("cargo clippy", || run_unseen(cargo().args(lints)).map(drop));
}

fn cargo_test(scope: &[&str]) -> Command {
    let mut test = cargo();
    test.args(["test", "--quiet", "--no-fail-fast"]).args(scope);
    test
}

fn in_engine(tally: &mut Tally, site: Profile, engine: Engine) {
    let build = || {
        let libstd = dist::build(site, Libstd::Own)?;
        single::build(site, libstd, Some(SITE))
    };
    if tally.check("build the site", build) {
        tally.suite(&format!("tests in {}", engine.name()), || engine.test(site, Cases::All));
    }
}

/// The tests in the other engines, on a site that is built: both at the same time, because each mostly waits.
fn in_engines(tally: &mut Tally, site: Profile, cases: Cases) -> Result<()> {
    // One after the other: two cannot install at the same time. What is missing is said by the tests themselves.
    let _missing = Engine::ALL.map(Engine::find_or_install);
    thread::scope(|scope| {
        let engines = Engine::ALL.map(|engine| {
            scope.spawn(move || {
                let mut tally = Tally::default();
                tally.suite(&format!("tests in {}", engine.name()), || engine.test(site, cases.on(site)));
                tally
            })
        });
        for engine in engines {
            tally.join(engine.join().map_err(|_| anyhow!("the tests of an engine panicked"))?);
        }
        Ok(())
    })
}

/// The tests in Chromium. Returns whether there is a site, which other engines can open, too.
fn in_browser(tally: &mut Tally, site: Profile, cases: Cases, args: &[&str]) -> bool {
    thread::scope(|scope| {
        // What waits for the network runs while the compiler works.
        let found = scope.spawn(|| {
            browser::chinese_font().unwrap_or_else(|error| eprintln!("✗ {error:#}"));
            [("ABACUS_OFFICE", office::find_or_install()), ("ABACUS_SERVERS", servers::find_or_unpack())]
        });
        let is_built = tally.check("build the site", || dist::build(site, Libstd::Own).map(drop));
        let found = found.join();
        if is_built {
            tally.suite("browser tests", || {
                step("format figures for format.spec.js", formats)?;
                let mut command = node("node_modules/@playwright/test/cli.js");
                command.arg("test").args(args).env("ABACUS_SITE", site.name());
                if cases == Cases::All {
                    command.env("ABACUS_CASES", "all");
                }
                // It takes as long as the site, and is the same code in another box.
                if cases.on(site) == Cases::All || args.iter().any(|arg| arg.contains("single")) {
                    single::build(site, Libstd::Own, Some(SITE))?;
                    command.env("ABACUS_SINGLE", "1");
                }
                if let Some(browser) = browser::find_or_install()? {
                    command.env("ABACUS_BROWSER", browser);
                }
                // Without one, the tests that need it fail with a message; the others still run.
                for (variable, program) in found.map_err(|_| anyhow!("looking for programs panicked"))? {
                    match program {
                        Ok(program) => drop(command.env(variable, program)),
                        Err(error) => eprintln!("✗ {error:#}"),
                    }
                }
                for port in ["ABACUS_DIST_PORT", "ABACUS_DEV_PORT"] {
                    if env::var_os(port).is_none() {
                        command.env(port, free_port()?.to_string());
                    }
                }
                tally::playwright(&mut command, &target_dir().join("playwright/results.json"))
            });
        }
        is_built
    })
}

/// Where the tests suppose that others reach the site.
const SITE: &str = "https://abacus.example/tools/";

/// Figures as core formats them, which a browser test compares with the browser's own.
fn formats() -> Result<()> {
    let figures = run_unseen(&mut example(&XTASK, "formats")?)?;
    Ok(fs::write(target_dir().join("formats.json"), figures)?)
}

/// A free port, so that two checkouts can be tested at the same time.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
