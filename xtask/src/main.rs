//! The entry point for building, serving and testing: `cargo xtask help`.

mod apt;
mod bench;
mod browser;
mod dependencies;
mod dist;
mod office;
mod prerender;
mod process;
mod serve;
mod setup;
mod site;
mod soak;
mod stamp;
mod tally;
mod test;
mod wasm;

use std::{env, process::ExitCode};

use anyhow::{Context, Result, bail};
use test::Only;
use wasm::Profile;

const HELP: &str = "\
cargo xtask <command>

  setup                        install what building needs: the wasm target, node's packages
  serve [--release] [--port N] build, serve on http://127.0.0.1:8080, rebuild and reload on changes
  check                        the quick loop after an edit: format, lints, and all native tests with few cases
  dist                         build the site for a static host into dist/, and print its sizes
  sizes                        print the sizes of dist/ again
  test [--only core|native|browser] [--release] [-- …]
                               run every check, or only some, in a browser on a site that is quickly built, or on the
                               one that is shipped; what follows -- goes to Playwright
  soak [--seconds N]           a million cases, many more properties, each fuzz target for N seconds (60), and the site
                               as shipped: in a browser, and built twice to the same bytes
  bench [--runs N]             sizes, and the time from a key or a slider to the painted result
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
        ["setup"] => setup::alongside(|| Ok(()))?,
        ["serve", options @ ..] => {
            let (profile, port) = serve_options(options)?;
            serve::run(profile, port)?;
        }
        ["dist"] => {
            dist::build(Profile::Release)?;
            dist::sizes()?;
        }
        ["check"] => return test::check(),
        ["test", options @ ..] => return test_options(options),
        ["soak"] => soak::soak(60)?,
        ["soak", "--seconds", number] => {
            soak::soak(number.parse().with_context(|| format!("not a number of seconds: {number}"))?)?;
        }
        ["bench", options @ ..] => bench::bench(options)?,
        ["sizes"] => dist::sizes()?,
        [] | ["help" | "--help" | "-h"] => print!("{HELP}"),
        _ => bail!("unknown: {}\n\n{HELP}", args.join(" ")),
    }
    Ok(ExitCode::SUCCESS)
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
    let (mut only, mut site) = (Only::All, Profile::Browser);
    loop {
        options = match options {
            ["--only", name, rest @ ..] => {
                only = Only::named(name)?;
                rest
            }
            ["--release", rest @ ..] => {
                site = Profile::Release;
                rest
            }
            [] => return test::run(only, site, &[]),
            ["--", playwright @ ..] => return test::run(only, site, playwright),
            _ => bail!("test does not know {}\n\n{HELP}", options.join(" ")),
        };
    }
}
