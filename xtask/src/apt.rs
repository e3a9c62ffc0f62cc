//! Installs Debian packages without asking: as root, or with a passwordless sudo. Unpacking needs no privileges.

use std::{fs, path::Path, process::Command, sync::OnceLock};

use anyhow::{Result, bail};

use crate::{
    process::{command, output_of, run, run_quiet, step},
    stamp::files,
};

/// Whether [`install`] can work on this machine.
pub fn available() -> bool {
    output_of(command("apt-get").arg("--version")).is_some() && (is_root() || output_of(&mut sudo("true")).is_some())
}

pub fn install(packages: &[&str]) -> Result<()> {
    let named = packages.join(" ");
    if !available() {
        bail!("`apt-get install {named}` needs root");
    }
    update()?;
    step(&format!("apt-get install {named}"), || {
        run(apt_get().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
    })
}

/// Whether [`unpack`] can work on this machine.
pub fn can_unpack() -> bool {
    ["apt-get", "dpkg-deb"].iter().all(|program| output_of(command(program).arg("--version")).is_some())
}

/// Unpacks packages into an otherwise empty folder. Nothing is installed and no service started.
pub fn unpack(packages: &[&str], folder: &Path) -> Result<()> {
    // Without root, the existing lists may suffice.
    if available() {
        update()?;
    }
    step(&format!("unpack {}", packages.join(" ")), || {
        fs::remove_dir_all(folder).ok();
        let archives = folder.join("archives");
        fs::create_dir_all(&archives)?;
        run_quiet(Command::new("apt-get").current_dir(&archives).args(["download", "-qq"]).args(packages))?;
        files(&archives)
            .iter()
            .try_for_each(|archive| run_quiet(command("dpkg-deb").arg("--extract").arg(archive).arg(folder)).map(drop))
    })
}

/// The package lists are updated once per run.
fn update() -> Result<()> {
    static UPDATED: OnceLock<()> = OnceLock::new();
    if UPDATED.set(()).is_ok() {
        step("apt-get update", || run(apt_get().args(["update", "-qq"])))?;
    }
    Ok(())
}

fn is_root() -> bool {
    output_of(command("id").arg("-u")).as_deref() == Some("0")
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
