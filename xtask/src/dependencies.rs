//! Checks our dependencies against `deny.toml`, which explains why cargo-deny does not do that.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use spdx::{Expression, Licensee, ParseMode};

use crate::process::{cargo, output_of, root, run, run_quiet};

/// Licences, sources and versions of every crate in Cargo.lock.
pub fn check() -> Result<()> {
    let metadata = metadata()?;
    let text = fs::read_to_string(root().join("deny.toml")).context("deny.toml")?;
    let faults = faults(&metadata, &Rules::read(&text)?)?;
    if !faults.is_empty() {
        bail!("deny.toml does not allow:\n  {}", faults.join("\n  "));
    }
    Ok(())
}

/// Cargo's metadata of all packages, including those of non-default features.
pub fn metadata() -> Result<Value> {
    let options = ["metadata", "--format-version", "1", "--all-features", "--locked"];
    Ok(serde_json::from_str(&run_quiet(cargo().args(options))?)?)
}

/// The licences that `deny.toml` allows, the preferred first.
pub fn licences() -> Result<Vec<Licensee>> {
    let text = fs::read_to_string(root().join("deny.toml")).context("deny.toml")?;
    Ok(Rules::read(&text)?.licences)
}

/// Known vulnerabilities in our dependencies. If the database cannot be fetched, that is reported and is no failure:
/// the gate must not depend on another site's network.
pub fn advisories() -> Result<()> {
    match database() {
        Ok(()) => run(cargo().args(["deny", "check", "--disable-fetch", "advisories"])),
        Err(reason) => {
            println!("advisories: not checked ({reason})");
            Ok(())
        }
    }
}

/// Fetches the database of advisories, or returns why there is none.
fn database() -> Result<(), String> {
    if output_of(cargo().args(["deny", "--version"])).is_none() {
        return Err("cargo-deny is not installed: cargo install cargo-deny --locked".to_owned());
    }
    run_quiet(cargo().args(["deny", "fetch", "db"])).map(drop).map_err(|error| {
        let error = error.to_string();
        let last = error.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        format!("the database cannot be fetched: {}", last.trim())
    })
}

/// The rules of `deny.toml` that are checked here.
struct Rules {
    licences: Vec<Licensee>,
    registries: BTreeSet<String>,
    /// `name@version` of crates that do not count as a duplicate.
    skipped: BTreeSet<String>,
}

impl Rules {
    /// A missing rule, or one with an unexpected value, would silently not be checked, so it is an error.
    fn read(text: &str) -> Result<Self> {
        let rules: Value = basic_toml::from_str(text).context("deny.toml cannot be read")?;
        let rule = |table: &str, key: &str| {
            let rule = rules.get(table).and_then(|table| table.get(key));
            rule.with_context(|| format!("deny.toml: [{table}] {key} is missing"))
        };
        for (table, key) in [("bans", "multiple-versions"), ("sources", "unknown-registry"), ("sources", "unknown-git")]
        {
            if rule(table, key)?.as_str() != Some("deny") {
                bail!("deny.toml: [{table}] {key} has to be \"deny\"; nothing else is understood here");
            }
        }
        let list = |table, key| {
            let list =
                rule(table, key)?.as_array().with_context(|| format!("deny.toml: [{table}] {key} is no list"))?;
            anyhow::Ok(list.clone())
        };
        let texts = |table, key| {
            let text = |value: &Value| value.as_str().map(str::to_owned);
            let texts = list(table, key)?.iter().map(text).collect::<Option<Vec<_>>>();
            texts.with_context(|| format!("deny.toml: [{table}] {key} has to be a list of texts"))
        };
        if !list("sources", "allow-git")?.is_empty() {
            bail!("deny.toml: [sources] allow-git is not understood here: publish the crate, or write the check");
        }
        let licences = texts("licenses", "allow")?.into_iter().map(|licence| {
            Licensee::parse(&licence).with_context(|| format!("deny.toml: {licence} is no licence that SPDX knows"))
        });
        let skipped = list("bans", "skip")?
            .iter()
            .map(|skip| {
                let text = |key| skip.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
                text("reason").and(text("crate")).map(str::to_owned)
            })
            .collect::<Option<_>>();
        Ok(Self {
            licences: licences.collect::<Result<_>>()?,
            registries: texts("sources", "allow-registry")?.into_iter().collect(),
            skipped: skipped.context("deny.toml: each crate in [bans] skip needs `crate` and `reason`")?,
        })
    }
}

