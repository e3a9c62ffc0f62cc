//! Shown instead of a lesson: why it is missing, and where to go from here.

use yew::prelude::*;

use crate::class::own::LessonError;
use crate::class::words;
use crate::shell::session::Session;
use crate::shell::words::store_error;

pub(super) fn absent(session: &Session, why: &LessonError) -> Html {
    let (said, reason) = match why {
        LessonError::Unknown => (words::NO_LESSON, None),
        LessonError::UnknownCalculator => (words::NO_CALCULATOR, None),
        LessonError::Unreadable(why) => (words::UNREADABLE, Some(why.message(session.locale))),
        LessonError::Store(error) => (words::UNREADABLE, Some(session.text(store_error(*error)).to_owned())),
    };
    html! {
        <div class="absent">
            <h1>{ session.text(said) }</h1>
            if let Some(reason) = reason { <p translate="no">{ reason }{ " " }{ session.text(words::LEFT_ALONE) }</p> }
            <p><a class="button" href="#">{ session.text(words::TO_LIST) }</a></p>
        </div>
    }
}
