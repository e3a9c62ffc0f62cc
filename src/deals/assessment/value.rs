//! The value of a deal: five scores, two means and a class.

use abacus_core::text::Locale;
use abacus_deals::{Edit, Scores, Side, SubScore};
use yew::prelude::*;

use crate::deals::assessment::part::AssessmentPart;
use crate::deals::assessment::score::ScoreInput;
use crate::deals::assessment::words;

pub(crate) fn value(scores: &Scores, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let class = scores.class();
    let result = class.map(|class| AttrValue::from(class.label().get(locale)));
    let side = |side: Side| {
        let scored = SubScore::ALL.into_iter().filter(|what| what.side() == side);
        html! {
            <fieldset class="assessment__side" key={side.code()}>
                <legend class="assessment__side-name">{ words::mean(side, scores.mean(side), locale) }</legend>
                { for scored.map(|what| html! {
                    <ScoreInput key={what.code()} {what} score={scores.given.get(&what).copied()} {locale} {on_edit} />
                }) }
            </fieldset>
        }
    };
    html! {
        <AssessmentPart code="value" title={words::VALUE} {result} {locale}>
            <p class="field__hint">{ words::VALUE_HINT.get(locale) }</p>
            <div class="assessment__sides">{ for Side::ALL.into_iter().map(side) }</div>
            <p class="assessment__advice" role="status" translate="no">
                { class.map_or(words::VALUE_OPEN, |class| class.advice()).get(locale) }
            </p>
        </AssessmentPart>
    }
}
