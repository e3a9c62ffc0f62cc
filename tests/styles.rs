//! Patterns that must not occur in the style sheets and that no other check finds.

use std::collections::HashSet;
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

/// A tap during smooth scrolling hits something else.
#[test]
fn only_the_card_s_leaves_scroll_smoothly() {
    let gliding = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("styles"))
        .into_iter()
        .filter(|sheet| fs::read_to_string(sheet).expect("a text").contains("scroll-behavior: smooth"))
        .map(|sheet| sheet.file_name().expect("a name").to_owned());
    assert_eq!(gliding.collect::<Vec<_>>(), ["customer.css"]);
}

/// The files in a folder and its folders, as paths below it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let below = |entry: PathBuf| if entry.is_dir() { files(&entry) } else { vec![entry] };
    fs::read_dir(folder).expect("a folder").flat_map(|entry| below(entry.expect("an entry").path())).collect()
}

/// The style sheets of pages, of the chunk around a calculator, of the element, and of the single files. Each imports
/// those of the parts it may show.
const PAGES: [&str; 11] =
    ["builder", "calculator", "class", "deals", "element", "extras", "home", "rooms", "single", "stage", "widget"];

#[test]
fn each_sheet_is_imported_by_a_page() {
    let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let pages = PAGES.map(|page| styles.join(page).with_extension("css"));
    let texts = pages.clone().map(|page| fs::read_to_string(page).expect("the sheet of a page"));
    for sheet in files(&styles).into_iter().filter(|sheet| !pages.contains(sheet)) {
        let import = format!("@import \"./{}\" layer(", sheet.strip_prefix(&styles).expect("below").display());
        let times = texts.iter().map(|text| text.matches(&import).count()).collect::<Vec<_>>();
        assert!(times.iter().any(|times| *times > 0), "a sheet of styles/ needs the line: {import}…);");
        assert!(times.iter().all(|times| *times < 2), "two lines in one sheet: {import}…);");
    }
}

const fn is_in_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}

/// The words in string literals that may be classes: only with a BEM element or modifier, since `tool` may be any word.
fn words(folders: &[&str]) -> HashSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = folders.iter().map(|place| root.join(place));
    let sources = sources.flat_map(|place| if place.is_dir() { files(&place) } else { vec![place] });
    let sources = sources.filter(|file| file.extension().is_some_and(|ending| ending == "rs"));
    let mut found = HashSet::new();
    for source in sources.map(|file| fs::read_to_string(file).expect("a source")) {
        let words = source.split_inclusive(|letter| !is_in_name(letter));
        let words = words.filter_map(|word| word.strip_suffix(['"', ' ']));
        found.extend(words.filter(|word| word.contains("__") || word.contains("--")).map(str::to_owned));
    }
    found
}

/// Which of these words a sheet has rules for.
fn styled<'a>(words: &'a HashSet<String>, sheet: &Path) -> Vec<&'a str> {
    let css = fs::read_to_string(sheet).expect("a sheet");
    let classes =
        css.split('.').skip(1).map(|rest| rest.split(|letter| !is_in_name(letter)).next().unwrap_or_default());
    classes.filter_map(|class| words.get(class)).map(String::as_str).collect()
}

