//! The public names for hosts: documentation, types, the element's script and the program agree on them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use abacus_core::calculators::find;
use abacus_embed::command::{NAMES, Present, read as command};
use abacus_embed::message::{Initiator, Kind};
use abacus_embed::params::{is_parameter, keys};
use abacus_embed::{Code, Part, Parts, Problem, Value, theme};
use sales_abacus::platform::element::Failure;

use crate::frame::widget;

type Names = BTreeSet<String>;

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The text between two marks, at their first occurrence.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start:?}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end:?} after {start:?}")).0
}

/// The texts between pairs of this mark.
fn marked(text: &str, mark: char) -> Names {
    text.split(mark).skip(1).step_by(2).map(str::to_owned).collect()
}

fn words(text: &str) -> Names {
    text.split(|letter: char| letter == ',' || letter.is_whitespace())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn names<'a>(all: impl IntoIterator<Item = &'a str>) -> Names {
    all.into_iter().map(str::to_owned).collect()
}

/// The code spans in the first column of the table with this header.
fn first_column(text: &str, head: &str) -> Names {
    let table = between(text, head, "\n\n");
    table.lines().skip(2).flat_map(|row| marked(row.split('|').nth(1).unwrap_or_default(), '`')).collect()
}

/// The lists of the element's script.
fn list(name: &str) -> Names {
    marked(between(&read("src/element/attributes.js"), &format!("const {name} = ["), "]"), '\'')
}

#[test]
fn parts_have_the_same_names_everywhere() {
    let (links, types) = (read("docs/LINKS.md"), read("static/embed.d.ts"));
    let all = names(Part::ALL.map(Part::code));
    let row = between(&links, "| `parts` | any of `", "\n");
    assert_eq!(words(row.split('`').next().unwrap()), all, "docs/LINKS.md");
    assert_eq!(marked(between(&types, "export type Part =", ";"), '\''), all, "embed.d.ts");
    let usual = Parts::DEFAULT.names();
    assert!(row.ends_with(&format!("| `{usual}` |")), "docs/LINKS.md: without it {usual}");
    let of_script = read("src/element/attributes.js");
    assert_eq!(between(&of_script, "const USUAL = '", "'").replace(' ', ","), usual, "attributes.js");
}

#[test]
fn parameters_have_the_same_names_everywhere() {
    let all = names(keys());
    assert!(all.iter().all(|key| is_parameter(key)));
    assert_eq!(first_column(&read("docs/LINKS.md"), "| parameter | values |"), all, "docs/LINKS.md");
    let of_frames = names(["host", "id"]);
    assert_eq!(&list("PARAMETERS") | &of_frames, all, "attributes.js");
    assert!(list("PARAMETERS").is_disjoint(&of_frames));
    let tokens = between(&read("static/embed.d.ts"), "export interface Theme {", "}")
        .lines()
        .filter_map(|line| line.trim().split_once("?:").map(|(name, _)| name.to_owned()))
        .collect::<Names>();
    assert_eq!(tokens, names(theme::KEYS), "embed.d.ts");
}

#[test]
fn messages_and_codes_have_the_same_names_everywhere() {
    let (links, types) = (read("docs/LINKS.md"), read("static/embed.d.ts"));
    let kinds = names(Kind::ALL.map(Kind::code));
    assert_eq!(first_column(&links, "| from the frame |"), kinds, "docs/LINKS.md");
    let typed = types.lines().filter_map(|line| line.trim().strip_prefix("type: '")?.strip_suffix("';"));
    assert_eq!(names(typed), kinds, "embed.d.ts");

    let codes = names(Code::ALL.map(Code::code));
    assert_eq!(marked(between(&links, "| `problem` | `key`, `code` (", ")"), '`'), codes, "docs/LINKS.md");
    assert_eq!(marked(between(&types, "export type ProblemCode =", ";"), '\''), codes, "embed.d.ts");

    let by = names(Initiator::ALL.map(Initiator::code));
    assert_eq!(marked(between(&links, "`by` (", ")"), '`'), by, "docs/LINKS.md");
    assert_eq!(marked(between(&types, "  by: ", ";"), '\''), by, "embed.d.ts");

    // The message of a frame that could not start comes from the script in its head, which has no dependencies.
    let failures = marked(between(&links, "| `failed` | `code` (", ")"), '`');
    assert_eq!(marked(between(between(&types, "interface Failed", "}"), "code: ", ";"), '\''), failures, "embed.d.ts");
    let reasons = read("src/start/reasons.js");
    let said = reasons.lines().filter_map(|line| line.trim().strip_prefix("code: '")?.strip_suffix("',"));
    // An element has a program of its own, which knows the calculators.
    let of_elements = marked(between(&links, "of an element also ", ")"), '`');
    assert_eq!(&names(said) | &of_elements, failures, "src/start/reasons.js");
    let of_program = names(Failure::ALL.map(Failure::code));
    assert!(of_program.is_subset(&failures) && of_elements.is_subset(&of_program), "src/platform/element.rs");
}

