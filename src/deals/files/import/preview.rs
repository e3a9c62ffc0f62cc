use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::transfer::{Preview, Verdict};
use yew::prelude::*;

use crate::deals::files::import::conflict::first;
use crate::deals::files::import::group::Group;
use crate::deals::files::import::review::from_file;
use crate::deals::files::import::state::{FileLabel, ImportAction};
use crate::deals::files::import::{conflict_words, result_words, words};
use crate::shell::event::reveal_inside;

/// A choice that has not been made yet.
const OPEN: &str = ".import-versions__row--open input";

#[derive(PartialEq, Properties)]
pub struct ImportPreviewProps {
    pub preview: Preview,
    /// The files, in the order of the file indices of the records.
    pub files: Rc<[FileLabel]>,
    pub locale: Locale,
    pub on_action: Callback<ImportAction>,
    pub on_import: Callback<MouseEvent>,
    pub on_cancel: Callback<MouseEvent>,
}

#[component]
pub fn ImportPreview(props: &ImportPreviewProps) -> Html {
    let ImportPreviewProps { preview, files, on_action, on_import, on_cancel, .. } = props;
    let locale = props.locale;
    let open = preview.open_conflicts().count();
    let count = preview.write_count().saturating_add(open);
    let (own, views) = (preview.user_figure_count(), preview.views_count());
    let beside = own.saturating_add(views);
    let (rows, namesakes) = (preview.with_problems(), preview.with_namesake());
    let verdicts = Verdict::ALL.into_iter().filter(|verdict| preview.count(*verdict) > 0);
    let section = use_node_ref();
    let is_told = use_state_eq(|| false);
    let on_import = use_callback((on_import.clone(), section.clone(), is_told.setter(), open), |event, deps| {
        let (on_import, section, is_told, open) = deps;
        is_told.set(*open > 0);
        if *open > 0 {
            reveal_inside(section, OPEN);
        } else {
            on_import.emit(event);
        }
    });
    html! {
        <div class="import-preview" data-unfinished="true" ref={section}>
            if rows > 0 {
                <p class="notice">{ words::problems(rows, locale) }</p>
            }
            if namesakes > 0 {
                <p class="notice">{ words::namesakes(namesakes, locale) }</p>
            }
            <div>
                { for verdicts.map(|verdict| html! {
                    <Group key={verdict.code()} {verdict} preview={preview.clone()} files={files.clone()} {locale}
                        on_action={on_action.clone()} />
                }) }
            </div>
            if !preview.unusable().is_empty() {
                { unusable(preview, files, locale) }
            }
            if own > 0 {
                <p class="notice">{ words::own_figures(own, locale) }</p>
            }
            <div>
                { for words::views(views, preview.views_differing(), locale).into_iter().map(|told| html! { <p class="notice">{ told }</p> }) }
            </div>
            if preview.user_figures_differing() > 0 {
                <p class="notice">{ words::user_figures_differing(preview.user_figures_differing(), locale) }</p>
            }
            if beside == 0 && preview.items().is_empty() {
                <p class="notice">{ words::NOTHING.get(locale) }</p>
            }
            <div class="import-preview__open" aria-live="assertive" translate="no">
                if *is_told && open > 0 {
                    <p class="notice">{ open_conflicts(preview, locale) }</p>
                }
            </div>
            <div role="status" translate="no">
                if let Some(fitting) = preview.fitting() {
                    <p class="notice">{ result_words::no_room(preview.write_count(), fitting, locale) }</p>
                }
            </div>
            <div class="deals__bar">
                if count > 0 || beside > 0 {
                    <button type="button" class="button button--primary" onclick={on_import}>
                        { words::import(count.saturating_add(beside), locale) }
                    </button>
                } else if !preview.items().is_empty() {
                    <p>{ words::NOTHING_CHOSEN.get(locale) }</p>
                }
                <button type="button" class="button button--quiet" onclick={on_cancel}>{ words::CANCEL.get(locale) }</button>
            </div>
        </div>
    }
}

/// The records with choices still open.
fn open_conflicts(preview: &Preview, locale: Locale) -> String {
    const MAX: usize = 3;
    let open = preview.open_conflicts().filter_map(|place| first(preview.conflicts().get(place)?, preview));
    let names: Vec<String> = open.map(|item| words::name(item, locale)).collect();
    let shown = names.get(..MAX).unwrap_or(&names);
    conflict_words::open_conflicts(shown, names.len().saturating_sub(shown.len()), locale)
}

/// The records that cannot be imported: always shown, up to a limit.
fn unusable(preview: &Preview, files: &[FileLabel], locale: Locale) -> Html {
    const MAX: usize = 200;
    let count = preview.unusable().len();
    html! {
        <section class="import-group import-group--unusable">
            <h3 class="import__heading">{ format!("{} ({count})", words::UNUSABLE.get(locale)) }</h3>
            <p class="import__hint">{ words::UNUSABLE_HINT.get(locale) }</p>
            <ul class="import-group__items">
                { for preview.unusable().iter().take(MAX).map(|(file, it)| html! {
                    <li class="import-item">{ words::unusable(it, locale) }{ from_file(*file, files) }</li>
                }) }
            </ul>
            if count > MAX {
                <p class="import__hint">{ "…" }</p>
            }
        </section>
    }
}
