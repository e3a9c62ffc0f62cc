//! How the last import went, with the offer to take it back.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::components::event::focus;
use crate::deals::controls::{Bar, NoticeButton};
use crate::deals::files::import::state::{CompletedImport, UndoneImport};
use crate::deals::files::import::words;
use crate::text::common;

#[derive(PartialEq, Properties)]
pub struct OutcomeProps {
    /// The last import, while taking it back is on offer.
    pub done: Option<CompletedImport>,
    /// What became of taking it back.
    pub undone_import: Option<UndoneImport>,
    /// Whether the deals are elsewhere, so that a link to them is of use.
    pub elsewhere: bool,
    pub locale: Locale,
    /// The user wants it taken back.
    pub on_undo: Callback<MouseEvent>,
    pub on_dismiss: Callback<MouseEvent>,
}

/// The bar; empty while there was no import. Its words take the focus when there are new ones, for the
/// button that led to them is gone.
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
        (Some(done), None) => Some(words::done(done, locale)),
        (None, Some(taken)) => Some(words::undone_import(*taken, locale)),
        (Some(_), Some(taken)) => {
            Some(format!("{} {}", words::undone_import(*taken, locale), words::left(taken.left, locale)))
        }
        (None, None) => None,
    };
    let bar = text.map(|text| {
        let undo = done.is_some().then(|| NoticeButton::new(words::UNDO.get(locale), on_undo));
        let see = elsewhere.then(|| NoticeButton::link(words::SEE.get(locale), "#"));
        let dismiss = NoticeButton::new(common::DISMISS.get(locale), on_dismiss).quiet();
        let buttons: Vec<NoticeButton> = undo.into_iter().chain(see).chain([dismiss]).collect();
        html! { <Bar {text} class="import-outcome" sentence={node} {buttons} /> }
    });
    html! { <div role="status">{ bar }</div> }
}
