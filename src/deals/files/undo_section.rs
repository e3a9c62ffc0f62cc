//! What can be undone: the last import and the last migration.

use std::rc::Rc;

use abacus_vault::journal::{Cause, Journal};
use abacus_vault::transaction::last_journal;
use yew::prelude::*;

use crate::deals::files::export::ExportFile;
use crate::deals::files::import::{UNDO, UseImport};
use crate::deals::files::words;
use crate::shell::confirm::Confirm;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(crate) struct UndoSectionProps {
    pub(crate) session: Session,
    pub(crate) transfer: UseImport,
    /// Whether records of older formats were migrated.
    pub(crate) is_migrated: bool,
    pub(crate) on_file: Callback<ExportFile>,
}

/// Empty if there is nothing to undo.
#[component]
pub(crate) fn UndoSection(props: &UndoSectionProps) -> Html {
    let UndoSectionProps { session, transfer, is_migrated, on_file } = props;
    let locale = session.locale;
    let deps = (session.ports.clone(), *is_migrated);
    let migrated = use_memo(deps, |(ports, _)| last_journal(Cause::Migration, &*ports.store));
    let on_undo = transfer.undo.reform(|_: MouseEvent| ());
    let on_save = use_callback((migrated.clone(), on_file.clone()), |_: MouseEvent, (migrated, on_file)| {
        let migrated: &Rc<Option<Journal>> = migrated;
        migrated.iter().for_each(|journal| on_file.emit(ExportFile::before_transaction(journal)));
    });
    let earlier = transfer.state.earlier();
    if earlier.is_none() && migrated.is_none() {
        return Html::default();
    }
    html! {
        <section class="files__part" aria-labelledby="safety-title">
            <h2 class="files__title" id="safety-title">{ session.text(words::WAYS_BACK) }</h2>
            if let Some(done) = earlier {
                <p class="import__hint">{ words::earlier(&done.journal, locale) }</p>
                <div class="files__actions">
                    <Confirm label={format!("{}…", session.text(UNDO))} question={session.text(words::UNDO_SURE)}
                        yes={session.text(UNDO)} {locale} on_yes={on_undo} />
                </div>
            }
            if let Some(journal) = &*migrated {
                <p class="import__hint">{ words::migrated(journal, locale) }</p>
                <p class="files__actions">
                    <button type="button" class="button" onclick={on_save}>{ session.text(words::SAVE_BEFORE) }</button>
                </p>
            }
        </section>
    }
}
