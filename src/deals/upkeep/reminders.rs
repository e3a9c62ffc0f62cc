//! The reminders on the list and in the views.

use abacus_core::date::Date;
use abacus_deals::upkeep::Backup;
use abacus_deals::view::BookLocation;
use abacus_vault::space::Level;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::controls::{Notice, NoticeButton};
use crate::deals::files::BACKUP;
use crate::deals::upkeep::hook::Upkeep;
use crate::deals::upkeep::words;
use crate::shell::ports::Persistence;
use crate::shell::session::Session;
use crate::shell::today::use_today;
use crate::shell::words as common;

#[derive(PartialEq, Properties)]
pub(crate) struct RemindersProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) upkeep: Upkeep,
    pub(crate) on_backup: Callback<MouseEvent>,
    pub(crate) on_dismissed: Callback<()>,
}

/// The backup reminder, if one is due. It is rendered before the code of this room has loaded, so that the list does
/// not shift when it does.
pub(crate) fn backup_reminder(
    session: &Session,
    state: &DealBook,
    backup: &Backup,
    today: Date,
    on_backup: &Callback<MouseEvent>,
    on_later: &Callback<MouseEvent>,
) -> Option<Html> {
    let has_deals = !state.is_read_only() && state.book().records().any(|deal| !deal.deleted);
    (has_deals && backup.is_due(today)).then(|| {
        let make = NoticeButton::new(session.text(BACKUP), on_backup);
        let later = NoticeButton::new(session.text(words::LATER), on_later);
        html! {
            <Notice key="backup" id="backup-reminder" class="reminder reminder--backup" title={session.text(words::TIME_FOR_BACKUP)}
                text={vec![AttrValue::from(words::why_backup(backup, session.locale))]} buttons={vec![make, later]} />
        }
    })
}

/// A demo has no reminders.
#[component]
pub(crate) fn Reminders(props: &RemindersProps) -> Html {
    let RemindersProps { session, state, upkeep, on_backup, on_dismissed } = props;
    let locale = session.locale;
    let today = use_today(&session.ports.host);
    let total = session.ports.store.filled();
    let on_later = use_callback(
        (upkeep.backup.put_off.clone(), on_dismissed.clone()),
        |_: MouseEvent, (put_off, on_dismissed)| {
            put_off.emit(());
            on_dismissed.emit(());
        },
    );
    let on_warned =
        use_callback((upkeep.is_warned.setter(), on_dismissed.clone()), |_: MouseEvent, (is_warned, on_dismissed)| {
            is_warned.set(true);
            on_dismissed.emit(());
        });
    let on_answered =
        use_callback((upkeep.backup.answer.setter(), on_dismissed.clone()), |_: MouseEvent, (answer, on_dismissed)| {
            answer.set(None);
            on_dismissed.emit(());
        });
    let dismiss = |on_click| NoticeButton::new(session.text(common::DISMISS), on_click);
    let space = (Level::of(total) != Level::Fine && !*upkeep.is_warned).then(|| {
        let room = NoticeButton::link(session.text(words::MAKE_ROOM), format!("#{}", BookLocation::Files.fragment()));
        html! {
            <Notice key="space" id="space-warning" class="reminder reminder--space" title={words::running_out(total, locale)}
                buttons={vec![room, dismiss(&on_warned)]} />
        }
    });
    let answer = upkeep.backup.answer.map(|lasting| {
        let promise = (lasting != Persistence::Promised).then_some(words::SEVEN_DAYS);
        let text = [words::lasting(lasting)].into_iter().chain(promise).map(|text| session.text(text).into());
        html! {
            <Notice key="lasting" id="lasting-answer" class="reminder reminder--lasting" title={session.text(words::KEPT_HERE)}
                text={text.collect::<Vec<_>>()} buttons={vec![dismiss(&on_answered)]} />
        }
    });
    let backup = backup_reminder(session, state, &upkeep.backup.backup, today, on_backup, &on_later);
    html! { <>{ space }{ answer }{ backup }</> }
}
