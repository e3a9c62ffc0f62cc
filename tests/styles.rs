//! Patterns that must not occur in the style sheets and that no other check finds.

use std::fs;
use std::path::{Path, PathBuf};

/// The selectors of a style sheet that match any element by its sibling. One of them makes the browser restyle
/// everything beside and below an inserted element: the whole list for one row.
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
fn no_selector_matches_any_neighbour() {
    for sheet in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("styles")) {
        let css = fs::read_to_string(&sheet).expect("a text");
        assert_eq!(taking_any_neighbour(&css), Vec::<String>::new(), "{}", sheet.display());
    }
}

#[test]
fn a_selector_that_matches_any_neighbour_is_reported() {
    let css = "/* a * + * */ .a { width: calc(2 * (1px + 2px)); } @media print { .b, .c > * + * { margin: 0; } } .d + .d { x: y }";
    assert_eq!(taking_any_neighbour(css), [".c > * + *"]);
}

/// The files in a folder and its folders, as paths below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let below = |entry: PathBuf| if entry.is_dir() { files(&entry) } else { vec![entry] };
    fs::read_dir(folder).expect("a folder").flat_map(|entry| below(entry.expect("an entry").path())).collect()
}

#[test]
fn each_sheet_is_imported_once() {
    let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let index = fs::read_to_string(styles.join("index.css")).expect("the index");
    for sheet in files(&styles).into_iter().filter(|sheet| *sheet != styles.join("index.css")) {
        let import = format!("@import \"./{}\" layer(", sheet.strip_prefix(&styles).expect("below").display());
        assert_eq!(index.matches(&import).count(), 1, "styles/index.css needs one line: {import}…);");
    }
}

#[test]
fn each_style_sheet_of_the_deal_book_belongs_to_a_room() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let styles = root.join("styles/deals");
    for sheet in files(&styles) {
        let room = root.join("src/deals").join(sheet.strip_prefix(&styles).expect("below")).with_extension("");
        assert!(
            room.is_dir() || room.with_extension("rs").is_file(),
            "{}: put it where its room is in src/deals, with its name",
            sheet.display()
        );
    }
}
