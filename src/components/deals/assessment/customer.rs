//! The two readings of a customer: attack and defence, and how to treat them.

use abacus_core::deals::{Assessment, AssessmentEdit, Edit, Level, Position, PotentialClass, Size};
use abacus_core::text::Locale;
use yew::prelude::*;

use super::part::Part;
use super::segments::{Segments, answers};
use crate::text::deal_assessment as words;

/// The part.
pub(super) fn customer(assessment: &Assessment, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let Assessment { buying_potential, share, current_value, future_value, .. } = assessment;
    let (position, class) = (assessment.position(), assessment.potential_class());
    let labels: Vec<&str> = position
        .map(Position::label)
        .into_iter()
        .chain(class.map(PotentialClass::label))
        .map(|label| label.get(locale))
        .collect();
    let result = (!labels.is_empty()).then(|| AttrValue::from(labels.join(" · ")));
    let potential = answers(&Level::ALL, *buying_potential, Level::code, Level::label, AssessmentEdit::BuyingPotential);
    let share = answers(&Level::ALL, *share, Level::code, Level::share_label, AssessmentEdit::Share);
    let current = answers(&Size::ALL, *current_value, Size::code, Size::label, AssessmentEdit::CurrentValue);
    let future = answers(&Size::ALL, *future_value, Size::code, Size::label, AssessmentEdit::FutureValue);
    html! {
        <Part code="customer" title={words::CUSTOMER} {result} {locale}>
            <p class="field__hint">{ words::CUSTOMER_OPEN.get(locale) }</p>
            <Segments name="assessment.buying_potential" label={words::BUYING_POTENTIAL} answers={potential} {locale} {on_edit} />
            <Segments name="assessment.share" label={words::SHARE} answers={share} {locale} {on_edit} />
            <div class="assessment__advice" role="status">{ position.map(|position| attack_or_defence(position, locale)) }</div>
            <Segments name="assessment.current_value" label={words::CURRENT_VALUE} answers={current} {locale} {on_edit} />
            <Segments name="assessment.future_value" label={words::FUTURE_VALUE} answers={future} {locale} {on_edit} />
            <div class="assessment__advice" role="status">{ class.map(|class| treatment(class, locale)) }</div>
        </Part>
    }
}

fn attack_or_defence(position: Position, locale: Locale) -> Html {
    html! {
        <p>
            <span class="assessment__term">{ words::POSITION.get(locale) }{ " · " }{ position.label().get(locale) }</span>
            { " " }{ position.advice().get(locale) }
        </p>
    }
}

fn treatment(class: PotentialClass, locale: Locale) -> Html {
    html! {
        <>
            <p class="assessment__term">{ words::TREATMENT.get(locale) }{ " · " }{ class.label().get(locale) }</p>
            <ul class="assessment__list">
                { for class.actions().iter().map(|action| html! {
                    <li key={action.number} data-action={action.number.to_string()}>{ action.label.get(locale) }</li>
                }) }
            </ul>
        </>
    }
}
