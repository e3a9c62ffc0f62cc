//! The buttons of one piece of advice: its actions, and *not now* behind a menu.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{DealAction, Edit};
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
    let days = offers.iter().find_map(|offer| match &offer.deal_action {
        DealAction::Day(field, choices) => Some((field.clone(), choices.clone())),
        _ => None,
    });
    let on_toggle = use_callback((), {
        let is_choosing = is_choosing.clone();
        move |_: MouseEvent, ()| is_choosing.set(!*is_choosing)
    });
    let button = |place: usize, Offer { act, label, deal_action }: &Offer| {
        let class = classes!("button", (place == 0 && *is_first).then_some("button--primary"));
        let key = act.code();
        match deal_action {
            DealAction::Log => html! { <a {key} {class} data-act={key} href={&on.log}>{ label }</a> },
            DealAction::Day(..) => html! {
                <button {key} type="button" {class} data-act={key} aria-expanded={is_choosing.to_string()} onclick={&on_toggle}>{ label }</button>
            },
            deal_action => {
                html! { <ActButton {key} act={key} {class} label={label.clone()} deal_action={deal_action.clone()} on={on.clone()} /> }
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
    deal_action: DealAction,
    on: OnAdvice,
}

#[component]
fn ActButton(props: &ActButtonProps) -> Html {
    let ActButtonProps { act, class, label, deal_action, on } = props;
    let onclick =
        use_callback((deal_action.clone(), on.clone()), |_: MouseEvent, (deal_action, on)| match deal_action {
            DealAction::Apply(edit) => {
                on.edit.emit(Edit::clone(edit));
                on.done.emit(());
            }
            deal_action => on.go.emit(deal_action.clone()),
        });
    html! { <button type="button" class={class.clone()} data-act={*act} {onclick}>{ label }</button> }
}
