//! The form that creates or edits a lesson.

use abacus_class::own::Optional;
use abacus_core::calculator::field::Field;
use yew::prelude::*;

use crate::class::own::draft::{Draft, NoMove, max_length};
use crate::class::own::view::Message;
use crate::class::own::{EditorMode, words};
use crate::shell::event::{chosen, typed};
use crate::shell::field_errors::field_error;
use crate::shell::session::Session;
use crate::shell::unit::unit;

/// Why the kept lesson is not stored, and the result of other attempts to save it.
pub(super) struct Unstored<'a> {
    pub(super) problem: &'static str,
    pub(super) note: &'a str,
}

/// `what` says which figures the lesson is about.
pub(super) fn form(
    node: &NodeRef,
    session: &Session,
    draft: &Draft,
    mode: &EditorMode,
    what: String,
    unstored: Option<Unstored<'_>>,
    act: &Callback<Message>,
) -> Html {
    let on_title = act.reform(|event: InputEvent| Message::Title(typed(&event)));
    let on_question = act.reform(|event: InputEvent| Message::Question(typed(&event)));
    let on_lines = act.reform(|event: InputEvent| Message::Lines(typed(&event)));
    let onsubmit = act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Message::Keep
    });
    let is_wrong = |text: &str| (draft.is_refused && text.trim().is_empty()).then_some("true");
    let boxed = |text| if is_wrong(text).is_some() { "field__box own__box--wrong" } else { "field__box" };
    let lacks = || match (draft.has_words(), draft.fits()) {
        (false, _) => words::INCOMPLETE,
        (true, false) => words::TOO_MANY_LINES,
        (true, true) => words::WRONG_MOVE,
    };
    let too_long = !draft.fits();
    let refused = draft.is_refused.then(|| session.text(lacks()));
    let problem = refused.or(unstored.as_ref().map(|unstored| unstored.problem));
    let (title, lead) = match mode {
        EditorMode::New(_) => (words::MAKE, words::MAKE_HOW),
        EditorMode::Change(_) => (words::CHANGE_IT, words::MAKE_HOW),
        EditorMode::Linked(_) => (words::KEEP_IT, words::KEEP_HOW),
    };
    html! {
        <article class="own">
            <h1>{ session.text(title) }</h1>
            <p class="lead">{ session.text(lead) }</p>
            <p class="own__what" translate="no">{ what }</p>
            { draft.problems(session.locale) }
            <form class="own__form" ref={node} novalidate=true {onsubmit}>
                <label class="field__label" for="own-title">{ session.text(words::TITLE) }</label>
                <div class={boxed(&draft.title)}>
                    <input class="field__input own__text" id="own-title" type="text" maxlength={max_length()} autocomplete="off"
                        value={draft.title.clone()} oninput={on_title} aria-invalid={is_wrong(&draft.title)}
                        aria-describedby="own-refused" />
                </div>
                <label class="field__label" for="own-question">{ session.text(words::QUESTION) }</label>
                <div class={boxed(&draft.question)}>
                    <input class="field__input own__text" id="own-question" type="text" maxlength={max_length()} autocomplete="off"
                        value={draft.question.clone()} oninput={on_question} aria-invalid={is_wrong(&draft.question)}
                        aria-describedby="own-refused" />
                </div>
                { steps(session, draft, act) }
                <label class="field__label" for="own-lines">{ session.text(words::LINES) }</label>
                <div class={if too_long { "field__box own__box--wrong" } else { "field__box" }}>
                    <textarea class="field__input own__text" id="own-lines" rows="3" value={draft.lines.clone()} oninput={on_lines}
                        aria-invalid={too_long.then_some("true")} aria-describedby="own-lines-error" />
                </div>
                <p class="field__error" id="own-lines-error" role="status" translate="no">{ too_long.then(|| session.text(words::TOO_MANY_LINES)) }</p>
                <p class="field__error" id="own-refused" role="alert" translate="no">{ problem }</p>
                <p class="own__note" role="status" translate="no">{ draft.is_twice.then(|| session.text(words::TWICE)) }</p>
                if let Some((unstored, id)) = unstored.zip(draft.id()) {
                    { elsewhere(session, id, unstored.note, act) }
                }
                <p class="own__end">
                    <button class="button button--primary">{ session.text(words::KEEP) }</button>
                    if draft.is_twice {
                        <a class="button" href="#">{ session.text(words::SEE_ALL) }</a>
                    } else if matches!(mode, EditorMode::Linked(_)) {
                        <a class="button" href="#">{ session.text(words::KEEP_NOT) }</a>
                    }
                </p>
            </form>
        </article>
    }
}

