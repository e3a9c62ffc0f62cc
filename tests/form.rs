//! The state of a calculator's form: no typed text is lost, and no stale result looks current.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::field::FieldError;
use abacus_core::calculator::share::{LinkProblem, Reader};
use abacus_core::calculator::sliders;
use abacus_core::calculators::find;
use abacus_core::number::format::{Currency, machine};
use sales_abacus::calculator::form::{Form, FormAction, Stale};
use sales_abacus::calculator::solve::SOLVE;

fn open(id: &str, fragment: &str) -> Form {
    Form::open(find(id).expect("a calculator"), fragment, Some(SOLVE.solver))
}

fn after(form: &Form, actions: &[FormAction]) -> Form {
    let mut form = form.clone();
    for action in actions {
        form.act(action.clone());
    }
    form
}

/// Sets an input's slider range, as far as it is valid.
fn ends(key: &str, low: Decimal, high: Decimal) -> FormAction {
    let field = find("bad-debt").and_then(|tool| tool.spec().field(key)).expect("an input");
    FormAction::Ends(sliders::between(field, low, high).map(|slider| (field, slider)).into_iter().collect())
}

fn typed(key: &'static str, text: &str) -> FormAction {
    FormAction::Type(key, text.to_owned())
}

fn headline(form: &Form) -> String {
    form.evaluations().first().and_then(|evaluation| evaluation.value.ok()).map(machine).unwrap_or_default()
}

fn text(form: &Form, key: &str) -> String {
    form.entries().iter().find(|entry| entry.field.key == key).map(|entry| entry.text.to_string()).unwrap_or_default()
}

#[test]
fn common_ways_of_typing_a_number_are_read() {
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
fn the_sign_of_another_currency_is_not_dropped() {
    let [yuan, dollar] = ["CNY", "USD"].map(Currency::find);
    let mut form = open("bad-debt", "");
    form.set_currency(yuan);
    for (loss, expected) in [("¥600", "30000"), ("600元", "30000"), ("6百", "30000"), ("CNY 600", "30000")] {
        let form = after(&form, &[typed("loss", loss)]);
        assert_eq!((headline(&form).as_str(), form.is_stale()), (expected, false), "{loss}");
    }
    for (loss, sign) in [("$600", "$"), ("600 USD", "USD"), ("600港元", "港元"), ("€600", "€")] {
        let form = after(&form, &[typed("loss", loss), FormAction::Commit("loss")]);
        assert_eq!((headline(&form).as_str(), text(&form, "loss").as_str()), ("25000", loss));
        let error = form.entries().iter().find_map(|entry| entry.error);
        assert_eq!(error, Some(FieldError::OtherCurrency(sign)), "{loss}");
    }
    // The target is an amount, too.
    let wanted = after(&form, &[FormAction::SolveFor(Some("margin")), FormAction::TypeWanted("$9000".to_owned())]);
    assert_eq!(wanted.stale(), Some(Stale::Unread));
    // The currency in the menu is accepted at once; without one, any is.
    for currency in [dollar, None] {
        let mut form = after(&form, &[typed("loss", "$600")]);
        form.set_currency(currency);
        assert_eq!((headline(&form).as_str(), form.is_stale()), ("30000", false));
    }
}

#[test]
fn bad_input_keeps_the_text_and_marks_the_last_result_stale() {
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
        let form = after(&open("bad-debt", "loss=700"), &[typed("margin", bad), FormAction::Commit("margin")]);
        assert_eq!(text(&form, "margin"), bad);
        assert_eq!(form.entries()[1].error, Some(error), "{bad}");
        assert!(form.is_stale());
        assert_eq!((headline(&form).as_str(), form.fragment().as_str()), ("35000", "loss=700"), "{bad}");
    }
}

