//! Finds a LibreOffice for the tests of workbooks, or installs one.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use crate::apt;

const NAMES: [&str; 2] = ["soffice", "libreoffice"];
const MAC: &str = "/Applications/LibreOffice.app/Contents/MacOS/soffice";
const WINDOWS: &str = "LibreOffice/program/soffice.com";

/// The program that recalculates workbooks headlessly. Installing it takes three quarters of a minute: spreadsheets
/// only, without a user interface.
pub fn find_or_install() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if apt::available() {
        apt::install(&["libreoffice-calc-nogui"])?;
    }
    match find() {
        Some(installed) => Ok(installed),
        None => bail!(
            "no LibreOffice to recalculate workbooks with. Install it (Debian: apt-get install \
             libreoffice-calc-nogui), or name its program: ABACUS_OFFICE=/path/to/soffice"
        ),
    }
}

fn find() -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let chosen = env::var_os("ABACUS_OFFICE").map(PathBuf::from);
    let on_path = NAMES.iter().flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)));
    let windows = env::var_os("ProgramFiles").map(|folder| Path::new(&folder).join(WINDOWS));
    chosen.into_iter().chain(on_path).chain([MAC.into()]).chain(windows).find(|candidate| candidate.is_file())
}
