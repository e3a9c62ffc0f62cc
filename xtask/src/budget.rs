//! `budget.toml`: the maximum size of each kind of page, and of each chunk.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

/// Brotli bytes by name: either of a site, or its limits.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Bytes {
    /// What a page's tags load, by kind of page.
    pub pages: BTreeMap<String, u64>,
    /// All wasm that one calculator's page can load.
    pub calculator_wasm: u64,
    /// Wasm that pages load later, by file name without its hash; what several chunks share, in one sum for a bundle.
    pub chunks: BTreeMap<String, u64>,
    /// The scripts of the element: the stable one, and what it loads beside the wasm and the sheet.
    pub element: u64,
    /// The script for pages with frames.
    pub embed: u64,
    /// What is fetched for offline use: the whole site.
    pub offline: u64,
    /// The single-file builds, in plain bytes: they are passed on uncompressed.
    pub files: BTreeMap<String, u64>,
}

impl Bytes {
    /// The limits that are written in `budget.toml`.
    pub fn read(text: &str) -> Result<Self> {
        let budget: Value = basic_toml::from_str(text).context("budget.toml cannot be read")?;
        let table = |name: &str| {
            let table = budget.get(name).and_then(Value::as_object);
            let lines = table.with_context(|| format!("budget.toml: [{name}] is missing"))?.iter();
            let line = |(key, value): (&String, &Value)| {
                let bytes = value.as_u64().with_context(|| format!("budget.toml: {key} is no number of bytes"))?;
                Ok((key.clone(), bytes))
            };
            lines.map(line).collect::<Result<BTreeMap<_, _>>>()
        };
        let line = |name: &str, key: &str| {
            let line = table(name)?.get(key).copied();
            line.with_context(|| format!("budget.toml: [{name}] {key} is missing"))
        };
        Ok(Self {
            pages: table("pages")?,
            calculator_wasm: line("wasm", "calculator")?,
            chunks: table("chunks")?,
            element: line("element", "scripts")?,
            embed: line("embed", "script")?,
            offline: line("offline", "site")?,
            files: table("files")?,
        })
    }

    /// One sentence for everything in a site that exceeds these limits, or that has no limit.
    pub fn faults(&self, site: &Self) -> Vec<String> {
        let mut faults = Vec::new();
        compare(&mut faults, "pages", &self.pages, &site.pages);
        faults.extend(above("all wasm of a calculator", site.calculator_wasm, self.calculator_wasm));
        compare(&mut faults, "chunks", &self.chunks, &site.chunks);
        faults.extend(above("the scripts of the element", site.element, self.element));
        faults.extend(above("embed.js", site.embed, self.embed));
        faults.extend(above("what is fetched for offline use", site.offline, self.offline));
        compare(&mut faults, "files", &self.files, &site.files);
        faults
    }
}

fn compare(faults: &mut Vec<String>, table: &str, limits: &BTreeMap<String, u64>, found: &BTreeMap<String, u64>) {
    for (name, bytes) in found {
        match limits.get(name) {
            Some(limit) => faults.extend(above(name, *bytes, *limit)),
            None => faults.push(format!("{name}: {} bytes, and no line in [{table}]: add one", grouped(*bytes))),
        }
    }
    let gone = limits.keys().filter(|name| !found.contains_key(*name));
    faults.extend(gone.map(|name| format!("{name} has a line in [{table}] and is not there: take it out")));
}

fn above(name: &str, bytes: u64, limit: u64) -> Option<String> {
    let [found, most] = [bytes, limit].map(grouped);
    (bytes > limit).then(|| format!("{name}: {found} bytes, budget {most}: raise it in budget.toml if it must be"))
}

/// `1234567` as `1,234,567`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUDGET: &str = "
        [pages]
        calculator = 112640
        home = 90000
        [wasm]
        calculator = 230000
        [chunks]
        calculators-split_chart = 5000
        [element]
        scripts = 12000
        [embed]
        script = 4096
        [offline]
        site = 1000000
        [files]
        \"all.html\" = 700000
    ";

    fn named(entries: &[(&str, u64)]) -> BTreeMap<String, u64> {
        entries.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect()
    }

    fn site() -> Bytes {
        Bytes {
            pages: named(&[("calculator", 112_640), ("home", 1)]),
            calculator_wasm: 230_000,
            chunks: named(&[("calculators-split_chart", 5000)]),
            element: 12_000,
            embed: 4096,
            offline: 1_000_000,
            files: named(&[("all.html", 700_000)]),
        }
    }

    fn faults(site: &Bytes) -> Vec<String> {
        Bytes::read(BUDGET).unwrap().faults(site)
    }

    #[test]
    fn a_site_may_weigh_exactly_its_budget() {
        assert_eq!(faults(&site()), Vec::<String>::new());
    }

    #[test]
    fn a_file_over_budget_is_named_with_its_budget() {
        let mut site = site();
        site.pages.insert("calculator".to_owned(), 113_000);
        site.calculator_wasm = 230_001;
        site.chunks.insert("calculators-split_chart".to_owned(), 5001);
        site.element = 12_001;
        site.embed = 4097;
        site.offline = 1_000_001;
        assert_eq!(
            faults(&site),
            [
                "calculator: 113,000 bytes, budget 112,640: raise it in budget.toml if it must be",
                "all wasm of a calculator: 230,001 bytes, budget 230,000: raise it in budget.toml if it must be",
                "calculators-split_chart: 5,001 bytes, budget 5,000: raise it in budget.toml if it must be",
                "the scripts of the element: 12,001 bytes, budget 12,000: raise it in budget.toml if it must be",
                "embed.js: 4,097 bytes, budget 4,096: raise it in budget.toml if it must be",
                "what is fetched for offline use: 1,000,001 bytes, budget 1,000,000: raise it in budget.toml if it must be",
            ]
        );
    }

    #[test]
    fn every_chunk_has_a_line_and_every_line_a_chunk() {
        let mut site = site();
        site.chunks = named(&[("home-split_more", 7)]);
        assert_eq!(
            faults(&site),
            [
                "home-split_more: 7 bytes, and no line in [chunks]: add one",
                "calculators-split_chart has a line in [chunks] and is not there: take it out",
            ]
        );
    }

    #[test]
    fn a_budget_without_a_limit_is_refused() {
        for (line, instead) in [
            ("[pages]", "[other]"),
            ("calculator = 230000", ""),
            ("home = 90000", "home = \"light\""),
            ("scripts =", "all ="),
            ("script =", "all ="),
            ("site =", "all ="),
            ("[files]", "[other]"),
        ] {
            assert!(BUDGET.contains(line), "{line}");
            assert!(Bytes::read(&BUDGET.replace(line, instead)).is_err(), "{line}");
        }
    }

    #[test]
    fn our_own_budget_can_be_read() {
        assert!(Bytes::read(include_str!("../../budget.toml")).is_ok());
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (number, expected) in
            [(7, "7"), (999, "999"), (1000, "1,000"), (112_640, "112,640"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), expected);
        }
    }
}
