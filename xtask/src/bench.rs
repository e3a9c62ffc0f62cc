//! `cargo xtask bench`: how large a page is and how fast it responds. It reports figures and never fails on them.

use std::net::TcpListener;

use anyhow::Result;

use crate::{
    browser, dist,
    process::{node, run},
    wasm::Profile,
};

/// The options go to `tests/bench/bench.mjs`.
pub fn bench(options: &[&str]) -> Result<()> {
    dist::build(Profile::Release)?;
    dist::sizes()?;
    let mut bench = node("tests/bench/bench.mjs");
    bench.args(options);
    if let Some(browser) = browser::find_or_install()? {
        bench.env("ABACUS_BROWSER", browser);
    }
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    run(bench.env("ABACUS_DIST_PORT", port.to_string()))
}
