//! What was removed from a deal, in words, and which section it was in.

use abacus_core::text::Locale;
use abacus_deals::{Edit, VisitEdit};

use crate::deals::editor::{fab, figures, words};
use crate::deals::{meetings, people};
use crate::shell::words as common;

/// The section that the edit restores something in.
pub(crate) const fn section(restoring: &Edit) -> Option<&'static str> {
    match restoring {
        Edit::AddPerson(_) => Some("people"),
        Edit::AddContact(..) => Some("log"),
        Edit::AddVisit(..) | Edit::Visit(..) => Some("visits"),
        Edit::AddFab(..) => Some(fab::ID),
        Edit::AddSnapshot(_) => Some("figures"),
        _ => None,
    }
}

/// Whether the removal took the focused element with it.
pub(crate) const fn takes_focus(restoring: &Edit) -> bool {
    !matches!(restoring, Edit::Stages(..))
}

pub(crate) fn removed(restoring: &Edit, locale: Locale) -> Option<String> {
    match restoring {
        Edit::AddPerson(person) => Some(people::removed(person, locale)),
        Edit::AddContact(_, contact) => Some(common::deleted(&meetings::contact_name(contact, locale), locale)),
        Edit::AddVisit(_, visit) => Some(common::deleted(&meetings::visit_name(visit, locale), locale)),
        Edit::Visit(_, VisitEdit::AddQuestion(_, question)) => {
            Some(common::deleted(meetings::question_name(&question.text, locale), locale))
        }
        Edit::AddFab(_, row) => Some(common::deleted(words::fab_row(row, locale), locale)),
        Edit::AddSnapshot(snapshot) => Some(figures::removed(snapshot, locale)),
        Edit::Stages(..) => Some(words::DAYS_REMOVED.get(locale).to_owned()),
        _ => None,
    }
}
