//! Every declared field is where its declaration puts it: in the form, and in print.

use abacus_core::Decimal;
use abacus_core::calculator::field::Kind;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::fields::{DealField, FIELDS};
use abacus_deals::{Deal, End};
use sales_abacus::deals::paper::form_sheet;
use yew::LocalServerRenderer;
use yew::prelude::*;

use super::holding;
use super::support::render;

#[derive(PartialEq, Properties)]
struct SheetProps {
    deal: Deal,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    form_sheet(Some(&props.deal), "2026-06-01".parse().expect("a date"), Locale::En)
}

/// A deal with a value in this field; `None` for fields with components of their own.
fn filled(field: DealField) -> Option<Deal> {
    let mut deal = Deal::new("d");
    match field {
        DealField::Text(field) => *field.value_mut(&mut deal) = format!("w{}", field.meta.key.replace('.', "")),
        DealField::Date(field) => *field.value_mut(&mut deal) = "2026-06-30".parse().ok(),
        DealField::Number(field) => {
            let is_money = field.limits().kind == Kind::Money;
            *field.value_mut(&mut deal) = Some(if is_money { Decimal::new(12345, 1) } else { Decimal::new(125, 3) });
        }
        DealField::Stage(_) | DealField::End(_) | DealField::Currency(_) | DealField::Tags(_) => return None,
    }
    Some(deal)
}

#[test]
fn the_form_has_an_input_for_every_field_of_a_section() {
    let lost = Deal { end: Some(End::Lost), ..Deal::new("lost") };
    let html = render(Page::Deals, Locale::En, "lost", holding(&[lost]));
    for meta in FIELDS.iter().map(|field| field.meta()) {
        let inputs = html.contains(&format!("name=\"{}\"", meta.key));
        assert_eq!(inputs, meta.section.is_some(), "`{}`: its input, in the section of its declaration", meta.key);
    }
}

#[test]
fn the_form_shows_the_value_and_label_of_a_field() {
    let in_form = FIELDS.iter().filter(|field| field.meta().section.is_some());
    for (field, deal) in in_form.filter_map(|field| Some((field, filled(*field)?))) {
        let (meta, typed) = (field.meta(), field.typed(&deal).into_owned());
        let html = render(Page::Deals, Locale::En, "d", holding(&[Deal { end: Some(End::Lost), ..deal }]));
        let shown = html.contains(&format!("value=\"{typed}\"")) || html.contains(&format!(">{typed}</textarea>"));
        assert!(shown, "`{}` does not show {typed}", meta.key);
        let words = [Some(meta.label), meta.hint].into_iter().flatten();
        words.for_each(|words| assert!(html.contains(&format!(">{}</", words.en)), "`{}`: {}", meta.key, words.en));
    }
}

#[test]
fn the_paper_form_prints_exactly_the_printed_fields() {
    for (field, deal) in FIELDS.iter().filter_map(|field| Some((field, filled(*field)?))) {
        let typed = field.typed(&deal).into_owned();
        let sheet = LocalServerRenderer::<Sheet>::with_props(SheetProps { deal }).hydratable(false);
        let is_there = pollster::block_on(sheet.render()).contains(&typed);
        assert_eq!(is_there, field.meta().printed, "`{}`", field.meta().key);
    }
}
