//! The actions on the whole form: undo, redo, the example, the customer's view.

use abacus_core::calculator::Card;
use abacus_core::text::Text;
use yew::prelude::*;

use crate::calculator::parts::Parts;
use crate::calculator::words;

pub(super) fn actions(parts: &Parts<'_>) -> Html {
    let (form, locale) = (parts.form, parts.locale());
    let button = |label: Text, action: &'static str, disabled: bool| {
        html! { <button type="button" class="button" data-action={action} {disabled}>{ label.get(locale) }</button> }
    };
    let why_not = match parts.calculator.spec().card {
        Card::Nothing(why) => Some(why.get(locale)),
        Card::Shared | Card::Against(_) => None,
    };
    html! {
        <div class="actions">
            { button(words::UNDO, "undo", !form.can_undo()) }
            { button(words::REDO, "redo", !form.can_redo()) }
            { button(words::RESET, "reset", false) }
            if parts.has_customer_view {
                <button type="button" class="button" data-action="customer" aria-disabled={why_not.map(|_| "true")}
                    aria-describedby={why_not.map(|_| "why-not")} aria-keyshortcuts="Alt+C">
                    { words::CUSTOMER_VIEW.get(locale) }
                </button>
                if let Some(why) = why_not { <p class="actions__why" id="why-not">{ why }</p> }
            }
        </div>
    }
}
