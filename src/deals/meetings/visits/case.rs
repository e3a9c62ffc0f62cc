//! The success case that a visit tells, with those told before in this book.

use abacus_core::text::Locale;
use abacus_deals::{Edit, SuccessCase, TextField, VisitEdit, fields};
use yew::prelude::*;

use crate::deals::controls::TextInput;
use crate::deals::meetings::visits::words;

/// How many cases are offered.
const MAX: usize = 8;

pub(crate) fn case(
    visit: &str,
    case: &SuccessCase,
    told: &[SuccessCase],
    locale: Locale,
    on_edit: &Callback<Edit>,
    on_change: &Callback<VisitEdit>,
) -> Html {
    let offered = told.iter().filter(|one| *one != case).take(MAX);
    let take = |one: &SuccessCase| {
        let one = one.clone();
        on_change.reform(move |_: MouseEvent| VisitEdit::Case(one.clone()))
    };
    html! {
        <fieldset class="case">
            <legend class="visit-form__title">{ words::CASE.get(locale) }</legend>
            <p class="field__hint">{ words::CASE_HINT.get(locale) }</p>
            { for fields::visit::CASE.iter().map(|field| html! {
                <TextInput key={field.meta.key} field={TextField::Case(visit.to_owned(), field)} value={field.get(case).clone()} {locale} {on_edit} />
            }) }
            if !told.is_empty() && case.is_blank() {
                <div role="group" aria-labelledby="cases">
                    <p class="field__label" id="cases">{ words::CASES.get(locale) }</p>
                    <ul translate="no">
                        { for offered.map(|one| html! {
                            <li key={words::case(one, locale)}><button type="button" class="spin__opening" dir="auto" onclick={take(one)}>{ words::case(one, locale) }</button></li>
                        }) }
                    </ul>
                </div>
            }
        </fieldset>
    }
}
