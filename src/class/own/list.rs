//! The user's own lessons, and the actions for each.

use std::rc::Rc;

use abacus_class::own::{OwnLesson, lesson};
use yew::prelude::*;

use crate::class::calculators::Calculators;
use crate::class::list::{OnPrint, sheets};
use crate::class::own::view::Message;
use crate::class::own::words;
use crate::class::route::Route;
use crate::class::words as class_words;
use crate::shell::session::Session;

pub(super) fn item(
    session: &Session,
    own: &Rc<OwnLesson>,
    calculators: &Calculators,
    on_print: &OnPrint,
    act: &Callback<Message>,
) -> Html {
    let (locale, title) = (session.locale, own.title.as_str());
    let button = |label, message: fn(String) -> Message| {
        let id = own.id.clone();
        let onclick = act.reform(move |_: MouseEvent| message(id.clone()));
        html! {
            <button type="button" class="button" aria-label={words::of(label, title, locale)} {onclick}>{ session.text(label) }</button>
        }
    };
    // Its steps, and therefore its sheets, depend on its calculator.
    let printed = calculators.find(own.calculator.id).map(|calculator| {
        let own = own.clone();
        let on_print = on_print.clone();
        html! {
            <details class="lessons__print">
                <summary class="button" aria-label={class_words::print(title, locale)}>{ session.text(class_words::PRINT) }</summary>
                { sheets(session.locale, &on_print, move || vec![Rc::new(lesson(&own, calculator))]) }
            </details>
        }
    });
    let retry = act.reform(|_: MouseEvent| Message::Retry);
    let missing = calculators.missing(own.calculator.id).map(|found| found.placeholder("sheets", locale, &retry));
    html! {
        <li class="lessons__item" key={own.id.clone()} translate="no">
            <h3 class="lessons__title">{ title }</h3>
            <p class="lessons__about">{ &own.question }</p>
            <p class="lessons__minutes">{ session.text(own.calculator.title) }</p>
            <div class="lessons__actions">
                <a class="button button--primary" href={format!("#own={}", own.id)} aria-label={class_words::start(title, locale)}>
                    { session.text(class_words::START) }
                </a>
                if let Some(printed) = printed {
                    { printed }
                }
                if let Some(missing) = missing {
                    { missing }
                }
                <a class="button" href={Route::change(&own.id)} aria-label={words::of(words::CHANGE, title, locale)}>
                    { session.text(words::CHANGE) }
                </a>
                { button(words::COPY_LINK, Message::Link) }
                { button(words::SAVE_FILE, Message::File) }
                { button(words::DELETE, Message::Delete) }
            </div>
        </li>
    }
}
