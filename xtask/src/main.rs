//! The one entry to building, serving and testing: `cargo xtask help`.

mod apt;
mod bench;
mod browser;
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
  dist                         build the site for a static host into dist/, and print its sizes
  sizes                        print the sizes of dist/ again
  test [--only core|native|browser] [-- …]
                               run every check, or only some; what follows -- goes to Playwright
  soak [--seconds N]           a million cases, many more properties, and each fuzz target for N seconds (60)
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
            dist::build()?;
            dist::sizes()?;
        }
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

fn test_options(options: &[&str]) -> Result<ExitCode> {
    match options {
        [] => test::run(Only::All, &[]),
        ["--", playwright @ ..] => test::run(Only::All, playwright),
        ["--only", name] => test::run(Only::named(name)?, &[]),
        ["--only", name, "--", playwright @ ..] => test::run(Only::named(name)?, playwright),
        _ => bail!("test does not know {}\n\n{HELP}", options.join(" ")),
    }
}
