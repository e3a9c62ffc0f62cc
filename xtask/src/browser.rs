//! Finds a Chromium for the browser tests, or installs one.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use crate::{
    apt,
    process::{command, node, output_of, run, step},
};

/// Headless Chromium, which Playwright would download as well. Tests in it take half the time.
const HEADLESS: &str = "chromium-headless-shell";
const NAMES: [&str; 6] =
    ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge", "chrome"];

const MAC: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const WINDOWS_FOLDERS: [&str; 3] = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"];
const WINDOWS: [&str; 2] = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];

/// The browser to test in; `None` for Playwright's own.
pub fn find_or_install() -> Result<Option<PathBuf>> {
    if let Some(chosen) = env::var_os("ABACUS_BROWSER").map(PathBuf::from) {
        if !chosen.is_file() {
            bail!("ABACUS_BROWSER names {}, which is not there", chosen.display());
        }
        return Ok(Some(chosen));
    }
    if let Some(found) = on_path(&[HEADLESS]) {
        return Ok(Some(found));
    }
    if apt::available() && apt::install(&[HEADLESS]).is_ok() {
        return Ok(on_path(&[HEADLESS]));
    }
    if let Some(found) = find() {
        return Ok(Some(found));
    }
    if playwrights_own().is_ok() {
        return Ok(None);
    }
    // Some distributions have only this package.
    if apt::available() && apt::install(&["chromium"]).is_ok() {
        return Ok(find());
    }
    bail!(
        "no browser for the tests. Install Chromium or Chrome (Debian: sudo apt install chromium), \
         or name one: ABACUS_BROWSER=/path/to/chrome"
    )
}

/// The font, and the `fc-list` that finds it; without that, the font would be installed on every run.
const FONT: [&str; 2] = ["fonts-noto-cjk", "fontconfig"];

/// Without a font for them, Chinese characters are empty boxes of another width, and layout checks would be
/// meaningless. Only Linux comes without such a font.
pub fn chinese_font() -> Result<()> {
    let has_none = output_of(command("fc-list").arg(":lang=zh")).is_none_or(|fonts| fonts.is_empty());
    if !cfg!(target_os = "linux") || !has_none {
        return Ok(());
    }
    if apt::available() {
        return apt::install(&FONT);
    }
    bail!("no font with Chinese characters was found. Install one (Debian: sudo apt install {})", FONT.join(" "))
}

fn find() -> Option<PathBuf> {
    let windows = WINDOWS_FOLDERS
        .iter()
        .filter_map(env::var_os)
        .flat_map(|folder| WINDOWS.map(|browser| Path::new(&folder).join(browser)));
    on_path(&NAMES).or_else(|| MAC.map(PathBuf::from).into_iter().chain(windows).find(|candidate| candidate.is_file()))
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let candidates = names.iter().flat_map(|name| env::split_paths(&path).map(move |dir| dir.join(name)));
    candidates.into_iter().find(|candidate| candidate.is_file())
}

/// Playwright's download, started once: it may lack system libraries.
fn playwrights_own() -> Result<()> {
    step("playwright install chromium", || {
        run(node("node_modules/playwright/cli.js")
            .args(["install", "chromium", "--only-shell"])
            .env("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "10000"))
    })?;
    const START: &str = "const { chromium } = await import('@playwright/test'); \
                         await (await chromium.launch({ args: ['--no-sandbox'] })).close();";
    run(command("node").args(["--input-type=module", "--eval", START]))
}
