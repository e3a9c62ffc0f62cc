//! The results: the headline large, the others beneath it.

use abacus_core::Decimal;
use abacus_core::calculator::field::Part;
use abacus_core::calculator::sentence::sentence;
use abacus_core::calculator::{Evaluation, Output};
use abacus_core::number::format::{Style, machine, short};
use abacus_embed::Part as Shown;
use yew::prelude::*;

use crate::calculator::form::Stale;
use crate::calculator::parts::Parts;
use crate::calculator::words;
use crate::calculator::working::{before_ceil, unrounded};
use crate::shell::element::{changing, class_names, classed, content, element};

pub(super) fn results(parts: &Parts<'_>) -> Html {
    let evaluations = parts.evaluations(Part::Slide);
    let Some((headline, others)) = evaluations.split_first() else { return Html::default() };
    let (style, locale) = (parts.style(), parts.locale());
    let (stale, is_told) = parts.stale().unzip();
    // Without what solves, these are the figures of another question.
    let figure = |evaluation: &Evaluation| match stale {
        Some(Stale::Solving) => named(evaluation, "figure figure--none", content("…")),
        _ => figure(evaluation, &style),
    };
    let unit =
        |evaluation: &Evaluation| changing("span", "result__unit", content(evaluation.output.unit.label(locale)));
    let in_short = headline.value.ok().and_then(|value| short(value, locale)).map(|short| short.to_string());
    let aside = in_short.or_else(|| {
        let step = parts.steps.iter().find(|step| step.output == headline.output)?;
        Some(words::unrounded(&before_ceil(unrounded(step, parts.form.inputs())?), locale))
    });
    let beside = parts.beside();
    html! {
        <div class={class_names(["result", match is_told {
            Some(true) => "result--stale",
            Some(false) => "result--waiting",
            None => "",
        }])}>
            if parts.shows(Shown::Result) {
                <div class="result__top">
                    { classed("p", "result__label", content(headline.output.label.get(locale))) }
                    <p class={class_names(["result__headline", if is_long(headline, &style) { "result__headline--long" } else { "" }])}>
                        { figure(headline) }
                        { unit(headline) }
                        { changing("span", "result__short", content(aside.unwrap_or_default())) }
                    </p>
                    <p class="result__stale" role="status" translate="no">{ stale.filter(|_| is_told == Some(true)).map(|stale| words::stale(stale).get(locale)) }</p>
                </div>
            }
            if parts.shows(Shown::Figures) {
                <dl class="result__others">
                    { for others.iter().chain(&beside).map(|evaluation| html! {
                        <div class="result__other" key={evaluation.output.key}>
                            { element("dt", content(evaluation.output.label.get(locale))) }
                            { element("dd", Html::from_iter([figure(evaluation), content(" "), unit(evaluation)])) }
                        </div>
                    }) }
                </dl>
            }
            if !parts.form.is_for_customer() {
                if parts.shows(Shown::Sentence) {
                    { said(sentence(parts.calculator.spec(), parts.form.inputs(), &parts.evaluations, &style)) }
                }
                { caveat(parts.told().caveat.get(locale)) }
            }
        </div>
    }
}

/// A result as one would say it.
pub(super) fn said(sentence: String) -> Html {
    html! { <p class="result__sentence" translate="no">{ content(sentence) }</p> }
}

/// Whether the headline needs the smaller type to stay on its line.
fn is_long(headline: &Evaluation, style: &Style) -> bool {
    headline.value.is_ok_and(|value| headline.output.quote(value, style).chars().count() > 13)
}

pub(super) fn caveat(caveat: &'static str) -> Html {
    changing("p", "result__caveat", content(caveat))
}

/// One result as in the public contract: the exact decimal for programs, the figure for people, or the
/// reason why it could not be computed.
pub(super) fn figure(evaluation: &Evaluation, style: &Style) -> Html {
    match evaluation.value {
        Ok(value) => named(evaluation, "figure", amount(evaluation.output, value, style)),
        Err(reason) => {
            named(evaluation, "figure figure--none", content(evaluation.output.none(reason).get(style.locale)))
        }
    }
}

fn named(evaluation: &Evaluation, class: &'static str, figure: Html) -> Html {
    html! { <output {class} name={evaluation.output.key} translate="no">{ figure }</output> }
}

/// The figure. A minus stands before the currency, and the currency before the number.
fn amount(output: &Output, value: Decimal, style: &Style) -> Html {
    let (exact, quoted, figure) = (machine(value), output.quote(value, style), output.figure(value, style));
    let data = |figure: String| html! { <data value={exact}>{ content(figure) }</data> };
    match quoted.strip_suffix(&figure) {
        Some(sign) if !sign.is_empty() => {
            let sign = classed("span", "figure__currency", content(sign.to_owned()));
            Html::from_iter([sign, data(figure)])
        }
        _ => data(quoted),
    }
}
