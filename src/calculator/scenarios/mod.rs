//! The section of a calculator's page that keeps values under names and compares them.

mod command;
mod comparison;
mod context;
mod item;
mod keep;
mod notices;
pub mod state;
mod words;

use abacus_core::calculator::{Calculator, Inputs};
use abacus_scenarios::{Scenario, deleted, list};
use abacus_vault::raw_file;
use yew::prelude::*;

use crate::calculator::fold::summary;
use crate::calculator::form::Stale;
use crate::calculator::scenarios::command::{headline, proposed, run};
use crate::calculator::scenarios::comparison::comparison;
use crate::calculator::scenarios::context::SectionContext;
use crate::calculator::scenarios::item::{ItemState, item};
pub use crate::calculator::scenarios::keep::SCENARIO_NAME;
use crate::calculator::scenarios::keep::keep;
use crate::calculator::scenarios::state::view::{FocusTarget, MAX_COMPARED, ScenarioCommand, View};
use crate::calculator::scenarios::state::{UseScenarios, use_scenarios};
use crate::shell::event::focus;
use crate::shell::ports::Room;
use crate::shell::session::Session;

#[derive(Clone, PartialEq, Properties)]
pub struct ScenariosProps {
    pub session: Session,
    pub calculator: &'static dyn Calculator,
    pub inputs: Inputs,
    /// Why the values do not match what is typed, if so; they cannot be kept then.
    pub stale: Option<Stale>,
    /// In a narrow window, the section starts folded.
    pub room: Room,
    /// The user wants the values of this fragment in the form.
    pub on_open: Callback<String>,
}

#[component]
pub fn Scenarios(props: &ScenariosProps) -> Html {
    let ScenariosProps { session, calculator, inputs, room, .. } = props;
    let (calculator, locale, style) = (*calculator, session.locale, session.style);
    let UseScenarios { state, save } = use_scenarios(calculator, &session.ports);
    let view = use_state_eq(View::default);
    // Decided once: a user who is typing a name and rotates the phone must not lose sight of it.
    let is_open = *use_state(|| *room != Room::Narrow);
    use_effect_with(view.wanted(), |wanted| wanted.iter().for_each(focus));

    let on_command = {
        let (props, state, view) = (props.clone(), state.clone(), view.clone());
        Callback::from(move |command: ScenarioCommand| match command {
            ScenarioCommand::File => {
                let content = raw_file(&state.book().entries());
                // If this is refused, the page keeps reporting that nothing is stored.
                let _refused =
                    props.session.ports.host.save_file("sales-abacus-raw.json", "application/json", &content);
            }
            ScenarioCommand::Retry => save.emit(()),
            command => {
                let mut next = View::clone(&view);
                let action = run(command, &mut next, &state, &props);
                view.set(next);
                action.into_iter().for_each(|action| state.dispatch(action));
            }
        })
    };
    let context = SectionContext { view: &view, locale, on_command: &on_command };

    let list = list(state.book(), calculator);
    let compared = view.compared(&list);
    // Typing in the form changes neither headlines nor comparison.
    let memo = (style, list.iter().copied().cloned().collect::<Vec<Scenario>>(), compared.len());
    let known = use_memo((memo, view.chosen.clone()), |_| {
        let headlines: Vec<_> = list.iter().map(|scenario| headline(calculator, &scenario.inputs, &style)).collect();
        (headlines, if compared.len() >= 2 { comparison(&compared, &style) } else { Html::default() })
    });
    let (headlines, table) = &*known;

    let row = |(place, (scenario, headline)): (usize, (&&Scenario, &String))| {
        let is_compared = compared.iter().any(|known| known.id == scenario.id);
        let item_state = ItemState {
            headline,
            current: scenario.inputs == *inputs,
            compared: (is_compared || compared.len() < MAX_COMPARED).then_some(is_compared),
            first: place == 0,
            last: place.saturating_add(1) == list.len(),
        };
        item(scenario, item_state, context)
    };
    let undo = state.deleted().filter(|deleted| deleted.calculator == calculator);
    let deleted = deleted(state.book(), calculator);
    let unreadable: Vec<_> =
        state.book().unreadable().filter(|record| !record.reason.is_of_other_calculator()).collect();
    html! {
        <section class="scenarios" aria-labelledby="scenarios-title">
            <details class="fold" open={is_open}>
            { summary("scenarios-title", words::TITLE, html! { <span translate="no">{ words::count(list.len(), locale) }</span> }, locale) }
            <div class="fold__body" tabindex="-1" ref={view.node(&FocusTarget::Title)}>
            if list.is_empty() { <p class="scenarios__hint">{ words::TEACH.get(locale) }</p> }
            { keep(proposed(calculator, inputs, &style), context) }
            { notices::not_saved(&state, context) }
            <p class="scenarios__note" role="status" translate="no">{ view.note.clone() }</p>
            <div role="status" translate="no">
                { undo.map(|deleted| notices::undo(deleted, context)) }
                if state.has_conflict() { <p class="notice">{ words::COPIED.get(locale) }</p> }
            </div>
            if !list.is_empty() {
                <ul class="scenarios__list" aria-label={words::LIST.get(locale)}>
                    { for list.iter().zip(headlines).enumerate().map(row) }
                </ul>
            }
            { table.clone() }
            if list.len() >= 2 && compared.len() < 2 { <p class="scenarios__hint">{ words::CHOOSE.get(locale) }</p> }
            if !unreadable.is_empty() { { notices::unreadable(&unreadable, context) } }
            if !deleted.is_empty() { { notices::deleted(&deleted, context) } }
            </div>
            </details>
        </section>
    }
}
