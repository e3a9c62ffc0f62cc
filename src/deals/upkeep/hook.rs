//! Backups, deleted deals and permanent removal, for all pages of the book, and the messages about them.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_deals::upkeep::Trash;
use abacus_deals::view::BookLocation;
use abacus_vault::sync_task;
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook};
use crate::deals::controls::StatusMessage;
use crate::deals::files;
use crate::deals::files::UseImport;
use crate::deals::route::DealRoute;
use crate::deals::saving::READ_ONLY_MEANS;
use crate::deals::upkeep::backup::{UseBackup, use_backup};
use crate::deals::upkeep::pending_changes::PendingChanges;
use crate::deals::upkeep::removal::{remove_deleted, remove_everything, remove_unreadable};
use crate::deals::upkeep::requests::Removal;
use crate::deals::upkeep::trash_days::use_trash;
use crate::deals::upkeep::words;
use crate::shell::session::Session;

#[derive(Clone, PartialEq)]
pub(crate) struct Upkeep {
    pub(crate) backup: UseBackup,
    pub(crate) backed_up: Callback<()>,
    /// How long deleted deals are kept.
    pub(crate) trash: UseStateHandle<Trash>,
    /// The last message, until it is dismissed.
    pub(crate) message: UseStateHandle<Option<StatusMessage>>,
    pub(crate) remove: Callback<Removal>,
    /// Whether the storage warning was dismissed on this visit.
    pub(crate) is_warned: UseStateHandle<bool>,
}

/// `save` stores unsaved edits first, so that what is removed is what is shown.
#[hook]
pub(crate) fn use_upkeep(
    session: &Session,
    state: &UseReducerHandle<DealBook>,
    route: &DealRoute,
    transfer: &UseImport,
    save: &Callback<()>,
    pending_changes: &Rc<RefCell<PendingChanges>>,
) -> Upkeep {
    let imported = transfer.state.done().filter(|_| transfer.state.undone_import().is_none());
    let backup = use_backup(&session.ports, state, route.visit, imported, pending_changes);
    let trash = use_trash(&session.ports, state);
    let message = use_state_eq(|| None::<StatusMessage>);
    let is_warned = use_state_eq(|| false);
    // Opening a deal dismisses the last message.
    use_effect_with((route.open().map(str::to_owned), message.setter()), |(open, message)| {
        if open.is_some() {
            message.set(None);
        }
    });
    let is_elsewhere = route.location != BookLocation::Files;
    let deps = (session.locale, message.setter(), backup.made.clone(), is_elsewhere);
    let backed_up = use_callback(deps, |(), (locale, message, made, is_elsewhere)| {
        made.emit(());
        // The files page reports it beside the button. Elsewhere the button may be gone.
        if *is_elsewhere {
            message.set(Some(StatusMessage { text: words::BACKED_UP.get(*locale).into(), link: None }));
        }
    });
    let on_all_deleted = use_callback(
        (session.ports.clone(), backup.forget.clone(), transfer.state.dispatcher()),
        |(), (ports, forget, transfer)| {
            forget.emit(());
            transfer.dispatch(files::ImportAction::Forget);
            ports.host.go_to_fragment(&BookLocation::read("").fragment());
        },
    );
    let remove = use_callback((session.clone(), save.clone(), message.setter(), on_all_deleted), {
        let state = state.clone();
        move |removal: Removal, (session, save, message, on_all_deleted): &(Session, Callback<()>, _, Callback<()>)| {
            let (state, session, save) = (state.clone(), session.clone(), save.clone());
            let (message, on_all_deleted): (UseStateSetter<_>, _) =
                (UseStateSetter::clone(message), on_all_deleted.clone());
            session.ports.store.clone().with_lock(sync_task(move || {
                save.emit(());
                // A clone reads the current state.
                let text = remove_for_good(&removal, &state.clone(), &session, &on_all_deleted);
                message.set(Some(StatusMessage { text: text.into(), link: None }));
            }));
        }
    });
    Upkeep { backup, backed_up, trash, message, remove, is_warned }
}

fn remove_for_good(
    removal: &Removal,
    state: &UseReducerHandle<DealBook>,
    session: &Session,
    on_all_deleted: &Callback<()>,
) -> String {
    let store = &*session.ports.store;
    if state.is_read_only() && !matches!(removal, Removal::Everything) {
        return session.text(READ_ONLY_MEANS).to_owned();
    }
    let removed = match removal {
        Removal::Deleted(ids) => {
            let shown = |id: &AttrValue| state.book().get(id).map(|deal| (deal.id.clone(), deal.revision));
            remove_deleted(&ids.iter().filter_map(shown).collect::<Vec<_>>(), store)
        }
        Removal::Unreadable(kept) => remove_unreadable(kept, store),
        Removal::Everything => remove_everything(store),
    };
    let become_book = |next: DealBook| state.dispatch(BookAction::Become(Box::new(next)));
    if matches!(removal, Removal::Everything) && removed.refused.is_none() {
        // This also clears what was never stored, and whatever prevented the store from being read.
        become_book(state.with_vault(|vault| vault.clear()).0);
        on_all_deleted.emit(());
        return session.text(words::ALL_DELETED).to_owned();
    }
    become_book(state.with_vault(|vault| removed.apply(vault)).0);
    words::removed(&removed, session.locale)
}
