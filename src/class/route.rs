//! What the fragment of the address asks for.

/// Before the channel of a stage, in the address of its presenter's window.
const PRESENTER: &str = "presenter=";

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// The list of lessons.
    List,
    /// The stage: a lesson and perhaps a step.
    Stage,
    /// The presenter's window of the stage that speaks on this channel.
    Presenter(String),
}

impl Route {
    pub(super) fn of(fragment: &str) -> Self {
        match fragment.strip_prefix(PRESENTER) {
            Some(channel) => Self::Presenter(channel.to_owned()),
            None if fragment.is_empty() => Self::List,
            None => Self::Stage,
        }
    }

    /// The fragment of the presenter's window for a channel.
    pub(super) fn presenter(channel: &str) -> String {
        format!("{PRESENTER}{channel}")
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn a_fragment_is_a_list_a_lesson_or_a_presenter() {
        assert_eq!(Route::of(""), Route::List);
        assert_eq!(Route::of("earned&step=2"), Route::Stage);
        assert_eq!(Route::of(&Route::presenter("abc")), Route::Presenter("abc".to_owned()));
    }
}
