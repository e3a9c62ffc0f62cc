//! Patterns that must not occur in the style sheets and that no other check finds.

use std::fs;
use std::path::Path;

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
fn a_selector_that_matches_any_neighbour_is_reported() {
    let css = "/* a * + * */ .a { width: calc(2 * (1px + 2px)); } @media print { .b, .c > * + * { margin: 0; } } .d + .d { x: y }";
    assert_eq!(taking_any_neighbour(css), [".c > * + *"]);
}

#[test]
fn each_sheet_is_imported_once() {
    let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let index = fs::read_to_string(styles.join("index.css")).expect("the index");
    for folder in ["components", "deals"] {
        for entry in fs::read_dir(styles.join(folder)).expect("a folder").map(|entry| entry.expect("an entry")) {
            let import = format!("@import \"./{folder}/{}\" layer(components);", entry.file_name().to_string_lossy());
            assert_eq!(index.matches(&import).count(), 1, "styles/index.css needs one line: {import}");
        }
    }
}

#[test]
fn each_style_sheet_of_the_deal_book_belongs_to_a_room() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rooms = ["src/deals", "src/deals/meetings"].map(|folder| root.join(folder));
    for entry in fs::read_dir(root.join("styles/deals")).expect("a folder").map(|entry| entry.expect("an entry").path())
    {
        let name = entry.file_stem().expect("a name").to_string_lossy().into_owned();
        let is_room = |room: &Path| room.join(&name).is_dir() || room.join(format!("{name}.rs")).is_file();
        assert!(
            rooms.iter().any(|room| is_room(room)),
            "styles/deals/{name}.css: name it by the room of src/deals it is for"
        );
    }
}
