//! The grade of a deal and the contact rhythm that follows from it.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Assessment, AssessmentEdit, Chance, Edit, Grade, Need};
use yew::prelude::*;

use crate::deals::assessment::part::AssessmentPart;
use crate::deals::assessment::question::{Answers, question};
use crate::deals::assessment::words;
use crate::deals::controls::{chosen_days, rhythm_choice, select};
use crate::shell::event::chosen;

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
        on_edit.emit(Edit::Assess(AssessmentEdit::ContactDays(chosen_days(&event))));
    });
    let grades = Grade::ALL.into_iter().map(|grade| {
        let label = format!("{} · {}", grade.code(), grade.label().get(locale));
        (AttrValue::from(grade.code()), label, graded.set == Some(grade))
    });
    let default_days = graded.grade().map(Grade::contact_days);
    html! {
        <AssessmentPart code="grade" title={words::GRADE} {result} {locale}>
            { question("assessment.need", words::NEED, &needs, assessment.need, AssessmentEdit::Need, (locale, on_edit)) }
            { question("assessment.chance", words::CHANCE, &chances, assessment.chance, AssessmentEdit::Chance, (locale, on_edit)) }
            <p class="assessment__advice" role="status" translate="no">{ words::proposal(assessment.need, graded, locale) }</p>
            <div class="assessment__pair">
                { select("assessment.grade", words::GRADE_CHOICE.get(locale), words::as_proposed(graded.proposed, locale), grades, on_grade) }
                { rhythm_choice("assessment.contact_days", words::RHYTHM.get(locale), words::as_graded(default_days, locale),
                    assessment.contact_days, locale, on_rhythm) }
            </div>
        </AssessmentPart>
    }
}
