//! What comes next, and when: one tap for a day soon. A planned step stays unless a new day or text replaces it.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::debrief::{Debrief, day_shortcuts};
use abacus_deals::{DateField, Deal, Edit, NextStep, TextField, fields};
use yew::prelude::*;

use crate::deals::controls::{DateInput, OptionItem, Options, TextInput};
use crate::deals::meetings::debrief::words;
use crate::deals::words as deal_words;

const OTHER: &str = "day";

#[derive(PartialEq, Properties)]
pub(crate) struct NextStepFormProps {
    pub(crate) deal: Deal,
    pub(crate) entry: AttrValue,
    /// The next step before the conversation.
    pub(crate) planned: NextStep,
    pub(crate) today: Date,
    pub(crate) locale: Locale,
    pub(crate) on_edit: Callback<Edit>,
}

#[component]
pub(crate) fn NextStepForm(props: &NextStepFormProps) -> Html {
    let NextStepFormProps { deal, entry, planned, today, locale, .. } = props;
    let (today, locale) = (*today, *locale);
    let is_other = use_state_eq(|| false);
    let debrief = Debrief::new(deal, entry, planned, today, locale);
    let on_day = edits(props, |debrief, edit: Edit| match edit {
        Edit::Date(_, Ok(day)) => debrief.step_on(day),
        unread => vec![unread],
    });
    let on_words = edits(props, |debrief, edit: Edit| match edit {
        Edit::Text(_, typed) => debrief.step_typed(typed),
        other => vec![other],
    });
    let on_keep = {
        let (keep, is_other) = (edits(props, |debrief, ()| debrief.keep_planned()), is_other.setter());
        Callback::from(move |_: MouseEvent| {
            is_other.set(false);
            keep.emit(());
        })
    };

    let days = day_shortcuts(today);
    let step = &deal.next_step;
    let is_new = debrief.is_replaced() || debrief.planned().is_none();
    let day = step.date.filter(|_| is_new);
    let near = days.iter().find(|(_, date)| Some(*date) == day).map(|(soon, _)| soon.code());
    let is_other_day = *is_other || (day.is_some() && near.is_none());
    let chosen = if is_other_day { Some(OTHER) } else { near };
    let date_field = DateField::Deal(&fields::NEXT_DATE);
    let on_choose = {
        let (days, is_other, on_day, field) = (days.clone(), is_other.setter(), on_day.clone(), date_field.clone());
        Callback::from(move |(index, _): (usize, bool)| {
            let day = days.get(index).map(|(_, date)| *date);
            is_other.set(day.is_none());
            if day.is_some() {
                on_day.emit(Edit::Date(field.clone(), Ok(day)));
            }
        })
    };
    let near = days.iter().map(|(soon, date)| OptionItem {
        code: soon.code(),
        label: words::choice(soon.label().get(locale), *date, today, locale).into(),
    });
    let other = OptionItem { code: OTHER, label: deal_words::ANY_DAY.get(locale).into() };
    let typed = if is_new { step.action.clone() } else { String::new() };
    let is_empty = typed.trim().is_empty();
    html! {
        <>
            if let Some((action, day)) = debrief.planned() {
                <p class="talk__planned">{ words::planned(action, day, today, locale) }</p>
            }
            <Options name={format!("log.{entry}.when")} legend={words::WHEN.get(locale)}
                options={near.chain([other]).collect::<Vec<_>>()} chosen={chosen.into_iter().collect::<Vec<_>>()} {on_choose} />
            if is_other_day {
                <DateInput field={date_field.clone()} value={if is_new { date_field.show(deal) } else { String::new() }}
                    warning={date_field.warning(deal, today).filter(|_| is_new)} {locale} on_edit={on_day} />
            }
            <TextInput field={TextField::Deal(&fields::NEXT_ACTION)} value={typed} {locale} on_edit={on_words} />
            <p class="field__hint talk__proposal" aria-hidden={(!is_empty).then_some("true")}>
                { if is_empty { words::proposed(&debrief.proposal(), locale) } else { String::new() } }
            </p>
            if debrief.planned().is_some() && debrief.is_replaced() {
                <button type="button" class="button button--quiet" onclick={on_keep}>{ words::KEEP.get(locale) }</button>
            }
        </>
    }
}

/// A callback that turns the value of a control into edits.
fn edits<T: 'static>(props: &NextStepFormProps, make: fn(&Debrief<'_>, T) -> Vec<Edit>) -> Callback<T> {
    let NextStepFormProps { deal, entry, planned, today, locale, on_edit } = props;
    let (deal, entry, planned, on_edit) = (deal.clone(), entry.clone(), planned.clone(), on_edit.clone());
    let (today, locale) = (*today, *locale);
    Callback::from(move |said: T| {
        let debrief = Debrief::new(&deal, &entry, &planned, today, locale);
        make(&debrief, said).into_iter().for_each(|edit| on_edit.emit(edit));
    })
}
