//! The rendering of each kind of step. What is not revealed yet is not in the document at all, so it can neither be
//! read aloud nor be found.

use std::ops::Range;

use abacus_class::{Command, Item, Kind, Words};
use abacus_core::Decimal;
use abacus_core::calculator::field::Field;
use yew::prelude::*;

use crate::calculator::form::FormAction;
use crate::calculator::lesson_view::{CalculatorCase, qr_code};
use crate::class::stage::scene::Scene;
use crate::class::stage::{guesses, table, words};
use crate::class::words as class_words;
use crate::shell::event::control_value;

/// The step, and the name of its kind in the style sheet.
pub(super) fn body(scene: &Scene<'_>) -> (&'static str, Html) {
    let needs_calculator = !scene.step.words.is_empty();
    match &scene.step.kind {
        Kind::Say { lines, .. } => ("say", html! { <>{ scene.head() }{ said(scene, lines) }</> }),
        Kind::SumUp { lines } => ("sum", html! { <>{ scene.head() }{ said(scene, lines) }</> }),
        Kind::Ask { .. } => ("ask", html! { <>{ scene.head() }{ for guesses::line(scene, None) }</> }),
        Kind::Reveal { line } => ("reveal", reveal(scene, line, needs_calculator)),
        Kind::Result { result } => ("result", result_of(scene, result)),
        Kind::Move { input, result, .. } => ("move", moved(scene, input, result)),
        Kind::HideTable { cells } => ("table", html! { <>{ scene.head() }{ table::hidden(scene, cells) }</> }),
        Kind::Hunt { cells } => ("table", html! { <>{ scene.head() }{ table::hunted(scene, cells) }</> }),
        Kind::Vote { options, right } => ("vote", vote(scene, options, *right)),
        Kind::Clock { every } => ("clock", html! { <>{ scene.head() }{ clock(scene, *every) }</> }),
        Kind::Tally { rows, columns, every } => ("tally", tally(scene, rows, columns, *every)),
        Kind::Sort { items, boxes } => ("sort", sorted(scene, items, boxes)),
        Kind::Deal { part } => ("deal", {
            let deal = match scene.deal.table() {
                Some(room) => (room.part)(*part, scene.run.shown, scene.session.locale),
                None => scene.deal.placeholder("deal", scene.session.locale, scene.retry),
            };
            html! { <>{ scene.head() }{ deal }</> }
        }),
        Kind::Qr => ("qr", html! { <>{ scene.head() }{ code(scene) }</> }),
    }
}

/// The lines revealed so far.
fn said(scene: &Scene<'_>, lines: &[Words]) -> Html {
    let shown = lines.iter().take(scene.run.shown);
    html! { <ol class="stage__lines">{ for shown.map(|line| scene.say("li", "stage__line", line)) }</ol> }
}

/// One line of the working: the figures, then the result.
fn reveal(scene: &Scene<'_>, key: &str, has_head: bool) -> Html {
    let Some((case, line)) = scene.case.as_ref().and_then(|case| Some((case, case.line(key)?))) else {
        return scene.head();
    };
    let is_long = CalculatorCase::is_long(&line);
    html! {
        <>
            if has_head { { scene.head() } } else { <h1 class="stage__words">{ scene.text(line.output.label) }</h1> }
            <div class={if is_long { "stage__names stage__names--long working" } else { "stage__names working" }}>
                if has_head { <span>{ scene.text(line.output.label) }</span> }
                { case.in_words(&line) }
            </div>
            <div class={if is_long { "stage__figures stage__figures--long working" } else { "stage__figures working" }} translate="no">
                { case.in_figures(&line) }
                if scene.run.shown > 0 { { case.outcome(&line) } }
            </div>
        </>
    }
}

fn result_of(scene: &Scene<'_>, key: &str) -> Html {
    let Some(evaluation) = scene.result(key) else { return scene.head() };
    let figure = scene.figure(&evaluation);
    let class = if evaluation.value.is_err() || figure.chars().count() > 12 {
        "stage__result stage__result--long"
    } else {
        "stage__result"
    };
    html! {
        <>
            { scene.head() }
            <p {class} translate="no">
                { figure }
                <span class="stage__unit">{ " " }{ evaluation.output.unit.label(scene.session.locale) }</span>
            </p>
            if let Some(line) = evaluation.value.ok().and_then(|value| guesses::line(scene, Some(value))) {
                { line }
            }
        </>
    }
}

