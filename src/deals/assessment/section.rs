use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Assessment, AssessmentEdit, Edit, Purchase, Urgency};
use yew::prelude::*;

use crate::deals::assessment::grade::GradePart;
use crate::deals::assessment::part::AssessmentPart;
use crate::deals::assessment::question::{Answers, question};
use crate::deals::assessment::tas::{Proposed, tas};
use crate::deals::assessment::{customer, factors, opening, value, words};
use crate::deals::controls::FoldingSection;

#[derive(PartialEq, Properties)]
pub struct AssessmentSectionProps {
    pub assessment: Assessment,
    pub expected_close: Option<Date>,
    pub today: Date,
    /// What the rest of the deal suggests about our chances.
    pub proposed: Proposed,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
}

#[component]
pub fn AssessmentSection(props: &AssessmentSectionProps) -> Html {
    let AssessmentSectionProps { assessment, expected_close, today, proposed, locale, on_edit } = props;
    let locale = *locale;
    let summary = words::summary(assessment, assessment.graded(*expected_close, *today), locale);
    html! {
        <FoldingSection id="assessment" title={words::ASSESSMENT.get(locale)} {summary}>
            { value::value(&assessment.value, locale, on_edit) }
            { opening::opening(assessment, locale, on_edit) }
            { purchase(assessment.purchase, locale, on_edit) }
            { factors::factors(&assessment.factors, locale, on_edit) }
            <GradePart assessment={assessment.clone()} expected_close={*expected_close} today={*today} {locale} {on_edit} />
            { customer::customer(assessment, locale, on_edit) }
            { tas(&assessment.tas, proposed, locale, on_edit) }
            { urgency(assessment.urgency, locale, on_edit) }
        </FoldingSection>
    }
}

fn purchase(purchase: Option<Purchase>, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let result = purchase.map(|purchase| AttrValue::from(purchase.label().get(locale)));
    let answers = Answers { all: &Purchase::ALL, code: Purchase::code, label: Purchase::label };
    html! {
        <AssessmentPart code="purchase" title={words::PURCHASE} {result} {locale}>
            { question("assessment.purchase", words::PURCHASE_HINT, &answers, purchase, AssessmentEdit::Purchase, (locale, on_edit)) }
            <p class="assessment__advice" role="status" translate="no">{ purchase.map(|purchase| purchase.suggestion().get(locale)) }</p>
        </AssessmentPart>
    }
}

fn urgency(urgency: Option<Urgency>, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let result = urgency.map(|urgency| AttrValue::from(urgency.label().get(locale)));
    let answers = Answers { all: &Urgency::ALL, code: Urgency::code, label: Urgency::label };
    html! {
        <AssessmentPart code="urgency" title={words::URGENCY} {result} {locale}>
            { question("assessment.urgency", words::ACT_WITHIN, &answers, urgency, AssessmentEdit::Urgency, (locale, on_edit)) }
        </AssessmentPart>
    }
}