/// The ways to save a lesson that cannot be stored here.
fn elsewhere(session: &Session, id: &str, note: &str, act: &Callback<Message>) -> Html {
    let button = |label, message: fn(String) -> Message| {
        let id = id.to_owned();
        let onclick = act.reform(move |_: MouseEvent| message(id.clone()));
        html! { <button type="button" class="button" {onclick}>{ session.text(label) }</button> }
    };
    html! {
        <>
            <p class="own__end">{ button(words::COPY_LINK, Message::Link) }{ button(words::SAVE_FILE, Message::File) }</p>
            <p class="own__note" role="status" translate="no">{ note }</p>
        </>
    }
}

fn steps(session: &Session, draft: &Draft, act: &Callback<Message>) -> Html {
    let step = |step: Optional| {
        let onchange = act.reform(move |_: Event| Message::Toggle(step));
        html! {
            <label class="choice" key={step.code()}>
                <input type="checkbox" name="steps" value={step.code()} checked={draft.has(step)} {onchange} />
                { session.text(step.label()) }
            </label>
        }
    };
    html! {
        <fieldset class="own__steps">
            <legend class="field__label">{ session.text(words::STEPS) }</legend>
            <p class="field__hint">{ session.text(words::ALWAYS) }</p>
            { step(Optional::Working) }
            { moving(session, draft, act) }
            { step(Optional::Table) }
            { step(Optional::Phones) }
        </fieldset>
    }
}

/// The input that is moved, and its final value.
fn moving(session: &Session, draft: &Draft, act: &Callback<Message>) -> Html {
    let moved = draft.moves.as_ref().map(|(field, _)| field.key);
    let on_input = act.reform(|event: Event| Message::Move(chosen(&event)));
    let to = draft.moves.as_ref().map(|(field, end)| {
        let error = draft.move_problem(session.style.currency).map(|error| match error {
            NoMove::Field(error) => field_error(&Field { label: draft.label(field), ..**field }, error, session.locale),
            NoMove::Same => session.text(words::SAME).to_owned(),
        });
        let now = draft.inputs.get(field.key).map(|now| words::now(&field.quote(now), session.locale));
        let is_wrong = error.is_some();
        html! {
            <>
                <label class="field__label" for="own-to">{ session.text(words::MOVE_TO) }</label>
                <div class={classes!("field", "own__to", is_wrong.then_some("field--wrong"))}>
                    <div class="field__box">
                        <input class="field__input" id="own-to" type="text" inputmode="decimal" autocomplete="off" value={end.clone()}
                            oninput={act.reform(|event: InputEvent| Message::MoveTo(typed(&event)))}
                            onblur={act.reform(|_: FocusEvent| Message::MoveLeft)}
                            aria-invalid={is_wrong.then_some("true")} aria-describedby="own-to-unit own-to-note" />
                        <span class="field__unit" id="own-to-unit">{ unit(field, &session.style) }</span>
                    </div>
                    <p class={if is_wrong { "field__error" } else { "field__hint" }} id="own-to-note" role="status" translate="no">
                        { error.or(now) }
                    </p>
                </div>
            </>
        }
    });
    html! {
        <div class="own__move">
            <label class="field__label" for="own-move">{ session.text(words::MOVE) }</label>
            <select class="own__select" id="own-move" onchange={on_input}>
                <option value="" selected={moved.is_none()}>{ session.text(words::NO_MOVE) }</option>
                { for draft.fields().map(|field| html! {
                    <option key={field.key} value={field.key} selected={moved == Some(field.key)}>{ session.text(draft.label(field)) }</option>
                }) }
            </select>
            if let Some(to) = to {
                { to }
            }
        </div>
    }
}
