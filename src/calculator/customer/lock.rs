//! The exit from the customer's card: held for a second, or confirmed in a dialog.

use abacus_core::calculator::share::Reader;
use abacus_core::text::Text;
use yew::prelude::*;

use crate::calculator::form::FormAction;
use crate::calculator::keys::{KeyCommand, command};
use crate::calculator::words;
use crate::shell::confirm::Confirm;
use crate::shell::event::closest_attribute;
use crate::shell::ports::{KeyPress, Subscription};
use crate::shell::session::Session;

/// How long the lock must be held until lifting the finger leaves the card.
const HOLD_MS: u32 = 1_000;

#[derive(PartialEq, Properties)]
pub(super) struct LockProps {
    pub(super) session: Session,
    pub(super) act: Callback<FormAction>,
}

/// Going back also asks for confirmation. The screen stays on while the card is open.
#[component]
pub(super) fn Lock(props: &LockProps) -> Html {
    let LockProps { session, act } = props;
    let asked = use_state_eq(|| 0_u32);
    let is_open = use_state_eq(|| false);
    let held = use_mut_ref(|| None::<Subscription>);
    let ask = {
        let asked = asked.clone();
        use_callback((), move |(), ()| asked.set(asked.saturating_add(1)))
    };
    let leave = use_callback(act.clone(), |(), act| act.emit(FormAction::ShowTo(Reader::Colleague)));
    use_effect_with((session.ports.clone(), ask.clone()), |(ports, ask)| {
        let ask_too = ask.clone();
        let keys = ports.host.on_key(Callback::from(move |press: KeyPress| {
            let is_switch = command(&press) == Some(KeyCommand::SwitchView);
            if is_switch {
                ask_too.emit(());
            }
            is_switch
        }));
        let subscriptions = (ports.host.guard_back(ask.clone()), ports.host.keep_awake(), keys);
        move || drop(subscriptions)
    });
    let press = {
        let (held, host, is_open) = (held.clone(), session.ports.host.clone(), is_open.setter());
        move |event: PointerEvent| {
            // Only the button, and only before the question is shown: holding its surroundings or the answers has no
            // effect.
            let is_lock = closest_attribute(&event, "class").is_some_and(|class| class.ends_with("confirm-ask"));
            if is_lock {
                let is_open = is_open.clone();
                held.replace(Some(host.after(HOLD_MS, Callback::from(move |()| is_open.set(true)))));
            }
        }
    };
    let release = {
        let held = held.clone();
        move |_: PointerEvent| drop(held.take())
    };
    let give_up = {
        let (held, is_open) = (held.clone(), is_open.setter());
        move || {
            drop(held.take());
            is_open.set(false);
        }
    };
    let cancel = {
        let give_up = give_up.clone();
        move |_: PointerEvent| give_up()
    };
    // Lifting a finger also fires a leave event.
    let slide_off = move |event: PointerEvent| {
        if event.pointer_type() == "mouse" {
            give_up();
        }
    };
    // Only when the finger is lifted, and without the following click, which would hit whatever appears in this place.
    let lift_finger = {
        let (is_open, leave) = (is_open.clone(), leave.clone());
        move |event: TouchEvent| {
            if *is_open {
                event.prevent_default();
                leave.emit(());
            }
        }
    };
    let lift_mouse = {
        let (is_open, leave) = (is_open.clone(), leave.clone());
        move |_: MouseEvent| {
            if *is_open {
                leave.emit(());
            }
        }
    };
    // Some systems open a context menu on a long press.
    let no_menu = |event: MouseEvent| event.prevent_default();
    let say = |text: Text| text.get(session.locale);
    let label = say(if *is_open { words::LIFT } else { words::LOCK });
    html! {
        <div class="customer__lock" onpointerdown={press} onpointerup={release} onpointercancel={cancel}
            onpointerleave={slide_off} ontouchend={lift_finger} onmouseup={lift_mouse} oncontextmenu={no_menu}>
            <Confirm key={*asked} {label} question={say(words::LEAVE_SURE)} yes={say(words::OWN_VIEW)}
                locale={session.locale} asked={*asked > 0} on_yes={leave.reform(|_: MouseEvent| ())} />
        </div>
    }
}