#[test]
fn results_update_only_when_every_field_can_be_read() {
    let form = after(&open("bad-debt", ""), &[typed("margin", "x"), typed("loss", "1000")]);
    assert_eq!((headline(&form).as_str(), form.is_stale()), ("25000", true));
    let form = after(&form, &[typed("margin", "4")]);
    assert_eq!((headline(&form).as_str(), form.is_stale()), ("25000", false));
    assert_eq!(form.fragment(), "loss=1000&margin=0.04");
}

/// A phone reloads a background page from its address.
#[test]
fn an_unreadable_field_does_not_keep_others_from_the_address() {
    let form = after(&open("bad-debt", ""), &[typed("margin", "x"), typed("loss", "1000")]);
    assert_eq!((headline(&form).as_str(), form.fragment().as_str()), ("25000", "loss=1000"));
    let out = after(&form, &[typed("loss", "99999999999999999")]);
    assert_eq!(out.fragment(), "", "an out-of-bounds value is in no link");
    let customer = after(&open("clv", "margin=0.3"), &[typed("spend", "x"), typed("visits", "5")]);
    let customer = after(&customer, &[FormAction::ShowTo(Reader::Customer)]);
    assert_eq!((customer.shown_fragment().as_str(), customer.fragment().as_str()), ("visits=5", "margin=0.3&visits=5"));
    let unsolved = after(&open("bad-debt", "extra_sales=10000&solve=margin"), &[typed("loss", "1000000")]);
    assert_eq!(
        (unsolved.stale(), unsolved.fragment().as_str()),
        (Some(Stale::Unsolved), "extra_sales=10000&loss=1000000&margin=0.05&solve=margin")
    );
}

#[test]
fn leaving_a_field_formats_a_readable_value() {
    let form = after(&open("bad-debt", ""), &[typed("loss", "３万元")]);
    assert_eq!(text(&form, "loss"), "３万元");
    assert_eq!(text(&after(&form, &[FormAction::Commit("loss")]), "loss"), "30,000");
}

#[test]
fn updating_the_address_keeps_the_typed_text() {
    let mut form = after(&open("bad-debt", ""), &[typed("loss", "700.0"), typed("margin", "x")]);
    let (fragment, before) = (form.fragment(), form.clone());
    assert!(!form.act(FormAction::Open(fragment)));
    assert_eq!(form, before);
    let other = after(&form, &[FormAction::Open("loss=800".to_owned())]);
    assert_eq!((text(&other, "loss").as_str(), other.is_stale()), ("800", false));
}

#[test]
fn reset_restores_the_example_after_bad_input() {
    let form = after(&open("bad-debt", ""), &[typed("loss", "x"), FormAction::Reset]);
    assert_eq!((text(&form, "loss").as_str(), headline(&form).as_str(), form.is_stale()), ("500", "25000", false));
}

#[test]
fn an_action_without_effect_does_not_render_again() {
    let mut form = open("bad-debt", "");
    for action in [typed("loss", "500"), FormAction::Commit("loss"), FormAction::Commit("margin"), FormAction::Undo] {
        assert!(!form.act(action.clone()), "{action:?}");
    }
}

#[test]
fn a_slider_and_the_arrow_keys_move_a_value_within_its_bounds() {
    let form = open("bad-debt", "");
    let set = |value| FormAction::Set(vec![("margin", value)]);
    assert_eq!(headline(&after(&form, &[set(Decimal::new(5, 2))])), "10000");
    assert_eq!(text(&after(&form, &[set(Decimal::new(5, 2))]), "margin"), "5");
    // Out of bounds: nothing happens.
    assert_eq!(headline(&after(&form, &[set(Decimal::ZERO)])), "25000");
    assert_eq!(text(&after(&form, &[FormAction::Step("margin", 1)]), "margin"), "2.1");
    assert_eq!(text(&after(&form, &[FormAction::Step("margin", -10)]), "margin"), "1");
    assert_eq!(text(&after(&form, &[FormAction::Step("margin", -100)]), "margin"), "0.000001");
    assert_eq!(text(&after(&form, &[FormAction::Step("loss", -100)]), "loss"), "0");
    // An unreadable value is not stepped.
    let wrong = after(&form, &[typed("loss", "abc"), FormAction::Step("loss", 1)]);
    assert_eq!(text(&wrong, "loss"), "abc");
}