#[test]
fn commands_have_the_same_names_everywhere_and_work() {
    let (links, types) = (read("docs/LINKS.md"), read("static/embed.d.ts"));
    let all = names(NAMES);
    assert_eq!(first_column(&links, "| to the frame |"), all, "docs/LINKS.md");
    let typed = between(&types, "export type Command =", ";\n\n");
    let typed = typed.split("type: ").skip(1).flat_map(|rest| marked(rest.split([';', '}']).next().unwrap(), '\''));
    assert_eq!(typed.collect::<Names>(), all, "embed.d.ts");
    let spec = find("bad-debt").expect("a calculator").spec();
    let is_unknown = |name: &str| {
        let message = Value::Map(vec![("type".to_owned(), name.into())]);
        let refused = command(&message, spec, &Present::default()).err();
        refused.is_some_and(|refusal| refusal.problems.contains(&Problem::new(name, Code::UnknownType)))
    };
    assert!(NAMES.into_iter().all(|name| !is_unknown(name)) && is_unknown("jump"));
    // Each has a method on the frame's handle, except `hello`, which the script sends itself.
    let script = read("static/embed.js");
    for name in NAMES.into_iter().filter(|name| *name != "hello") {
        assert!(script.contains(&format!("this.#ask('{name}'")), "embed.js has no way to {name}");
    }
}

/// The part names for styling by a host, with the selectors of their elements.
fn styled() -> Vec<(String, String)> {
    let script = read("src/element/drawn.js");
    let pairs = between(&script, "const NAMES = {", "};").lines().filter_map(|line| line.trim().split_once(": "));
    pairs.map(|(name, selector)| (name.to_owned(), selector.trim_matches(['\'', ',']).to_owned())).collect()
}

#[test]
fn styled_parts_have_the_same_names_and_are_rendered() {
    let documented = read("docs/EMBEDDING.md");
    let documented = words(between(&documented, "The parts are `", "`"));
    assert_eq!(styled().into_iter().map(|(name, _)| name).collect::<Names>(), documented, "drawn.js");
    assert!(read("src/element/frame.js").contains("frame.part = 'frame';"), "the part of a frame");
    let html = widget("bad-debt", &format!("?parts={}", Parts::ALL.names()), "");
    let classes: Names = html
        .split("class=\"")
        .skip(1)
        .flat_map(|rest| rest.split('"').next().unwrap_or_default().split(' '))
        .map(str::to_owned)
        .collect();
    for (name, selector) in styled() {
        let class = selector.trim_start_matches('.').split(' ').next().unwrap();
        assert!(classes.contains(class), "nothing has the class of ::part({name}), {selector}");
    }
}

#[test]
fn css_properties_have_the_same_names_everywhere() {
    let sheets = ["styles/element/reset.css", "styles/element/element.css"].map(read).concat();
    let used = sheets.split("var(--abacus-").skip(1).map(|rest| rest.split([',', ')']).next().unwrap());
    let text = read("docs/EMBEDDING.md");
    let documented = marked(between(&text, "The properties are ", ";"), '`');
    let documented: Names =
        documented.iter().map(|name| name.trim_start_matches("--abacus").trim_start_matches('-').to_owned()).collect();
    assert_eq!(names(used), documented);
}
