//! The results: the headline large, the others beneath it.

use abacus_core::calculator::Outcome;
use abacus_core::format::{machine, number, short};
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::text::calculator as words;

/// What the results need.
#[derive(PartialEq, Properties)]
pub struct ResultProps {
    /// The results, headline first.
    pub outcomes: Vec<Outcome>,
    /// Whether they no longer belong to what is typed.
    pub stale: bool,
    /// What they leave out.
    pub caveat: &'static str,
    /// The language.
    pub locale: Locale,
}

/// The results of a calculator.
#[component]
pub fn Results(props: &ResultProps) -> Html {
    let Some((headline, others)) = props.outcomes.split_first() else { return Html::default() };
    let locale = props.locale;
    html! {
        <div class={classes!("result", props.stale.then_some("result--stale"))}>
            <div class="result__top">
                <p class="result__label">{ headline.output.label.get(locale) }</p>
                <p class={classes!("result__headline", is_long(headline).then_some("result__headline--long"))}>
                    { figure(headline, locale) }
                    <span class="result__unit">{ headline.output.unit.label(locale) }</span>
                    <span class="result__short">
                        { headline.value.ok().and_then(|value| short(value, locale)).map(|short| format!("≈ {short}")) }
                    </span>
                </p>
                <p class="result__stale" role="status">{ props.stale.then(|| words::STALE.get(locale)) }</p>
            </div>
            <dl class="result__others">
                { for others.iter().map(|outcome| html! {
                    <div class="result__other" key={outcome.output.key}>
                        <dt>{ outcome.output.label.get(locale) }</dt>
                        <dd>{ figure(outcome, locale) }</dd>
                    </div>
                }) }
            </dl>
            <p class="result__caveat">{ props.caveat }</p>
        </div>
    }
}

/// Whether the headline needs the smaller type to stay on its line.
fn is_long(headline: &Outcome) -> bool {
    headline.value.is_ok_and(|value| number(value, headline.output.precision).len() > 12)
}

/// One result as the contract has it: the exact decimal for machines, the figure for people, or
/// the reason why there is none.
fn figure(outcome: &Outcome, locale: Locale) -> Html {
    let key = outcome.output.key;
    match outcome.value {
        Ok(value) => html! {
            <output class="figure" name={key}>
                <data value={machine(value)}>{ number(value, outcome.output.precision) }</data>
            </output>
        },
        Err(reason) => html! {
            <output class="figure figure--none" name={key}>{ words::undefined(reason).get(locale) }</output>
        },
    }
}
