//! The small pictures on the home page, as declared: each is drawn here from its calculator's example, so that home
//! need not draw anything. `ABACUS_ACCEPT=1` writes them into the declarations.

use std::fmt::Write;
use std::fs;

use abacus_core::calculator::Inputs;
use abacus_core::calculator::picture::{Drawing, LENGTH, Row, draw};
use abacus_core::calculators::{CATALOG, SKETCH, sketch};

const ACCEPT: &str = "run `ABACUS_ACCEPT=1 cargo test -p abacus-core -- keys sketches`";

/// A row of boxes is a dashed line: each box and the gap after it.
const BOX: u32 = 3;
const STEP: u32 = 4;

/// The paths of a sketch: marked areas, filled areas, and rows of boxes.
#[derive(Default)]
struct Paths {
    marked: String,
    filled: String,
    boxes: String,
}

fn scaled(length: u32, most: u32) -> u32 {
    (length * most + LENGTH / 2) / LENGTH
}

fn bar(path: &mut String, x: u32, y: u32, width: u32, height: u32) {
    write!(path, "M{x},{y}h{width}v{height}h-{width}z").unwrap();
}

fn paths(drawing: &Drawing) -> Paths {
    let (width, height) = SKETCH;
    let (third, bar_height) = (height / 3, height / 3);
    let mut paths = Paths::default();
    match drawing {
        Drawing::Stack(rows) => {
            let across = width / STEP;
            let lines = |row: &Row| (row.whole + u32::from(row.rest > 0)).div_ceil(across);
            let mut y = (height - rows.iter().map(lines).sum::<u32>() * STEP) / 2;
            for (place, row) in rows.iter().enumerate() {
                let mut left = row.whole + u32::from(row.rest > 0);
                while left > 0 {
                    let boxes = left.min(across);
                    if place == 0 {
                        bar(&mut paths.marked, 0, y, BOX, BOX);
                    } else {
                        write!(paths.boxes, "M0,{}.5h{}", y + 1, boxes * STEP - 1).unwrap();
                    }
                    (left, y) = (left - boxes, y + STEP);
                }
            }
        }
        Drawing::Funnel(bands) => {
            let widths: Vec<_> = bands.iter().map(|(_, length)| scaled(*length, width).max(1)).collect();
            for (place, band) in widths.iter().enumerate() {
                let next = widths.get(place + 1).copied().unwrap_or(*band);
                let path = if place + 1 == widths.len() { &mut paths.marked } else { &mut paths.filled };
                let (left, below, y) = ((width - band) / 2, (width - next) / 2, u32::try_from(place).unwrap() * third);
                write!(path, "M{left},{y}h{band}L{},{}h-{next}z", below + next, y + third).unwrap();
            }
        }
        Drawing::Balance([left, right]) => {
            let middle = width / 2;
            let [left, right] = [left, right].map(|side| scaled(side.1, middle - 1).max(1));
            bar(&mut paths.marked, middle - 1 - left, third, left, bar_height);
            bar(&mut paths.filled, middle + 1, third, right, bar_height);
        }
        Drawing::PartOfWhole { whole, part, .. } => {
            bar(&mut paths.filled, 0, third, scaled(*whole, width), bar_height);
            bar(&mut paths.marked, 0, third, scaled(*part, width), bar_height);
        }
        Drawing::Nothing(why) => panic!("an example has a picture: {}", why.en),
    }
    paths
}

/// The source of a calculator with this sketch, formatted as by `rustfmt`.
fn with_sketch(source: &str, paths: &str) -> String {
    let declared = "const SKETCH: &'static str =";
    let (before, after) = source.split_once(declared).unwrap();
    let (_, after) = after.split_once(';').unwrap();
    let is_long = declared.len() + paths.len() + 8 > 120;
    format!("{before}{declared}{}\"{paths}\";{after}", if is_long { "\n        " } else { " " })
}

#[test]
fn every_sketch_shows_its_example() {
    for calculator in CATALOG {
        let spec = calculator.spec();
        let inputs = Inputs::defaults(spec);
        let Paths { marked, filled, boxes } = paths(&draw(spec, &inputs, &calculator.evaluate(&inputs)));
        assert!(!marked.is_empty() && (filled.is_empty() || boxes.is_empty()), "{calculator:?}");
        assert!(marked.len() + filled.len() + boxes.len() < 120, "{calculator:?}: the home page contains it");
        let drawn = format!("{marked}|{filled}|{boxes}");
        let file = format!("{}/src/calculators/{}.rs", env!("CARGO_MANIFEST_DIR"), spec.id.replace('-', "_"));
        let source = fs::read_to_string(&file).unwrap();
        if std::env::var_os("ABACUS_ACCEPT").is_some() {
            // This program was compiled with the previous sketches.
            fs::write(file, with_sketch(&source, &drawn)).unwrap();
            continue;
        }
        let declared = sketch(spec.id).map(|paths| paths.join("|")).unwrap_or_default();
        let is_drawn = declared == drawn && source == with_sketch(&source, &drawn);
        assert!(is_drawn, "`{}` declares the SKETCH {declared:?} and its example is {drawn:?}: {ACCEPT}", spec.id);
    }
    assert_eq!((sketch("no-such-calculator"), sketch("bad")), (None, None));
}
