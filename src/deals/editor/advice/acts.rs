//! The buttons of one piece of advice: its actions, and *not now* behind a menu.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Doing, Edit};
use yew::prelude::*;

use crate::deals::editor::advice::aside::SetAside;
use crate::deals::editor::advice::days::DayButtons;
use crate::deals::editor::advice::{Advised, Offer, OnAdvice, words};

#[derive(PartialEq, Properties)]
pub(crate) struct ActsProps {
    pub(crate) advised: Advised,
    /// Whether this is the most urgent one.
    pub(crate) is_first: bool,
    pub(crate) on: OnAdvice,
    pub(crate) today: Date,
    pub(crate) locale: Locale,
}

#[component]
pub(crate) fn Acts(props: &ActsProps) -> Html {
    let ActsProps { advised: Advised { advice, offers }, is_first, on, today, locale } = props;
    let (today, locale) = (*today, *locale);
    // The days appear below the buttons on request.
    let is_choosing = use_state_eq(|| false);
    let days = offers.iter().find_map(|offer| match &offer.doing {
        Doing::Day(field, choices) => Some((field.clone(), choices.clone())),
        _ => None,
    });
    let on_toggle = use_callback((), {
        let is_choosing = is_choosing.clone();
        move |_: MouseEvent, ()| is_choosing.set(!*is_choosing)
    });
    let button = |place: usize, Offer { act, label, doing }: &Offer| {
        let class = classes!("button", (place == 0 && *is_first).then_some("button--primary"));
        let key = act.code();
        match doing {
            Doing::Log => html! { <a {key} {class} data-act={key} href={&on.log}>{ label }</a> },
            Doing::Day(..) => html! {
                <button {key} type="button" {class} data-act={key} aria-expanded={is_choosing.to_string()} onclick={&on_toggle}>{ label }</button>
            },
            doing => {
                html! { <ActButton {key} act={key} {class} label={label.clone()} doing={doing.clone()} on={on.clone()} /> }
            }
        }
    };
    let id = advice.id();
    html! {
        <div class="acts">
            <div class="acts__buttons">
                { for offers.iter().enumerate().map(|(place, offer)| button(place, offer)) }
                <details class="acts__menu">
                    <summary class="acts__more" aria-label={words::more(advice.suggestion().get(locale), locale)}>{ "⋯" }</summary>
                    <SetAside rule={id} advice={advice.key()} {locale} on_edit={&on.edit} on_done={&on.done} />
                </details>
            </div>
            if let Some((field, choices)) = days.filter(|_| *is_choosing) {
                <DayButtons name={format!("advice-{id}")} {field} {choices} {today} {locale} on_edit={&on.edit} on_done={&on.done} />
            }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ActButtonProps {
    act: &'static str,
    class: Classes,
    label: AttrValue,
    doing: Doing,
    on: OnAdvice,
}

#[component]
fn ActButton(props: &ActButtonProps) -> Html {
    let ActButtonProps { act, class, label, doing, on } = props;
    let onclick = use_callback((doing.clone(), on.clone()), |_: MouseEvent, (doing, on)| match doing {
        Doing::Apply(edit) => {
            on.edit.emit(Edit::clone(edit));
            on.done.emit(());
        }
        doing => on.go.emit(doing.clone()),
    });
    html! { <button type="button" class={class.clone()} data-act={*act} {onclick}>{ label }</button> }
}
