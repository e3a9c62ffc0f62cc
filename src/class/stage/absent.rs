//! Shown instead of the stage.

use yew::prelude::*;

use crate::class::absent::absent as reasons;
use crate::class::own::LessonError;
use crate::class::stage::words;
use crate::shell::session::Session;

pub(super) enum Missing {
    Lesson(LessonError),
    /// It depends on a calculator that is loading, or failed to load.
    Calculator(&'static str),
}

pub(super) fn absent(session: &Session, why: &LessonError) -> Html {
    html! { <main class="content" id="content" tabindex="-1">{ reasons(session, why) }</main> }
}

/// The presenter's window before its stage has answered.
pub(super) fn waiting(session: &Session) -> Html {
    html! {
        <main class="content" id="content" tabindex="-1"><h1>{ session.text(words::NO_STAGE) }</h1></main>
    }
}
