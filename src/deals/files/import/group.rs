//! The records with one verdict, with a choice for all of them.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::transfer::{ImportChoice, Item, Preview, Verdict};
use yew::prelude::*;

use crate::deals::files::import::item::{Review, item, options};
use crate::deals::files::import::state::{FileLabel, ImportAction};
use crate::deals::files::import::words;
use crate::shell::event::chosen;

/// How many records are shown at once; more would be slow on a phone.
const STEP: usize = 50;

#[derive(PartialEq, Properties)]
pub(crate) struct GroupProps {
    pub(crate) verdict: Verdict,
    pub(crate) preview: Preview,
    pub(crate) files: Rc<[FileLabel]>,
    pub(crate) locale: Locale,
    pub(crate) on_action: Callback<ImportAction>,
}

/// Folded unless it needs a decision.
#[component]
pub(crate) fn Group(props: &GroupProps) -> Html {
    let GroupProps { verdict, preview, files, on_action, .. } = props;
    let (verdict, locale) = (*verdict, props.locale);
    let shown = use_state(|| STEP);
    let open = *use_state(|| matches!(verdict, Verdict::Conflict | Verdict::New | Verdict::FileNewer));
    let on_more = use_callback(shown.clone(), |_: MouseEvent, shown| shown.set(shown.saturating_add(STEP)));

    let of_verdict = |(_, (item, _)): &(usize, (&Item, &ImportChoice))| item.verdict == verdict;
    let mut of: Vec<_> = preview.items().iter().zip(preview.choices()).enumerate().filter(of_verdict).collect();
    // The versions of one deal stand together, from whichever files they are.
    of.sort_by_key(|(index, (item, _))| item.elsewhere.iter().copied().fold(*index, usize::min));
    let count = of.len();
    let review = Review { preview, files, locale, on_action };
    let hidden = count.saturating_sub(*shown);
    html! {
        <details class={classes!("import-group", format!("import-group--{}", verdict.code()))} {open}>
            <summary class="import-group__summary">{ words::group(verdict, count, locale) }</summary>
            <p class="import__hint">{ words::verdict_means(verdict).get(locale) }</p>
            if count > 1 {
                { all(preview, verdict, locale, on_action) }
            }
            <ul class="import-group__items">
                { for of.iter().take(*shown).map(|(index, (it, choice))| item(*index, it, **choice, &review)) }
            </ul>
            if hidden > 0 {
                <button type="button" class="button" onclick={on_more}>{ words::more(hidden.min(STEP), locale) }</button>
            }
        </details>
    }
}

/// One choice for all records, if there is more than one to choose from.
fn all(preview: &Preview, verdict: Verdict, locale: Locale, on_action: &Callback<ImportAction>) -> Html {
    let of = || preview.items().iter().filter(|item| item.verdict == verdict);
    let choices: Vec<ImportChoice> = ImportChoice::ALL
        .into_iter()
        // Fields are chosen record by record.
        .filter(|choice| *choice != ImportChoice::Combine && of().any(|item| item.choices().any(|can| can == *choice)))
        .collect();
    if choices.len() < 2 {
        return Html::default();
    }
    let common = preview.common_choice(verdict).filter(|common| choices.contains(common));
    let on_action = on_action.clone();
    let onchange = move |event: Event| {
        ImportChoice::from_code(&chosen(&event))
            .into_iter()
            .for_each(|choice| on_action.emit(ImportAction::ChooseAll(verdict, choice)));
    };
    html! {
        <label class="import-group__all">
            <span>{ words::ALL.get(locale) }</span>
            <select class="import-select" {onchange}>
                if common.is_none() {
                    <option value="" selected=true disabled=true>{ words::MIXED.get(locale) }</option>
                }
                { for options(&choices, |choice| words::choice(verdict, choice), common, locale) }
            </select>
        </label>
    }
}
