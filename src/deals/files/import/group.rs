//! The records with one verdict, with a choice for all of them.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::transfer::{ImportChoice, Preview, Verdict};
use yew::prelude::*;

use crate::deals::files::import::conflict::conflict;
use crate::deals::files::import::item::item;
use crate::deals::files::import::review::{Review, mixed, option};
use crate::deals::files::import::state::{FileLabel, ImportAction};
use crate::deals::files::import::words;
use crate::shell::event::chosen;
use crate::shell::select::Select;

/// How many records are shown at first, and how many more per step: more would block a slow phone.
const FIRST: usize = 20;
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
    let steps = use_state(|| FIRST);
    let open = *use_state(|| matches!(verdict, Verdict::Conflict | Verdict::New | Verdict::FileNewer));
    let on_more = use_callback(steps.clone(), |_: MouseEvent, steps| steps.set(steps.saturating_add(STEP)));

    let review = Review { preview, files, locale, on_action };
    let count = preview.count(verdict);
    // The first open conflict is rendered, so that the user can resolve what the import is waiting for.
    let is_open = |place: &usize| preview.open_fields(*place) > 0;
    let first_open = (verdict == Verdict::Conflict).then(|| (0..preview.conflicts().len()).find(is_open)).flatten();
    let shown = (*steps).max(first_open.map_or(0, |place| place.saturating_add(1)));
    let rows: Vec<Html> = if verdict == Verdict::Conflict {
        let conflicts = preview.conflicts().iter().enumerate().take(shown);
        conflicts.map(|(place, it)| conflict(place, it, &review)).collect()
    } else {
        let at = |place: &usize| Some((*place, preview.items().get(*place)?, *preview.choices().get(*place)?));
        let of = preview.indexes(verdict).iter().take(shown).filter_map(at);
        of.map(|(place, it, choice)| item(place, it, choice, &review)).collect()
    };
    let hidden = count.saturating_sub(shown);
    html! {
        <details class={classes!("import-group", format!("import-group--{}", verdict.code()))} {open}>
            <summary class="import-group__summary">{ words::group(verdict, count, locale) }</summary>
            <p class="import__hint">{ words::verdict_means(verdict).get(locale) }</p>
            if count > 1 {
                { all(preview, verdict, locale, on_action) }
            }
            <ul class="import-group__items">{ for rows }</ul>
            if hidden > 0 {
                <button type="button" class="button" onclick={on_more}>{ words::more(hidden.min(STEP), locale) }</button>
            }
        </details>
    }
}

/// One choice for all records, if there is more than one option.
fn all(preview: &Preview, verdict: Verdict, locale: Locale, on_action: &Callback<ImportAction>) -> Html {
    let choices = preview.common_choices(verdict);
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
            <Select class="import-select" {onchange}>
                if common.is_none() {
                    { mixed(words::MIXED, locale) }
                }
                { for choices.iter().map(|it| option(it.code().to_owned(), words::choice(verdict, *it).get(locale), common == Some(*it))) }
            </Select>
        </label>
    }
}
