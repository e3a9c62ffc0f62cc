//! `cargo xtask bench`: how large a page is and how fast it responds, alone or compared with another build. It reports
//! figures and never fails on them.

use std::net::TcpListener;

use anyhow::Result;

use crate::{
    browser, dist,
    libstd::Libstd,
    process::{node, run},
    sizes,
    wasm::Profile,
};

/// The options go to `tests/bench/against.mjs` if they name another site, to `tests/bench/frames.mjs` if frames are
/// requested, and otherwise to `tests/bench/bench.mjs`.
pub fn bench(options: &[&str]) -> Result<()> {
    dist::build(Profile::Release, Libstd::Own)?;
    sizes::print(Profile::Release)?;
    let script = match options {
        options if options.contains(&"--against") => "tests/bench/against.mjs",
        options if options.contains(&"--frames") => "tests/bench/frames.mjs",
        _ => "tests/bench/bench.mjs",
    };
    let mut bench = node(script);
    bench.args(options);
    if let Some(browser) = browser::find_or_install()? {
        bench.env("ABACUS_BROWSER", browser);
    }
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    run(bench.env("ABACUS_DIST_PORT", port.to_string()))
}
