//! Writes `<calculator>.json` for every calculator to the folder given as argument: the public test vectors.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "the oracle is written for tests, which fail by panicking"
)]

#[allow(dead_code, unused_imports, reason = "the tests use the rest of it")]
#[path = "../tests/oracle/mod.rs"]
mod oracle;
#[path = "../tests/vectors.rs"]
mod vectors;

use std::io::{Error, Result};
use std::path::PathBuf;
use std::{env, fs};

use abacus_core::calculators::CATALOG;

fn main() -> Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or(Error::other("no folder named"))?);
    fs::create_dir_all(&folder)?;
    for tool in CATALOG {
        fs::write(folder.join(format!("{}.json", tool.spec().id)), vectors::vectors(*tool).to_string())?;
    }
    Ok(())
}
