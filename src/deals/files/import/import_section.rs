//! Choosing files, the preview of their import, or the reasons why they cannot be imported.

use std::rc::Rc;

use yew::events::DragEvent;
use yew::prelude::*;

use crate::deals::files::import::columns::Columns;
use crate::deals::files::import::hook::UseImport;
use crate::deals::files::import::inspect::{Part, Reading};
use crate::deals::files::import::preview::ImportPreview;
use crate::deals::files::import::state::{ChosenFiles, FileContent, FileLabel, ImportAction, ImportStage, ReadFile};
use crate::deals::files::import::{reading_words, result_words, words};
use crate::shell::event::{checked, focus_inside};
use crate::shell::session::Session;
use crate::shell::slices::Progress;

#[derive(PartialEq, Properties)]
pub(crate) struct ImportSectionProps {
    pub(crate) session: Session,
    pub(crate) transfer: UseImport,
}

#[component]
pub(crate) fn ImportSection(props: &ImportSectionProps) -> Html {
    let ImportSectionProps { session, transfer } = props;
    let locale = session.locale;
    let section = use_node_ref();
    let is_over = use_state_eq(|| false);
    let on_pick = transfer.pick.reform(|_: MouseEvent| ());
    let on_import = use_callback(transfer.import.clone(), |_: MouseEvent, import| import.emit(()));
    let dispatcher = transfer.state.dispatcher();
    let on_action = use_callback(dispatcher.clone(), |action: ImportAction, dispatcher| dispatcher.dispatch(action));
    let on_cancel = use_callback((dispatcher, section.clone()), |_: MouseEvent, (dispatcher, section)| {
        dispatcher.dispatch(ImportAction::Close);
        focus_inside(section, "button");
    });
    let ondragover = use_callback(is_over.setter(), |event: DragEvent, is_over| {
        // Otherwise the browser would open the file instead of the page.
        event.prevent_default();
        is_over.set(true);
    });
    let ondragleave = use_callback(is_over.setter(), |_: DragEvent, is_over| is_over.set(false));
    let on_stop = use_callback((transfer.stop.clone(), section.clone()), |_: MouseEvent, (stop, section)| {
        stop.emit(());
        focus_inside(section, "button");
    });

    let stage = transfer.state.stage();
    let is_busy = transfer.progress.is_some();
    let is_writing = transfer.progress.as_ref().is_some_and(|progress| progress.part.is_writing());
    let has_dropped = use_dropped(is_writing);
    let ondrop = use_callback(
        (is_over.setter(), transfer.drop.clone(), is_writing, has_dropped.setter()),
        |event: DragEvent, (is_over, drop, is_writing, has_dropped)| {
            event.prevent_default();
            is_over.set(false);
            has_dropped.set(*is_writing);
            drop.emit(event);
        },
    );
    let chosen = match stage {
        ImportStage::Chosen(chosen) => Some(chosen),
        ImportStage::Waiting | ImportStage::Refused(_) => None,
    };
    let can_stop = transfer.progress.as_ref().is_some_and(|progress| progress.part == Part::Writing);
    use_attention(&section, is_writing, can_stop, chosen.is_some());
    let choose = if chosen.is_some() { words::CHOOSE_ANOTHER } else { words::CHOOSE };
    html! {
        <section class={classes!("files__part", is_over.then_some("files__part--over"))} ref={section}
            {ondragover} {ondragleave} {ondrop}>
            <h2 class="files__title">{ session.text(words::IN) }</h2>
            <p class="import__hint">{ session.text(words::IN_HINT) }</p>
            <p class="files__actions">
                <button type="button" class="button" onclick={on_pick} disabled={is_writing}>{ session.text(choose) }</button>
            </p>
            <div class="import-progress__what" role="status" translate="no">
                if let Some(progress) = &transfer.progress {
                    { reading_words::progress(progress, locale).0 }
                }
            </div>
            if let Some(progress) = &transfer.progress {
                { bar(progress, session, on_stop) }
            }
            <div role="alert" translate="no">
                if *has_dropped {
                    <p class="notice">{ session.text(reading_words::DROP_LATER) }</p>
                }
                if let Some(failure) = transfer.state.failure() {
                    <p class="notice">{ result_words::failure(failure, locale) }</p>
                }
                { for stage.unread().iter().map(|file| html! {
                    <p class="notice">{ words::refused(&file.name, &file.why.message(locale), locale) }</p>
                }) }
            </div>
            <div class="files__status" role="status" translate="no">
                if let Some(chosen) = chosen {
                    { for told(chosen, session) }
                }
            </div>
            if let Some(chosen) = chosen {
                <fieldset class="deals__locked" disabled={is_writing} hidden={is_writing}>
                    { for chosen.files.iter().enumerate().map(|(place, file)| columns(place, file, chosen, session, transfer)) }
                </fieldset>
                // Disabled, because the preview is about to be replaced.
                <fieldset class="deals__locked" disabled={is_busy} hidden={is_writing}>
                    <ImportPreview preview={chosen.preview.clone()} files={labels(chosen)} {locale} {on_action} {on_import}
                        {on_cancel} />
                </fieldset>
            }
        </section>
    }
}

