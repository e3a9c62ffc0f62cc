//! The web servers for testing the samples in deploy/.

use std::{env, path::PathBuf};

use anyhow::{Result, bail};

use crate::{apt, stamp, wasm::target_dir};

/// Debian's packages, which are only unpacked: installed, they would start services on this machine.
const PACKAGES: [&str; 5] = ["nginx", "caddy", "apache2-bin", "libapr1", "libaprutil1"];

/// A folder that contains them like a file system root.
pub fn find_or_unpack() -> Result<PathBuf> {
    if let Some(chosen) = env::var_os("ABACUS_SERVERS").map(PathBuf::from) {
        return Ok(chosen);
    }
    let folder = target_dir().join("servers");
    if !apt::can_unpack() {
        bail!(
            "no web servers to try the samples of deploy/ with: their packages ({}) can be unpacked on Debian. Elsewhere \
             name a root that has them: ABACUS_SERVERS=/",
            PACKAGES.join(", ")
        );
    }
    stamp::unless_done(&folder.join("stamp"), &PACKAGES.join(" "), || apt::unpack(&PACKAGES, &folder))?;
    Ok(folder)
}
