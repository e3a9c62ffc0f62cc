use abacus_core::text::Locale;
use yew::prelude::*;

use crate::deals::controls::{NoticeButton, StatusBar};
use crate::deals::files::import::state::{CompletedImport, UndoneImport};
use crate::deals::files::import::{result_words, words};
use crate::shell::event::focus;
use crate::shell::words as common;

#[derive(PartialEq, Properties)]
pub struct OutcomeProps {
    /// The last import, while undo is offered.
    pub done: Option<CompletedImport>,
    pub undone_import: Option<UndoneImport>,
    /// Whether the page shows no deals, so that a link to them is useful.
    pub elsewhere: bool,
    pub locale: Locale,
    pub on_undo: Callback<MouseEvent>,
    pub on_dismiss: Callback<MouseEvent>,
}

/// The bar; empty before the first import. A new sentence takes the focus, because the button that caused it is gone.
#[component]
pub fn Outcome(props: &OutcomeProps) -> Html {
    let OutcomeProps { done, undone_import, elsewhere, on_undo, on_dismiss, .. } = props;
    let locale = props.locale;
    let node = use_node_ref();
    use_effect_with((done.clone(), *undone_import, node.clone()), |(done, undone_import, node)| {
        if done.is_some() || undone_import.is_some() {
            focus(node);
        }
    });
    let text = match (done, undone_import) {
        (Some(done), None) => Some(result_words::completed(done, locale)),
        (None, Some(undone)) => Some(result_words::undone_import(*undone, locale)),
        (Some(_), Some(undone)) => Some(format!(
            "{} {}",
            result_words::undone_import(*undone, locale),
            result_words::not_undone(undone.left, locale)
        )),
        (None, None) => None,
    };
    let bar = text.map(|text| {
        let undo = done.is_some().then(|| NoticeButton::new(words::UNDO.get(locale), on_undo));
        let see = elsewhere.then(|| NoticeButton::link(words::SEE.get(locale), "#"));
        let dismiss = NoticeButton::new(common::DISMISS.get(locale), on_dismiss).quiet();
        let buttons: Vec<NoticeButton> = undo.into_iter().chain(see).chain([dismiss]).collect();
        html! { <StatusBar {text} class="import-outcome" sentence={node} {buttons} /> }
    });
    html! { <div role="status" translate="no">{ bar }</div> }
}
