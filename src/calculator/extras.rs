//! Everything around a calculator on its page: sharing, what-if, scenarios, settings, shortcut keys, and print-only
//! content.

use std::rc::Rc;

use abacus_core::calculator::Calculator;
use abacus_core::calculator::sensitivity::Plan;
use abacus_core::sheet::TableAxes;
use yew::prelude::*;

use crate::calculator::bar::{self, Bar};
use crate::calculator::customer::{card, summary};
use crate::calculator::form::{Form, FormAction};
use crate::calculator::keys::{keys_list, use_keys};
use crate::calculator::own;
use crate::calculator::paper::{exercise, print_foot, print_head};
use crate::calculator::parts::Parts;
use crate::calculator::picture::picture;
use crate::calculator::scenarios::Scenarios;
use crate::calculator::settings::settings;
use crate::calculator::share::Share;
use crate::calculator::what_if::{SharedWhatIf, WhatIf, use_what_if};
use crate::shell::event::show_popover;
use crate::shell::ports::{Ports, Room};
use crate::shell::printing::use_paper;
use crate::shell::session::Session;

/// The chunk, with the ports that only it uses.
#[derive(Clone)]
pub struct Extras {
    pub sections: &'static Sections,
    pub ports: Ports,
}

#[derive(Debug)]
pub struct Sections {
    pub(super) settings: fn(&ExtrasProps) -> Html,
    pub(super) head: fn(&ExtrasProps) -> Html,
    /// Below the results.
    pub(super) beneath: fn(&ExtrasProps) -> Html,
    /// At the end of the form.
    pub(super) beside: fn(&ExtrasProps) -> Html,
    pub(super) picture: fn(&ExtrasProps) -> Html,
    pub(super) body: fn(&ExtrasProps) -> Html,
    pub(super) foot: fn(&ExtrasProps) -> Html,
    /// The summary for a customer, below the results.
    pub(super) customer_summary: fn(&Parts<'_>) -> Html,
    /// Table and chart alone, each if requested.
    pub(super) what_if: fn(&ExtrasProps, bool, bool) -> Html,
    /// Everything a customer sees.
    pub(super) card: fn(&Parts<'_>, &ExtrasProps) -> Html,
}

pub static SECTIONS: Sections = Sections {
    settings: |props| settings(&props.session, html! { <own::LastInMenu ..props.clone() /> }),
    picture: |props| {
        picture(props.calculator.spec(), props.form.inputs(), props.form.evaluations(), &props.session.style)
    },
    head: |props| html! { <>{ print_head(&props.session, props.calculator, &props.form) }<Bar ..props.clone() /><own::Last ..props.clone() /></> },
    beneath: own::readings,
    beside: |props| html! { <><own::UsualFigures ..props.clone() /><own::Allow ..props.clone() /></> },
    body: |props| html! { <Body ..props.clone() /> },
    foot: |props| print_foot(&props.session, props.calculator, &props.form),
    customer_summary: summary,
    what_if: |props, has_table, has_chart| what_if(props, has_table, has_chart).unwrap_or_default(),
    card,
};

#[derive(Clone, PartialEq, Properties)]
pub struct ExtrasProps {
    pub session: Session,
    pub calculator: &'static dyn Calculator,
    pub form: Rc<Form>,
    pub act: Callback<FormAction>,
    /// Whether the customer's card was left: the focus then returns to the button that opened it.
    pub has_left_card: bool,
}

/// Table and chart as declared; for a customer, only as far as they may be shown.
fn what_if(props: &ExtrasProps, has_table: bool, has_chart: bool) -> Option<Html> {
    let ExtrasProps { session, calculator, form, act, .. } = props;
    let inputs = form.inputs().clone();
    let plan = if form.is_for_customer() {
        Plan::shared(*calculator, &inputs, form.allowed())?
    } else {
        Plan::declared(*calculator)
    };
    Some(html! {
        <SharedWhatIf {plan} {inputs} style={session.style} act={act.clone()} {has_table} {has_chart} />
    })
}

#[component]
fn Body(props: &ExtrasProps) -> Html {
    let ExtrasProps { session, calculator, form, act, .. } = props;
    let calculator = *calculator;
    let what_if = use_what_if(calculator);
    let on_open = use_callback(act.clone(), |fragment, act| act.emit(FormAction::Load(fragment)));
    let keys = use_node_ref();
    let on_keys = use_callback(keys.clone(), |(), keys| show_popover(keys));
    use_keys(act, &session.ports, &on_keys);
    let room = use_room(&session.ports);
    let (paper, on_print) = use_paper(&session.ports);
    let (inputs, fragment) = (form.inputs().clone(), AttrValue::from(form.shown_fragment()));
    html! {
        <>
            <div class="sheet" id={bar::SHARE} popover="auto">
                <Share session={session.clone()} {calculator} inputs={inputs.clone()}
                    evaluations={form.evaluations().to_vec()} {fragment} axes={TableAxes::from(what_if.plan())}
                    stale={form.stale()} {on_print} />
            </div>
            <WhatIf session={session.clone()} state={what_if} inputs={inputs.clone()} {room} act={act.clone()} />
            <Scenarios session={session.clone()} {calculator} {inputs} stale={form.stale()} {room} {on_open} />
            { keys_list(&keys, session.locale) }
            if let Some(paper) = paper {
                { exercise(session, calculator, form, paper) }
            }
        </>
    }
}

/// The available space in the window, updated when a phone is rotated.
#[hook]
fn use_room(ports: &Ports) -> Room {
    let room = use_state_eq(|| ports.host.room());
    use_effect_with(ports.clone(), {
        let room = room.setter();
        move |ports: &Ports| {
            let host = ports.host.clone();
            let resized = ports.host.on_scroll(Callback::from(move |()| room.set(host.room())));
            move || drop(resized)
        }
    });
    *room
}
