//! The grade of a deal and the contact rhythm that follows from it.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Assessment, AssessmentEdit, Chance, ContactDays, Edit, Grade, Need};
use yew::prelude::*;

use crate::deals::assessment::part::AssessmentPart;
use crate::deals::assessment::question::{Answers, question};
use crate::deals::assessment::words;
use crate::shell::event::chosen;

/// The rhythms on offer: the five of the training document and some in between.
const RHYTHMS: [u16; 10] = [1, 2, 3, 7, 15, 30, 60, 90, 180, 365];

#[derive(PartialEq, Properties)]
pub(crate) struct GradePartProps {
    pub(crate) assessment: Assessment,
    pub(crate) expected_close: Option<Date>,
    pub(crate) today: Date,
    pub(crate) locale: Locale,
    pub(crate) on_edit: Callback<Edit>,
}

#[component]
pub(crate) fn GradePart(props: &GradePartProps) -> Html {
    let GradePartProps { assessment, expected_close, today, locale, on_edit } = props;
    let locale = *locale;
    let graded = assessment.graded(*expected_close, *today);
    let rhythm = assessment.rhythm(*expected_close, *today);
    let needs = Answers { all: &Need::ALL, code: Need::code, label: Need::label };
    let chances = Answers { all: &Chance::ALL, code: Chance::code, label: Chance::label };
    let result = words::grade_line(graded, rhythm, locale).map(AttrValue::from);

    let on_grade = use_callback(on_edit.clone(), |event: Event, on_edit| {
        on_edit.emit(Edit::Assess(AssessmentEdit::Grade(Grade::from_code(&chosen(&event)))));
    });
    let on_rhythm = use_callback(on_edit.clone(), |event: Event, on_edit| {
        let days = chosen(&event).parse().ok().and_then(ContactDays::new);
        on_edit.emit(Edit::Assess(AssessmentEdit::ContactDays(days)));
    });
    let grades = Grade::ALL.into_iter().map(|grade| {
        let label = format!("{} · {}", grade.code(), grade.label().get(locale));
        (AttrValue::from(grade.code()), label, graded.set == Some(grade))
    });
    let days = rhythms(assessment.contact_days);
    let days = days.into_iter().map(|days| {
        (AttrValue::from(days.days().to_string()), words::rhythm(days, locale), assessment.contact_days == Some(days))
    });
    let default_days = graded.grade().map(Grade::contact_days);
    html! {
        <AssessmentPart code="grade" title={words::GRADE} {result} {locale}>
            { question("assessment.need", words::NEED, &needs, assessment.need, AssessmentEdit::Need, (locale, on_edit)) }
            { question("assessment.chance", words::CHANCE, &chances, assessment.chance, AssessmentEdit::Chance, (locale, on_edit)) }
            <p class="assessment__advice" role="status" translate="no">{ words::proposal(assessment.need, graded, locale) }</p>
            <div class="assessment__pair">
                { select("assessment.grade", words::GRADE_CHOICE.get(locale), words::as_proposed(graded.proposed, locale), grades, on_grade) }
                { select("assessment.contact_days", words::RHYTHM.get(locale), words::as_graded(default_days, locale), days, on_rhythm) }
            </div>
        </AssessmentPart>
    }
}

/// The rhythms on offer, with the chosen one in its place even if it is not one of them.
fn rhythms(chosen: Option<ContactDays>) -> Vec<ContactDays> {
    let mut all: Vec<ContactDays> = RHYTHMS.into_iter().filter_map(ContactDays::new).chain(chosen).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A select element whose first option leaves the decision to the rule.
fn select(
    name: &'static str,
    label: &'static str,
    by_rule: String,
    options: impl Iterator<Item = (AttrValue, String, bool)>,
    onchange: Callback<Event>,
) -> Html {
    let options: Vec<_> = options.collect();
    let ruled = options.iter().all(|(.., chosen)| !chosen);
    html! {
        <div class="field">
            <label class="field__label" for={name}>{ label }</label>
            <div class="field__box">
                <select class="field__input assessment__select" id={name} {name} {onchange}>
                    <option value="" selected={ruled}>{ by_rule }</option>
                    { for options.into_iter().map(|(value, label, chosen)| html! {
                        <option key={value.to_string()} {value} selected={chosen}>{ label }</option>
                    }) }
                </select>
            </div>
        </div>
    }
}
