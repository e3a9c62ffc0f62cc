//! A score from 1 to 10: a range input whose leftmost position means no score.

use abacus_core::text::Locale;
use abacus_deals::{AssessmentEdit, Edit, Score, SubScore};
use yew::prelude::*;

use crate::deals::assessment::words;
use crate::shell::event::typed;

#[derive(PartialEq, Properties)]
pub(crate) struct ScoreInputProps {
    pub(crate) what: SubScore,
    pub(crate) score: Option<Score>,
    pub(crate) locale: Locale,
    pub(crate) on_edit: Callback<Edit>,
}

#[component]
pub(crate) fn ScoreInput(props: &ScoreInputProps) -> Html {
    let ScoreInputProps { what, score, locale, on_edit } = props;
    let (what, locale) = (*what, *locale);
    let oninput = use_callback((what, on_edit.clone()), |event: InputEvent, (what, on_edit)| {
        let score = typed(&event).parse().ok().and_then(Score::new);
        on_edit.emit(Edit::Assess(AssessmentEdit::Score(*what, score)));
    });
    let points = score.map(Score::points);
    let [_, most] = Score::BOUNDS;
    let name = format!("assessment.value.{}", what.code());
    html! {
        <div class="score">
            <label class="score__label" for={name.clone()}>{ what.label().get(locale) }</label>
            <output class={classes!("score__points", points.is_none().then_some("score__points--none"))} for={name.clone()}>
                { words::score(points, locale) }
            </output>
            <input class="field__slider score__slider" id={name.clone()} {name} type="range" min="0" max={most.to_string()} step="1"
                value={points.unwrap_or_default().to_string()} aria-valuetext={words::score(points, locale)} {oninput} />
        </div>
    }
}
