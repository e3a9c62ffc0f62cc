//! Optional siblings keep a place in the list: behind `if`, or in an element of their own.
//!
//! yew matches siblings without keys by index, counted from the last. So one more of them re-creates all those before
//! it, which lose the focus and their components' state.

use super::source::{SourceFile, sources};

/// Elements that may be or contain something focusable. Capitalised names are components.
const FOCUSABLE: [&str; 19] = [
    "a", "article", "button", "details", "div", "fieldset", "footer", "form", "header", "input", "label", "main",
    "nav", "ol", "section", "select", "table", "textarea", "ul",
];

/// In these, only the list's own items are focusable.
const PLAIN_PARENTS: [&str; 11] =
    ["Select", "a", "button", "colgroup", "g", "select", "svg", "tbody", "th", "thead", "tr"];

fn complaints(source: &SourceFile) -> Vec<String> {
    // There is no focus on paper.
    if source.path.contains("/paper") || source.path.ends_with("/sheet.rs") {
        return Vec::new();
    }
    let (shipped, _) = source.text.split_once("#[cfg(test)]").unwrap_or((&source.text, ""));
    let lines: Vec<&str> = shipped.lines().collect();
    let lists = lines.iter().enumerate().filter(|(_, line)| is_list_of_any_length(line.trim()));
    let is_shifting =
        |(at, _): &(usize, &&str)| lines.get(..*at).is_some_and(|before| shifts(before, indent(lines[*at])));
    let complaint = |(at, line): (usize, &&str)| {
        let at = at + 1;
        format!(
            "{}:{at}: `{}` shifts what stands before it: put it into an element, or behind `if let`",
            source.path,
            line.trim()
        )
    };
    lists.filter(is_shifting).map(complaint).collect()
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Whether a line inserts a list or an option as siblings. A constant list has a constant length.
fn is_list_of_any_length(line: &str) -> bool {
    let is_option = line.starts_with("{ ") && [".map(|", ".then(||"].iter().any(|make| line.contains(make));
    let Some(list) = line.strip_prefix("{ for ") else { return is_option && line.contains("html! {") };
    let name: String = list.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    let is_constant = name.len() > 1 && name.chars().all(|letter| letter.is_uppercase() || letter == '_');
    !(is_constant || list.starts_with('[') || list.starts_with(&format!("{name}::ALL")))
}

/// Whether something before a list with this indentation may have the focus.
fn shifts(before: &[&str], indented: usize) -> bool {
    let around = |line: &&&str| line.trim().is_empty() || indent(line) >= indented;
    let siblings = before.iter().rev().take_while(around).filter(|line| indent(line) == indented);
    let parent = before.iter().rev().find(|line| !around(line)).map_or("", |line| tag(line.trim()));
    !PLAIN_PARENTS.contains(&parent) && siblings.map(|line| line.trim()).any(is_focusable)
}

fn is_focusable(sibling: &str) -> bool {
    let tag = tag(sibling);
    FOCUSABLE.contains(&tag) || tag.starts_with(char::is_uppercase) || sibling.starts_with("{ ")
}

fn tag(line: &str) -> &str {
    let name = line.strip_prefix('<').unwrap_or_default();
    name.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default()
}

#[test]
fn no_list_shifts_a_focusable_sibling() {
    let found: Vec<String> = sources("src").iter().flat_map(complaints).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_list_after_a_focusable_sibling_is_reported() {
    let reported = |inside: &str| {
        let text = format!("    html! {{\n        <form>\n{inside}\n        </form>\n    }}");
        !complaints(&SourceFile::new("src/a.rs", &text)).is_empty()
    };
    assert!(reported("            <input />\n            { for more }"));
    assert!(reported("            { steps() }\n            <p>{ text }</p>\n            { for more.map(|one| html! {"));
    assert!(reported("            <Share {session} />\n            { for more }\n            <p />"));
    assert!(!reported(
        "            <input />\n            if let Some(more) = more {\n                { more }\n            }"
    ));
    assert!(reported("            <input />\n            { hint.map(|hint| html! { <p>{ hint }</p> }) }"));
    assert!(!reported("            <input />\n            <div>{ for more }</div>"));
    assert!(!reported("            { for more }\n            <input />"), "a sibling after the list is not shifted");
    assert!(!reported("            <p>{ text }</p>\n            { for more }"));
    assert!(!reported(
        "            <input />\n            { for COLORS.map(one) }\n            { for Role::ALL.map(one) }"
    ));
}
