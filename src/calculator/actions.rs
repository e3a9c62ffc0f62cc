//! The actions on the whole form: undo, redo, the example, the customer's view.

use abacus_core::text::Text;
use yew::prelude::*;

use crate::calculator::parts::Parts;
use crate::calculator::words;

pub(super) fn actions(parts: &Parts<'_>) -> Html {
    let (form, locale) = (parts.form, parts.locale());
    let button = |label: Text, action: &'static str, disabled: bool| {
        html! { <button type="button" class="button" data-action={action} {disabled}>{ label.get(locale) }</button> }
    };
    let for_customer = form.is_for_customer();
    let (view, label) = if for_customer { ("colleague", words::OWN_VIEW) } else { ("customer", words::CUSTOMER_VIEW) };
    html! {
        <div class="actions">
            { button(words::UNDO, "undo", !form.can_undo()) }
            { button(words::REDO, "redo", !form.can_redo()) }
            { button(words::RESET, "reset", false) }
            if parts.has_customer_view {
                <button type="button" class="button" data-action={view} aria-pressed={for_customer.to_string()}
                    aria-keyshortcuts="Alt+C">{ label.get(locale) }</button>
            }
        </div>
    }
}
