//! The opening position: two questions, our play and the rival's.

use abacus_core::deals::{Assessment, AssessmentEdit, Edit, Ground, Lead, Opening};
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use super::part::Part;
use super::segments::{Segments, answers};
use crate::text::deal_assessment as words;

/// The part.
pub(super) fn opening(assessment: &Assessment, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let opening = assessment.opening();
    let grounds = answers(&Ground::ALL, assessment.ground, Ground::code, Ground::label, AssessmentEdit::Ground);
    let leads = answers(&Lead::ALL, assessment.lead, Lead::code, Lead::label, AssessmentEdit::Lead);
    let result = opening.map(Opening::letter);
    let result =
        result.map(|letter| AttrValue::from(format!("{} · {}", letter.code(), letter.kind().label().get(locale))));
    html! {
        <Part code="opening" title={words::OPENING} {result} {locale}>
            <Segments name="assessment.ground" label={words::GROUND} answers={grounds} {locale} {on_edit} />
            <Segments name="assessment.lead" label={words::LEAD} answers={leads} {locale} {on_edit} />
            <div class="assessment__advice" role="status">
                if let Some(opening) = opening {
                    <dl class="assessment__plays">
                        { told(words::OUR_PLAY, opening.letter().play(), locale) }
                        { told(words::RIVAL_PLAY, opening.rival_play(), locale) }
                    </dl>
                } else {
                    <p>{ words::OPENING_OPEN.get(locale) }</p>
                }
            </div>
        </Part>
    }
}

fn told(what: Text, how: Text, locale: Locale) -> Html {
    html! {
        <div class="assessment__play">
            <dt class="assessment__term">{ what.get(locale) }</dt>
            <dd>{ how.get(locale) }</dd>
        </div>
    }
}
