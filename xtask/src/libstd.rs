//! Rust's standard library in the wasm of a release: compiled along, for size and without the words of a panic. The one
//! that rustup ships is made for speed.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    process::{answer, cargo, command, run_unseen, step},
    setup::{self, WASM},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Libstd {
    /// Compiled along: a page is lighter by about 9 %.
    Own,
    /// As rustup ships it.
    Prebuilt,
}

impl Libstd {
    pub fn named(name: &str) -> Result<Self> {
        match name {
            "own" => Ok(Self::Own),
            "prebuilt" => Ok(Self::Prebuilt),
            _ => bail!("--std knows own and prebuilt, not {name}"),
        }
    }

    /// This one, or, where it cannot be had, the one that can. The difference is said: it is a heavier site, not a
    /// wrong one.
    pub fn or_what_there_is(self) -> Self {
        if self == Self::Prebuilt {
            println!("! as asked for, std is not compiled along: the pages are heavier by about 9 %");
            return self;
        }
        match sources() {
            Ok(()) => self,
            Err(error) => {
                eprintln!("! std cannot be compiled along ({error:#}): the pages are heavier by about 9 %");
                Self::Prebuilt
            }
        }
    }

    /// Lets a `cargo build` of the release profile compile it. That is unstable, hence the variable, with which the
    /// pinned compiler allows what nightly does.
    ///
    /// Wherever that variable appears or goes, build scripts of crates that look at it run again, so the folder of
    /// what is compiled with it should be no other's.
    pub fn apply(self, build: &mut Command) {
        if self == Self::Own {
            build.env("RUSTC_BOOTSTRAP", "1").args(OWN);
        }
    }
}

impl Libstd {
    /// The compiler's flags that go with it.
    pub fn flags(self) -> &'static [&'static str] {
        if self == Self::Own { &SILENT } else { &[] }
    }
}

/// What panics would say is not compiled either: where, and in `{:?}` what. Nothing else of the product writes with that.
const SILENT: [&str; 3] = ["-Zunstable-options", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// A panic has no words: it ends in a trap, as it did, and the page that then appears does not show them.
const OWN: [&str; 5] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
    "-Zpanic-immediate-abort",
    "--config",
    "profile.release.panic=\"immediate-abort\"",
];

/// Installs the sources of the standard library, and fetches the crates it is built on.
fn sources() -> Result<()> {
    let sysroot = answer(command("rustc").args(["--print", "sysroot"])).context("rustc is missing")?;
    let manifest = PathBuf::from(sysroot).join("lib/rustlib/src/rust/library/Cargo.toml");
    if !manifest.is_file() {
        step("install the sources of std", || setup::rustup(&["component", "add", "rust-src"]))?;
    }
    let fetch = |options: &[&str]| {
        let mut fetch = cargo();
        fetch.env("RUSTC_BOOTSTRAP", "1").args(["fetch", "--locked", "--target", WASM]).args(options);
        run_unseen(fetch.arg("--manifest-path").arg(&manifest)).map(drop)
    };
    fetch(&["--offline"])
        .or_else(|_| fetch(&[]))
        .map_err(|error| error.context("the crates below std cannot be fetched"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_library_is_chosen_by_name() {
        assert_eq!(Libstd::named("own").unwrap(), Libstd::Own);
        assert_eq!(Libstd::named("prebuilt").unwrap(), Libstd::Prebuilt);
        assert!(Libstd::named("nightly").is_err());
    }

    #[test]
    fn the_prebuilt_library_leaves_the_build_as_it_is() {
        let mut build = command("cargo");
        Libstd::Prebuilt.apply(&mut build);
        assert_eq!((build.get_args().count(), build.get_envs().count()), (0, 0));
    }
}
