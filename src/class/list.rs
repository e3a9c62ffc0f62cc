//! The list of lessons.

use abacus_class::Lesson;
use abacus_class::lessons::LESSONS;
use abacus_core::page::CLASS_TITLE;
use yew::prelude::*;

use crate::class::words;
use crate::shell::session::PageSession;

pub(super) fn list(session: &PageSession) -> Html {
    html! {
        <article class="class">
            <header>
                <h1>{ session.say(CLASS_TITLE) }</h1>
                <p class="lead">{ session.say(words::LEAD) }</p>
            </header>
            <ol class="lessons">{ for LESSONS.iter().map(|lesson| item(session, lesson)) }</ol>
        </article>
    }
}

fn item(session: &PageSession, lesson: &Lesson) -> Html {
    let locale = session.locale;
    let title = lesson.title.get(locale);
    html! {
        <li class="lessons__item" key={lesson.id.to_string()}>
            <h2 class="lessons__title">{ title }</h2>
            <p class="lessons__about">{ lesson.about.get(locale) }</p>
            <p class="lessons__minutes">{ words::minutes(lesson.minutes(), locale) }</p>
            <div class="lessons__actions">
                // Without a step it begins anew; with one it goes on where it was.
                <a class="button button--primary" href={format!("#{}", lesson.id)} aria-label={words::start(title, locale)}>
                    { session.say(words::START) }
                </a>
            </div>
        </li>
    }
}
