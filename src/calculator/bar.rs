//! The actions on a result: show it to a customer, share it, keep it. On a phone, a bar at the bottom.

use abacus_core::calculator::Card;
use abacus_core::calculator::share::Reader;
use yew::prelude::*;

use crate::calculator::extras::ExtrasProps;
use crate::calculator::form::FormAction;
use crate::calculator::scenarios::SCENARIO_NAME;
use crate::calculator::words;
use crate::shell::event::reveal_named;
use crate::shell::focus::use_focus;

/// The ids of the elements the bar opens.
pub(super) const SHARE: &str = "share";
const WHY_NOT: &str = "why-not";

#[component]
pub(super) fn Bar(props: &ExtrasProps) -> Html {
    let ExtrasProps { session, calculator, act, has_left_card, .. } = props;
    let (bar, show_node) = (use_node_ref(), use_focus(*has_left_card));
    let on_keep = use_callback(bar.clone(), |_: MouseEvent, bar| reveal_named(bar, SCENARIO_NAME));
    let show = session.text(words::CUSTOMER_VIEW);
    let show = match calculator.spec().card {
        Card::Shared | Card::Against(_) => {
            let onclick = act.reform(|_: MouseEvent| FormAction::ShowTo(Reader::Customer));
            html! {
                <button type="button" class="button bar__action" aria-keyshortcuts="Alt+C" ref={show_node} {onclick}>{ show }</button>
            }
        }
        Card::Nothing(why) => html! {
            <>
                <button type="button" class="button bar__action" aria-disabled="true" aria-describedby={WHY_NOT}
                    popovertarget={WHY_NOT}>{ show }</button>
                <p class="bar__why" id={WHY_NOT} popover="auto">{ session.text(why) }</p>
            </>
        },
    };
    html! {
        <div class="bar" ref={bar} role="group" aria-label={session.text(words::RESULT_ACTIONS)}>
            { show }
            <button type="button" class="button bar__action" popovertarget={SHARE}>{ session.text(words::SHARE) }</button>
            <button type="button" class="button bar__action" onclick={on_keep}>{ session.text(words::KEEP) }</button>
        </div>
    }
}
