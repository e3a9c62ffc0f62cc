//! The transfer sizes: brotli bytes by kind of page, and by chunk.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Component, Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{budget::Bytes, dist, process::root, single, site, split, stamp::files, wasm::Profile};

/// Prints the sizes of a site, and fails if they exceed `budget.toml`.
pub fn check(profile: Profile) -> Result<()> {
    let found = print(profile)?;
    let budget = fs::read_to_string(root().join("budget.toml")).context("budget.toml is missing")?;
    let faults = Bytes::read(&budget)?.faults(&found);
    if !faults.is_empty() {
        bail!("the site is not within its budget:\n  {}", faults.join("\n  "));
    }
    Ok(())
}

/// Prints the sizes of a site, and returns them. For each kind of page the heaviest counts.
pub fn print(profile: Profile) -> Result<Bytes> {
    let site = Site::read(profile)?;
    let mut found = Bytes::default();
    let mut heaviest = BTreeMap::new();
    for page in &site.pages {
        let files = site.first_load(page)?;
        let total = site.sum(&files);
        if found.pages.get(&page.kind).is_none_or(|most| *most < total) {
            found.pages.insert(page.kind.clone(), total);
            heaviest.insert(&page.kind, (page, files));
        }
        if let Some(calculator) = &page.calculator {
            found.calculator_wasm = found.calculator_wasm.max(site.sum(site.all_wasm(calculator)));
        }
    }
    found.chunks = site.chunks();
    found.element = site.sum(site.element());
    found.embed = site.embed()?;

    println!("{:<14}{:>9}{:>9}{:>9}{:>9}{:>9}  heaviest", "brotli bytes", "html", "css", "js", "wasm", "total");
    for (kind, (page, files)) in heaviest {
        let by_kind = KINDS.map(|extension| site.sum(files.iter().filter(|file| is(file, extension))));
        let cells: String = by_kind.into_iter().chain([site.sum(&files)]).map(|sum| format!("{sum:>9}")).collect();
        println!("{kind:<14}{cells}  /{}", page.path);
    }
    println!("{:<50}{:>9}", "all wasm of a calculator", found.calculator_wasm);
    for (name, bytes) in &found.chunks {
        println!("{:<50}{bytes:>9}", format!("+ {name}"));
    }
    println!("{:<50}{:>9}", "the scripts of the element", found.element);
    println!("{:<50}{:>9}", "embed.js", found.embed);
    let cached = cached(profile)?;
    found.offline = cached.iter().map(|file| transfer_size(file)).sum::<Result<u64>>()?;
    println!("{:<50}{:>9}", format!("fetched for offline use: {} files", cached.len()), found.offline);
    if profile == Profile::Release {
        found.files = single::sizes(profile)?.into_iter().collect();
        for (name, bytes) in &found.files {
            println!("{:<50}{bytes:>9}", format!("{name}, plain bytes"));
        }
    }
    Ok(found)
}

/// The files that the service worker caches, as written by vite.config.js beside the staged folder.
fn cached(profile: Profile) -> Result<Vec<PathBuf>> {
    let note = site::dir(profile).with_extension("offline.json");
    let text = fs::read_to_string(&note).with_context(|| format!("{}: build the site first", note.display()))?;
    let cached: Vec<PathBuf> = serde_json::from_str(&text)?;
    Ok(cached.into_iter().map(|file| dist::dir(profile).join(file)).collect())
}

/// The transfer size of a file: compressed if there is a compressed version.
fn transfer_size(file: &Path) -> Result<u64> {
    let mut compressed = file.as_os_str().to_owned();
    compressed.push(".br");
    let found = fs::metadata(&compressed).or_else(|_| fs::metadata(file));
    Ok(found.with_context(|| format!("{}", file.display()))?.len())
}

/// The counted files, by extension. Icons and the manifest do not count: a browser fetches them when idle.
const KINDS: [&str; 4] = ["html", "css", "js", "wasm"];

/// The bundle whose chunks belong to one calculator or to all.
const CALCULATORS: &str = "calculators";

/// The prefix of a split point's name in a chunk of the class.
const CLASS: &str = "class-split_";

struct Page {
    path: String,
    bundle: String,
    kind: String,
    /// As spelled in its split point.
    calculator: Option<String>,
}

