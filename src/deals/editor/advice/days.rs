//! Choosing a day in place: one tap for a day soon, or any other day.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{DateField, DayChoice, Edit};
use yew::prelude::*;

use crate::deals::editor::advice::words;
use crate::deals::words as deal_words;
use crate::shell::event::{Day, bring_in_sight, day, is_enter};
use crate::shell::focus::use_focus;

#[derive(PartialEq, Properties)]
pub(crate) struct DayButtonsProps {
    pub(crate) name: AttrValue,
    pub(crate) field: DateField,
    pub(crate) choices: Vec<DayChoice>,
    pub(crate) today: Date,
    pub(crate) locale: Locale,
    pub(crate) on_edit: Callback<Edit>,
    pub(crate) on_done: Callback<()>,
}

#[component]
pub(crate) fn DayButtons(props: &DayButtonsProps) -> Html {
    let DayButtonsProps { name, field, choices, today, locale, on_edit, on_done } = props;
    let (today, locale) = (*today, *locale);
    let is_other = use_state_eq(|| false);
    let node = use_node_ref();
    // The bottom bar may cover the place where they appear.
    use_effect_with(node.clone(), |node| bring_in_sight(node, "button:last-of-type"));
    let on_day =
        use_callback((field.clone(), on_edit.clone(), on_done.clone()), |date: Date, (field, on_edit, on_done)| {
            on_edit.emit(Edit::Date(field.clone(), Ok(Some(date))));
            on_done.emit(());
        });
    let on_other = use_callback(is_other.setter(), |_: MouseEvent, is_other| is_other.set(true));
    let chip = |(label, date): &DayChoice| {
        let (date, on_day) = (*date, on_day.clone());
        let onclick = move |_: MouseEvent| on_day.emit(date);
        html! {
            <button key={date.to_string()} type="button" class="button" data-day={date.to_string()} {onclick}>
                { words::choice(*label, date, today, locale) }
            </button>
        }
    };
    html! {
        <div class="days" role="group" aria-label={words::DAY.get(locale)} ref={node}>
            { for choices.iter().map(chip) }
            if *is_other {
                <OtherDay key="other" {name} {today} {locale} {on_day} />
            } else {
                <button key="more" type="button" class="button" data-day="other" onclick={on_other}>{ deal_words::ANY_DAY.get(locale) }</button>
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct OtherDayProps {
    name: AttrValue,
    today: Date,
    locale: Locale,
    on_day: Callback<Date>,
}

/// A day is applied only on confirmation; otherwise the first digit of a two-digit day would already count.
#[component]
fn OtherDay(props: &OtherDayProps) -> Html {
    let OtherDayProps { name, today, locale, on_day } = props;
    let locale = *locale;
    let typed = use_state_eq(String::new);
    let is_tried = use_state_eq(|| false);
    let node = use_focus(true);
    let oninput = use_callback((typed.setter(), is_tried.setter()), |event: InputEvent, (typed, is_tried)| {
        is_tried.set(false);
        typed.set(match day(&event) {
            Day::Whole(text) => text,
            Day::Half => String::new(),
        });
    });
    let set = use_callback(
        (typed.clone(), *today, is_tried.setter(), on_day.clone()),
        |(), (typed, today, is_tried, on_day)| match typed.parse::<Date>() {
            Ok(date) if date >= *today => on_day.emit(date),
            _ => is_tried.set(true),
        },
    );
    let onclick = set.reform(|_: MouseEvent| ());
    let onkeydown = use_callback(set, |event: KeyboardEvent, set| {
        if is_enter(&event) {
            event.prevent_default();
            set.emit(());
        }
    });
    let problem = is_tried.then(|| if typed.parse::<Date>().is_ok() { words::PAST_DAY } else { words::NO_DAY });
    let (id, error_id) = (format!("{name}-day"), format!("{name}-error"));
    let wrong = problem.is_some();
    html! {
        <div class={classes!("field", "deal-field", "days__other", wrong.then_some("field--wrong"))}>
            <label class="field__label" for={id.clone()}>{ words::DAY.get(locale) }</label>
            <div class="days__line">
                <div class="field__box">
                    <input class="field__input" {id} type="date" max="9999-12-31" ref={node} aria-invalid={wrong.then_some("true")}
                        aria-describedby={wrong.then(|| error_id.clone())} {oninput} {onkeydown} />
                </div>
                <button type="button" class="button" {onclick}>{ words::SET_DAY.get(locale) }</button>
            </div>
            <p class="field__error" id={error_id} role="alert" translate="no" hidden={!wrong}>{ problem.map(|words| words.get(locale)) }</p>
        </div>
    }
}
