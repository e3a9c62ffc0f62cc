//! The usual figures of all calculators, as far as this one uses them: filled in and stored on request.

use abacus_core::Decimal;
use abacus_core::calculator::usual_figures::{FigureInput, KEY, figure_inputs, with};
use yew::prelude::*;

use crate::calculator::extras::ExtrasProps;
use crate::calculator::form::FormAction;
use crate::calculator::own::words;
use crate::shell::event::focus;
use crate::shell::session::Session;

/// The row at the end of the form.
#[component]
pub fn UsualFigures(props: &ExtrasProps) -> Html {
    let ExtrasProps { session, calculator, form, act, .. } = props;
    let (spec, inputs, store) = (calculator.spec(), form.inputs(), &session.ports.store);
    let text = store.read(KEY).ok().flatten().unwrap_or_default();
    let message = use_state_eq(|| None);
    let node = use_node_ref();

    let figures: Vec<_> =
        figure_inputs(spec, inputs).map(|it| (it, it.stored(&text), inputs.get(it.field.key))).collect();
    let other = |figure: &(FigureInput, Option<Decimal>, Option<Decimal>)| {
        let (figure_input, stored, now) = figure;
        stored.filter(|stored| Some(*stored) != *now).map(|stored| (*figure_input, stored))
    };
    let others: Vec<_> = figures.iter().filter_map(other).collect();
    // The example's figures are not the user's.
    let own = |figure: &(FigureInput, Option<Decimal>, Option<Decimal>)| {
        let (figure_input, stored, now) = figure;
        now.filter(|now| Some(*now) != *stored && *now != figure_input.field.default).map(|now| (*figure_input, now))
    };
    let is_own = form.own_fragment().is_some() && !form.is_stale();
    let own: Vec<_> = figures.iter().filter_map(own).filter(|_| is_own).collect();

    let said = |figures: &[(FigureInput, Decimal)]| {
        figures.iter().map(|figure| figure_of(session, figure)).collect::<Vec<_>>()
    };
    // The storage event does not fire in the tab that writes; and the results may now be shown under another margin.
    let refresh = {
        let (update, view) = (use_force_update(), act.reform(|()| FormAction::Set(Vec::new())));
        move || {
            update.force_update();
            view.emit(());
        }
    };
    use_effect_with(inputs.clone(), {
        let message = message.setter();
        move |_| message.set(None)
    });
    let (use_them, keep_them) = (said(&others), said(&own));
    let on_use = {
        let values: Vec<_> = others.iter().map(|(figure_input, value)| (figure_input.field.key, *value)).collect();
        let node = node.clone();
        act.reform(move |_: MouseEvent| {
            // The button disappears.
            focus(&node);
            FormAction::Set(values.clone())
        })
    };
    let on_keep = {
        let (store, message, node, refresh) = (store.clone(), message.setter(), node.clone(), refresh.clone());
        Callback::from(move |_: MouseEvent| {
            // Another tab may have stored others meanwhile.
            let is_kept =
                store.read(KEY).and_then(|now| store.write(KEY, &with(&now.unwrap_or_default(), &own))).is_ok();
            message.set(Some(if is_kept { words::KEPT } else { words::NOT_KEPT }));
            refresh();
            focus(&node);
        })
    };
    let on_forget = {
        let (store, message, node) = (store.clone(), message.setter(), node.clone());
        Callback::from(move |_: MouseEvent| {
            if store.remove(KEY).is_ok() {
                message.set(Some(words::USUAL_FORGOTTEN));
                refresh();
                focus(&node);
            }
        })
    };
    let locale = session.locale;
    let is_any = figures.iter().any(|(_, stored, _)| stored.is_some());
    html! {
        <div class="own own--usual" tabindex="-1" ref={node}>
            if !use_them.is_empty() {
                <button key="use" type="button" class="button own__chip" translate="no" onclick={on_use}>
                    { words::use_usual(&use_them, locale) }
                </button>
            }
            if !keep_them.is_empty() {
                <button key="keep" type="button" class="button own__chip" translate="no" onclick={on_keep}>
                    { words::keep_usual(&keep_them, locale) }
                </button>
            }
            if is_any {
                <button key="forget" type="button" class="button button--quiet own__forget" onclick={on_forget}>
                    { session.text(words::FORGET_USUAL) }
                </button>
            }
            <span key="message" class="own__note" role="status" translate="no">{ message.map(|message| session.text(message)) }</span>
        </div>
    }
}

fn figure_of(session: &Session, (figure_input, value): &(FigureInput, Decimal)) -> String {
    format!("{} {}", session.text(figure_input.figure.label), figure_input.field.quote(*value))
}
