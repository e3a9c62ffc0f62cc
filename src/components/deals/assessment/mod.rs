//! The assessment of a deal: six parts, each folded to its result, none of which must be filled in.

mod customer;
mod factors;
mod grade;
mod opening;
mod part;
mod score;
mod segments;
mod value;

use abacus_core::deals::{Assessment, AssessmentEdit, Date, Edit, Urgency};
use abacus_core::text::Locale;
use yew::prelude::*;

use self::grade::GradePart;
use self::part::Part;
use self::segments::{Segments, answers};
use crate::text::deal_assessment as words;

/// What the form needs.
#[derive(PartialEq, Properties)]
pub struct AssessmentFormProps {
    /// What was judged.
    pub assessment: Assessment,
    /// When the deal is expected to close.
    pub expected_close: Option<Date>,
    /// Today.
    pub today: Date,
    /// The language.
    pub locale: Locale,
    /// The deal changed.
    pub on_edit: Callback<Edit>,
}

/// The six parts.
#[component]
pub fn AssessmentForm(props: &AssessmentFormProps) -> Html {
    let AssessmentFormProps { assessment, expected_close, today, locale, on_edit } = props;
    let locale = *locale;
    html! {
        <div class="assessment">
            { value::value(&assessment.value, locale, on_edit) }
            { opening::opening(assessment, locale, on_edit) }
            { factors::factors(&assessment.factors, locale, on_edit) }
            <GradePart assessment={assessment.clone()} expected_close={*expected_close} today={*today} {locale} {on_edit} />
            { customer::customer(assessment, locale, on_edit) }
            { urgency(assessment.urgency, locale, on_edit) }
        </div>
    }
}

fn urgency(urgency: Option<Urgency>, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let result = urgency.map(|urgency| AttrValue::from(urgency.label().get(locale)));
    let answers = answers(&Urgency::ALL, urgency, Urgency::code, Urgency::label, AssessmentEdit::Urgency);
    html! {
        <Part code="urgency" title={words::URGENCY} {result} {locale}>
            <Segments name="assessment.urgency" label={words::ACT_WITHIN} {answers} {locale} {on_edit} />
        </Part>
    }
}