/// A page as pages.json describes it.
fn page(page: &Value) -> Result<Page> {
    let text = |key: &str| page[key].as_str().map(str::to_owned);
    let path = text("path").context("a page without a path")?;
    let bundle = text("bundle").context("a page without a bundle")?;
    let kind = match bundle.as_str() {
        "book" => "deals",
        CALCULATORS if path.starts_with("embed/") => "widget",
        CALCULATORS => "calculator",
        other => other,
    };
    let calculator = page["calculator"]["id"].as_str().map(|id| id.replace('-', "_"));
    Ok(Page { kind: kind.to_owned(), bundle, calculator, path })
}

struct Site {
    dist: PathBuf,
    pages: Vec<Page>,
    /// The chunks behind each split point of the calculators.
    behind: BTreeMap<String, BTreeSet<String>>,
    /// Brotli bytes of every file that counts.
    bytes: BTreeMap<PathBuf, u64>,
}

impl Site {
    fn read(profile: Profile) -> Result<Self> {
        let (dist, staged) = (dist::dir(profile), site::dir(profile));
        let read = |file: &str| {
            let text =
                fs::read_to_string(staged.join(file)).with_context(|| format!("{file}: build the site first"))?;
            anyhow::Ok(serde_json::from_str::<Value>(&text)?)
        };
        let pages = read("pages.json")?;
        let pages = pages.as_array().context("pages.json is no list")?.iter().map(page).collect::<Result<_>>()?;
        let behind = read(&format!("src/pkg/{}", split::list_name(CALCULATORS)))?;
        let counted: Vec<PathBuf> =
            files(&dist).into_iter().filter(|file| KINDS.iter().any(|kind| is(file, kind))).collect();
        let bytes = counted.into_iter().map(|file| Ok((file.clone(), transfer_size(&file)?))).collect::<Result<_>>()?;
        Ok(Self { dist, pages, behind: serde_json::from_value(behind)?, bytes })
    }

    fn sum<'a>(&self, files: impl IntoIterator<Item = &'a PathBuf>) -> u64 {
        files.into_iter().filter_map(|file| self.bytes.get(file)).sum()
    }

    /// The page, the files loaded by its tags, and their static imports.
    fn first_load(&self, page: &Page) -> Result<BTreeSet<PathBuf>> {
        let html = self.dist.join(&page.path).join("index.html");
        let (mut found, mut open) = (BTreeSet::from([html.clone()]), vec![html]);
        while let Some(file) = open.pop() {
            let text = || fs::read_to_string(&file).with_context(|| format!("{}", file.display()));
            let named = match file.extension().and_then(|extension| extension.to_str()) {
                Some("html") => between(&text()?, &[" src=\"", " href=\""]),
                Some("js") => between(&text()?, &["from\"", "import\""]),
                _ => Vec::new(),
            };
            for address in named {
                let other = joined(&file, &address);
                if self.bytes.contains_key(&other) && found.insert(other.clone()) {
                    open.push(other);
                }
            }
        }
        Ok(found)
    }

    /// The scripts of the element: the one at the root, and those in assets/ that are named after it.
    fn element(&self) -> impl Iterator<Item = &PathBuf> {
        let is_own = |file: &&PathBuf| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            is(file, "js") && (name == "element.js" || name.starts_with("element-"))
        };
        self.bytes.keys().filter(is_own)
    }

    /// The script for pages with frames. Without it there is nothing to measure.
    fn embed(&self) -> Result<u64> {
        self.bytes.get(&self.dist.join("embed.js")).copied().context("embed.js is not in the site")
    }

    /// The wasm of all calculators, without the chunks that this one does not need.
    fn all_wasm(&self, calculator: &str) -> Vec<&PathBuf> {
        let is_calculator = |point: &str| self.pages.iter().any(|page| page.calculator.as_deref() == Some(point));
        let is_of_page = |name: &str| {
            let mut points = self.behind.iter().filter(|(_, chunks)| chunks.contains(name)).map(|(point, _)| point);
            points.any(|point| point == calculator || !is_calculator(point))
        };
        let start = format!("{CALCULATORS}_bg.wasm");
        let is_wanted = |file: &&PathBuf| {
            let name = unhashed(file);
            name == start || is_of_page(&name)
        };
        self.bytes.keys().filter(is_wanted).collect()
    }

    /// The sizes of all wasm files except the bundles' main files. Chunks shared by several split points are summed up,
    /// because each edit renumbers them. Of the calculators' own chunks the heaviest counts, so that a new calculator
    /// needs no line in the budget.
    fn chunks(&self) -> BTreeMap<String, u64> {
        let calculators: BTreeSet<&str> = self.pages.iter().filter_map(|page| page.calculator.as_deref()).collect();
        let own = self.behind.iter().filter(|(point, _)| calculators.contains(point.as_str()));
        let own: Vec<&BTreeSet<String>> = own.map(|(_, chunks)| chunks).collect();
        let heaviest =
            own.iter().map(|chunks| self.sum(self.bytes.keys().filter(|file| chunks.contains(&unhashed(file)))));
        let is_start = |name: &str| self.pages.iter().any(|page| name.strip_prefix(&page.bundle) == Some("_bg.wasm"));
        let wasm = self.bytes.iter().filter(|(file, _)| is(file, "wasm"));
        let named = wasm.map(|(file, bytes)| (unhashed(file), *bytes)).filter(move |(name, _)| !is_start(name));
        let mut chunks: BTreeMap<String, u64> =
            heaviest.max().map(|bytes| (format!("{CALCULATORS}-own"), bytes)).into_iter().collect();
        for (name, bytes) in named.filter(|(name, _)| !own.iter().any(|chunks| chunks.contains(name))) {
            let stem = name.trim_end_matches(".wasm");
            // The class has a chunk for each calculator, too.
            if stem.strip_prefix(CLASS).is_some_and(|point| calculators.contains(point)) {
                let heaviest = chunks.entry("class-own".to_owned()).or_default();
                *heaviest = bytes.max(*heaviest);
                continue;
            }
            let shared = stem.split_once("-chunk_").map(|(bundle, _)| format!("{bundle}-shared"));
            *chunks.entry(shared.unwrap_or_else(|| stem.to_owned())).or_default() += bytes;
        }
        chunks
    }
}

