//! A button whose action cannot be undone: it asks for confirmation next to it.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::shell::focus::use_focus;
use crate::shell::words::CANCEL;

#[derive(PartialEq, Properties)]
pub struct ConfirmProps {
    pub label: AttrValue,
    /// The accessible name, if the label alone does not distinguish the button from others.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    pub question: AttrValue,
    pub yes: AttrValue,
    pub locale: Locale,
    pub on_yes: Callback<MouseEvent>,
    /// Whether the question is shown from the start.
    #[prop_or_default]
    pub asked: bool,
    /// Alternatives offered with the question.
    #[prop_or_default]
    pub children: Html,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Not asked, or confirmed.
    Not,
    Yes,
    Declined,
}

/// The button, and the question below it. While the question is shown, the button's place stays empty and *no* has the
/// focus, so that a double click confirms nothing.
#[component]
pub fn Confirm(props: &ConfirmProps) -> Html {
    let ConfirmProps { label, name, question, yes, on_yes, .. } = props;
    let asked = use_state_eq(|| if props.asked { Asked::Yes } else { Asked::Not });
    let (ask, no) = (use_focus(*asked == Asked::Declined), use_focus(*asked == Asked::Yes));
    let on_ask = use_callback(asked.setter(), |_: MouseEvent, asked| asked.set(Asked::Yes));
    let on_no = use_callback(asked.setter(), |_: MouseEvent, asked| asked.set(Asked::Declined));
    let on_key = use_callback(asked.setter(), |event: KeyboardEvent, asked| {
        if event.key() == "Escape" {
            asked.set(Asked::Declined);
        }
    });
    let on_sure = use_callback((asked.setter(), on_yes.clone()), |event: MouseEvent, (asked, on_yes)| {
        asked.set(Asked::Not);
        on_yes.emit(event);
    });
    let is_asked = *asked == Asked::Yes;
    html! {
        <>
            <button key="ask" type="button" class={classes!("button", "confirm-ask", is_asked.then_some("confirm-ask--asked"))}
                aria-label={name.clone()} ref={ask} onclick={on_ask}>{ label }</button>
            if is_asked {
                <div key="question" class="confirm" role="group" aria-label={question} data-unfinished="true" onkeydown={on_key}>
                    <p class="confirm__question">{ question }</p>
                    { props.children.clone() }
                    <p class="confirm__answers">
                        <button type="button" class="button" ref={no} onclick={on_no}>{ CANCEL.get(props.locale) }</button>
                        <button type="button" class="button confirm__yes" onclick={on_sure}>{ yes }</button>
                    </p>
                </div>
            }
        </>
    }
}
