//! The five factors of the purchase, each rated, and what to do where they are weakest.

use abacus_core::deals::{AssessmentEdit, Edit, Factor, Factors, Rating};
use abacus_core::text::Locale;
use yew::prelude::*;

use super::part::Part;
use super::segments::{Segments, answers};
use crate::text::deal_assessment as words;

/// The part.
pub(super) fn factors(factors: &Factors, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let weakest = factors.weakest();
    let result = match (factors.rated.is_empty(), weakest.is_empty()) {
        (true, _) => None,
        (false, true) => Some(AttrValue::from(words::ALL_STRONG.get(locale))),
        (false, false) => Some(words::weakest(&weakest, locale).into()),
    };
    let question = |factor: Factor| {
        let rated = factors.rated.get(&factor).copied();
        let answers =
            answers(&Rating::ALL, rated, Rating::code, Rating::label, |rating| AssessmentEdit::Factor(factor, rating));
        html! {
            <Segments key={factor.code()} name={format!("assessment.factors.{}", factor.code())} label={factor.label()} {answers} {locale} {on_edit} />
        }
    };
    html! {
        <Part code="factors" title={words::FACTORS} {result} {locale}>
            <p class="field__hint">{ words::FACTORS_HINT.get(locale) }</p>
            { for Factor::ALL.into_iter().map(question) }
            <div class="assessment__advice" role="status">
                <ul class="assessment__list">
                    { for weakest.iter().map(|factor| html! {
                        <li key={factor.code()}>
                            <span class="assessment__term">{ factor.label().get(locale) }</span>
                            { " " }{ factor.suggestion().get(locale) }
                        </li>
                    }) }
                </ul>
            </div>
        </Part>
    }
}
