//! How the last import went, with the offer to take it back.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::components::event::focus;
use crate::deals::files::import::state::{Done, TakenBack};
use crate::deals::files::import::words;
use crate::text::common;

/// What the bar needs.
#[derive(PartialEq, Properties)]
pub struct OutcomeProps {
    /// The last import, while taking it back is on offer.
    pub done: Option<Done>,
    /// What became of taking it back.
    pub taken_back: Option<TakenBack>,
    /// Whether the deals are elsewhere, so that a link to them is of use.
    pub elsewhere: bool,
    /// The language.
    pub locale: Locale,
    /// The user wants it taken back.
    pub on_undo: Callback<MouseEvent>,
    /// The user has read it.
    pub on_dismiss: Callback<MouseEvent>,
}

/// The bar; empty while there was no import. Its words take the focus when there are new ones, for the
/// button that led to them is gone.
#[component]
pub fn Outcome(props: &OutcomeProps) -> Html {
    let OutcomeProps { done, taken_back, elsewhere, on_undo, on_dismiss, .. } = props;
    let locale = props.locale;
    let node = use_node_ref();
    use_effect_with((done.clone(), *taken_back, node.clone()), |(done, taken_back, node)| {
        if done.is_some() || taken_back.is_some() {
            focus(node);
        }
    });
    let text = match (done, taken_back) {
        (Some(done), None) => Some(words::done(done, locale)),
        (None, Some(taken)) => Some(words::taken_back(*taken, locale)),
        (Some(_), Some(taken)) => {
            Some(format!("{} {}", words::taken_back(*taken, locale), words::left(taken.left, locale)))
        }
        (None, None) => None,
    };
    html! {
        <div role="status">
            if let Some(text) = text {
                <div class="undo import-outcome">
                    <p class="undo__text" tabindex="-1" ref={node}>{ text }</p>
                    <div class="undo__choices">
                        if done.is_some() {
                            <button type="button" class="button" onclick={on_undo}>{ words::UNDO.get(locale) }</button>
                        }
                        if *elsewhere {
                            <a class="button" href="#">{ words::SEE.get(locale) }</a>
                        }
                        <button type="button" class="button button--quiet" onclick={on_dismiss}>{ common::DISMISS.get(locale) }</button>
                    </div>
                </div>
            }
        </div>
    }
}
