//! Rust's standard library in the release's wasm: compiled with it, for size and without panic messages. The prebuilt
//! one from rustup is optimised for speed.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    process::{cargo, command, output_of, run_quiet, step},
    setup::{self, WASM},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Libstd {
    /// Compiled with the app: a page is about 9 % lighter.
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

    /// This one, or if it is unavailable, the prebuilt one. The fallback is reported: the site is heavier, not wrong.
    pub fn or_available(self) -> Self {
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
    /// When that variable appears or disappears, build scripts that depend on it run again, so builds with it should
    /// have a target folder of their own.
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

/// Panic messages are not compiled either: neither the location, nor `{:?}` output, which nothing else in the product
/// uses.
const SILENT: [&str; 3] = ["-Zunstable-options", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// A panic has no message: it traps, as before, and the error page does not show messages anyway.
const OWN: [&str; 5] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
    "-Zpanic-immediate-abort",
    "--config",
    "profile.release.panic=\"immediate-abort\"",
];

/// Installs the sources of the standard library, and fetches the crates it is built on.
fn sources() -> Result<()> {
    let sysroot = output_of(command("rustc").args(["--print", "sysroot"])).context("rustc is missing")?;
    let manifest = PathBuf::from(sysroot).join("lib/rustlib/src/rust/library/Cargo.toml");
    if !manifest.is_file() {
        step("install the sources of std", || setup::rustup(&["component", "add", "rust-src"]))?;
    }
    let fetch = |options: &[&str]| {
        let mut fetch = cargo();
        fetch.env("RUSTC_BOOTSTRAP", "1").args(["fetch", "--locked", "--target", WASM]).args(options);
        run_quiet(fetch.arg("--manifest-path").arg(&manifest)).map(drop)
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
