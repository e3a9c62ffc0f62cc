//! What the book says to its owner now and then: that it wants a backup, or room, and what the browser promises.

use abacus_core::text::Locale;
use abacus_deals::upkeep::Backup;
use abacus_deals::view::Place;
use yew::prelude::*;

use crate::deals::files::words as deal_transfer;
use crate::deals::upkeep::words;
use crate::deals::words as deals;
use crate::state::ports::Lasting;

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
                <button type="button" class="button" onclick={on_backup}>{ deal_transfer::BACKUP.get(locale) }</button>
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
                <button type="button" class="button" onclick={on_dismiss}>{ deals::DISMISS.get(*locale) }</button>
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