/// One line for each violation.
fn faults(metadata: &Value, rules: &Rules) -> Result<Vec<String>> {
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let mut faults = Vec::new();
    let mut versions = BTreeMap::<&str, Vec<&str>>::new();
    let mut unused = rules.skipped.clone();
    for package in packages {
        let [name, version] = ["name", "version"].map(|key| package[key].as_str().unwrap_or_default());
        let id = format!("{name}@{version}");
        // Without a source it is in this repository.
        if let Some(source) = package["source"].as_str()
            && !source.strip_prefix("registry+").is_some_and(|registry| rules.registries.contains(registry))
        {
            faults.push(format!("{id} comes from {source}"));
        }
        if let Some(fault) = licence_fault(package, &rules.licences) {
            faults.push(format!("{id}: {fault}"));
        }
        if !unused.remove(&id) {
            versions.entry(name).or_default().push(version);
        }
    }
    let several = versions.iter().filter(|(_, versions)| versions.len() > 1);
    faults.extend(several.map(|(name, versions)| {
        let versions = versions.join(" and ");
        format!(
            "{name} is there as {versions}: `cargo tree --invert {name}` tells why; update, or skip one with a reason"
        )
    }));
    faults.extend(unused.iter().map(|id| format!("{id} is skipped in deny.toml and not there: take it out")));
    Ok(faults)
}

fn licence_fault(package: &Value, allowed: &[Licensee]) -> Option<String> {
    let Some(stated) = package["license"].as_str() else { return Some("states no licence".to_owned()) };
    match Expression::parse_mode(stated, ParseMode::LAX) {
        Ok(expression) => {
            let is_fine = expression.evaluate(|needed| allowed.iter().any(|licence| licence.satisfies(needed)));
            (!is_fine).then(|| format!("the licence {stated}"))
        }
        Err(error) => Some(format!("the licence {stated:?} cannot be read: {}", error.reason)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const RULES: &str = r#"
        [licenses]
        allow = ["MIT", "Apache-2.0"]
        [bans]
        multiple-versions = "deny"
        skip = [{ crate = "old@1.0.0", reason = "needed below yew" }]
        [sources]
        unknown-registry = "deny"
        unknown-git = "deny"
        allow-registry = ["https://example.org/index"]
        allow-git = []
    "#;

    fn package(name: &str, version: &str, licence: &str) -> Value {
        json!({"name": name, "version": version, "license": licence, "source": "registry+https://example.org/index"})
    }

    /// The violations in these packages and an allowed duplicate.
    fn wrong(packages: Vec<Value>) -> Vec<String> {
        let pair = [package("old", "1.0.0", "MIT"), package("old", "2.0.0", "MIT")];
        let all: Vec<Value> = pair.into_iter().chain(packages).collect();
        faults(&json!({ "packages": all }), &Rules::read(RULES).unwrap()).unwrap()
    }

    #[test]
    fn allowed_crates_pass() {
        let ours = json!({"name": "ours", "version": "0.1.0", "license": "MIT", "source": null});
        let offers = ["MIT", "MIT/Apache-2.0", "MIT AND Apache-2.0", "(GPL-3.0-only OR MIT) AND Apache-2.0"];
        let fine = offers.iter().enumerate().map(|(at, licence)| package(&format!("fine-{at}"), "1.0.0", licence));
        assert_eq!(wrong(fine.chain([ours]).collect()), Vec::<String>::new());
    }

    #[test]
    fn other_licences_are_refused() {
        for licence in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0 WITH LLVM-exception", "nonsense"] {
            let found = wrong(vec![package("bad", "1.0.0", licence)]);
            assert!(matches!(&found[..], [fault] if fault.starts_with("bad@1.0.0")), "{licence}: {found:?}");
        }
        let mut silent = package("silent", "1.0.0", "");
        silent["license"] = Value::Null;
        assert_eq!(wrong(vec![silent]), ["silent@1.0.0: states no licence"]);
    }

    #[test]
    fn other_sources_are_refused() {
        for source in ["git+https://example.org/index?rev=1#1", "registry+https://elsewhere.example/index"] {
            let mut bad = package("bad", "1.0.0", "MIT");
            bad["source"] = source.into();
            assert_eq!(wrong(vec![bad]), [format!("bad@1.0.0 comes from {source}")]);
        }
    }

    #[test]
    fn a_second_version_is_refused() {
        let found = wrong(vec![package("twice", "1.0.0", "MIT"), package("twice", "2.0.0", "MIT")]);
        assert!(matches!(&found[..], [fault] if fault.starts_with("twice is there as 1.0.0 and 2.0.0")), "{found:?}");
    }

    #[test]
    fn a_skipped_crate_that_is_gone_is_refused() {
        let alone = json!({ "packages": [package("old", "2.0.0", "MIT")] });
        let found = faults(&alone, &Rules::read(RULES).unwrap()).unwrap();
        assert_eq!(found, ["old@1.0.0 is skipped in deny.toml and not there: take it out"]);
    }

    #[test]
    fn an_unchecked_rule_is_refused() {
        for (rule, instead) in [
            ("multiple-versions = \"deny\"", ""),
            ("unknown-git = \"deny\"", "unknown-git = \"warn\""),
            ("allow = [\"MIT\", \"Apache-2.0\"]", "allow = [\"My own\"]"),
            ("allow-git = []", "allow-git = [\"https://example.org\"]"),
            (", reason = \"needed below yew\"", ""),
        ] {
            assert!(RULES.contains(rule), "{rule}");
            assert!(Rules::read(&RULES.replace(rule, instead)).is_err(), "{rule}");
        }
    }

    #[test]
    fn our_own_rules_can_be_read() {
        assert!(Rules::read(include_str!("../../deny.toml")).is_ok());
    }
}
