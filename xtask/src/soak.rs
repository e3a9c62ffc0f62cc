//! `cargo xtask soak`: checks that are too slow for every edit. Ten times the oracle's cases in a release build, every
//! property with many more cases, whole books, each fuzz target for a while; the release site, in a browser, also with
//! unsplit bundles, and built twice.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    process::{cargo, command, output_of, root, run, step},
    reproduce,
    stamp::files,
    test,
    wasm::{Profile, target_dir},
};

/// Cases of the oracle, and of each property.
const CASES: u32 = 1_000_000;
const PROPERTY_CASES: u32 = 20_000;
/// Whole books, each wiped and imported several times.
const BOOKS: u32 = 10_000;

/// The flags by which a program reports its coverage to libFuzzer. They work with the stable compiler: cargo-fuzz
/// needs nightly for the address sanitizer, and there is no `unsafe` code here for it to watch.
const INSTRUMENTED: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// Runs of a hundred steps on average: a million steps.
const MODEL_CASES: u32 = 10_000;

/// The longest input of a fuzz target, in bytes: fields and links are short, records and files are not.
fn longest(target: &str) -> u32 {
    match target {
        "deal_record" | "import_file" => 4096,
        "csv_table" => 1024,
        _ => 200,
    }
}

/// A part, which takes between a minute and an hour.
struct Part {
    name: &'static str,
    about: &'static str,
    run: fn(u32) -> Result<()>,
}

const PARTS: [Part; 8] = [
    Part { name: "cases", about: "a million cases against fractions, release build", run: |_| cases() },
    Part {
        name: "laws",
        about: "properties with many cases, among them solving and reading back",
        run: |_| properties(),
    },
    Part { name: "books", about: "whole books exported, wiped and imported", run: |_| books() },
    Part { name: "tabs", about: "stories of tabs that write, crash and race, a hundred steps each", run: |_| tabs() },
    Part { name: "fuzz", about: "each fuzz target for a while", run: fuzz },
    Part { name: "site", about: "the site as shipped, in a browser", run: |_| test::site(Profile::Release) },
    Part { name: "whole", about: "the site in one piece, in a browser", run: |_| test::site(Profile::Unsplit) },
    Part { name: "twice", about: "the site as shipped, built twice from nothing", run: |_| reproduce::reproduce() },
];

/// Runs the parts of these names, or all of them; each fuzz target for this many seconds.
pub fn soak(seconds: u32, names: &[&str]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| PARTS.iter().all(|part| part.name != **name)) {
        bail!("soak has the parts {}, not {unknown}", PARTS.map(|part| part.name).join(", "));
    }
    let wanted = PARTS.iter().filter(|part| names.is_empty() || names.contains(&part.name));
    wanted.into_iter().try_for_each(|part| step(&format!("{}: {}", part.name, part.about), || (part.run)(seconds)))
}

fn cases() -> Result<()> {
    run(release_tests("abacus-core", &["oracle", "--nocapture"]).env("ABACUS_CASES", CASES.to_string()))
}

fn properties() -> Result<()> {
    run(release_tests("abacus-core", &["laws", "solve", "round_trip"])
        .env("PROPTEST_CASES", PROPERTY_CASES.to_string())
        .env("ABACUS_CASES", CASES.to_string()))?;
    run(release_tests("abacus-deals", &["deals::", "transfer::"]).env("PROPTEST_CASES", PROPERTY_CASES.to_string()))
}

fn books() -> Result<()> {
    run(release_tests("abacus-deals", &["books::"]).env("PROPTEST_CASES", BOOKS.to_string()))
}

fn tabs() -> Result<()> {
    let mut test = cargo();
    test.args(["test", "--package", "sales-abacus", "--test", "app", "never_lost::model"]);
    run(test.env("PROPTEST_CASES", MODEL_CASES.to_string()))
}

/// The tests of a package whose names contain one of these words, in a release build.
fn release_tests(package: &str, filters: &[&str]) -> Command {
    let mut test = cargo();
    test.args(["test", "--package", package, "--release", "--tests", "--"]).args(filters);
    test
}

fn fuzz(seconds: u32) -> Result<()> {
    let folder = root().join("fuzz");
    let version = output_of(command("rustc").arg("-vV")).context("rustc is missing")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc names no host")?;
    let built = target_dir().join("fuzz");
    step("build the fuzz targets (needs a C++ compiler)", || {
        // With `--target` the flags do not apply to build scripts.
        run(cargo()
            .args(["build", "--release", "--target", host, "--manifest-path", "fuzz/Cargo.toml"])
            .env("CARGO_TARGET_DIR", &built)
            .env("RUSTFLAGS", INSTRUMENTED))
    })?;
    for target in targets(&folder) {
        let corpus = built.join("corpus").join(&target);
        std::fs::create_dir_all(&corpus)?;
        // New inputs go into the first folder; the second is only read.
        let seeds = Some(folder.join("seeds").join(&target)).filter(|seeds| seeds.is_dir());
        step(&format!("fuzz {target}, {seconds} s"), || {
            run(Command::new(built.join(host).join("release").join(&target))
                .current_dir(&built)
                .arg(format!("-max_total_time={seconds}"))
                .arg(format!("-dict={}", folder.join("words.dict").display()))
                .arg(format!("-max_len={}", longest(&target)))
                .args(["-verbosity=0", "-print_final_stats=1"])
                .arg(corpus)
                .args(seeds))
        })?;
    }
    Ok(())
}

/// The fuzz targets, by their files.
fn targets(folder: &Path) -> Vec<String> {
    let sources = files(&folder.join("fuzz_targets"));
    sources.iter().filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned())).collect()
}
