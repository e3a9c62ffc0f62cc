//! The actions on the whole form: undo, redo, the example, the customer's view.

use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::state::form::FormAction;
use crate::state::keys::other;
use crate::text::{calculator, form as words};

#[derive(PartialEq, Properties)]
pub struct ActionsProps {
    pub can_undo: bool,
    pub can_redo: bool,
    /// Whether a customer is looking on; none without such a view.
    pub for_customer: Option<bool>,
    pub locale: Locale,
    pub dispatch: Callback<FormAction>,
}

#[component]
pub fn Actions(props: &ActionsProps) -> Html {
    let locale = props.locale;
    let button = |label: Text, enabled: bool, action: fn() -> FormAction| {
        let onclick = props.dispatch.reform(move |_: MouseEvent| action());
        html! { <button type="button" class="button" disabled={!enabled} {onclick}>{ label.get(locale) }</button> }
    };
    let switch = |for_customer: bool| {
        let onclick = props.dispatch.reform(move |_: MouseEvent| FormAction::ShowTo(other(for_customer)));
        let label = if for_customer { words::OWN_VIEW } else { words::CUSTOMER_VIEW };
        html! {
            <button type="button" class="button" aria-pressed={for_customer.to_string()} aria-keyshortcuts="Alt+C" {onclick}>
                { label.get(locale) }
            </button>
        }
    };
    html! {
        <div class="actions">
            { button(words::UNDO, props.can_undo, || FormAction::Undo) }
            { button(words::REDO, props.can_redo, || FormAction::Redo) }
            { button(calculator::RESET, true, || FormAction::Reset) }
            { props.for_customer.map(switch) }
        </div>
    }
}
