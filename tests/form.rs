//! The state of a calculator's form: nothing typed is lost, nothing stale passes for current.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::rc::Rc;

use abacus_core::calculators::find;
use abacus_core::field::FieldError;
use abacus_core::format::machine;
use sales_abacus::state::form::{Action, Form};
use yew::Reducible;

fn open(id: &str, fragment: &str) -> Rc<Form> {
    Rc::new(Form::open(find(id).expect("a calculator"), fragment))
}

fn after(form: &Rc<Form>, actions: &[Action]) -> Rc<Form> {
    actions.iter().fold(form.clone(), |form, action| form.reduce(action.clone()))
}

fn typed(key: &'static str, text: &str) -> Action {
    Action::Type(key, text.to_owned())
}

fn headline(form: &Form) -> String {
    form.outcomes().first().and_then(|outcome| outcome.value.ok()).map(machine).unwrap_or_default()
}

fn text(form: &Form, key: &str) -> String {
    form.entries().iter().find(|entry| entry.field.key == key).map(|entry| entry.text.to_string()).unwrap_or_default()
}

#[test]
fn what_people_type_is_computed_with() {
    let form = open("bad-debt", "");
    for (loss, margin, expected) in [
        ("５００", "２", "25000"),
        ("1,234.5", "5%", "24690"),
        ("3万", "5％", "600000"),
        ("1.2亿", "100", "120000000"),
        (" ¥500 ", " 2 % ", "25000"),
    ] {
        let form = after(&form, &[typed("loss", loss), typed("margin", margin)]);
        assert_eq!((headline(&form).as_str(), form.is_stale()), (expected, false), "{loss} {margin}");
    }
}

#[test]
fn bad_input_keeps_the_typing_and_the_last_good_result_marked_stale() {
    for (bad, error) in [
        ("", FieldError::Empty),
        ("abc", FieldError::NotANumber),
        ("1,5", FieldError::Separators),
        ("1.234,56", FieldError::Separators),
        ("0", FieldError::OutOfRange("0".parse().unwrap())),
        ("\u{2212}5", FieldError::OutOfRange("-0.05".parse().unwrap())),
        ("101", FieldError::OutOfRange("1.01".parse().unwrap())),
        ("0.1234567", FieldError::Decimals("0.001234567".parse().unwrap(), 6)),
        ("123456789012345678901234567890", FieldError::TooManyDigits),
    ] {
        let form = after(&open("bad-debt", "loss=700"), &[typed("margin", bad), Action::Commit("margin")]);
        assert_eq!(text(&form, "margin"), bad);
        assert_eq!(form.entries()[1].error, Some(error), "{bad}");
        assert!(form.is_stale());
        assert_eq!((headline(&form).as_str(), form.fragment().as_str()), ("35000", "loss=700"), "{bad}");
    }
}

#[test]
fn results_wait_until_every_field_can_be_read_again() {
    let form = after(&open("bad-debt", ""), &[typed("margin", "x"), typed("loss", "1000")]);
    assert_eq!((headline(&form).as_str(), form.is_stale()), ("25000", true));
    let form = after(&form, &[typed("margin", "4")]);
    assert_eq!((headline(&form).as_str(), form.is_stale()), ("25000", false));
    assert_eq!(form.fragment(), "loss=1000&margin=0.04");
}

#[test]
fn leaving_a_field_tidies_what_could_be_read() {
    let form = after(&open("bad-debt", ""), &[typed("loss", "３万元")]);
    assert_eq!(text(&form, "loss"), "３万元");
    assert_eq!(text(&after(&form, &[Action::Commit("loss")]), "loss"), "30,000");
}

#[test]
fn the_address_changing_by_our_own_hand_leaves_the_typing_alone() {
    let form = after(&open("bad-debt", ""), &[typed("loss", "700.0"), typed("margin", "x")]);
    let same = after(&form, &[Action::Open(form.fragment())]);
    assert!(Rc::ptr_eq(&form, &same));
    let other = after(&form, &[Action::Open("loss=800".to_owned())]);
    assert_eq!((text(&other, "loss").as_str(), other.is_stale()), ("800", false));
}

#[test]
fn reset_brings_the_slides_example_back_also_from_bad_input() {
    let form = after(&open("bad-debt", ""), &[typed("loss", "x"), Action::Reset]);
    assert_eq!((text(&form, "loss").as_str(), headline(&form).as_str(), form.is_stale()), ("500", "25000", false));
}

#[test]
fn nothing_is_rendered_again_when_nothing_changed() {
    let form = open("bad-debt", "");
    assert!(Rc::ptr_eq(
        &form,
        &after(&form, &[typed("loss", "500"), Action::Commit("loss"), Action::Commit("margin")])
    ));
}
