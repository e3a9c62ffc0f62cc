//! What the book says to its owner on the list and in the views.

use abacus_vault::space::Level;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::files::export::File;
use crate::deals::upkeep::hook::Care;
use crate::deals::upkeep::reminder_notices::{BackupReminder, LastingAnswer, SpaceWarning};
use crate::state::session::Session;

/// What the reminders need.
#[derive(PartialEq, Properties)]
pub(crate) struct RemindersProps {
    /// The session.
    pub(crate) session: Session,
    /// The deal book.
    pub(crate) state: UseReducerHandle<DealBook>,
    /// What looks after it.
    pub(crate) care: Care,
    /// The user wants a file.
    pub(crate) on_file: Callback<File>,
    /// A reminder was read and is gone.
    pub(crate) on_read: Callback<()>,
}

/// The reminders that are due. A demo has none.
#[component]
pub(crate) fn Reminders(props: &RemindersProps) -> Html {
    let RemindersProps { session, state, care, on_file, on_read } = props;
    let locale = session.locale;
    let total = session.ports.store.filled();
    let on_backup = use_callback(
        (session.ports.clone(), state.clone(), on_file.clone()),
        |_: MouseEvent, (ports, state, on_file)| on_file.emit(File::all(state, ports)),
    );
    let on_later = use_callback((care.backup.put_off.clone(), on_read.clone()), |_: MouseEvent, (put_off, on_read)| {
        put_off.emit(());
        on_read.emit(());
    });
    let on_warned = use_callback((care.is_warned.setter(), on_read.clone()), |_: MouseEvent, (is_warned, on_read)| {
        is_warned.set(true);
        on_read.emit(());
    });
    let on_answered =
        use_callback((care.backup.answer.setter(), on_read.clone()), |_: MouseEvent, (answer, on_read)| {
            answer.set(None);
            on_read.emit(());
        });
    let has_deals = !state.is_read_only() && state.book().records().any(|deal| !deal.deleted);
    let is_due = has_deals && care.backup.backup.is_due(session.ports.host.today());
    html! {
        <>
            if Level::of(total) != Level::Fine && !*care.is_warned {
                <SpaceWarning key="space" {total} {locale} on_dismiss={on_warned} />
            }
            if let Some(lasting) = *care.backup.answer {
                <LastingAnswer key="lasting" {lasting} {locale} on_dismiss={on_answered} />
            }
            if is_due {
                <BackupReminder key="backup" backup={care.backup.backup.clone()} {locale} {on_backup} {on_later} />
            }
        </>
    }
}
