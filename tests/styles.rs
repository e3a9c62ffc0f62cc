//! What must not stand in the style sheets, since nothing else would tell.

use std::fs;
use std::path::Path;

/// The selectors of a style sheet that take any element because of its neighbour, whatever that is. One of them makes
/// the browser restyle all that is beside and below whatever is inserted, anywhere: the whole list for one row.
fn taking_any_neighbour(css: &str) -> Vec<String> {
    let without_comments: String = css
        .split("/*")
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once("*/").unwrap().1 })
        .collect();
    let preludes = without_comments.split('{').filter_map(|part| part.rsplit(['}', ';', '{']).next());
    let selectors = preludes.flat_map(|prelude| prelude.split(',')).map(str::trim);
    let takes_any = |selector: &&str| ["* + *", "* ~ *"].iter().any(|neighbours| selector.contains(neighbours));
    selectors.filter(takes_any).map(str::to_owned).collect()
}

#[test]
fn no_selector_takes_any_neighbour_of_anything() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("styles")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let css = fs::read_to_string(&entry).expect("a text");
                assert_eq!(taking_any_neighbour(&css), Vec::<String>::new(), "{}", entry.display());
            }
        }
    }
}

#[test]
fn one_that_does_is_found() {
    let css = "/* a * + * */ .a { width: calc(2 * (1px + 2px)); } @media print { .b, .c > * + * { margin: 0; } } .d + .d { x: y }";
    assert_eq!(taking_any_neighbour(css), [".c > * + *"]);
}
