//! The last values of this calculator: stored in the format of the address, and offered where the page shows the
//! example.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_core::calculator::Spec;
use abacus_core::calculator::field::Field;
use abacus_core::calculator::last::{key, read};
use abacus_core::calculator::share::Linked;
use yew::prelude::*;

use crate::calculator::extras::ExtrasProps;
use crate::calculator::form::FormAction;
use crate::calculator::own::words;
use crate::calculator::paper::shown_value;
use crate::shell::element::{classed, content};
use crate::shell::event::focus;
use crate::shell::ports::{Ports, Store};
use crate::shell::session::Session;

/// The pause before own values are stored; the same as for the address.
const PAUSE_MS: u32 = 250;

#[derive(Clone, Debug, PartialEq)]
enum Stored {
    Nothing,
    Values(String),
    /// A text that cannot be parsed. It is kept as it is and not overwritten.
    Unreadable,
    Forgotten,
}

fn stored(spec: &Spec, store: &dyn Store) -> Stored {
    match store.read(&key(spec.id)).ok().flatten() {
        None => Stored::Nothing,
        Some(text) if read(spec, &text).is_some() => Stored::Values(text),
        Some(_) => Stored::Unreadable,
    }
}

/// The row below the title. Once shown, it stays in place: content below must not shift while the user types.
#[component]
pub fn Last(props: &ExtrasProps) -> Html {
    let ExtrasProps { session, calculator, form, .. } = props;
    let spec = calculator.spec();
    let store = session.ports.store.clone();
    let last = use_state_eq(|| stored(spec, &*store));
    let pending = use_storing(&session.ports, spec, form.own_fragment());
    let is_example = form.fragment().is_empty();
    let is_wanted = use_mut_ref(|| false);
    *is_wanted.borrow_mut() |= is_example;
    use_effect_with(is_example, {
        let (last, store) = (last.setter(), store.clone());
        move |is_example: &bool| {
            if *is_example {
                last.set(stored(spec, &*store));
            }
        }
    });
    let node = use_node_ref();
    let on_forget = {
        let (last, node) = (last.setter(), node.clone());
        Callback::from(move |_: MouseEvent| {
            pending.replace(None);
            if store.remove(&key(spec.id)).is_ok() {
                last.set(Stored::Forgotten);
                focus(&node);
            }
        })
    };
    let forget = || {
        html! {
            <button type="button" class="button button--quiet own__forget" aria-label={session.text(words::FORGET_LAST)}
                onclick={on_forget.clone()}>{ session.text(words::FORGET) }</button>
        }
    };
    let row = match (&*last, *is_wanted.borrow()) {
        (Stored::Values(text), true) => read(spec, text).map(|linked| {
            html! {
                <>
                    <a class="button own__chip" href={format!("#{text}")} translate="no">
                        { figure(session.text(words::LAST)) }
                        { for figures(session, spec, &linked).into_iter().map(figure) }
                    </a>
                    { forget() }
                </>
            }
        }),
        (Stored::Unreadable, true) => {
            Some(html! { <><span class="own__note">{ session.text(words::UNREADABLE) }</span>{ forget() }</> })
        }
        _ => None,
    };
    let said = (*last == Stored::Forgotten).then(|| session.text(words::FORGOTTEN));
    html! {
        <div class="own own--last" tabindex="-1" ref={node}>
            { row }
            <span key="said" class="own__note" role="status" translate="no">{ said }</span>
        </div>
    }
}

/// The same in the menu, also where the page shows values from a link.
#[component]
pub fn LastInMenu(props: &ExtrasProps) -> Html {
    let ExtrasProps { session, calculator, form, act, .. } = props;
    let (spec, store) = (calculator.spec(), session.ports.store.clone());
    let Stored::Values(last) = stored(spec, &*store) else { return Html::default() };
    let act = act.clone();
    // They may have been deleted since this was rendered.
    let onclick = move |_: MouseEvent| {
        if let Stored::Values(text) = stored(spec, &*store) {
            act.emit(FormAction::Load(text));
        }
    };
    html! {
        // Hidden rather than removed, because it still has to close the menu.
        <button type="button" class="button" popovertarget="menu" popovertargetaction="hide" {onclick}
            hidden={last == form.fragment()}>
            { session.text(words::LAST_IN_MENU) }
        </button>
    }
}

/// Shown completely or, if there is no space for it, not at all.
fn figure(text: impl Into<AttrValue>) -> Html {
    classed("span", "own__figure", content(text))
}

/// The values that differ from the example: figures only, because there is one line for them.
fn figures(session: &Session, spec: &Spec, linked: &Linked) -> Vec<String> {
    let differs = |field: &&'static Field| linked.inputs.get(field.key) != Some(field.default);
    let shown = |field| shown_value(session, field, &linked.inputs).trim_end().to_owned();
    let mut figures: Vec<_> = spec.fields.iter().filter(differs).map(shown).collect();
    let label = |field| session.text(spec.label(field, &linked.inputs));
    figures.extend(linked.goal.map(|goal| words::solving(label(goal.unknown), session.locale)));
    let last = figures.len().saturating_sub(1);
    figures.iter_mut().take(last).for_each(|figure| figure.push_str(session.text(words::AND)));
    figures
}

/// The values waiting to be stored.
type Pending = Rc<RefCell<Option<String>>>;

/// Stores the user's own values after a pause, and immediately when the page is left.
#[hook]
fn use_storing(ports: &Ports, spec: &'static Spec, own: Option<String>) -> Pending {
    let pending = use_mut_ref(|| None::<String>);
    let write = use_callback((ports.clone(), pending.clone()), |(), (ports, pending)| {
        let Some(text) = pending.take() else { return };
        // A text that cannot be parsed is not overwritten.
        if !matches!(stored(spec, &*ports.store), Stored::Unreadable) {
            let _for_this_visit = ports.store.write(&key(spec.id), &text);
        }
    });
    use_effect_with((own, write.clone(), ports.clone()), {
        let pending = pending.clone();
        move |(own, write, ports): &(Option<String>, Callback<()>, Ports)| {
            let timer = own.as_ref().map(|own| {
                pending.replace(Some(own.clone()));
                ports.host.after(PAUSE_MS, write.clone())
            });
            move || drop(timer)
        }
    });
    use_effect_with((write, ports.clone()), |(write, ports)| {
        let leaving = ports.host.on_hide(write.clone());
        let write = write.clone();
        move || {
            drop(leaving);
            write.emit(());
        }
    });
    pending
}
