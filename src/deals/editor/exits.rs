//! What has to be true before the next step: for the current step of the deal, and for those before it.

use abacus_core::text::Locale;
use abacus_deals::{CheckSource, Deal, Edit, ExitCheck, Stage, TextField, exit_checks};
use yew::prelude::*;

use crate::deals::controls::{FoldingSection, TextInput};
use crate::deals::editor::words;
use crate::deals::words as deals;

const ID: &str = "exits";
/// The target of the advice about it.
pub(crate) const HEAD: &str = "exits-head";

pub(crate) fn exits(deal: &Deal, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let steps = Stage::ALL.into_iter().rev().filter(|stage| *stage <= deal.stage);
    html! {
        <FoldingSection key={ID} id={ID} title={deals::EXITS.get(locale)} summary={deals::exits(deal, locale)}>
            <p class="field__hint" id={HEAD} tabindex="-1">{ words::EXITS_HINT.get(locale) }</p>
            { for steps.map(|stage| step(deal, stage, locale, on_edit)) }
        </FoldingSection>
    }
}

fn step(deal: &Deal, stage: Stage, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    html! {
        <section key={stage.code()} class="exits__step" aria-label={stage.label().get(locale)}>
            <h3 class="exits__title">{ stage.label().get(locale) }</h3>
            <ul class="exits__list">{ for exit_checks(stage).map(|one| check(deal, one, locale, on_edit)) }</ul>
        </section>
    }
}

fn check(deal: &Deal, check: &'static ExitCheck, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let is_met = check.is_met(deal);
    let state = if is_met { words::MET } else { words::NOT_MET };
    let content = match check.source {
        CheckSource::Seen(field) => {
            let value = field.get(&deal.exits).clone();
            html! { <TextInput field={TextField::Exit(field)} {value} {locale} {on_edit} /> }
        }
        CheckSource::Data(_) => html! { <span class="exits__words">{ check.label.get(locale) }</span> },
    };
    html! {
        <li key={check.code} class={classes!("exits__check", is_met.then_some("exits__check--met"))} data-exit={check.code}>
            <span class="exits__mark" translate="no">{ if is_met { "✓" } else { "○" } }<span class="visually-hidden">{ state.get(locale) }</span></span>
            { content }
        </li>
    }
}