/// Whether files were dropped during a write; they are ignored.
#[hook]
fn use_dropped(is_writing: bool) -> UseStateHandle<bool> {
    let has_dropped = use_state_eq(|| false);
    use_effect_with((is_writing, has_dropped.setter()), |(_, has_dropped)| has_dropped.set(false));
    has_dropped
}

/// The button that started the write is hidden meanwhile, so the stop button takes the focus, and after a stop the
/// button that starts again. The result of an import is shown elsewhere and takes the focus there.
#[hook]
fn use_attention(section: &NodeRef, is_writing: bool, can_stop: bool, is_chosen: bool) {
    use_effect_with((can_stop, section.clone()), |(can_stop, section)| {
        if *can_stop {
            focus_inside(section, ".import-progress button");
        }
    });
    let was_writing = use_mut_ref(|| false);
    use_effect_with((is_writing, is_chosen, section.clone()), move |(is_writing, is_chosen, section)| {
        if was_writing.replace(*is_writing) && !is_writing && *is_chosen {
            focus_inside(section, "button");
        }
    });
}

/// The progress of the work, and the button that stops it.
fn bar(progress: &Progress<Part>, session: &Session, on_stop: Callback<MouseEvent>) -> Html {
    let (what, so_far) = reading_words::progress(progress, session.locale);
    // Without a value the progress bar is indeterminate.
    let (value, max) = match progress.total {
        0 => (None, None),
        total => (Some(progress.done.to_string()), Some(total.to_string())),
    };
    html! {
        <div class="import-progress" data-unfinished="true" translate="no">
            <progress class="import-progress__bar" aria-label={what} aria-valuetext={so_far.clone()} {value} {max} />
            <span class="import-progress__so-far">{ so_far }</span>
            if let Some(stop) = reading_words::stop(&progress.part) {
                <button type="button" class="button" onclick={on_stop}>{ session.text(stop) }</button>
            }
        </div>
    }
}

/// Each file that was read, with its number of records.
fn told(chosen: &ChosenFiles, session: &Session) -> Vec<Html> {
    let line = |(place, file): (usize, &ReadFile)| {
        html! { <p>{ words::chosen_file(&file.name, chosen.preview.count_of_file(place), session.locale) }</p> }
    };
    chosen.files.iter().enumerate().filter(|(_, file)| file.is_taken).map(line).collect()
}

fn labels(chosen: &ChosenFiles) -> Rc<[FileLabel]> {
    chosen.files.iter().map(|file| FileLabel::of(&file.name, &file.content)).collect()
}

fn columns(place: usize, file: &ReadFile, chosen: &ChosenFiles, session: &Session, transfer: &UseImport) -> Html {
    let FileContent::Table(table, mapping, origin) = &file.content else { return Html::default() };
    let locale = session.locale;
    let skipped = table.rows.len().saturating_sub(chosen.preview.count_of_file(place));
    html! {
        <>
            if chosen.files.len() > 1 {
                <h3 class="import__heading import__heading--file" translate="no" dir="auto">{ &file.name }</h3>
            }
            { sheet(place, file, session, transfer) }
            <div>
                { for reading_words::origin(origin, file.is_taken, locale).into_iter().map(|told| html! { <p class="import__hint">{ told }</p> }) }
            </div>
            if file.is_taken {
                <Columns key={transfer.stops} table={table.clone()} mapping={mapping.clone()} {place} {skipped} {locale}
                    on_read={transfer.read_as.clone()} />
            }
        </>
    }
}

/// Whether a sheet is read, for workbooks with several.
fn sheet(place: usize, file: &ReadFile, session: &Session, transfer: &UseImport) -> Html {
    if !file.has_others() {
        return Html::default();
    }
    let onchange = transfer.read_as.reform(move |event: Event| (place, Reading::Sheet(checked(&event))));
    html! {
        // A sheet that cannot be taken gets a new key, so that its checkbox is rendered unchecked.
        <label class="option" key={format!("sheet-{place}-{}-{}", transfer.stops, transfer.state.stage().unread().len())}>
            <input class="option__control" type="checkbox" name={format!("sheet-{place}")} checked={file.is_taken} {onchange} />
            <span class="option__label">{ reading_words::sheet(&file.content, session.locale) }</span>
        </label>
    }
}
