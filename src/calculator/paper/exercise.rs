//! An exercise sheet: what is given and asked, with blanks for the answers; and the answer sheet from the same figures.

use abacus_core::calculator::field::{Field, Part};
use abacus_core::calculator::sensitivity::Plan;
use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculator::working::{Working, workings};
use abacus_core::calculator::{Calculator, Evaluation};
use yew::prelude::*;

use crate::calculator::form::Form;
use crate::calculator::paper::page::{input_list, is_on_paper};
use crate::calculator::paper::table::table;
use crate::calculator::paper::words;
use crate::calculator::share::Paper;
use crate::calculator::share::qr::qr_code;
use crate::calculator::words as page_words;
use crate::calculator::working::{Lines, stands_in};
use crate::shell::session::Session;

/// The sheet, visible in print only.
pub fn exercise(session: &Session, calculator: &'static dyn Calculator, form: &Form, paper: Paper) -> Html {
    let is_answered = match paper {
        Paper::Page => return Html::default(),
        Paper::Practice => false,
        Paper::Answers => true,
    };
    let (spec, inputs, style) = (calculator.spec(), form.inputs(), &session.style);
    let is_shown = |part: Part| part == Part::Slide || form.uses_details();
    let steps: Vec<Working> = workings(calculator, inputs).into_iter().filter(|step| is_shown(step.part)).collect();
    let results: Vec<Evaluation> =
        form.evaluations().iter().filter(|evaluation| is_shown(evaluation.output.part)).copied().collect();
    let is_given =
        |field: &&Field| is_on_paper(form, field) || steps.iter().any(|step| stands_in(&step.formula, field.key));
    let lines = Lines { calculator, style: *style, inputs, evaluations: form.evaluations(), active: None };
    let fill = |answer: Html| if is_answered { answer } else { Html::default() };
    // Without the wanted result, which would be an answer.
    let link = session.public_link(&share::encode(spec, inputs, None, Reader::Colleague));
    html! {
        <section class="print-only exercise" translate="no">
            <header class="exercise__head">
                <p class="exercise__kind">{ session.text(if is_answered { words::ANSWERS } else { words::PRACTICE }) }</p>
                <h2 class="exercise__title">{ session.text(spec.title) }</h2>
                <p class="exercise__question">{ session.text(spec.wording(inputs).purpose) }</p>
                <p class="exercise__who">
                    { session.text(words::NAME) }<span class="exercise__line"></span>
                    { session.text(words::DATE) }<span class="exercise__line"></span>
                </p>
            </header>
            <h3 class="section-title">{ session.text(words::GIVEN) }</h3>
            { input_list(session, spec, inputs, spec.fields.iter().filter(is_given)) }
            <h3 class="section-title">{ session.text(page_words::WORKING) }</h3>
            <ol class="exercise__steps">{ for steps.iter().map(|step| step_line(&lines, step, &fill)) }</ol>
            <h3 class="section-title">{ session.text(page_words::RESULT) }</h3>
            <dl class="exercise__results">{ for results.iter().map(|result| result_line(session, result, &fill)) }</dl>
            { table(&Plan::declared(calculator), inputs, &results, style, fill) }
            <footer class="exercise__foot">
                if let Some(link) = &link {
                    <p>{ session.text(words::CHECK) }<br />{ link }</p>
                    { qr_code(link, session.locale) }
                }
            </footer>
        </section>
    }
}

/// A line of the working: in words, and with space for the figures.
fn step_line(lines: &Lines<'_>, step: &Working, fill: &impl Fn(Html) -> Html) -> Html {
    html! {
        <li class="exercise__step" key={step.output.key}>
            <p class="exercise__name">{ step.output.label.get(lines.style.locale) }</p>
            { lines.in_words(step) }
            <div class="exercise__blank exercise__figures">{ fill(lines.in_figures(step)) }</div>
            { lines.notes(step) }
        </li>
    }
}

fn result_line(session: &Session, result: &Evaluation, fill: &impl Fn(Html) -> Html) -> Html {
    let output = result.output;
    let answer = result.value.map_or_else(
        |reason| session.text(output.none(reason)).to_owned(),
        |value| output.quote(value, &session.style),
    );
    html! {
        <div class="exercise__result" key={output.key}>
            <dt>{ session.text(output.label) }</dt>
            <dd><span class="exercise__blank">{ fill(answer.into()) }</span>{ " " }{ output.unit.label(session.locale) }</dd>
        </div>
    }
}
