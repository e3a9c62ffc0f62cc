//! The two assessments of a customer, attack and defence, and the treatment that follows from them.

use abacus_core::text::Locale;
use abacus_deals::{Assessment, AssessmentEdit, Edit, Level, Position, PotentialClass, Size};
use yew::prelude::*;

use crate::deals::assessment::part::AssessmentPart;
use crate::deals::assessment::question::{Answers, question};
use crate::deals::assessment::words;

pub(crate) fn customer(assessment: &Assessment, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let (position, class) = (assessment.position(), assessment.potential_class());
    let labels: Vec<&str> = position
        .map(Position::label)
        .into_iter()
        .chain(class.map(PotentialClass::label))
        .map(|label| label.get(locale))
        .collect();
    let result = (!labels.is_empty()).then(|| AttrValue::from(labels.join(" · ")));
    let asking = (locale, on_edit);
    let levels = Answers { all: &Level::ALL, code: Level::code, label: Level::label };
    let shares = Answers { all: &Level::ALL, code: Level::code, label: Level::share_label };
    let sizes = Answers { all: &Size::ALL, code: Size::code, label: Size::label };
    html! {
        <AssessmentPart code="customer" title={words::CUSTOMER} {result} {locale}>
            <p class="field__hint">{ words::CUSTOMER_OPEN.get(locale) }</p>
            { question("assessment.buying_potential", words::BUYING_POTENTIAL, &levels, assessment.buying_potential,
                AssessmentEdit::BuyingPotential, asking) }
            { question("assessment.share", words::SHARE, &shares, assessment.share, AssessmentEdit::Share, asking) }
            <div class="assessment__advice" role="status" translate="no">{ position.map(|position| attack_or_defence(position, locale)) }</div>
            { question("assessment.current_value", words::CURRENT_VALUE, &sizes, assessment.current_value,
                AssessmentEdit::CurrentValue, asking) }
            { question("assessment.future_value", words::FUTURE_VALUE, &sizes, assessment.future_value,
                AssessmentEdit::FutureValue, asking) }
            <div class="assessment__advice" role="status" translate="no">{ class.map(|class| treatment(class, locale)) }</div>
        </AssessmentPart>
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
