//! The list of lessons, and the actions for each.

use std::rc::Rc;

use abacus_class::Lesson;
use abacus_class::lessons::LESSONS;
use abacus_class::paper::Sheet;
use abacus_core::page::CLASS_TITLE;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::class::paper::name;
use crate::class::words;
use crate::shell::session::PageSession;

/// Requests printing a sheet of these lessons.
pub(super) type OnPrint = Callback<(Sheet, Vec<Rc<Lesson>>)>;

/// `own` are the user's own lessons, `paper` the sheets being printed.
pub(super) fn list(session: &PageSession, on_print: &OnPrint, own: Html, paper: Option<Html>) -> Html {
    let all = || LESSONS.iter().map(|lesson| Rc::new(Lesson::clone(lesson))).collect();
    html! {
        <article class={if paper.is_some() { "class class--on-paper" } else { "class" }}>
            <header class="class__head">
                <h1>{ session.text(CLASS_TITLE) }</h1>
                <p class="lead">{ session.text(words::LEAD) }</p>
            </header>
            <ol class="lessons">{ for LESSONS.iter().map(|lesson| item(session, lesson, on_print)) }</ol>
            <section class="class__all" aria-labelledby="all-lessons">
                <h2 class="section-title" id="all-lessons">{ session.text(words::ALL_LESSONS) }</h2>
                { sheets(session.locale, on_print, all) }
            </section>
            { own }
            if let Some(paper) = paper {
                { paper }
            }
        </article>
    }
}

fn item(session: &PageSession, lesson: &'static Lesson, on_print: &OnPrint) -> Html {
    let locale = session.locale;
    let title = lesson.title.get(locale);
    let this = move || vec![Rc::new(lesson.clone())];
    html! {
        <li class="lessons__item" key={lesson.id.to_string()}>
            <h2 class="lessons__title">{ title }</h2>
            <p class="lessons__about">{ lesson.about.get(locale) }</p>
            <p class="lessons__minutes">{ words::minutes(lesson.minutes(), locale) }</p>
            <div class="lessons__actions">
                // Without a step the lesson starts from the beginning; with one it continues where it was.
                <a class="button button--primary" href={format!("#{}", lesson.id)} aria-label={words::start(title, locale)}>
                    { session.text(words::START) }
                </a>
                <details class="lessons__print">
                    <summary class="button" aria-label={words::print(title, locale)}>{ session.text(words::PRINT) }</summary>
                    { sheets(locale, on_print, this) }
                </details>
            </div>
        </li>
    }
}

/// The buttons for the three sheets of some lessons.
pub(super) fn sheets(locale: Locale, on_print: &OnPrint, of: impl Fn() -> Vec<Rc<Lesson>> + Clone + 'static) -> Html {
    let button = |sheet: Sheet| {
        let of = of.clone();
        let onclick = on_print.reform(move |_: MouseEvent| (sheet, of()));
        html! { <button type="button" class="button" {onclick}>{ name(sheet).get(locale) }</button> }
    };
    html! { <div class="lessons__sheets">{ for Sheet::ALL.map(button) }</div> }
}
