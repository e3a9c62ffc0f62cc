//! The results: the headline large, the others beneath it.

use abacus_core::Decimal;
use abacus_core::calculator::{Evaluation, Output};
use abacus_core::number::format::{Style, machine, short};
use yew::prelude::*;

use crate::state::form::Stale;
use crate::text::calculator as words;

#[derive(PartialEq, Properties)]
pub struct ResultProps {
    /// The results, headline first.
    pub evaluations: Vec<Evaluation>,
    /// Why they do not match what is typed, if so.
    pub stale: Option<Stale>,
    /// What they leave out.
    pub caveat: &'static str,
    pub style: Style,
}

#[component]
pub fn Results(props: &ResultProps) -> Html {
    let Some((headline, others)) = props.evaluations.split_first() else { return Html::default() };
    let (style, locale) = (props.style, props.style.locale);
    html! {
        <div class={classes!("result", props.stale.map(|_| "result--stale"))}>
            <div class="result__top">
                <p class="result__label">{ headline.output.label.get(locale) }</p>
                <p class={classes!("result__headline", is_long(headline, &style).then_some("result__headline--long"))}>
                    { figure(headline, &style) }
                    <span class="result__unit">{ headline.output.unit.label(locale) }</span>
                    <span class="result__short">
                        { headline.value.ok().and_then(|value| short(value, locale)).map(|short| short.to_string()) }
                    </span>
                </p>
                <p class="result__stale" role="status">{ props.stale.map(|stale| words::stale(stale).get(locale)) }</p>
            </div>
            <dl class="result__others">
                { for others.iter().map(|evaluation| html! {
                    <div class="result__other" key={evaluation.output.key}>
                        <dt>{ evaluation.output.label.get(locale) }</dt>
                        <dd>{ figure(evaluation, &style) }{ " " }<span class="result__unit">{ evaluation.output.unit.label(locale) }</span></dd>
                    </div>
                }) }
            </dl>
            <p class="result__caveat">{ props.caveat }</p>
        </div>
    }
}

/// Whether the headline needs the smaller type to stay on its line.
fn is_long(headline: &Evaluation, style: &Style) -> bool {
    headline.value.is_ok_and(|value| headline.output.quote(value, style).chars().count() > 13)
}

/// One result as in the public contract: the exact decimal for programs, the figure for people, or the
/// reason why it could not be computed.
pub(super) fn figure(evaluation: &Evaluation, style: &Style) -> Html {
    let key = evaluation.output.key;
    match evaluation.value {
        Ok(value) => html! { <output class="figure" name={key}>{ amount(evaluation.output, value, style) }</output> },
        Err(reason) => html! {
            <output class="figure figure--none" name={key}>{ evaluation.output.none(reason).get(style.locale) }</output>
        },
    }
}

/// The figure. A minus stands before the currency, and the currency before the number.
fn amount(output: &Output, value: Decimal, style: &Style) -> Html {
    let (exact, quoted, figure) = (machine(value), output.quote(value, style), output.figure(value, style));
    match quoted.strip_suffix(&figure) {
        Some(sign) if !sign.is_empty() => html! {
            <><span class="figure__currency">{ sign.to_owned() }</span><data value={exact}>{ figure }</data></>
        },
        _ => html! { <data value={exact}>{ quoted }</data> },
    }
}
