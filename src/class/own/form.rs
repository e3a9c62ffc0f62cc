//! The form that makes a lesson.

use yew::prelude::*;

use crate::class::own::view::{Draft, Message};
use crate::class::own::words;
use crate::shell::event::typed;
use crate::shell::session::Session;

/// `what` says which figures the lesson is about, `problem` why it could not be stored.
pub(super) fn form(
    session: &Session,
    draft: &Draft,
    what: String,
    problem: Option<&'static str>,
    act: &Callback<Message>,
) -> Html {
    let on_title = act.reform(|event: InputEvent| Message::Title(typed(&event)));
    let on_question = act.reform(|event: InputEvent| Message::Question(typed(&event)));
    let on_lines = act.reform(|event: InputEvent| Message::Lines(typed(&event)));
    let onsubmit = act.reform(|event: SubmitEvent| {
        event.prevent_default();
        Message::Keep
    });
    let most = abacus_class::own::MOST_CHARACTERS.to_string();
    let is_wrong = |text: &str| (draft.is_refused && text.trim().is_empty()).then_some("true");
    html! {
        <article class="own">
            <h1>{ session.say(words::MAKE) }</h1>
            <p class="lead">{ session.say(words::MAKE_HOW) }</p>
            <p class="own__what" translate="no">{ what }</p>
            <form class="own__form" novalidate=true {onsubmit}>
                <label class="field__label" for="own-title">{ session.say(words::TITLE) }</label>
                <div class="field__box">
                    <input class="field__input own__text" id="own-title" type="text" maxlength={most.clone()} autocomplete="off"
                        value={draft.title.clone()} oninput={on_title} aria-invalid={is_wrong(&draft.title)}
                        aria-describedby="own-refused" />
                </div>
                <label class="field__label" for="own-question">{ session.say(words::QUESTION) }</label>
                <div class="field__box">
                    <input class="field__input own__text" id="own-question" type="text" maxlength={most} autocomplete="off"
                        value={draft.question.clone()} oninput={on_question} aria-invalid={is_wrong(&draft.question)}
                        aria-describedby="own-refused" />
                </div>
                <label class="field__label" for="own-lines">{ session.say(words::LINES) }</label>
                <div class="field__box">
                    <textarea class="field__input own__text" id="own-lines" rows="3" value={draft.lines.clone()} oninput={on_lines} />
                </div>
                <p class="field__error" id="own-refused" role="alert" translate="no">
                    { draft.is_refused.then(|| session.say(words::INCOMPLETE)).or(problem) }
                </p>
                <button class="button button--primary">{ session.say(words::KEEP) }</button>
            </form>
        </article>
    }
}
