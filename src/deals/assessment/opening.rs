//! The opening position: two questions, our play and the competitor's.

use abacus_core::text::{Locale, Text};
use abacus_deals::{Assessment, AssessmentEdit, Edit, Ground, Lead, Opening};
use yew::prelude::*;

use crate::deals::assessment::causes::causes;
use crate::deals::assessment::part::AssessmentPart;
use crate::deals::assessment::question::{Answers, question};
use crate::deals::assessment::words;

pub(crate) fn opening(assessment: &Assessment, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let opening = assessment.opening();
    let asking = (locale, on_edit);
    let grounds = Answers { all: &Ground::ALL, code: Ground::code, label: Ground::label };
    let leads = Answers { all: &Lead::ALL, code: Lead::code, label: Lead::label };
    let result = opening.map(Opening::letter);
    let result =
        result.map(|letter| AttrValue::from(format!("{} · {}", letter.code(), letter.kind().label().get(locale))));
    html! {
        <AssessmentPart code="opening" title={words::OPENING} {result} {locale}>
            { question("assessment.ground", words::GROUND, &grounds, assessment.ground, AssessmentEdit::Ground, asking) }
            { question("assessment.lead", words::LEAD, &leads, assessment.lead, AssessmentEdit::Lead, asking) }
            <div class="assessment__advice" role="status" translate="no">
                if let Some(opening) = opening {
                    <dl class="assessment__plays">
                        { play(words::OUR_PLAY, opening.letter().play(), locale) }
                        { play(words::RIVAL_PLAY, opening.rival_play(), locale) }
                    </dl>
                    { causes(opening.letter(), locale) }
                } else {
                    <p>{ words::OPENING_OPEN.get(locale) }</p>
                }
            </div>
        </AssessmentPart>
    }
}

fn play(term: Text, play: Text, locale: Locale) -> Html {
    html! {
        <div class="assessment__play">
            <dt class="assessment__term">{ term.get(locale) }</dt>
            <dd>{ play.get(locale) }</dd>
        </div>
    }
}
