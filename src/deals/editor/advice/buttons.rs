//! The buttons of one piece of advice: its actions, and *not now* behind a menu.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{DealAction, Edit};
use yew::prelude::*;

use crate::deals::editor::advice::days::DayButtons;
use crate::deals::editor::advice::set_aside::SetAsideForm;
use crate::deals::editor::advice::{AdviceCallbacks, AdviceItem, LabelledAction, words};

#[derive(PartialEq, Properties)]
pub(crate) struct AdviceButtonsProps {
    pub(crate) advised: AdviceItem,
    /// Whether this is the most urgent one.
    pub(crate) is_first: bool,
    pub(crate) on: AdviceCallbacks,
    pub(crate) today: Date,
    pub(crate) locale: Locale,
}

#[component]
pub(crate) fn AdviceButtons(props: &AdviceButtonsProps) -> Html {
    let AdviceButtonsProps { advised: AdviceItem { advice, actions }, is_first, on, today, locale } = props;
    let (today, locale) = (*today, *locale);
    // The days appear below the buttons on request.
    let is_choosing = use_state_eq(|| false);
    let days = actions.iter().find_map(|action| match &action.deal_action {
        DealAction::Day(field, choices) => Some((field.clone(), choices.clone())),
        _ => None,
    });
    let on_toggle = use_callback((), {
        let is_choosing = is_choosing.clone();
        move |_: MouseEvent, ()| is_choosing.set(!*is_choosing)
    });
    let button = |place: usize, LabelledAction { act, label, deal_action }: &LabelledAction| {
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
                { for actions.iter().enumerate().map(|(place, action)| button(place, action)) }
                <details class="acts__menu">
                    <summary class="acts__more" aria-label={words::more(advice.suggestion().get(locale), locale)}>{ "⋯" }</summary>
                    <SetAsideForm rule={id} advice={advice.key()} {locale} on_edit={&on.edit} on_done={&on.done} />
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
    on: AdviceCallbacks,
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
