//! The entry point for building, serving and testing: `cargo xtask help`.

mod apt;
mod bench;
mod browser;
mod budget;
mod cases;
mod dependencies;
mod dist;
mod engines;
mod libstd;
mod licences;
mod names;
mod office;
mod pack;
mod prerender;
mod process;
mod reproduce;
mod serve;
mod servers;
mod setup;
mod single;
mod site;
mod sizes;
mod soak;
mod split;
mod stamp;
mod tally;
mod test;
mod vectors;
mod wasm;

use std::{env, process::ExitCode};

use anyhow::{Context, Result, bail};
use cases::Cases;
use engines::Engine;
use libstd::Libstd;
use process::step;
use test::Only;
use wasm::Profile;

const HELP: &str = "\
cargo xtask <command>

  setup                        install what building needs: the wasm target, node's packages
  serve [--release] [--port N] build, serve on http://127.0.0.1:8080, rebuild and reload on changes
  check                        the quick loop after an edit: format, lints, and all native tests with few cases
  dist [--std own|prebuilt]    build the site for a static host into dist/, print its sizes, and hold them against
                               budget.toml. Rust's standard library is compiled along, for size; prebuilt takes the one
                               that rustup ships, as happens by itself where its sources cannot be had
  dist --site <https://…/>     the same; the two files that hold all pages share links to the site at this address
  dist --unsplit               the same, each bundle in one piece, into target/dist/unsplit
  sizes                        print the sizes of dist/ again
  test [--only core|native|browser] [--all] [--release|--unsplit] [-- …]
                               run every check, or only some, in a browser on a site that is quickly built, on the one
                               that is shipped, or on that in one piece; with --all also the files that hold all
                               pages and the browser tests that are left to the soak otherwise; what follows -- goes to Playwright
  test --engine firefox|webkit [--release|--unsplit]
                               only the tests that run in other engines, too, in this one
  soak [--seconds N] [cases laws books tabs fuzz site whole twice]
                               a million cases, many more properties, whole books, a million steps of tabs, each fuzz
                               target for N seconds (60), and the site as shipped: in a browser, there also in one
                               piece, and built twice to the same bytes. Of the parts named, or of all
  reproduce                    build dist/ twice from nothing, each time in a target directory of its own, and compare
  bench [--runs N]             sizes, and the time from a key or a slider to the painted result
  bench --against <folder> [--samples N]
                               the site beside another build of it: opening on a slow phone, a key, a slider
  bench --frames [--samples N] when a host's page has painted its largest content, with six frames and without
";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    match run(&args.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("✗ {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<ExitCode> {
    match args {
        ["setup"] => setup::while_preparing(|| Ok(()))?,
        ["serve", options @ ..] => {
            let (profile, port) = serve_options(options)?;
            serve::run(profile, port)?;
        }
        ["dist", options @ ..] => {
            let DistOptions { profile, libstd, site } = dist_options(options)?;
            let built = dist::build(profile, libstd)?;
            if profile == Profile::Release {
                single::build(profile, built, site)?;
            }
            // The budget applies only to the release site.
            if built == Libstd::Own && profile == Profile::Release {
                sizes::check(profile)?;
            } else {
                sizes::print(profile)?;
            }
        }
        ["check"] => return test::check(),
        ["test", options @ ..] => return test_options(options),
        ["soak", "--seconds", number, parts @ ..] => {
            soak::soak(number.parse().with_context(|| format!("not a number of seconds: {number}"))?, parts)?;
        }
        ["soak", parts @ ..] => soak::soak(60, parts)?,
        ["bench", options @ ..] => bench::bench(options)?,
        ["reproduce"] => step("the site as shipped, built twice from nothing", reproduce::reproduce)?,
        ["sizes"] => drop(sizes::print(Profile::Release)?),
        [] | ["help" | "--help" | "-h"] => print!("{HELP}"),
        _ => bail!("unknown: {}\n\n{HELP}", args.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
}

struct DistOptions<'a> {
    profile: Profile,
    libstd: Libstd,
    /// Where others will reach the site.
    site: Option<&'a str>,
}

fn dist_options<'a>(mut options: &[&'a str]) -> Result<DistOptions<'a>> {
    let (mut profile, mut libstd, mut site) = (Profile::Release, Libstd::Own, None);
    loop {
        options = match options {
            ["--unsplit", rest @ ..] => {
                profile = Profile::Unsplit;
                rest
            }
            ["--std", name, rest @ ..] => {
                libstd = Libstd::named(name)?;
                rest
            }
            ["--site", address, rest @ ..] => {
                if !address.starts_with("https://") && !address.starts_with("http://") || !address.ends_with('/') {
                    bail!("--site takes the address of the site, from https:// to the last /, not {address}");
                }
                site = Some(*address);
                rest
            }
            [] => return Ok(DistOptions { profile, libstd, site }),
            _ => bail!("dist does not know {}\n\n{HELP}", options.join(" ")),
        };
    }
}

fn serve_options(mut options: &[&str]) -> Result<(Profile, u16)> {
    let (mut profile, mut port) = (Profile::Dev, 8080);
    loop {
        options = match options {
            ["--release", rest @ ..] => {
                profile = Profile::Release;
                rest
            }
            ["--port", number, rest @ ..] => {
                port = number.parse().with_context(|| format!("not a port: {number}"))?;
                rest
            }
            [] => return Ok((profile, port)),
            _ => bail!("serve does not know {}\n\n{HELP}", options.join(" ")),
        };
    }
}

fn test_options(mut options: &[&str]) -> Result<ExitCode> {
    let (mut only, mut site, mut cases) = (Only::All, Profile::Browser, Cases::Some);
    loop {
        options = match options {
            ["--only", name, rest @ ..] => {
                only = Only::named(name)?;
                rest
            }
            ["--all", rest @ ..] => {
                cases = Cases::All;
                rest
            }
            ["--release", rest @ ..] => {
                site = Profile::Release;
                rest
            }
            ["--unsplit", rest @ ..] => {
                site = Profile::Unsplit;
                rest
            }
            ["--engine", name, rest @ ..] => {
                only = Only::Engine(Engine::named(name)?);
                rest
            }
            [] => return test::run(only, site, cases, &[]),
            ["--", playwright @ ..] => return test::run(only, site, cases, playwright),
            _ => bail!("test does not know {}\n\n{HELP}", options.join(" ")),
        };
    }
}
