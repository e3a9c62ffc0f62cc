//! `cargo xtask serve`: the app in a browser, rebuilt after every change.

use std::{
    net::TcpListener,
    process::{Child, Stdio},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail};

use crate::{
    libstd::Libstd,
    process::vite,
    setup::{self, SetupFailed},
    site,
    stamp::fingerprint,
    wasm::Profile,
};

/// Often enough to feel immediate. Polling a few hundred files is cheaper for a new contributor than
/// compiling a watcher crate and behaves alike on every system, network and container mounts included.
const POLL: Duration = Duration::from_millis(300);

/// Serves until interrupted. A change that does not compile is reported and leaves the last good site.
pub fn run(profile: Profile, port: u16) -> Result<()> {
    if TcpListener::bind(("127.0.0.1", port)).is_err() {
        bail!("port {port} is taken: stop what uses it, or choose another with `--port N`");
    }
    setup::node_version()?;
    let sources = site::sources();
    let mut seen = String::new();
    let mut server: Option<Child> = None;
    loop {
        let now = fingerprint(&sources);
        if now != seen {
            seen = now;
            match site::build(profile, Libstd::Own) {
                Ok(_) if server.is_none() => server = Some(start(profile, port)?),
                Ok(_) => {}
                // Nothing is shown yet, and no change to the sources will help.
                Err(error) if server.is_none() && error.is::<SetupFailed>() => return Err(error),
                Err(error) => eprintln!("✗ {error:#}\n  waiting for the next change"),
            }
        }
        if let Some(vite) = &mut server
            && let Some(status) = vite.try_wait()?
        {
            bail!("Vite ended ({status})");
        }
        thread::sleep(POLL);
    }
}

/// Starts Vite. It stops when its input closes, so that no server is left behind however this program ends. The
/// variable asks for that (see vite.config.js), and `CI` would turn it off.
fn start(profile: Profile, port: u16) -> Result<Child> {
    vite()
        .args(["--mode", profile.name(), "--host", "127.0.0.1", "--strictPort", "--port", &port.to_string()])
        .env_remove("CI")
        .env("ABACUS_END_WITH_INPUT", "1")
        .stdin(Stdio::piped())
        .spawn()
        .context("cannot start Vite")
}