#[test]
fn a_page_loads_the_sheets_of_the_classes_it_uses() {
    let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    for (pages, rooms) in [
        (&["calculator", "extras"][..], &["src/calculator", "src/shell"][..]),
        (&["deals", "rooms"], &["src/deals", "src/shell"]),
        (&["class", "stage"], &["src/class", "src/deals/controls/beads.rs"]),
        (&["home"], &["src/home"]),
    ] {
        let sheets = pages.iter().map(|page| styles.join(page).with_extension("css"));
        let text: String = sheets.map(|sheet| fs::read_to_string(sheet).expect("the sheet of a page")).collect();
        let parts = files(&styles).into_iter().filter(|sheet| sheet.parent() != Some(&styles));
        let parts: Vec<PathBuf> = parts.collect();
        let is_loaded =
            |sheet: &&PathBuf| text.contains(&format!("./{}\"", sheet.strip_prefix(&styles).expect("below").display()));
        let loaded: String =
            parts.iter().filter(is_loaded).map(|sheet| fs::read_to_string(sheet).expect("a sheet")).collect();
        let words = words(rooms);
        for sheet in parts {
            let import = format!("@import \"./{}\" layer(", sheet.strip_prefix(&styles).expect("below").display());
            let is_other_stage = pages.contains(&"calculator") && sheet.ends_with("widget.css");
            if !text.contains(&import) && !is_other_stage {
                let mut missing = styled(&words, &sheet);
                missing.retain(|class| !loaded.contains(&format!(".{class}")));
                assert_eq!(missing, [""; 0], "a sheet of {pages:?} needs: {import}…);");
            }
        }
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
            "{}: move it to the path of its room in src/deals",
            sheet.display()
        );
    }
}

fn sheet(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("styles").join(path)).expect("a sheet")
}

/// Media queries take the browser's font size setting into account, but not text enlarged in the page.
#[test]
fn the_funnel_becomes_cards_by_font_size_and_never_in_print() {
    let css = sheet("deals/views/funnel.css");
    assert!(css.contains("@media screen {\n  @container (max-width: "), "on paper, it is the table");
    let (_, cards) = css.split_once("@container").expect("the cards");
    assert!(
        cards.contains(".funnel__row {\n      position: relative;\n      display: flex"),
        "the cards depend on the room for the text"
    );
    assert_eq!(css.matches("overflow-wrap: anywhere").count(), cards.matches("overflow-wrap: anywhere").count());
}

#[test]
fn a_printed_page_of_deals_has_no_notices() {
    let css = sheet("deals/paper.css");
    assert!(css.contains("#app:has(.deals) :is(.notice, .undo, .views)"));
}

/// A truncated amount reads as a smaller amount.
#[test]
fn no_digit_of_an_amount_is_cut_in_the_table_of_deals() {
    let css = sheet("deals/list/table.css");
    let (_, rule) = css.split_once(".deals-table__deal > .deals-table__number {").expect("the rule of numbers");
    let (rule, _) = rule.split_once('}').expect("its end");
    assert!(rule.contains("white-space: normal") && rule.contains("text-overflow: clip"), "{rule}");
}

/// A row clips its overflow, and its last cell ends where it does.
#[test]
fn the_focus_ring_of_a_row_s_last_cell_is_not_clipped() {
    let css = sheet("deals/list/table.css");
    assert!(css.contains("padding-inline-end: var(--space-1)"), "the ring is 3 px wide");
    assert!(css.contains("[role=\"gridcell\"]:focus-visible {\n  outline-offset: 0;"));
}

/// Colours not defined by the stage would be inherited from the page's other scheme.
#[test]
fn the_stage_defines_all_its_own_colours() {
    let (tokens, stage) = (sheet("tokens.css"), sheet("class/stage.css"));
    let rule = |selector: &str| {
        let (_, rule) = stage.split_once(&format!("\n{selector} {{")).expect("a rule");
        rule.split_once('}').expect("its end").0.to_owned()
    };
    let (light, dark) = (rule(".stage"), rule(".stage--dark"));
    let colours = tokens.lines().filter(|line| line.contains("var(--light, ")).filter_map(|line| line.split_once(':'));
    let colours: Vec<&str> = colours.map(|(name, _)| name.trim()).collect();
    assert!(colours.len() > 10, "{colours:?}");
    for name in colours {
        let is_set = |rule: &str| rule.contains(&format!("  {name}:"));
        assert!(is_set(&light), "{name}");
        assert!(is_set(&dark) || name == "--shadow", "{name} in the dark");
    }
}
