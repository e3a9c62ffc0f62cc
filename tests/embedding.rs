//! The examples in docs/EMBEDDING.md and the host pages use only existing features.

use std::fs;
use std::path::{Path, PathBuf};

use abacus_core::calculator::Calculator;
use abacus_core::calculator::share;
use abacus_core::calculators::find;
use abacus_embed::Params;

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = fs::read_dir(root.join("examples/host")).expect("the host pages");
    let pages =
        pages.map(|page| page.expect("a file").path()).filter(|path| path.extension().is_some_and(|end| end == "html"));
    let files: Vec<PathBuf> = pages.chain([root.join("docs/EMBEDDING.md"), root.join("README.md")]).collect();
    files.iter().map(|file| read(file)).collect()
}

/// The attributes of each tag of this name.
fn tags(text: &str, name: &str) -> Vec<Vec<(String, String)>> {
    let start = format!("<{name} ");
    let starts = text.split(&start).skip(1);
    starts.map(|rest| attributes(rest.split_once('>').expect("the end of a tag").0)).collect()
}

fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut parts = tag.split('"');
    let mut found = Vec::new();
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        let name = name.trim().trim_end_matches('=').split_whitespace().last().unwrap_or_default();
        found.push((name.to_owned(), value.replace("&amp;", "&")));
    }
    found
}

/// The problems of a calculator with this arrangement and these values.
fn faults(tool: &str, query: &str, fragment: &str) -> Vec<String> {
    let Some(calculator) = find(tool) else { return vec![format!("no calculator {tool}")] };
    let spec = Calculator::spec(calculator);
    let (_, problems) = Params::read(query, spec);
    let refused = problems.iter().map(|problem| format!("{tool}?{query}: {problem:?}"));
    let linked = share::decode(spec, fragment);
    refused.chain(linked.problems.iter().map(|problem| format!("{tool}#{fragment}: {problem:?}"))).collect()
}

fn of_address(address: &str) -> Vec<String> {
    let (rest, fragment) = address.split_once('#').unwrap_or((address, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let tool = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    faults(tool, query, fragment)
}

fn of_element(attributes: &[(String, String)]) -> Vec<String> {
    let of = |name: &str| attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let tool = of("tool").unwrap_or_default();
    let is_key = |name: &str| find(tool).is_some_and(|calculator| calculator.spec().field(name).is_some());
    let others = attributes
        .iter()
        .filter(|(name, _)| !["tool", "name", "form", "readonly", "heights", "ref"].contains(&name.as_str()));
    let (values, parameters): (Vec<_>, Vec<_>) = others.partition(|(name, _)| is_key(name));
    let joined = |pairs: Vec<&(String, String)>| {
        pairs.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
    };
    faults(tool, &joined(parameters), &joined(values))
}

#[test]
fn the_examples_use_only_existing_features() {
    let texts = texts();
    let (mut frames, mut links, mut elements) = (0, 0, 0);
    for text in &texts {
        for frame in tags(text, "iframe") {
            let source = frame.iter().find(|(name, _)| name == "src");
            let found = source.map(|(_, address)| of_address(address)).unwrap_or_default();
            assert_eq!(found, Vec::<String>::new());
            frames += usize::from(source.is_some());
        }
        for element in tags(text, "sales-abacus").iter().filter(|tag| tag.iter().any(|(name, _)| name == "tool")) {
            assert_eq!(of_element(element), Vec::<String>::new());
            elements += 1;
        }
        for link in tags(text, "a") {
            let address = link.iter().find(|(name, _)| name == "href").map(|(_, address)| address.as_str());
            if let Some(address) = address.filter(|address| address.contains("abacus") && !address.contains("/deals/"))
            {
                assert_eq!(of_address(address), Vec::<String>::new());
                links += 1;
            }
        }
    }
    assert!(frames >= 3 && links >= 5 && elements >= 8, "{frames} frames, {links} links, {elements} elements");
}

#[test]
fn an_example_using_a_missing_feature_is_reported() {
    assert_eq!(of_address("https://abacus.example/bad-debts/").len(), 1);
    assert_eq!(of_address("https://abacus.example/embed/bad-debt/?part=result#los=1").len(), 2);
    assert_eq!(of_element(&attributes("tool=\"bad-debt\" loss=\"700\" colour=\"red\"")).len(), 1);
}