fn is(file: &Path, extension: &str) -> bool {
    file.extension().is_some_and(|found| found == extension)
}

/// The name of a file without its content hash. A hash may contain hyphens, and has eight characters.
fn unhashed(file: &Path) -> String {
    let [stem, extension] = [file.file_stem(), file.extension()].map(|part| part.unwrap_or_default().to_string_lossy());
    let hash = stem.len().checked_sub(9).and_then(|at| stem.split_at_checked(at));
    let stem = hash.filter(|(_, hash)| hash.starts_with('-')).map_or(&*stem, |(name, _)| name);
    format!("{stem}.{extension}")
}

/// The text between one of these marks and the next quotation mark.
fn between(text: &str, marks: &[&str]) -> Vec<String> {
    let found = marks.iter().flat_map(|mark| text.split(mark).skip(1)).filter_map(|rest| rest.split_once('"'));
    found.map(|(address, _)| address.to_owned()).collect()
}

/// The file that a relative address in another file refers to.
fn joined(file: &Path, address: &str) -> PathBuf {
    let mut path = file.parent().unwrap_or(file).to_owned();
    for part in Path::new(address).components() {
        match part {
            Component::ParentDir => drop(path.pop()),
            Component::Normal(name) => path.push(name),
            _ => {}
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn site() -> Site {
        let pages = [("", "home"), ("bad-debt/", CALCULATORS), ("clv/", CALCULATORS), ("embed/clv/", CALCULATORS)];
        let pages = pages.map(|(path, bundle)| {
            let id = path.trim_start_matches("embed/").trim_end_matches('/');
            let calculator = (bundle == CALCULATORS).then(|| json!({ "id": id }));
            page(&json!({"path": path, "bundle": bundle, "calculator": calculator})).unwrap()
        });
        let behind = [
            ("bad_debt", ["calculators-split_bad_debt.wasm", "calculators-chunk_1.wasm"]),
            ("clv", ["calculators-split_clv.wasm", "calculators-chunk_1.wasm"]),
            ("chart", ["calculators-split_chart.wasm", "calculators-chunk_2.wasm"]),
        ];
        let files = [
            ("home_bg-AAAAAAA1.wasm", 1),
            ("calculators_bg-AAAAAAA1.wasm", 10),
            ("calculators-split_bad_debt-AA-AA_A1.wasm", 100),
            ("calculators-split_clv-AAAAAAA1.wasm", 1000),
            ("calculators-chunk_1-AAAAAAA1.wasm", 10_000),
            ("calculators-split_chart-AAAAAAA1.wasm", 100_000),
            ("calculators-chunk_2-AAAAAAA1.wasm", 1_000_000),
            ("sheet_bg-AAAAAAA1.wasm", 10_000_000),
            ("class-split_clv-AAAAAAA1.wasm", 20),
            ("class-split_bad_debt-AAAAAAA1.wasm", 30),
            ("class-split_stage-AAAAAAA1.wasm", 40),
            ("calculators-AAAAAAA1.js", 5),
            ("element.js", 2),
            ("element-program-AAAAAAA1.js", 3),
            ("element-AAAAAAA1.css", 7),
        ];
        let mut bytes: BTreeMap<PathBuf, u64> =
            files.map(|(name, bytes)| (Path::new("dist/assets").join(name), bytes)).into();
        bytes.insert(PathBuf::from("dist/embed.js"), 11);
        Site {
            dist: PathBuf::from("dist"),
            pages: pages.into(),
            behind: behind.map(|(point, chunks)| (point.to_owned(), chunks.map(str::to_owned).into())).into(),
            bytes,
        }
    }

    #[test]
    fn pages_are_of_four_kinds() {
        let kinds: Vec<String> = site().pages.into_iter().map(|page| page.kind).collect();
        assert_eq!(kinds, ["home", "calculator", "calculator", "widget"]);
    }

    #[test]
    fn the_wasm_of_a_calculator_leaves_out_what_only_others_need() {
        let site = site();
        assert_eq!(site.sum(site.all_wasm("bad_debt")), 1_110_110);
        assert_eq!(site.sum(site.all_wasm("clv")), 1_111_010);
    }

    #[test]
    fn the_element_is_its_scripts() {
        let site = site();
        assert_eq!(site.sum(site.element()), 5);
    }

    #[test]
    fn the_script_for_frames_is_one_required_file() {
        let mut site = site();
        assert_eq!(site.embed().unwrap(), 11);
        site.bytes.retain(|file, _| !file.ends_with("embed.js"));
        assert!(site.embed().is_err());
    }

    #[test]
    fn a_file_that_no_page_starts_with_is_a_chunk_or_shared() {
        let chunks: Vec<(String, u64)> = site().chunks().into_iter().collect();
        let expected = [
            ("calculators-own", 11_000),
            ("calculators-shared", 1_000_000),
            ("calculators-split_chart", 100_000),
            ("class-own", 30),
            ("class-split_stage", 40),
            ("sheet_bg", 10_000_000),
        ];
        assert_eq!(chunks, expected.map(|(name, bytes)| (name.to_owned(), bytes)));
    }

    #[test]
    fn addresses_are_found_and_lead_to_files() {
        let html = r#"<link rel="x" href="../a.css"><script type="module" src="./b.js"></script>"#;
        assert_eq!(between(html, &[" src=\"", " href=\""]), ["./b.js", "../a.css"]);
        let script = r#"import{a}from"./c.js";import"./d.js";import("./later.js")"#;
        assert_eq!(between(script, &["from\"", "import\""]), ["./c.js", "./d.js"]);
        assert_eq!(joined(Path::new("dist/clv/index.html"), "../assets/a.css"), Path::new("dist/assets/a.css"));
        assert_eq!(joined(Path::new("dist/assets/a.js"), "./b.js"), Path::new("dist/assets/b.js"));
    }

    #[test]
    fn a_name_loses_its_hash_and_nothing_else() {
        for (file, expected) in [
            ("assets/home_bg-Dba3pjR_.wasm", "home_bg.wasm"),
            ("assets/calculators-split_bad_debt-a-b_c-d1.wasm", "calculators-split_bad_debt.wasm"),
            ("start.js", "start.js"),
            ("a.js", "a.js"),
        ] {
            assert_eq!(unhashed(Path::new(file)), expected, "{file}");
        }
    }
}
