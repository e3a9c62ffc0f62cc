//! The routes of the class, parsed from the fragment of the address.

/// The prefix for the channel of a stage, in the address of its presenter's window.
const PRESENTER: &str = "presenter=";

/// The prefix for creating a lesson: a calculator and, after `&`, its values. Calculators link to it.
const MAKE: &str = "make=";

/// The prefix for a lesson from a link that may be kept.
const KEEP: &str = "keep=";

/// The prefix for the id of a kept lesson to edit.
const CHANGE: &str = "change=";

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Route {
    List,
    /// The stage, with a lesson and optionally a step.
    Stage,
    /// Create a lesson from a calculator and its values.
    Make(String),
    /// Edit the kept lesson with this id.
    Change(String),
    /// Keep a lesson from a link.
    Keep(String),
    /// The presenter's window of the stage on this channel.
    Presenter(String),
}

impl Route {
    pub(super) fn of(fragment: &str) -> Self {
        let behind = |mark: &str| fragment.strip_prefix(mark).map(str::to_owned);
        let marked = behind(PRESENTER).map(Self::Presenter);
        let marked = marked.or_else(|| behind(MAKE).map(Self::Make)).or_else(|| behind(CHANGE).map(Self::Change));
        let marked = marked.or_else(|| behind(KEEP).map(Self::Keep));
        marked.unwrap_or(if fragment.is_empty() { Self::List } else { Self::Stage })
    }

    /// The fragment of the presenter's window for a channel.
    pub(super) fn presenter(channel: &str) -> String {
        format!("{PRESENTER}{channel}")
    }

    /// The fragment that offers to keep a lesson from a link.
    pub(super) fn keep(lesson: &str) -> String {
        format!("{KEEP}{lesson}")
    }

    pub(super) fn change(id: &str) -> String {
        format!("#{CHANGE}{id}")
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn a_fragment_is_a_list_a_lesson_or_a_presenter() {
        assert_eq!(Route::of(""), Route::List);
        assert_eq!(Route::of("earned&step=2"), Route::Stage);
        assert_eq!(Route::of("make=bad-debt&loss=700"), Route::Make("bad-debt&loss=700".to_owned()));
        assert_eq!(Route::of(&Route::keep("bad-debt;title=t")), Route::Keep("bad-debt;title=t".to_owned()));
        assert_eq!(Route::of(Route::change("k3q").trim_start_matches('#')), Route::Change("k3q".to_owned()));
        assert_eq!(Route::of(&Route::presenter("abc")), Route::Presenter("abc".to_owned()));
    }
}
