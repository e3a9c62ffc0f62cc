//! `cargo xtask test`: all checks, with the counts in the last line. `cargo xtask check`: those that need no browser
//! and little time.

use std::{
    env, fs,
    net::TcpListener,
    path::PathBuf,
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
    process::{cargo, node, root, run_quiet, step},
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
    run_and_report(|tally| {
        match only {
            Only::Core => {
                let core = ["--package", "abacus-core"];
                tally.suite("cargo test, core", || tally::cargo_test(&mut cargo_test(&core)));
            }
            Only::Native => native(tally)?,
            Only::Browser => {
                if let Some(programs) = build_site(tally, site, needs_single(site, cases, playwright_args), &[]) {
                    in_chromium(tally, site, cases, playwright_args, programs);
                }
            }
            Only::Engine(engine) => {
                if build_site(tally, site, true, &[engine]).is_some() {
                    in_engines(tally, site, Cases::All, &[engine])?;
                }
            }
            // In parallel: while one waits for the linker or for a page, the other has the processor.
            Only::All => thread::scope(|scope| {
                let handle = scope.spawn(|| {
                    let mut tally = Tally::default();
                    native(&mut tally).map(|()| tally)
                });
                in_browsers(tally, site, cases, playwright_args)?;
                tally.join(handle.join().map_err(|_| anyhow!("the native checks panicked"))??);
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
    run_and_report(|tally| {
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
    in_browsers(&mut tally, profile, Cases::All, &[])?;
    if tally.counts.failed > 0 {
        bail!("{} failed", tally.counts.failed);
    }
    Ok(())
}

fn run_and_report(checks: impl FnOnce(&mut Tally) -> Result<()>) -> Result<ExitCode> {
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
        run_quiet(cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-Dwarnings")).map(drop)
    });
    // Only the soak builds them, and only it needs the C++ compiler: nothing is linked here, so any path will do.
    tally.check("fuzz targets", || {
        let mut check = cargo();
        check.args(["check", "--quiet", "--manifest-path", "fuzz/Cargo.toml", "--target-dir"]);
        run_quiet(check.arg(target_dir().join("fuzz")).env("CUSTOM_LIBFUZZER_PATH", root().join("Cargo.toml")))
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
        run_quiet(cargo().args(["fmt", "--all", "--", "--check"]).args(sources))
            .map(drop)
            .map_err(|error| error.context("not formatted: run `cargo fmt --all -- $(git ls-files '*.rs')`"))
    });
    // No code is compiled for wasm only, so this covers all of it.
    let lints = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    tally.check("cargo clippy", || run_quiet(cargo().args(lints)).map(drop));
}

fn cargo_test(scope: &[&str]) -> Command {
    let mut test = cargo();
    test.args(["test", "--quiet", "--no-fail-fast"]).args(scope);
    test
}

/// What the tests in Chromium need beside the site. Without an office or a server, those that need it fail with a message,
/// and the others still run.
struct Programs {
    /// `None` for the one that Playwright manages.
    chromium: Result<Option<PathBuf>>,
    others: [(&'static str, Result<PathBuf>); 2],
}

/// One after the other: two cannot install at the same time.
fn programs(engines: &[Engine]) -> Programs {
    browser::chinese_font().unwrap_or_else(|error| eprintln!("✗ {error:#}"));
    let found = Programs {
        chromium: browser::find_or_install(),
        others: [("ABACUS_OFFICE", office::find_or_install()), ("ABACUS_SERVERS", servers::find_or_unpack())],
    };
    for engine in engines {
        // What is missing is said by the tests themselves.
        drop(engine.find_or_install());
    }
    found
}

/// Whether the tests open the files that hold all pages. They take as long to build as the site, and are the same code in
/// another box.
fn needs_single(site: Profile, cases: Cases, args: &[&str]) -> bool {
    cases.on(site) == Cases::All || args.iter().any(|arg| arg.contains("single"))
}

/// Builds the site. What waits for the network runs while the compiler works.
fn build_site(tally: &mut Tally, site: Profile, single: bool, engines: &[Engine]) -> Option<Programs> {
    let build = || {
        let libstd = dist::build(site, Libstd::Own)?;
        if single { single::build(site, libstd, Some(SITE)) } else { Ok(()) }
    };
    thread::scope(|scope| {
        let found = scope.spawn(|| programs(engines));
        let is_built = tally.check("build the site", build);
        found.join().ok().filter(|_| is_built)
    })
}

/// The tests in all engines at the same time: each waits for a browser most of the time.
fn in_browsers(tally: &mut Tally, site: Profile, cases: Cases, args: &[&str]) -> Result<()> {
    let Some(programs) = build_site(tally, site, needs_single(site, cases, args), &Engine::ALL) else { return Ok(()) };
    thread::scope(|scope| {
        let handle = scope.spawn(|| {
            let mut tally = Tally::default();
            in_engines(&mut tally, site, cases.on(site), &Engine::ALL).map(|()| tally)
        });
        in_chromium(tally, site, cases, args, programs);
        tally.join(handle.join().map_err(|_| anyhow!("the tests in the engines panicked"))??);
        Ok(())
    })
}

fn in_engines(tally: &mut Tally, site: Profile, cases: Cases, engines: &[Engine]) -> Result<()> {
    thread::scope(|scope| {
        let running: Vec<_> = engines
            .iter()
            .map(|engine| {
                scope.spawn(move || {
                    let mut tally = Tally::default();
                    tally.suite(&format!("tests in {}", engine.name()), || engine.test(site, cases));
                    tally
                })
            })
            .collect();
        for engine in running {
            tally.join(engine.join().map_err(|_| anyhow!("the tests of an engine panicked"))?);
        }
        Ok(())
    })
}

fn in_chromium(tally: &mut Tally, site: Profile, cases: Cases, args: &[&str], programs: Programs) {
    tally.suite("tests in chromium", || {
        step("format figures for format.spec.js", formats)?;
        let mut command = node("node_modules/@playwright/test/cli.js");
        command.arg("test").args(args).env("ABACUS_SITE", site.name());
        if cases == Cases::All {
            command.env("ABACUS_CASES", "all");
        }
        if needs_single(site, cases, args) {
            command.env("ABACUS_SINGLE", "1");
        }
        if let Some(browser) = programs.chromium? {
            command.env("ABACUS_BROWSER", browser);
        }
        for (variable, program) in programs.others {
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

/// Where the tests suppose that others reach the site.
const SITE: &str = "https://abacus.example/tools/";

/// Figures as core formats them, which a browser test compares with the browser's own.
fn formats() -> Result<()> {
    let figures = run_quiet(&mut example(&XTASK, "formats")?)?;
    Ok(fs::write(target_dir().join("formats.json"), figures)?)
}

/// A free port, so that two checkouts can be tested at the same time.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
