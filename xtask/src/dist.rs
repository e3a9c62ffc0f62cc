//! `cargo xtask dist`: the site as it is put on a static host. The browser tests open one that is made in the same
//! steps, only compiled otherwise.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};

use crate::{
    process::{node, root, run, step, vite},
    site,
    stamp::{files, fingerprint},
    wasm::{Profile, target_dir},
};

/// Where a profile's site is bundled to; vite.config.js says the same.
pub fn dir(profile: Profile) -> PathBuf {
    match profile {
        Profile::Release => root().join("dist"),
        Profile::Dev | Profile::Browser => target_dir().join("dist").join(profile.name()),
    }
}

/// Builds the site into [`dir`].
pub fn build(profile: Profile) -> Result<()> {
    site::build(profile)?;
    let [config, lock] = ["vite.config.js", "package-lock.json"].map(|file| root().join(file));
    let inputs = fingerprint(&[site::dir(profile), root().join("static"), config, lock]);
    let dist = dir(profile);
    // The output belongs to the key: a `dist/` that was deleted or edited is built again.
    let key = |dist: String| format!("{inputs} {dist}");
    let stamp = target_dir().join("site").join(format!("{}-dist.stamp", profile.name()));
    if !fs::read_to_string(&stamp).is_ok_and(|last| last == key(fingerprint(&[&dist]))) {
        step("vite build", || run(vite().args(["build", "--mode", profile.name(), "--logLevel", "warn"])))?;
        fs::write(&stamp, key(fingerprint(&[&dist])))?;
    }
    nothing_inline(profile)
}

/// Prints what a visitor downloads, of the site as shipped. The one place to hold it against a budget.
pub fn sizes() -> Result<()> {
    run(&mut node("xtask/sizes.mjs"))
}

/// The content security policy allows neither scripts nor styles inside a page; a page that carried one
/// would break only where that policy is really sent, so it is refused here.
fn nothing_inline(profile: Profile) -> Result<()> {
    for page in files(&dir(profile)).iter().filter(|file| file.extension().is_some_and(|ext| ext == "html")) {
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
    use super::inline;

    #[test]
    fn scripts_and_styles_inside_a_page_are_found() {
        assert_eq!(inline("<script type=\"module\" src=\"./a.js\"></script><link rel=\"stylesheet\">"), None);
        assert!(inline("<script>1</script>").is_some());
        assert!(inline("<script src=\"a.js\"></script><script>1</script>").is_some());
        assert!(inline("<p style=\"color:red\">").is_some());
        assert!(inline("<style>p{}</style>").is_some());
    }
}