/// The input on its slider, the result, and the curve with both.
fn moved(scene: &Scene<'_>, input: &str, follows: &str) -> Html {
    let Some(case) = &scene.case else { return scene.head() };
    let Some((field, result)) = case.calculator.spec().field(input).zip(scene.result(follows)) else {
        return scene.head();
    };
    let chosen = scene.run.chosen(scene.class).unwrap_or(field);
    let plan = scene.class.curve(scene.run.step);
    let act = chart_action(scene.act, case);
    let figure = scene.figure(&result);
    let is_long = result.value.is_err() || figure.chars().count() > 9;
    html! {
        <>
            { scene.head() }
            <div class="stage__move">
                <div class="stage__hand">
                    { slider(scene, case, field) }
                    if chosen != field { { slider(scene, case, chosen) } }
                    <p class="stage__label">{ scene.text(result.output.label) }</p>
                    <p class={if is_long { "stage__follows stage__follows--long" } else { "stage__follows" }} translate="no">
                        { figure }
                        <span class="stage__unit">{ " " }{ result.output.unit.label(scene.session.locale) }</span>
                    </p>
                </div>
                <div class="stage__curve">
                    { for plan.map(|plan| case.curve(plan, &act)) }
                </div>
            </div>
        </>
    }
}

/// Choosing a point of the curve, or dragging to one, sets its values.
fn chart_action(act: &Callback<Command>, case: &CalculatorCase) -> Callback<FormAction> {
    let (act, inputs) = (act.clone(), case.inputs.clone());
    Callback::from(move |action| {
        let FormAction::Set(values) = action else { return };
        for (key, value) in values.into_iter().filter(|(key, value)| inputs.get(key) != Some(*value)) {
            act.emit(Command::Choose(key.to_owned()));
            act.emit(Command::Set(value));
        }
    })
}

fn slider(scene: &Scene<'_>, case: &CalculatorCase, field: &'static Field) -> Html {
    let value = case.inputs.get(field.key).unwrap_or(field.default);
    let label = scene.text(case.calculator.spec().label(field, &case.inputs));
    let act = scene.act.clone();
    let oninput = move |event: InputEvent| {
        if let Ok(value) = control_value(&event).parse::<Decimal>() {
            act.emit(Command::Choose(field.key.to_owned()));
            act.emit(Command::Set(value));
        }
    };
    let range = scene.class.slider(scene.run.step, field);
    html! {
        <>
            <p class="stage__label">{ label }</p>
            <p class="stage__value" translate="no">
                { field.quote(value) }<span class="stage__unit">{ " " }{ field.unit.label(scene.session.locale) }</span>
            </p>
            // The keys of the stage move it, so it needs no tab stop.
            <input class="stage__slider" type="range" tabindex="-1" min={range.low.to_string()} max={range.high.to_string()}
                step="any" value={value.to_string()} aria-label={label} aria-valuetext={field.quote(value)} {oninput} />
        </>
    }
}

fn vote(scene: &Scene<'_>, options: &[Words], right: Option<usize>) -> Html {
    let option = |(place, words): (usize, &Words)| {
        let text = scene.fill(words);
        let hands = scene.run.count(scene.run.step, place);
        let is_right = scene.run.shown > 0 && right == Some(place);
        let class = if is_right { "vote__option vote__option--right" } else { "vote__option" };
        let content = html! {
            <>
                    <span class="vote__number">{ place.saturating_add(1) }</span>
                    <span class="vote__words">{ text }</span>
                    if is_right { <span class="vote__right">{ "✓ " }{ scene.text(words::RIGHT) }</span> }
                    if hands > 0 { <span class="vote__hands">{ words::hands(hands, scene.session.locale) }</span> }
            </>
        };
        html! { <li key={place}>{ scene.button(class, None, Command::Mark(place), content) }</li> }
    };
    html! {
        <>
            { scene.head() }
            <ol class="vote" translate="no">{ for options.iter().enumerate().map(option) }</ol>
        </>
    }
}

/// The remaining time, and a bead for each tick.
fn clock(scene: &Scene<'_>, every: u32) -> Html {
    let ticks = usize::try_from(scene.run.ticks(scene.step, every, scene.now)).unwrap_or_default();
    let all = usize::try_from(scene.step.seconds.checked_div(every).unwrap_or_default()).unwrap_or_default();
    html! {
        <>
            <p class="stage__clock" role="timer" aria-label={scene.text(words::TIME)} translate="no">{ scene.remaining() }</p>
            if all > 1 {
                <p class="ticks" aria-hidden="true">
                    { for (0..all).map(|tick| html! {
                        <span key={tick} class={if tick < ticks { "ticks__tick ticks__tick--passed" } else { "ticks__tick" }} />
                    }) }
                </p>
            }
        </>
    }
}

