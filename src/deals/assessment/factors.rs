//! The five factors of a purchase, each rated, and advice for the weakest.

use abacus_core::text::Locale;
use abacus_deals::{AssessmentEdit, Edit, Factor, Factors, Rating};
use yew::prelude::*;

use crate::deals::assessment::part::AssessmentPart;
use crate::deals::assessment::question::{Answers, question};
use crate::deals::assessment::words;

pub(crate) fn factors(factors: &Factors, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let weakest = factors.weakest();
    let result = match (factors.rated.is_empty(), weakest.is_empty()) {
        (true, _) => None,
        (false, true) => Some(AttrValue::from(words::ALL_STRONG.get(locale))),
        (false, false) => Some(words::weakest(&weakest, locale).into()),
    };
    let ratings = Answers { all: &Rating::ALL, code: Rating::code, label: Rating::label };
    let rated = |factor: Factor| {
        let edit = move |rating| AssessmentEdit::Factor(factor, rating);
        let (name, rating) = (format!("assessment.factors.{}", factor.code()), factors.rated.get(&factor).copied());
        question(name, factor.label(), &ratings, rating, edit, (locale, on_edit))
    };
    html! {
        <AssessmentPart code="factors" title={words::FACTORS} {result} {locale}>
            <p class="field__hint">{ words::FACTORS_HINT.get(locale) }</p>
            { for Factor::ALL.into_iter().map(rated) }
            <div class="assessment__advice" role="status" translate="no">
                if !weakest.is_empty() {
                    <ul class="assessment__list">
                        { for weakest.iter().map(|factor| html! {
                            <li key={factor.code()}>
                                <span class="assessment__term">{ factor.label().get(locale) }</span>
                                { " " }{ factor.suggestion().get(locale) }
                            </li>
                        }) }
                    </ul>
                }
            </div>
        </AssessmentPart>
    }
}
