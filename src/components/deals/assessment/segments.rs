//! A question with a few answers beside each other, one of which takes the answer back: the browser's
//! own radio buttons, so that keys and screen readers know them.

use abacus_core::deals::{AssessmentEdit, Edit};
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::components::event::entered;
use crate::text::deal_assessment as words;

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    /// The stable word for it.
    code: &'static str,
    /// What a person reads.
    label: Text,
    /// The change it makes.
    edit: AssessmentEdit,
    /// Whether it is the answer now.
    chosen: bool,
}

/// The answers to a question, from a closed set.
pub(super) fn answers<T: Copy + PartialEq>(
    all: &[T],
    chosen: Option<T>,
    code: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> Text,
    edit: impl Fn(Option<T>) -> AssessmentEdit,
) -> Vec<Answer> {
    let answer =
        |one: &T| Answer { code: code(*one), label: label(*one), edit: edit(Some(*one)), chosen: chosen == Some(*one) };
    let open = Answer { code: "", label: words::OPEN, edit: edit(None), chosen: chosen.is_none() };
    all.iter().map(answer).chain([open]).collect()
}

/// What the question needs.
#[derive(PartialEq, Properties)]
pub(super) struct SegmentsProps {
    /// The public name of the inputs.
    pub(super) name: AttrValue,
    /// The question.
    pub(super) label: Text,
    /// The answers; the last takes an answer back.
    pub(super) answers: Vec<Answer>,
    /// The language.
    pub(super) locale: Locale,
    /// The deal changed.
    pub(super) on_edit: Callback<Edit>,
}

/// A question with its answers.
#[component]
pub(super) fn Segments(props: &SegmentsProps) -> Html {
    let SegmentsProps { name, label, answers, locale, on_edit } = props;
    let onchange = {
        let (answers, on_edit) = (answers.clone(), on_edit.clone());
        move |event: Event| {
            let code = entered(&event);
            if let Some(answer) = answers.iter().find(|answer| answer.code == code) {
                on_edit.emit(Edit::Assess(answer.edit));
            }
        }
    };
    html! {
        <fieldset class="segments" {onchange}>
            <legend class="segments__label">{ label.get(*locale) }</legend>
            <div class="segments__answers">
                { for answers.iter().map(|answer| html! {
                    <label class={classes!("segments__answer", answer.code.is_empty().then_some("segments__answer--open"))} key={answer.code}>
                        <input class="segments__control" type="radio" name={name.clone()} value={answer.code} checked={answer.chosen} />
                        if answer.code.is_empty() {
                            <span aria-hidden="true">{ words::OPEN_SIGN }</span>
                            <span class="visually-hidden">{ answer.label.get(*locale) }</span>
                        } else {
                            <span>{ answer.label.get(*locale) }</span>
                        }
                    </label>
                }) }
            </div>
        </fieldset>
    }
}
