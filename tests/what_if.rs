//! The state of the what-if table: no typed text is lost, and the last readable values stay.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::axis::{self, AxisError};
use abacus_core::calculator::field::FieldError;
use abacus_core::calculators::find;
use sales_abacus::calculator::what_if::state::{AxisKind, WhatIf, WhatIfAction};
use yew::Reducible;

fn after(actions: &[WhatIfAction]) -> Rc<WhatIf> {
    let opened = Rc::new(WhatIf::open(find("bad-debt").expect("a calculator")));
    actions.iter().fold(opened, |state, action| state.reduce(action.clone()))
}

fn choose(which: AxisKind, key: &str) -> WhatIfAction {
    WhatIfAction::Choose(which, key.to_owned(), Some(Decimal::from(7)))
}

fn typed(text: &str) -> WhatIfAction {
    WhatIfAction::Type(AxisKind::Columns, text.to_owned(), None)
}

fn columns(state: &WhatIf) -> (String, String) {
    let (axis, typed) = state.axis(AxisKind::Columns);
    (axis::show(axis.field, &axis.values), typed.text.to_string())
}

#[test]
fn it_opens_with_the_initial_table_and_returns_to_it() {
    let opened = after(&[]);
    assert!(opened.is_as_opened());
    assert_eq!(columns(&opened), ("2% 3% 4% 5% 6%".to_owned(), "2% 3% 4% 5% 6%".to_owned()));
    for change in
        [typed("1 2"), typed("x"), choose(AxisKind::Rows, "premium"), WhatIfAction::Output("multiple".to_owned())]
    {
        assert!(!after(std::slice::from_ref(&change)).is_as_opened(), "{change:?}");
        assert_eq!(after(&[change, WhatIfAction::Restore]), opened);
    }
}

#[test]
fn another_input_adds_its_values_and_the_current_one() {
    let state = after(&[typed("x"), choose(AxisKind::Columns, "premium")]);
    assert_eq!(columns(&state).0, "0 7 200 400 600 800 1,000");
    assert_eq!(state.axis(AxisKind::Columns).1.error, None);
    let unchanged = after(&[choose(AxisKind::Columns, "margin_kind"), choose(AxisKind::Rows, "nonsense")]);
    assert_eq!(unchanged, after(&[]));
}

#[test]
fn choosing_the_other_axis_s_input_swaps_the_axes() {
    let turned = after(&[typed("1 9"), choose(AxisKind::Rows, "margin")]);
    assert_eq!(turned.plan().rows.field.key, "margin");
    assert_eq!(turned.axis(AxisKind::Rows).1.text, "1 9");
    assert_eq!(turned.plan().columns.field.key, "loss");
}

#[test]
fn bad_values_keep_the_text_and_the_last_table() {
    let state = after(&[typed("3 4"), typed("3 4 x"), WhatIfAction::Commit(AxisKind::Columns)]);
    assert_eq!(columns(&state), ("3% 4%".to_owned(), "3 4 x".to_owned()));
    let expected = AxisError::Value("x".to_owned(), FieldError::NotANumber);
    assert_eq!(state.axis(AxisKind::Columns).1.error, Some(expected));
}

#[test]
fn values_are_formatted_and_repeated_ones_reported() {
    let state = after(&[typed("３ 4％ 3"), WhatIfAction::Commit(AxisKind::Columns)]);
    assert_eq!(columns(&state), ("3% 4%".to_owned(), "3% 4%".to_owned()));
    assert_eq!(state.axis(AxisKind::Columns).1.repeated, [Decimal::new(3, 2)]);
}
