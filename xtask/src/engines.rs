//! The tests of `tests/engines` in browsers that are not Chromium: finds them, or installs Debian's.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};

use crate::{
    apt,
    cases::Cases,
    process::{command, root},
    stamp::files,
    tally::{self, Counts},
    wasm::{Profile, target_dir},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Firefox,
    Webkit,
}

impl Engine {
    pub const ALL: [Self; 2] = [Self::Firefox, Self::Webkit];

    pub fn named(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(engine),
            None => bail!("--engine knows {}, not {name}", Self::ALL.map(Self::name).join(" and ")),
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// Debian packages. WebKitGTK needs a display, which may be virtual.
    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    /// The required programs on PATH: one of each line.
    const fn programs(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Firefox => &[&["firefox-esr", "firefox"]],
            Self::Webkit => &[&["WebKitWebDriver"], &["Xvfb"]],
        }
    }

    /// The programs of this engine; `None` if one of them is missing.
    fn find(self) -> Option<Vec<PathBuf>> {
        self.programs().iter().map(|names| names.iter().find_map(|name| on_path(name))).collect()
    }

    /// # Errors
    /// It is not there, and cannot be installed here.
    pub fn find_or_install(self) -> Result<Vec<PathBuf>> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        if apt::available() {
            apt::install(self.packages())?;
        }
        match self.find() {
            Some(installed) => Ok(installed),
            None => bail!(
                "no {} for its tests. Install it (Debian: sudo apt install {})",
                self.name(),
                self.packages().join(" ")
            ),
        }
    }

    /// Runs the tests on the built site, and with all cases also those of the single-file builds.
    pub fn test(self, site: Profile, cases: Cases) -> Result<Counts> {
        let programs = self.find_or_install()?;
        let folder = target_dir().join("engines");
        fs::create_dir_all(&folder)?;
        let results = folder.join(self.name()).with_extension("tap");
        let mut node = command("node");
        // One file at a time, because each starts a browser.
        node.args(["--test", "--test-concurrency=1"]);
        for (reporter, destination) in [("spec", Path::new("stdout")), ("tap", &results)] {
            node.arg(format!("--test-reporter={reporter}"));
            node.arg(format!("--test-reporter-destination={}", destination.display()));
        }
        let tests = files(&root().join("tests/engines"));
        let is_asked = |file: &&PathBuf| {
            let name = file.to_string_lossy();
            name.ends_with(".test.js") && (cases == Cases::All || !name.ends_with("single.test.js"))
        };
        node.args(tests.iter().filter(is_asked));
        node.env("ABACUS_ENGINE", self.name()).env("ABACUS_SITE", site.name());
        if let [firefox] = programs.as_slice() {
            node.env("ABACUS_FIREFOX", firefox);
        }
        tally::node_test(&mut node, &results)
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn an_engine_is_found_only_by_its_name() {
        for engine in Engine::ALL {
            assert_eq!(Engine::named(engine.name()).unwrap(), engine);
        }
        assert!(Engine::named("chromium").is_err());
    }
}
