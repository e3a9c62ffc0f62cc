//! The four-quadrant check of a visit: a tick and a line for each way of listening.

use abacus_core::text::Locale;
use abacus_deals::{Edit, Person, Quadrant, Quadrants, TextField, VisitEdit, fields, listeners};
use yew::prelude::*;

use crate::deals::controls::{OptionItem, Options, TextInput};
use crate::deals::meetings::visits::words;
use crate::deals::people;
use crate::shell::event::checked;

pub(crate) fn quadrants(
    visit: &str,
    quadrants: &Quadrants,
    met: &[&Person],
    locale: Locale,
    on_edit: &Callback<Edit>,
    on_change: &Callback<VisitEdit>,
) -> Html {
    let row = |quadrant: Quadrant| {
        let check = quadrants.get(quadrant);
        let listening = people::several(listeners(met.iter().copied(), quadrant), locale);
        html! {
            <QuadrantRow key={quadrant.code()} visit={visit.to_owned()} {quadrant} done={check.done} thought={check.thought.clone()} {listening} line={check.line.clone()}
                {locale} {on_edit} {on_change} />
        }
    };
    html! {
        <fieldset class="quadrants">
            <legend class="visit-form__title">{ words::CHECK.get(locale) }</legend>
            <p class="field__hint">{ words::CHECK_HINT.get(locale) }</p>
            <div class="quadrants__list">{ for Quadrant::ALL.into_iter().map(row) }</div>
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
struct QuadrantRowProps {
    visit: AttrValue,
    quadrant: Quadrant,
    done: bool,
    /// The codes of the questions that were considered.
    thought: Vec<String>,
    /// The people at the visit who listen in this way.
    listening: Option<Html>,
    line: AttrValue,
    locale: Locale,
    on_edit: Callback<Edit>,
    on_change: Callback<VisitEdit>,
}

#[component]
fn QuadrantRow(props: &QuadrantRowProps) -> Html {
    let QuadrantRowProps { visit, quadrant, done, thought, listening, line, on_edit, on_change, .. } = props;
    let locale = props.locale;
    let onchange = use_callback((*quadrant, on_change.clone()), |event: Event, (quadrant, on_change)| {
        on_change.emit(VisitEdit::Checked(*quadrant, checked(&event)));
    });
    let checks = quadrant.checks();
    let on_thought =
        use_callback((*quadrant, on_change.clone()), |(index, is_so): (usize, bool), (quadrant, on_change)| {
            if let Some((code, _)) = quadrant.checks().get(index) {
                on_change.emit(VisitEdit::Thought(*quadrant, (*code).to_owned(), is_so));
            }
        });
    let is_thought = |code: &str| thought.iter().any(|known| known == code);
    let chosen: Vec<&'static str> = checks.iter().map(|(code, _)| *code).filter(|code| is_thought(code)).collect();
    let count = words::thought(chosen.len(), checks.len(), locale);
    let options: Vec<OptionItem> =
        checks.iter().map(|(code, label)| OptionItem { code, label: label.get(locale).into() }).collect();
    let [before, after] = words::LISTENING;
    let field = TextField::Quadrant(visit.to_string(), *quadrant, &fields::visit::LINE);
    html! {
        <div class="quadrant">
            <label class="option quadrant__check">
                <input class="option__control" type="checkbox" name={format!("visits.{visit}.quadrants.{}.done", quadrant.code())}
                    checked={*done} {onchange} />
                <span class="quadrant__words">
                    <span class="quadrant__label">{ quadrant.label().get(locale) }</span>
                    <span class="quadrant__question">{ quadrant.question().get(locale) }</span>
                    if let Some(names) = listening.clone() {
                        <span class="quadrant__listening" translate="no">{ before.get(locale) }{ names }{ after.get(locale) }</span>
                    }
                </span>
            </label>
            <TextInput {field} value={line} {locale} {on_edit} />
            // Open if someone at the visit listens in this way.
            <details class="quadrant__more" open={listening.is_some()}>
                <summary class="gate__summary" translate="no">{ count }</summary>
                <Options name={format!("visits.{visit}.quadrants.{}.thought", quadrant.code())} legend={words::THOUGHT.get(locale)}
                    {options} {chosen} several=true on_choose={on_thought} />
            </details>
        </div>
    }
}
