//! What the book says to its owner on the list and in the views.

use abacus_core::text::Locale;
use abacus_deals::upkeep::Backup;
use abacus_deals::view::Place;
use abacus_vault::space::Level;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::files::{BACKUP, File};
use crate::deals::upkeep::hook::Upkeep;
use crate::deals::upkeep::words;
use crate::state::ports::Lasting;
use crate::state::session::Session;
use crate::text::common;

/// What the reminders need.
#[derive(PartialEq, Properties)]
pub(crate) struct RemindersProps {
    /// The session.
    pub(crate) session: Session,
    /// The deal book.
    pub(crate) state: UseReducerHandle<DealBook>,
    /// What looks after it.
    pub(crate) upkeep: Upkeep,
    /// The user wants a file.
    pub(crate) on_file: Callback<File>,
    /// A reminder was read and is gone.
    pub(crate) on_read: Callback<()>,
}

/// The reminders that are due. A demo has none.
#[component]
pub(crate) fn Reminders(props: &RemindersProps) -> Html {
    let RemindersProps { session, state, upkeep, on_file, on_read } = props;
    let locale = session.locale;
    let total = session.ports.store.filled();
    let on_backup = use_callback(
        (session.ports.clone(), state.clone(), on_file.clone()),
        |_: MouseEvent, (ports, state, on_file)| on_file.emit(File::all(state, ports)),
    );
    let on_later =
        use_callback((upkeep.backup.put_off.clone(), on_read.clone()), |_: MouseEvent, (put_off, on_read)| {
            put_off.emit(());
            on_read.emit(());
        });
    let on_warned =
        use_callback((upkeep.is_warned.setter(), on_read.clone()), |_: MouseEvent, (is_warned, on_read)| {
            is_warned.set(true);
            on_read.emit(());
        });
    let on_answered =
        use_callback((upkeep.backup.answer.setter(), on_read.clone()), |_: MouseEvent, (answer, on_read)| {
            answer.set(None);
            on_read.emit(());
        });
    let has_deals = !state.is_read_only() && state.book().deals().any(|deal| !deal.deleted);
    let is_due = has_deals && upkeep.backup.backup.is_due(session.ports.host.today());
    html! {
        <>
            if Level::of(total) != Level::Fine && !*upkeep.is_warned {
                <SpaceWarning key="space" {total} {locale} on_dismiss={on_warned} />
            }
            if let Some(lasting) = *upkeep.backup.answer {
                <LastingAnswer key="lasting" {lasting} {locale} on_dismiss={on_answered} />
            }
            if is_due {
                <BackupReminder key="backup" backup={upkeep.backup.backup.clone()} {locale} {on_backup} {on_later} />
            }
        </>
    }
}

/// What the reminder of a backup needs.
#[derive(PartialEq, Properties)]
pub struct BackupReminderProps {
    /// What is known of backups.
    pub backup: Backup,
    /// The language.
    pub locale: Locale,
    /// The user wants a backup.
    pub on_backup: Callback<MouseEvent>,
    /// The user puts it off.
    pub on_later: Callback<MouseEvent>,
}

/// The reminder of a backup.
#[component]
pub fn BackupReminder(props: &BackupReminderProps) -> Html {
    let BackupReminderProps { backup, on_backup, on_later, .. } = props;
    let locale = props.locale;
    html! {
        <aside class="notice reminder reminder--backup" aria-labelledby="backup-reminder">
            <p class="notice__title" id="backup-reminder">{ words::TIME_FOR_BACKUP.get(locale) }</p>
            <p>{ words::why_backup(backup, locale) }</p>
            <p class="deal-actions">
                <button type="button" class="button" onclick={on_backup}>{ BACKUP.get(locale) }</button>
                <button type="button" class="button" onclick={on_later}>{ words::LATER.get(locale) }</button>
            </p>
        </aside>
    }
}

/// What the answer needs.
#[derive(PartialEq, Properties)]
pub struct LastingAnswerProps {
    /// What the browser answered.
    pub lasting: Lasting,
    /// The language.
    pub locale: Locale,
    /// The user has read it.
    pub on_dismiss: Callback<MouseEvent>,
}

/// What the browser answered when it was asked to keep the first deal.
#[component]
pub fn LastingAnswer(props: &LastingAnswerProps) -> Html {
    let LastingAnswerProps { lasting, locale, on_dismiss } = props;
    html! {
        <aside class="notice reminder reminder--lasting" aria-labelledby="lasting-answer">
            <p class="notice__title" id="lasting-answer">{ words::KEPT_HERE.get(*locale) }</p>
            <p>{ words::lasting(*lasting).get(*locale) }</p>
            if *lasting != Lasting::Promised {
                <p>{ words::SEVEN_DAYS.get(*locale) }</p>
            }
            <p class="deal-actions">
                <button type="button" class="button" onclick={on_dismiss}>{ common::DISMISS.get(*locale) }</button>
            </p>
        </aside>
    }
}

/// What the warning needs.
#[derive(PartialEq, Properties)]
pub struct SpaceWarningProps {
    /// How many UTF-16 units are filled.
    pub total: usize,
    /// The language.
    pub locale: Locale,
    /// The user has read it.
    pub on_dismiss: Callback<MouseEvent>,
}

/// The warning that there is little room left.
#[component]
pub fn SpaceWarning(props: &SpaceWarningProps) -> Html {
    let SpaceWarningProps { total, on_dismiss, .. } = props;
    let locale = props.locale;
    html! {
        <aside class="notice reminder reminder--space" aria-labelledby="space-warning">
            <p class="notice__title" id="space-warning">{ words::running_out(*total, locale) }</p>
            <p class="deal-actions">
                <a class="button" href={format!("#{}", Place::Files.fragment())}>{ words::MAKE_ROOM.get(locale) }</a>
                <button type="button" class="button" onclick={on_dismiss}>{ common::DISMISS.get(locale) }</button>
            </p>
        </aside>
    }
}