#[test]
fn the_user_sets_the_ends_of_a_slider() {
    let form = open("bad-debt", "");
    let slider = |form: &Form| form.entries()[0].slider;
    let wider = after(&form, &[ends("loss", Decimal::ZERO, Decimal::from(1_000_000))]);
    assert_eq!(slider(&wider).high, Decimal::from(1_000_000));
    assert_eq!(
        slider(&after(&wider, &[FormAction::Reset])).high,
        Decimal::from(1_000_000),
        "a reset affects only values"
    );
    let refused = after(&form, &[ends("loss", Decimal::TEN, Decimal::ONE)]);
    assert_eq!(slider(&refused), slider(&form));
    // Another link on the same page keeps the range; another visit resets it.
    let linked = after(&wider, &[FormAction::Open("loss=7".to_owned())]);
    assert_eq!(slider(&linked).high, Decimal::from(1_000_000));
    let stored = sliders::encode(wider.entries().iter().map(|entry| (entry.field, entry.slider)));
    let spec = find("bad-debt").expect("a calculator").spec();
    let again = after(&form, &[FormAction::Ends(sliders::decode(spec, &stored))]);
    assert_eq!(slider(&again), slider(&wider));
}

#[test]
fn a_slider_moves_between_any_ends() {
    let form = open("bad-debt", "");
    let fine = after(&form, &[ends("margin", Decimal::new(1, 4), Decimal::new(5, 4))]);
    assert_eq!(fine.entries()[1].slider.step, Decimal::new(5, 6));
    // Zero is not a valid margin, so the slider begins a step above.
    let from_zero = after(&form, &[ends("margin", Decimal::ZERO, Decimal::new(2, 1))]);
    let low = from_zero.entries()[1].slider.low;
    assert_eq!(text(&after(&from_zero, &[FormAction::Set(vec![("margin", low)])]), "margin"), "0.1");
}

#[test]
fn changes_can_be_undone_and_redone() {
    let form = open("bad-debt", "loss=700");
    assert!(!form.can_undo() && !form.can_redo() && !form.is_touched());
    let changed = after(
        &form,
        &[
            typed("loss", "8"),
            typed("loss", "80"),
            typed("loss", "800"),
            FormAction::Commit("loss"),
            FormAction::Set(vec![("loss", Decimal::from(900)), ("margin", Decimal::new(3, 2))]),
        ],
    );
    assert_eq!(headline(&changed), "30000");
    // Keystrokes in one field are one change.
    let once = after(&changed, &[FormAction::Undo]);
    assert_eq!((headline(&once).as_str(), text(&once, "loss").as_str()), ("40000", "800"));
    let twice = after(&once, &[FormAction::Undo]);
    assert_eq!((headline(&twice).as_str(), twice.can_undo(), twice.can_redo()), ("35000", false, true));
    assert_eq!(headline(&after(&twice, &[FormAction::Redo, FormAction::Redo])), "30000");
    // A new change clears the redo history; a reset is a change like any other.
    let reset = after(&twice, &[FormAction::Reset]);
    assert_eq!((headline(&reset).as_str(), reset.can_redo()), ("25000", false));
    assert_eq!(headline(&after(&reset, &[FormAction::Undo])), "35000");
}