/// First the counts, then the shares: of each row in the total, and of each cell in its row, next to those of the
/// previous round.
fn tally(scene: &Scene<'_>, rows: &[Words], columns: &[Words], every: u32) -> Html {
    let (run, wide) = (scene.run, columns.len());
    let row_of = |row: usize| row.saturating_mul(wide)..row.saturating_add(1).saturating_mul(wide);
    let before = scene.class.lesson.tally_before(run.step);
    let shares = |places: Range<usize>, among: Range<usize>| {
        let of = |step| run.percent(step, places.clone(), among.clone());
        let now = (run.shown > 0).then(|| of(run.step).map_or_else(|| "–".to_owned(), |share| format!("{share}%")))?;
        let earlier = before.and_then(of).map(|share| words::round_before(share, scene.session.locale));
        Some(html! {
            <>
                <span class="tally__share">{ now }</span>
                if let Some(earlier) = earlier { <span class="tally__before">{ earlier }</span> }
            </>
        })
    };
    let cell = |row: usize, column: usize| {
        let place = row_of(row).start.saturating_add(column);
        let marks = run.count(run.step, place);
        let name = |words: Option<&Words>| words.map(|words| scene.fill(words)).unwrap_or_default();
        let of = words::cell(&name(rows.get(row)), &name(columns.get(column)));
        html! {
            <td key={column}>
                { scene.button("tally__cell", None, Command::Mark(place), html! {
                    <>
                        <span class="visually-hidden">{ of }</span>
                        <span class="tally__number">{ place.saturating_add(1) }</span>
                        { marks }
                        if let Some(shares) = shares(place..place.saturating_add(1), row_of(row)) {
                            { shares }
                        }
                    </>
                }) }
            </td>
        }
    };
    html! {
        <>
            { scene.head() }
            { clock(scene, every) }
            <table class="tally" translate="no">
                <thead>
                    <tr><td></td>{ for columns.iter().map(|words| scene.say("th", "tally__head", words)) }</tr>
                </thead>
                <tbody>
                    { for rows.iter().enumerate().map(|(row, words)| html! {
                        <tr key={row}>
                            <th class="tally__head">
                                { scene.fill(words) }
                                { for shares(row_of(row), 0..scene.step.places()) }
                            </th>
                            { for (0..wide).map(|column| cell(row, column)) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </>
    }
}

/// The current item, and the boxes with the sorted ones.
fn sorted(scene: &Scene<'_>, items: &[Item], boxes: &[Words]) -> Html {
    let asked = items.get(scene.run.shown);
    let placed = items.get(..scene.run.shown).unwrap_or(items);
    // With many boxes, there is space for numbers only.
    let is_narrow = boxes.len() > 4;
    let into = |place: usize| {
        placed.iter().enumerate().filter(move |(_, item)| item.goes == place).map(|(at, item)| {
            let number = words::number(at.saturating_add(1));
            let is_last = at.saturating_add(1) == placed.len();
            html! {
                <li key={at} class={if is_last { "sort__item sort__item--last" } else { "sort__item" }}>
                    { if is_narrow { number } else { scene.fill(&item.words) } }
                </li>
            }
        })
    };
    let class = format!("sort__boxes sort__boxes--{}", boxes.len().min(9));
    html! {
        <>
            { scene.head() }
            <p class="sort__asked" translate="no">
                { match (asked, placed.last().filter(|_| is_narrow)) {
                    (Some(item), _) => words::asked(scene.run.shown.saturating_add(1), &scene.fill(&item.words)),
                    (None, Some(last)) => scene.fill(&last.words),
                    (None, None) => String::new(),
                } }
            </p>
            <div {class}>
                { for boxes.iter().enumerate().map(|(place, words)| html! {
                    <section class="sort__box" key={place}>
                        { scene.say("h2", "sort__name", words) }
                        <ol class="sort__items" translate="no">{ for into(place) }</ol>
                    </section>
                }) }
            </div>
        </>
    }
}

/// The link to the calculator with the values of the step, its results covered until guessed.
pub(super) fn code(scene: &Scene<'_>) -> Html {
    let link = scene.link();
    let code = link.as_ref().and_then(|link| qr_code(link, scene.session.locale));
    html! {
        <div class="stage__code">
            if let Some((link, code)) = link.clone().zip(code) {
                { code }
                <p class="stage__link" translate="no">{ link }</p>
            } else {
                <p class="stage__link">{ scene.text(class_words::NO_LINK) }</p>
            }
        </div>
    }
}
