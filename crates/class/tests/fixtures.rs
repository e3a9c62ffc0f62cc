//! The lessons compared with the tables of the training documents: which sentence is an advance, which case is which
//! opening. The wording is our own; the meaning and the order are the documents'.

use abacus_class::lessons::find;
use abacus_class::{Item, Kind};

/// The lines of a table below its header, as fields. A quoted field may contain commas.
fn lines(table: &str) -> Vec<Vec<String>> {
    let fields = |line: &str| {
        let parts = line.split('"').enumerate();
        let outside = parts.map(|(place, part)| if place % 2 == 0 { part.replace(',', "\n") } else { part.to_owned() });
        outside.collect::<String>().split('\n').map(str::to_owned).collect()
    };
    table.lines().skip(1).map(fields).collect()
}

/// The items of each sorting step of a lesson, each with the text of its box.
fn sorted(id: &str) -> Vec<Vec<(Item, String)>> {
    let lesson = find(id).expect("a lesson");
    let sorts = lesson.steps.iter().filter_map(|step| match &step.kind {
        Kind::Sort { items, boxes } => Some((items, boxes)),
        _ => None,
    });
    sorts
        .map(|(items, boxes)| {
            let with_box = |item: &Item| (item.clone(), boxes[item.goes].get(abacus_core::text::Locale::En).to_owned());
            items.iter().map(with_box).collect()
        })
        .collect()
}

/// The letter of an opening that a box starts with.
fn letters(items: &[(Item, String)]) -> Vec<String> {
    items.iter().map(|(_, named)| named.chars().take(1).collect()).collect()
}

#[test]
fn each_sentence_is_sorted_as_in_the_document() {
    let table = lines(include_str!("data/advance_sentences.csv"));
    let expected: Vec<_> = table.iter().map(|line| line.last().cloned().unwrap_or_default()).collect();
    let [sentences] = sorted("advance").try_into().expect("one sorting step");
    let found: Vec<_> = sentences.iter().map(|(_, named)| named.to_lowercase()).collect();
    assert_eq!((found, expected.len()), (expected, 8));
}

#[test]
fn each_case_is_the_opening_that_the_document_names() {
    let table = lines(include_str!("data/opening_cases.csv"));
    let expected: Vec<_> = table.iter().map(|line| line[0].clone()).collect();
    assert_eq!((letters(&sorted("openings")[0]), expected.len()), (expected, 7));
}

#[test]
fn boxes_mirrors_and_plays_match_the_nine_openings() {
    let table = lines(include_str!("data/openings.csv"));
    let find = |letter: &str| table.iter().find(|line| line[2] == letter).expect("an opening").clone();
    let lesson = abacus_class::lessons::find("openings").expect("a lesson");
    let boxes: Vec<_> = lesson
        .steps
        .iter()
        .filter_map(|step| match &step.kind {
            Kind::Sort { boxes, .. } => Some(boxes),
            _ => None,
        })
        .collect();
    for named in boxes.iter().flat_map(|boxes| boxes.iter()) {
        let en = named.get(abacus_core::text::Locale::En);
        let line = find(&en[..1]);
        let ground = match line[0].as_str() {
            "ours" => "our ground",
            "neutral" => "neutral ground",
            _ => "their ground",
        };
        let lead = match line[1].as_str() {
            "behind" => "we are behind",
            "even" => "even",
            _ => "we lead",
        };
        assert_eq!(en, format!("{}: {ground}, {lead}", line[2]));
    }
    let [_, mirrors, plays] = sorted("openings").try_into().expect("three sorting steps");
    for (item, named) in &mirrors {
        let words = item.words.get(abacus_core::text::Locale::En);
        let ours = words.strip_prefix("Our ").expect("it starts with our opening");
        assert_eq!(find(&ours[..1])[4], named[..1], "{words}");
    }
    let mut normal: Vec<_> = table.iter().filter(|line| line[3] == "normal").map(|line| line[2].clone()).collect();
    let mut played = letters(&plays);
    normal.sort();
    played.sort();
    assert_eq!(played, normal, "each normal opening has its play");
}
