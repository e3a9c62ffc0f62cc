//! Our chances in four questions, and those of up to two rivals.

use abacus_core::text::Locale;
use abacus_deals::tas::judged;
use abacus_deals::{AssessmentEdit, Contender, Edit, Tas, TasAnswer, TasQuestion, TextField, fields};
use yew::prelude::*;

use crate::deals::assessment::part::AssessmentPart;
use crate::deals::assessment::question::{Answers, question};
use crate::deals::assessment::words;
use crate::deals::controls::TextInput;

/// What the rest of the deal suggests for each question, in the order of [`TasQuestion::ALL`].
pub(crate) type Proposed = [Option<TasAnswer>; 4];

pub(crate) fn tas(tas: &Tas, proposed: &Proposed, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let judged = judged(&tas.ours, proposed);
    let result = judged.map(|judged| AttrValue::from(words::chances(&judged, locale)));
    let verdict = judged.and_then(|judged| judged.verdict());
    html! {
        <AssessmentPart code="tas" title={words::TAS} {result} {locale}>
            { contender(tas, Contender::Ours, proposed, locale, on_edit) }
            <p class="assessment__advice" role="status" translate="no">{ verdict.map(|verdict| verdict.suggestion().get(locale)) }</p>
            { for [Contender::FirstRival, Contender::SecondRival].map(|who| rival(tas, who, locale, on_edit)) }
        </AssessmentPart>
    }
}

fn rival(tas: &Tas, who: Contender, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let rival = tas.of(who);
    let name = rival.name.trim();
    html! {
        <details key={who.code()} class="assessment__rival" data-contender={who.code()}>
            <summary class="gate__summary" dir="auto">{ if name.is_empty() { who.label().get(locale) } else { name } }</summary>
            <TextInput field={TextField::Contender(who, &fields::tas::RIVAL)} value={rival.name.clone()} {locale} {on_edit} />
            { contender(tas, who, &[None; 4], locale, on_edit) }
        </details>
    }
}

fn contender(tas: &Tas, who: Contender, proposed: &Proposed, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let answers = Answers { all: &TasAnswer::ALL, code: TasAnswer::code, label: TasAnswer::label };
    let asked = |(asked, proposed): (TasQuestion, &Option<TasAnswer>)| {
        let line = tas.of(who).line(asked);
        let name = format!("assessment.tas.{}.{}", who.code(), asked.code());
        let edit = move |answer| AssessmentEdit::Tas(who, asked, answer);
        let hint = proposed.filter(|_| line.answer.is_none()).map(|answer| words::proposed_answer(answer, locale));
        html! {
            <div key={asked.code()} class="assessment__question">
                { question(name, asked.label(), &answers, line.answer, edit, (locale, on_edit)) }
                if let Some(hint) = hint {
                    <p class="field__hint" translate="no">{ hint }</p>
                }
                <TextInput field={TextField::Tas(who, asked, &fields::tas::EVIDENCE)} value={line.evidence.clone()} {locale} {on_edit} />
            </div>
        }
    };
    TasQuestion::ALL.into_iter().zip(proposed).map(asked).collect()
}
