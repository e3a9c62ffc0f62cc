//! Installs Debian packages without asking: as root, or with a passwordless sudo.

use std::{process::Command, sync::OnceLock};

use anyhow::{Result, bail};

use crate::process::{answer, command, run, step};

/// Whether [`install`] can work on this machine.
pub fn available() -> bool {
    answer(command("apt-get").arg("--version")).is_some() && (is_root() || answer(&mut sudo("true")).is_some())
}

/// The package lists are updated once per run.
pub fn install(packages: &[&str]) -> Result<()> {
    let named = packages.join(" ");
    if !available() {
        bail!("`apt-get install {named}` needs root");
    }
    static UPDATED: OnceLock<()> = OnceLock::new();
    if UPDATED.set(()).is_ok() {
        step("apt-get update", || run(apt_get().args(["update", "-qq"])))?;
    }
    step(&format!("apt-get install {named}"), || {
        run(apt_get().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
    })
}

fn is_root() -> bool {
    answer(command("id").arg("-u")).as_deref() == Some("0")
}

fn sudo(program: &str) -> Command {
    let mut sudo = command("sudo");
    sudo.args(["-n", program]);
    sudo
}

fn apt_get() -> Command {
    let mut apt_get = if is_root() { command("apt-get") } else { sudo("apt-get") };
    apt_get.env("DEBIAN_FRONTEND", "noninteractive");
    apt_get
}
