//! A question with a few answers. The last option clears the answer.

use abacus_core::text::{Locale, Text};
use abacus_deals::{AssessmentEdit, Edit};
use yew::prelude::*;

use crate::deals::assessment::words;
use crate::deals::controls::{OptionItem, Options};

pub(crate) struct Answers<T: 'static> {
    pub(crate) all: &'static [T],
    pub(crate) code: fn(T) -> &'static str,
    pub(crate) label: fn(T) -> Text,
}

pub(crate) fn question<T: Copy>(
    name: impl Into<AttrValue>,
    legend: Text,
    answers: &Answers<T>,
    chosen: Option<T>,
    edit: impl Fn(Option<T>) -> AssessmentEdit + 'static,
    (locale, on_edit): (Locale, &Callback<Edit>),
) -> Html {
    let Answers { all, code, label } = *answers;
    let answer = |one: &T| OptionItem { code: code(*one), label: label(*one).get(locale).into() };
    let open = OptionItem { code: "", label: words::OPEN.get(locale).into() };
    let options: Vec<OptionItem> = all.iter().map(answer).chain([open]).collect();
    let on_choose = on_edit.reform(move |(index, _): (usize, bool)| Edit::Assess(edit(all.get(index).copied())));
    html! {
        <Options name={name.into()} legend={legend.get(locale)} {options} chosen={vec![chosen.map_or("", code)]} {on_choose} />
    }
}
