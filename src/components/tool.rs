//! Form, result and working of a calculator: what its page and its widget share.

use abacus_core::calculator::audience::{shared_fields, shared_outputs};
use abacus_core::calculator::field::Part;
use abacus_core::calculator::{Calculator, Evaluation};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::components::actions::Actions;
use crate::components::details::Details;
use crate::components::inputs::Inputs;
use crate::components::result::Results;
use crate::components::solve::Solve;
use crate::components::working::Working;
use crate::state::form::{Entry, Form, FormAction};
use crate::text::{calculator as words, form as form_words};

#[derive(PartialEq, Properties)]
pub struct ToolProps {
    pub calculator: &'static dyn Calculator,
    pub form: UseReducerHandle<Form>,
    pub has_customer_view: bool,
    pub style: Style,
}

#[component]
pub fn Tool(props: &ToolProps) -> Html {
    let ToolProps { calculator, form, style, .. } = props;
    let (calculator, style, locale) = (*calculator, *style, style.locale);
    let active = use_state_eq(|| None::<&'static str>);
    let unfolded = use_state_eq(|| false);

    // Stable for the life of the page, so that a keystroke renders one field and no other.
    let dispatch = use_callback(form.dispatcher(), |action: FormAction, dispatcher| dispatcher.dispatch(action));
    let on_active = use_callback(active.setter(), |key, setter| setter.set(key));
    let on_details = use_callback(unfolded.setter(), |open, setter| setter.set(open));
    let onsubmit = use_callback((), |event: SubmitEvent, ()| event.prevent_default());

    let for_customer = form.is_for_customer();
    let (entries, evaluations) =
        use_memo((form.clone(), calculator), |(form, calculator)| shown(*calculator, form)).as_ref().clone();
    let details = *unfolded || form.uses_details();
    let (main, detailed): (Vec<_>, Vec<_>) =
        evaluations.iter().copied().partition(|evaluation| evaluation.output.part == Part::Slide);
    let unknown = form.solving().filter(|_| !for_customer).map(|solving| {
        let label = calculator.spec().label(solving.unknown, form.inputs());
        let panel = html! {
            <Solve key="solve" {calculator} solving={solving.clone()} inputs={form.inputs().clone()} {label} evaluations={form.evaluations().to_vec()}
                {style} dispatch={dispatch.clone()} on_active={on_active.clone()} />
        };
        (solving.unknown.key, panel)
    });

    html! {
        <div class={classes!("tool", form.is_stale().then_some("tool--stale"))}>
            <section class="tool__result" aria-labelledby="result-title">
                <h2 class="visually-hidden" id="result-title">{ words::RESULT.get(locale) }</h2>
                if evaluations.is_empty() {
                    <p class="notice">{ form_words::NOTHING_FOR_CUSTOMER.get(locale) }</p>
                }
                <Results evaluations={main} stale={form.stale()} caveat={calculator.spec().caveat.get(locale)} {style} />
            </section>
            <form class="tool__form" aria-labelledby="form-title" novalidate=true {onsubmit}>
                <h2 class="section-title" id="form-title">
                    { if entries.is_empty() { form_words::ACTIONS } else { words::INPUTS }.get(locale) }
                </h2>
                <Inputs {calculator} {entries} values={form.inputs().clone()} active={*active} {details} {style} solvable={!for_customer}
                    {unknown} dispatch={dispatch.clone()}
                    on_active={on_active.clone()} {on_details} />
                <Actions can_undo={form.can_undo()} can_redo={form.can_redo()} {locale} {dispatch}
                    for_customer={props.has_customer_view.then_some(for_customer)} />
            </form>
            <section class="tool__working" aria-labelledby="working-title" hidden={evaluations.is_empty()}>
                <div class="tool__details" hidden={!details || detailed.is_empty()}>
                    <Details {calculator} inputs={form.inputs().clone()} evaluations={detailed} {style}
                        chain={if for_customer { Vec::new() } else { form.evaluations().to_vec() }} />
                </div>
                <h2 class="section-title" id="working-title">{ words::WORKING.get(locale) }</h2>
                <Working {calculator} inputs={form.inputs().clone()} {evaluations} active={*active} {on_active} {details} {style} />
            </section>
        </div>
    }
}

/// What is shown: for a customer, nothing confidential and nothing that reveals it.
fn shown(calculator: &'static dyn Calculator, form: &Form) -> (Vec<Entry>, Vec<Evaluation>) {
    let (entries, evaluations) = (form.entries().to_vec(), form.evaluations().to_vec());
    if !form.is_for_customer() {
        return (entries, evaluations);
    }
    let (fields, outputs) = (shared_fields(calculator), shared_outputs(calculator));
    (
        entries.into_iter().filter(|entry| fields.contains(&entry.field)).collect(),
        evaluations.into_iter().filter(|evaluation| outputs.contains(&evaluation.output)).collect(),
    )
}