#[test]
fn solving_reaches_the_wanted_result_and_keeps_it() {
    let form = open("bad-debt", "");
    let solving = after(&form, &[FormAction::SolveFor(Some("margin"))]);
    assert_eq!(text(&solving, "margin"), "2", "it begins with the current result");
    let solved = after(&solving, &[FormAction::TypeWanted("1万".to_owned()), FormAction::CommitWanted]);
    assert_eq!((text(&solved, "margin").as_str(), headline(&solved).as_str()), ("5", "10000"));
    assert_eq!(solved.solving().unwrap().text, "10,000");
    assert_eq!(solved.fragment(), "extra_sales=10000&solve=margin");
    assert!(solved.solving().unwrap().formula.is_some(), "a quotient can be rearranged");
    // Another input changes: the unknown is solved again, the result stays.
    let other = after(&solved, &[typed("loss", "1000")]);
    assert_eq!((text(&other, "margin").as_str(), headline(&other).as_str()), ("10", "10000"));
    // The link restores it.
    let linked = open("bad-debt", &other.fragment());
    assert_eq!((text(&linked, "margin").as_str(), headline(&linked).as_str()), ("10", "10000"));
    // Afterwards the answer is an ordinary input.
    let ended = after(&other, &[FormAction::SolveFor(None), typed("loss", "500")]);
    assert_eq!(headline(&ended), "5000");
    assert_eq!(headline(&after(&ended, &[FormAction::Undo, FormAction::Undo])), "10000");
}

#[test]
fn an_unreachable_result_marks_the_last_one_stale() {
    let form = after(&open("bad-debt", ""), &[FormAction::SolveFor(Some("margin"))]);
    for (wanted, can_be_read) in [("100", true), ("-5", true), ("abc", false)] {
        let wished = after(&form, &[FormAction::TypeWanted(wanted.to_owned())]);
        assert!(wished.is_stale(), "{wanted}");
        assert_eq!(headline(&wished), "25000");
        assert_eq!(wished.solving().unwrap().error.is_none(), can_be_read, "{wanted}");
        assert_eq!(wished.solving().unwrap().text, wanted);
        let possible = after(&wished, &[FormAction::TypeWanted("5000".to_owned())]);
        assert_eq!((text(&possible, "margin").as_str(), possible.is_stale()), ("10", false));
    }
}

#[test]
fn an_empty_target_means_the_current_result() {
    let form = after(&open("bad-debt", ""), &[FormAction::SolveFor(Some("margin"))]);
    let solving = form.solving().unwrap();
    assert_eq!((solving.text.as_str(), solving.present.as_ref().unwrap().text.as_str()), ("", "25,000"));
    let wanted = |text: &str| FormAction::TypeWanted(text.to_owned());
    let emptied = after(&form, &[wanted("5000"), wanted(""), FormAction::CommitWanted]);
    assert_eq!((text(&emptied, "margin").as_str(), emptied.is_stale()), ("2", false));
    assert_eq!(emptied.solving().unwrap().text, "");
    // A link names the result it wants.
    let linked = after(&open("bad-debt", "solve=margin&extra_sales=10000"), &[wanted("")]);
    assert!(linked.is_stale());
}

#[test]
fn solving_starts_from_a_result_that_depends_on_the_input() {
    let solving = after(&open("receivables", ""), &[FormAction::SolveFor(Some("invoice"))]);
    assert_eq!((text(&solving, "invoice").as_str(), headline(&solving).as_str()), ("10,000", "24"));
    assert_eq!(solving.solving().unwrap().output.key, "interest");
    // The result stays if it depends on the other input, and is replaced if it does not.
    let wants = |form: &Form| form.solving().unwrap().output.key;
    assert_eq!(wants(&after(&solving, &[FormAction::SolveFor(Some("rate"))])), "interest");
    let margin = after(&solving, &[FormAction::SolveFor(Some("margin"))]);
    assert_eq!((wants(&margin), text(&margin, "margin").as_str()), ("months", "10"));
}

