//! What the book asks of its owner now and then: a backup, and room.

use abacus_core::deals::care::Backup;
use abacus_core::deals::view::Place;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::text::{deal_care as words, deal_transfer, deals};

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
            <h2 class="notice__title" id="backup-reminder">{ words::TIME_FOR_BACKUP.get(locale) }</h2>
            <p>{ words::last_backup(backup, locale) }{ " " }{ words::ONLY_HERE.get(locale) }</p>
            <p class="deal-actions">
                <button type="button" class="button" onclick={on_backup}>{ deal_transfer::BACKUP.get(locale) }</button>
                <button type="button" class="button" onclick={on_later}>{ words::LATER.get(locale) }</button>
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
                <button type="button" class="button" onclick={on_dismiss}>{ deals::DISMISS.get(locale) }</button>
            </p>
        </aside>
    }
}
