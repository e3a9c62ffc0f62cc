use abacus_core::calculator::compare::{Row, compare};
use abacus_core::calculator::{Calculator, Inputs, share};
use abacus_core::calculators::find;
use abacus_core::number::format;
use abacus_core::number::format::Style;
use abacus_core::text::Locale;
use proptest::prelude::*;

fn tool(id: &str) -> &'static dyn Calculator {
    find(id).unwrap()
}

fn inputs(id: &str, link: &str) -> Inputs {
    share::decode(tool(id).spec(), link).inputs
}

fn compared(id: &str, links: &[&str]) -> Vec<Row> {
    let inputs: Vec<_> = links.iter().map(|link| inputs(id, link)).collect();
    compare(tool(id), &inputs.iter().collect::<Vec<_>>())
}

/// Label, figures and differences of a row, as people read them.
fn read(rows: &[Row], label: &str, style: &Style) -> Vec<String> {
    let row = rows.iter().find(|row| row.label.en == label).unwrap();
    let cell = |cell: &abacus_core::calculator::compare::Cell| {
        let figure = cell.value.map_or_else(|reason| format!("{reason:?}"), |value| row.subject.figure(value, style));
        let difference = cell.difference.as_ref().map_or_else(String::new, |difference| {
            let amount = row.subject.amount(difference, style).unwrap_or_else(|| "same".to_owned());
            let sign = if difference.by.is_sign_negative() { "-" } else { "+" };
            format!(" {sign}{amount} {}", difference.percent().unwrap_or_default())
        });
        format!("{figure}{difference}")
    };
    row.cells.iter().map(cell).collect()
}

#[test]
fn each_scenario_is_compared_with_the_first() {
    let style = Style::default_for(Locale::Zh);
    let rows = compared("bad-debt", &["", "loss=700&margin=0.03", "loss=500", "margin=0.025"]);
    assert_eq!(
        read(&rows, "Extra sales", &style),
        ["¥25,000", "¥23,333.33 -1,666.67 6.7%", "¥25,000 +same ", "¥20,000 -5,000 20%"]
    );
    assert_eq!(read(&rows, "Net margin", &style), ["2%", "3% +1 ", "2% +same ", "2.5% +0.5 "]);
    let exact = rows[0].cells[1].difference.unwrap();
    assert_eq!(format::machine(exact.by), "-1666.666666666667");
}

#[test]
fn an_input_has_the_label_that_all_scenarios_share() {
    let has = |links: &[&str], label: &str| compared("bad-debt", links).iter().any(|row| row.label.en == label);
    assert!(has(&["margin_kind=gross", "margin_kind=gross&loss=1"], "Gross margin"));
    assert!(has(&["", "margin_kind=gross"], "Margin"), "different margins share only the general label");
}

#[test]
fn undefined_shares_and_differences_are_none() {
    let style = Style::default_for(Locale::En);
    let rows = compared("clv", &["spend=0", "", "years=0"]);
    assert_eq!(read(&rows, "Lifetime value", &style), ["$0", "$56,160 +56,160 ", "$0 +same "]);
    let huge = "spend=1000000000000000&visits=1000000000&weeks=1000000000&years=100";
    for links in [[huge, ""], ["", huge]] {
        let rows = compared("clv", &links);
        assert!(rows[0].cells.iter().all(|cell| cell.difference.is_none()));
    }
}

#[test]
fn conventions_show_names_and_unused_details_have_no_row() {
    let labels = |rows: &[Row]| rows.iter().map(|row| row.label.en).collect::<Vec<_>>();
    let plain = labels(&compared("clv", &["", "spend=10"]));
    let rows = compared("clv", &["", "timing=end&discount=0.1"]);
    let timing = tool("clv").spec().field("timing").unwrap();
    assert_eq!(plain.len(), 8, "the slide's rows: {plain:?}");
    assert_eq!(labels(&rows).len(), tool("clv").spec().outputs.len() + 4 + 2, "discount and timing are used");
    let row = rows.iter().find(|row| row.label == timing.label).unwrap();
    let named = row.subject.figure(row.cells[1].value.unwrap(), &Style::default_for(Locale::En));
    assert!(named.chars().any(char::is_alphabetic), "{named}");
    assert_eq!(row.cells[1].difference, None);
}

proptest! {
    #[test]
    fn a_difference_added_to_the_first_gives_the_other(first in 1_u32..100_000, other in 1_u32..100_000) {
        let (first, other) = (format!("loss={first}"), format!("loss={other}"));
        for row in compared("bad-debt", &[&first, &other]) {
            let [one, two] = &row.cells[..] else { panic!("two scenarios") };
            let difference = two.difference.unwrap();
            prop_assert_eq!(one.value.unwrap() + difference.by, two.value.unwrap());
            prop_assert_eq!(one.difference, None);
        }
    }
}