#[test]
fn of_several_answers_the_current_value_is_kept() {
    let days = |form: &Form| text(form, "days");
    let solving = after(&open("activity", ""), &[FormAction::SolveFor(Some("days"))]);
    assert_eq!(days(&solving), "20");
    assert_eq!(solving.fragment(), "per_day=6&solve=days");
    let form = after(&open("activity", "days=22"), &[FormAction::SolveFor(Some("days"))]);
    assert_eq!((days(&form).as_str(), form.fragment().as_str()), ("22", "days=22&per_day=6&solve=days"));
    assert_eq!(days(&open("activity", &form.fragment())), "22");
    let other = after(&form, &[FormAction::TypeWanted("5".to_owned())]);
    assert_eq!(days(&other), "24", "the nearest of 24 to 29.999999");
    assert_eq!(days(&open("activity", &other.fragment())), "24");
}

#[test]
fn setting_the_unknown_ends_solving() {
    let solving = after(&open("bad-debt", ""), &[FormAction::SolveFor(Some("margin"))]);
    let cell = FormAction::Set(vec![("loss", Decimal::from(600)), ("margin", Decimal::new(2, 2))]);
    let tapped = after(&solving, &[cell]);
    assert_eq!((text(&tapped, "margin").as_str(), headline(&tapped).as_str()), ("2", "30000"));
    assert!(tapped.solving().is_none());
    let other = after(&solving, &[FormAction::Set(vec![("loss", Decimal::from(600))])]);
    assert_eq!(text(&other, "margin"), "2.4", "the value of another input does not end it");
}

#[test]
fn the_reason_of_a_stale_result_is_known() {
    let solving = after(&open("bad-debt", ""), &[FormAction::SolveFor(Some("margin"))]);
    assert_eq!(solving.stale(), None);
    let wished = |wanted: &str| after(&solving, &[FormAction::TypeWanted(wanted.to_owned())]).stale();
    assert_eq!((wished("100"), wished("abc")), (Some(Stale::Unsolved), Some(Stale::Unread)));
    assert_eq!(after(&solving, &[typed("loss", "x")]).stale(), Some(Stale::Unread));
}

#[test]
fn only_a_local_request_takes_the_focus() {
    let asked = |form: &Form| form.solving().unwrap().asked;
    let solving = after(&open("bad-debt", ""), &[FormAction::SolveFor(Some("margin"))]);
    assert!(asked(&solving));
    let linked = open("bad-debt", &solving.fragment());
    assert!(!asked(&linked) && !asked(&after(&linked, &[FormAction::SolveResult("multiple".to_owned())])));
    assert!(!asked(&after(&solving, &[FormAction::SolveFor(None), FormAction::Undo])), "undo is not a request");
}

#[test]
fn undo_keeps_unreadable_text_in_other_fields() {
    let form =
        after(&open("bad-debt", ""), &[typed("margin", "4"), FormAction::Commit("margin"), typed("loss", "7oo")]);
    let back = after(&form, &[FormAction::Undo]);
    assert_eq!((text(&back, "margin").as_str(), text(&back, "loss").as_str()), ("2", "7oo"));
    assert!(back.is_stale() && back.entries()[0].error == Some(FieldError::NotANumber));
    let again = after(&back, &[FormAction::Redo]);
    assert_eq!((text(&again, "margin").as_str(), text(&again, "loss").as_str()), ("4", "7oo"));
}

#[test]
fn a_step_from_between_multiples_goes_to_the_next_one() {
    let form = open("bad-debt", "margin=0.0283");
    assert_eq!(text(&after(&form, &[FormAction::Step("margin", 1)]), "margin"), "2.9");
    assert_eq!(text(&after(&form, &[FormAction::Step("margin", -1)]), "margin"), "2.8");
    assert_eq!(text(&after(&form, &[FormAction::Step("margin", 10)]), "margin"), "3.8");
}

