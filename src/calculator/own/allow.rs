//! Showing one private figure to this customer: the user is asked each time, and nothing is remembered.

use abacus_core::calculator::audience::{allowable, has_card};
use abacus_core::calculator::field::Field;
use yew::prelude::*;

use crate::calculator::extras::ExtrasProps;
use crate::calculator::form::FormAction;
use crate::calculator::own::words;
use crate::calculator::paper::shown_value;
use crate::shell::words::CANCEL;

/// The id of the question.
const ALLOW: &str = "allow";

/// At the end of the form, if there are private figures that a customer may be shown: opens the question, whose answers
/// lead to the card.
#[component]
pub fn Allow(props: &ExtrasProps) -> Html {
    let ExtrasProps { session, calculator, form, act, .. } = props;
    let (spec, inputs) = (calculator.spec(), form.inputs());
    let is_shown = has_card(*calculator) && !form.is_for_customer() && !form.is_stale();
    let own = if is_shown { allowable(*calculator, inputs) } else { Vec::new() };
    if own.is_empty() {
        return Html::default();
    }
    let answer = |field: &'static Field| {
        let onclick = act.reform(move |_: MouseEvent| FormAction::ShowWith(field.key));
        let figure = format!("{} {}", session.text(spec.label(field, inputs)), shown_value(session, field, inputs));
        html! {
            <li key={field.key}><button type="button" class="button allow__figure" translate="no" {onclick}>{ figure.trim_end().to_owned() }</button></li>
        }
    };
    html! {
        <div class="own own--allow">
            <button type="button" class="button button--quiet" popovertarget={ALLOW}>{ session.text(words::ALLOW) }</button>
            <section class="sheet allow" id={ALLOW} popover="auto" aria-labelledby="allow-title">
                <h2 class="section-title" id="allow-title">{ session.text(words::ALLOW_WHICH) }</h2>
                <p class="own__note">{ session.text(words::ALLOW_ONCE) }</p>
                <ul class="allow__figures">{ for own.into_iter().map(answer) }</ul>
                <button type="button" class="button button--quiet" popovertarget={ALLOW} popovertargetaction="hide">
                    { session.text(CANCEL) }
                </button>
            </section>
        </div>
    }
}
