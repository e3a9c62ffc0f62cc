//! The presenter's window: what is on the stage, what comes next, what to say, common guesses, and the time.

use abacus_class::paper::{self, Answer};
use abacus_class::{Command, Kind, Screen, Step, WrongGuess};
use yew::prelude::*;

use crate::class::stage::foot::keep_to_buttons;
use crate::class::stage::guesses;
use crate::class::stage::panels::title;
use crate::class::stage::scene::Scene;
use crate::class::stage::words;

/// `is_silent` if the stage does not answer.
pub(super) fn presenter(scene: &Scene<'_>, is_silent: bool) -> Html {
    let (run, locale) = (scene.run, scene.session.locale);
    let left = scene.step.stops().saturating_sub(run.shown);
    let lesson = scene.class.lesson;
    html! {
        <main class="presenter" id="content" tabindex="-1">
            <header class="presenter__head">
                <h1 class="presenter__title">{ lesson.title.get(locale) }</h1>
                <p class="presenter__time" translate="no">
                    { scene.place() }{ " · " }{ words::of_minutes(scene.minutes(), lesson.minutes(), locale) }{ " · " }
                    { words::planned(scene.step.seconds, locale) }
                    if run.clock.is_some() { { " · " }{ scene.remaining() } }
                </p>
                <p class="presenter__state" role="status" translate="no">{ state(scene, is_silent) }</p>
            </header>
            <section class="presenter__now" aria-labelledby="presenter-now">
                <h2 class="presenter__label" id="presenter-now">{ scene.text(words::NOW) }</h2>
                { scene.say("p", "presenter__words", &scene.step.words) }
                { lines(scene) }
                { answers(scene) }
                if let Some(figures) = figures(scene) {
                    { figures }
                }
                if matches!(scene.step.kind, Kind::Ask { .. } | Kind::Result { .. }) { { for guesses::line(scene, None) } }
            </section>
            <section class="presenter__notes" aria-labelledby="presenter-notes">
                <h2 class="presenter__label" id="presenter-notes">{ scene.text(words::SAY) }</h2>
                { scene.say("p", "presenter__say", &scene.step.notes) }
                { wrong(scene) }
            </section>
            <section class="presenter__next" aria-labelledby="presenter-next">
                <h2 class="presenter__label" id="presenter-next">{ scene.text(words::THEN) }</h2>
                <p translate="no">
                    { match left {
                        0 => scene.ahead().unwrap_or_else(|| scene.text(words::END).to_owned()),
                        left => words::more(left, locale),
                    } }
                </p>
            </section>
            <footer class="presenter__foot" onkeydown={keep_to_buttons}>
                { scene.button("presenter__back", None, Command::Back, scene.text(words::BACK).into()) }
                { scene.button("presenter__go", None, Command::Next, scene.text(words::NEXT).into()) }
            </footer>
        </main>
    }
}

/// The figures of the step, for the trainer only: the result, and the input that moves.
fn figures(scene: &Scene<'_>) -> Option<Html> {
    let result = scene.result(scene.class.output(scene.run.step)?.key)?;
    let moved = match &scene.step.kind {
        Kind::Move { input, .. } => scene.case.as_ref().and_then(|case| {
            let spec = case.calculator.spec();
            let field = spec.field(input)?;
            Some(format!("{} {} → ", scene.text(spec.label(field, &case.inputs)), field.quote(case.inputs.get(input)?)))
        }),
        _ => None,
    };
    let (output, locale) = (result.output, scene.session.locale);
    Some(html! {
        <p class="presenter__figure" translate="no">
            { for moved }{ scene.text(output.label) }{ " " }<strong>{ scene.figure(&result) }</strong>
            { " " }{ output.unit.label(locale) }
        </p>
    })
}

/// What is on the stage besides the step.
fn state(scene: &Scene<'_>, is_silent: bool) -> Option<String> {
    let run = scene.run;
    let said = |text| Some(scene.text(text).to_owned());
    match (is_silent, run.screen, run.panel) {
        (true, ..) => said(words::SILENT),
        (_, Screen::Black, _) => said(words::IS_BLACK),
        (_, Screen::White, _) => said(words::IS_WHITE),
        (.., Some(panel)) => {
            Some(words::open_panel(scene.text(title(panel, scene.step)), &run.typed, scene.session.locale))
        }
        (.., None) => None,
    }
}

/// The lines of a step: those on the stage, and those to come.
fn lines(scene: &Scene<'_>) -> Html {
    let (Kind::Say { lines, .. } | Kind::SumUp { lines }) = &scene.step.kind else { return Html::default() };
    html! {
        <ol class="presenter__lines" translate="no">
            { for lines.iter().enumerate().map(|(place, line)| html! {
                <li key={place} class={if place < scene.run.shown { "presenter__shown" } else { "presenter__hidden" }}>
                    { scene.fill(line) }
                </li>
            }) }
        </ol>
    }
}

/// The answers the class has to find: those on the stage, and those to come.
fn answers(scene: &Scene<'_>) -> Html {
    let answers = paper::answers(scene.class, scene.run, &scene.session.style);
    if answers.is_empty() {
        return Html::default();
    }
    html! {
        <ol class="presenter__lines" translate="no">
            { for answers.into_iter().enumerate().map(|(place, Answer { name, answer, is_shown })| html! {
                <li key={place} class={if is_shown { "presenter__shown" } else { "presenter__hidden" }}>
                    { name }
                    if !answer.is_empty() { { " " }<strong>{ answer }</strong> }
                </li>
            }) }
        </ol>
    }
}

/// Common guesses, and the reasons for them. They are from our own experience, and labelled as such.
fn wrong(scene: &Scene<'_>) -> Html {
    let asked = scene.class.lesson.asked(scene.run.step).filter(|asked| *asked == scene.run.step);
    let known = asked.and_then(|asked| Some((scene.class.step(asked)?, scene.class.output(asked)?)));
    let Some((Step { kind: Kind::Ask { wrong, .. }, .. }, output)) = known else { return Html::default() };
    if wrong.is_empty() {
        return Html::default();
    }
    let line = |WrongGuess { from, to, why }: &WrongGuess| {
        let range = words::range(&scene.guess(output, *from), &scene.guess(output, *to));
        html! { <li key={range.clone()}><strong>{ range }</strong>{ " " }{ scene.fill(why) }</li> }
    };
    html! {
        <>
            <h3 class="presenter__label">{ scene.text(words::COMMON_GUESSES) }</h3>
            <ul class="presenter__wrong" translate="no">{ for wrong.iter().map(line) }</ul>
        </>
    }
}
