//! `cargo xtask dist`: the site for a static host. The browser tests use one made in the same steps from another
//! profile.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{
    libstd::Libstd,
    process::{root, run, step, vite},
    site,
    stamp::{files, fingerprint},
    wasm::{Profile, target_dir},
};

/// The output folder of a profile; vite.config.js names the same.
pub fn dir(profile: Profile) -> PathBuf {
    match profile {
        Profile::Release => root().join("dist"),
        Profile::Dev | Profile::Browser | Profile::Unsplit => target_dir().join("dist").join(profile.name()),
    }
}

/// The single-file builds in `dist/`, made from the site but not part of it.
pub const ONE_FILE: [&str; 2] = ["sales-abacus.html", "sales-abacus-full.html"];

fn is_one_file(file: &Path) -> bool {
    ONE_FILE.iter().any(|name| file.ends_with(name))
}

/// Builds the site into [`dir`], and returns which standard library is in it.
pub fn build(profile: Profile, libstd: Libstd) -> Result<Libstd> {
    let libstd = site::build(profile, libstd)?;
    let recipe = [
        "static",
        "src/offline",
        "src/start",
        "CHANGELOG.md",
        "vite.config.js",
        "headers.js",
        "xtask/deploy.mjs",
        "xtask/element.mjs",
        "xtask/licences.mjs",
        "xtask/offline.mjs",
        "xtask/preload.mjs",
        "xtask/script.mjs",
        "xtask/shipped.mjs",
        "xtask/start.mjs",
        "package-lock.json",
    ]
    .map(|path| root().join(path));
    let inputs = fingerprint(&[&[site::dir(profile)][..], &recipe].concat());
    let dist = dir(profile);
    // The key covers the output, too: a `dist/` that was deleted or edited is built again.
    let key = |dist: String| format!("{inputs} {dist}");
    let stamp = target_dir().join("site").join(format!("{}-dist.stamp", profile.name()));
    // The single-file builds are made from it later.
    let made = || fingerprint(&files(&dist).into_iter().filter(|file| !is_one_file(file)).collect::<Vec<_>>());
    if !fs::read_to_string(&stamp).is_ok_and(|last| last == key(made())) {
        step("vite build", || run(vite().args(["build", "--mode", profile.name(), "--logLevel", "warn"])))?;
        fs::write(&stamp, key(made()))?;
    }
    nothing_inline(profile)?;
    Ok(libstd)
}

/// The content security policy allows neither inline scripts nor inline styles. A page with one would fail only where
/// that policy is sent, so it is refused here.
fn nothing_inline(profile: Profile) -> Result<()> {
    let is_page = |file: &&PathBuf| file.extension().is_some_and(|ext| ext == "html") && !is_one_file(file);
    for page in files(&dir(profile)).iter().filter(is_page) {
        let html = fs::read_to_string(page).with_context(|| format!("{}", page.display()))?;
        if let Some(offence) = inline(&html) {
            bail!("{}: {offence}", page.display());
        }
    }
    Ok(())
}

fn inline(html: &str) -> Option<&'static str> {
    let scripts = html.split("<script").skip(1);
    if scripts.into_iter().any(|script| !script.split('>').next().is_some_and(|tag| tag.contains(" src="))) {
        return Some("a script without src");
    }
    [("<style", "a style element"), (" style=", "a style attribute"), (" onclick=", "an event handler attribute")]
        .into_iter()
        .find_map(|(mark, offence)| html.contains(mark).then_some(offence))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{inline, is_one_file};

    #[test]
    fn a_single_file_build_is_not_a_page_of_the_site() {
        assert!(is_one_file(Path::new("dist/sales-abacus.html")));
        assert!(is_one_file(Path::new("dist/sales-abacus-full.html")));
        assert!(!is_one_file(Path::new("dist/bad-debt/index.html")));
    }

    #[test]
    fn scripts_and_styles_inside_a_page_are_found() {
        assert_eq!(inline("<script type=\"module\" src=\"./a.js\"></script><link rel=\"stylesheet\">"), None);
        assert!(inline("<script>1</script>").is_some());
        assert!(inline("<script src=\"a.js\"></script><script>1</script>").is_some());
        assert!(inline("<p style=\"color:red\">").is_some());
        assert!(inline("<style>p{}</style>").is_some());
    }
}
