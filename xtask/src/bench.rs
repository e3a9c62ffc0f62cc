//! `cargo xtask bench`: how large a page is and how fast it responds, by itself or beside another build. It reports
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

/// The options go to `tests/bench/against.mjs` if they name another site, and else to `tests/bench/bench.mjs`.
pub fn bench(options: &[&str]) -> Result<()> {
    dist::build(Profile::Release, Libstd::Own)?;
    sizes::print(Profile::Release)?;
    let is_paired = options.contains(&"--against");
    let mut bench = node(if is_paired { "tests/bench/against.mjs" } else { "tests/bench/bench.mjs" });
    bench.args(options);
    if let Some(browser) = browser::find_or_install()? {
        bench.env("ABACUS_BROWSER", browser);
    }
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    run(bench.env("ABACUS_DIST_PORT", port.to_string()))
}
