use abacus_deals::upkeep::Backup;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::files::export::ExportFile;
use crate::deals::files::export_section::ExportSection;
use crate::deals::files::import::{ImportSection, UseImport};
use crate::deals::files::undo_section::UndoSection;
use crate::deals::files::words;
use crate::deals::words as deals;
use crate::shell::focus::use_focus;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(crate) struct FilesProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) backup: Backup,
    pub(crate) transfer: UseImport,
    /// Whether records of older formats were migrated.
    pub(crate) is_migrated: bool,
    pub(crate) focused: bool,
    pub(crate) on_backup: Callback<MouseEvent>,
    pub(crate) on_file: Callback<ExportFile>,
    /// How the data is kept on this device; not shown in the demo, which keeps nothing.
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Files(props: &FilesProps) -> Html {
    let FilesProps { session, state, backup, transfer, is_migrated, focused, on_backup, on_file, children } = props;
    let title = use_focus(*focused);
    html! {
        <article class="files">
            <p><a class="deal__back" href="#">{ session.text(deals::BACK) }</a></p>
            <header class="deals__header">
                <h1 tabindex="-1" ref={title}>{ session.text(deals::FILES) }</h1>
                <p class="lead">{ session.text(words::LEAD) }</p>
            </header>
            if session.ports.host.is_demo() {
                <p class="field__hint">{ session.text(words::NOT_OF_DEMO) }</p>
            } else {
                <ExportSection session={session.clone()} state={state.clone()} backup={backup.clone()} {on_backup} />
            }
            if !state.is_read_only() {
                <ImportSection session={session.clone()} transfer={transfer.clone()} />
                <UndoSection session={session.clone()} transfer={transfer.clone()} {is_migrated} on_file={on_file.clone()} />
            }
            if !session.ports.host.is_demo() {
                { children.clone() }
            }
        </article>
    }
}