#[test]
fn a_link_that_cannot_be_solved_says_why() {
    for (fragment, problem) in [
        ("solve=colour&extra_sales=1", LinkProblem::BadGoal("colour".to_owned())),
        ("solve=margin", LinkProblem::BadGoal("margin".to_owned())),
        ("solve=margin_kind&extra_sales=1", LinkProblem::BadGoal("margin_kind".to_owned())),
        (
            "solve=margin&extra_sales=abc",
            LinkProblem::BadWanted("extra_sales", "abc".to_owned(), FieldError::NotANumber),
        ),
    ] {
        let form = open("bad-debt", fragment);
        assert_eq!(form.problems(), [problem]);
        assert!(form.solving().is_none());
        assert_eq!(headline(&form), "25000");
    }
}

#[test]
fn the_address_hides_private_inputs_from_a_customer() {
    let form = open("clv", "margin=0.3&spend=12&acquisition=50");
    let shown = after(&form, &[FormAction::ShowTo(Reader::Customer)]);
    assert_eq!(shown.shown_fragment(), "spend=12");
    assert_eq!(shown.fragment(), "acquisition=50&margin=0.3&spend=12", "nothing is lost");
    // The change of address arrives as an event.
    assert_eq!(headline(&after(&shown, &[FormAction::Open("spend=12".to_owned())])), headline(&form));
    let back = after(&shown, &[FormAction::ShowTo(Reader::Colleague)]);
    assert_eq!(back.shown_fragment(), form.fragment());
    let solving = after(&shown, &[FormAction::SolveFor(Some("margin"))]);
    assert_eq!(solving.shown_fragment(), "spend=12");
    // For a debt against the usual margins, only the debt.
    let shown = after(&open("bad-debt", "loss=700&margin=0.03&premium=5"), &[FormAction::ShowTo(Reader::Customer)]);
    assert_eq!(shown.shown_fragment(), "loss=700");
    // A calculator with nothing for customers shows them nothing.
    let own = open("loss-to-visits", "loss=700&margin=0.03");
    assert!(!after(&own, &[FormAction::ShowTo(Reader::Customer)]).is_for_customer());
}

#[test]
fn a_private_input_is_shown_to_one_customer_once() {
    let form = open("clv", "margin=0.3&retention=0.9&spend=12");
    let shown = after(&form, &[FormAction::ShowWith("margin")]);
    assert_eq!((shown.is_for_customer(), shown.allowed()), (true, Some("margin")));
    // It is in no address, and hidden inputs affect no result.
    assert_eq!((shown.shown_fragment().as_str(), shown.own_fragment()), ("spend=12", None));
    let card = Rc::new(shown.clone()).shown();
    let value = |key: &str| card.inputs().get(key).map(machine).unwrap_or_default();
    assert_eq!((value("margin").as_str(), value("retention").as_str(), value("spend").as_str()), ("0.3", "1", "12"));
    assert_eq!(headline(&card), "22464", "30 % of 74,880, and nobody leaves");
    // Typing continues in the form itself, which loses nothing.
    let typed = after(&shown, &[typed("margin", "40")]);
    assert_eq!((typed.allowed(), typed.fragment().as_str()), (Some("margin"), "margin=0.4&retention=0.9&spend=12"));
    // The user is asked again: after leaving the card, and after a reload.
    let left = after(&shown, &[FormAction::ShowTo(Reader::Colleague)]);
    assert_eq!((left.allowed(), left.fragment()), (None, form.fragment()));
    assert_eq!(after(&left, &[FormAction::ShowTo(Reader::Customer)]).allowed(), None);
    assert_eq!(open("clv", &shown.fragment()).for_customer().allowed(), None);
    let nothing = after(&open("dso", "receivables=1"), &[FormAction::ShowWith("receivables")]);
    assert!(!nothing.is_for_customer() && nothing.allowed().is_none());
}

#[test]
fn an_advanced_step_can_be_removed_again() {
    let form = open("clv", "margin=0.3");
    assert!(form.uses_details());
    let out = after(&form, &[FormAction::Remove("margin")]);
    assert_eq!((headline(&out).as_str(), out.fragment().as_str(), out.uses_details()), ("56160", "", false));
}
