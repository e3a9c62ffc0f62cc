//! Choosing a file, the preview of its import, or the reason why it cannot be imported.

use yew::prelude::*;

use crate::deals::files::import::columns::Columns;
use crate::deals::files::import::hook::UseImport;
use crate::deals::files::import::preview::ImportPreview;
use crate::deals::files::import::state::{ChosenFile, FileContent, ImportAction, ImportStage};
use crate::deals::files::import::words;
use crate::shell::event::focus_inside;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(crate) struct IncomingProps {
    pub(crate) session: Session,
    pub(crate) transfer: UseImport,
}

#[component]
pub(crate) fn Incoming(props: &IncomingProps) -> Html {
    let IncomingProps { session, transfer } = props;
    let locale = session.locale;
    let section = use_node_ref();
    let on_pick = transfer.pick.reform(|_: MouseEvent| ());
    let on_import = transfer.import.reform(|_: MouseEvent| ());
    let dispatcher = transfer.state.dispatcher();
    let on_action = use_callback(dispatcher.clone(), |action: ImportAction, dispatcher| dispatcher.dispatch(action));
    let on_cancel = use_callback((dispatcher, section.clone()), |_: MouseEvent, (dispatcher, section)| {
        dispatcher.dispatch(ImportAction::Close);
        focus_inside(section, "button");
    });

    let alert = match (transfer.state.stage(), transfer.state.failure()) {
        (_, Some(failure)) => Some(words::failure(failure, locale)),
        (ImportStage::Refused { file, why }, None) => Some(words::refused(file, &why.message(locale), locale)),
        _ => None,
    };
    let chosen = match transfer.state.stage() {
        ImportStage::Chosen(chosen) => Some(chosen),
        _ => None,
    };
    let choose = if chosen.is_some() { words::CHOOSE_ANOTHER } else { words::CHOOSE };
    html! {
        <section class="files__part" ref={section}>
            <h2 class="files__title">{ session.say(words::IN) }</h2>
            <p class="import__hint">{ session.say(words::IN_HINT) }</p>
            <p class="files__actions">
                <button type="button" class="button" onclick={on_pick}>{ session.say(choose) }</button>
            </p>
            <div role="alert" translate="no">
                if let Some(alert) = alert {
                    <p class="notice">{ alert }</p>
                }
            </div>
            <p class="files__status" role="status" translate="no">
                { chosen.map(|chosen| words::chosen_file(&chosen.file, chosen.preview.items().len(), locale)) }
            </p>
            if let Some(chosen) = chosen {
                { columns(chosen, session, transfer) }
                <ImportPreview preview={chosen.preview.clone()} {locale} {on_action} {on_import} {on_cancel} />
            }
        </section>
    }
}

fn columns(chosen: &ChosenFile, session: &Session, transfer: &UseImport) -> Html {
    let FileContent::Table(table, mapping, encoding) = &chosen.source else { return Html::default() };
    html! {
        <>
            <p class="import__hint">{ words::encoding(*encoding, session.locale) }</p>
            <Columns table={table.clone()} mapping={mapping.clone()} locale={session.locale} on_read={transfer.read_as.clone()} />
        </>
    }
}
