//! The results: the headline large, the others below it.

use abacus_core::Decimal;
use abacus_core::calculator::field::Part;
use abacus_core::calculator::sentence::sentence;
use abacus_core::calculator::{Evaluation, Output};
use abacus_core::number::format::{Style, machine, short};
use abacus_embed::Part as Shown;
use yew::prelude::*;

use crate::calculator::form::Stale;
use crate::calculator::parts::Parts;
use crate::calculator::rounding::{before_ceil, unrounded_result};
use crate::calculator::words;
use crate::shell::element::{changing, classed, content, element, tag};

pub(super) fn results(parts: &Parts<'_>) -> Html {
    let evaluations = parts.evaluations(Part::Slide);
    let Some((headline, others)) = evaluations.split_first() else { return Html::default() };
    let (style, locale) = (parts.style(), parts.locale());
    let (stale, is_told) = parts.stale().unzip();
    // Without the solver, these figures belong to the previous goal.
    let figure = |evaluation: &Evaluation| match stale {
        Some(Stale::Solving) => named(evaluation, "figure figure--none", content("…")),
        _ => figure(evaluation, &style),
    };
    let unit =
        |evaluation: &Evaluation| changing("span", "result__unit", content(evaluation.output.unit.label(locale)));
    let in_short = headline.value.ok().and_then(|value| short(value, locale)).map(|short| short.to_string());
    let aside = in_short.or_else(|| {
        let before = unrounded_result(parts.calculator, headline.output, parts.form.inputs())?;
        Some(words::unrounded(&before_ceil(before), locale))
    });
    let label = parts.calculator.spec().label_of(headline.output, parts.form.inputs());
    let extra_outputs = parts.extra_outputs();
    let class = match is_told {
        Some(true) => "result result--stale",
        Some(false) => "result result--waiting",
        None => "result",
    };
    let top = || {
        let class = match letters(headline, &style) {
            ..=7 => "result__headline",
            8..=WIDE => "result__headline result__headline--wide",
            count if count <= LONG => "result__headline result__headline--long",
            _ => "result__headline result__headline--longest",
        };
        let shown = tag("p").class(class).child(figure(headline)).child(unit(headline)).child(changing(
            "span",
            "result__short",
            content(aside.unwrap_or_default()),
        ));
        let why = stale.filter(|_| is_told == Some(true)).map(|stale| content(words::stale(stale).get(locale)));
        tag("div")
            .class("result__top")
            .child(changing("p", "result__label", content(label.get(locale))))
            .child(shown)
            .child(tag("p").class("result__stale").attr("role", "status").untranslated().maybe(why))
    };
    let others = || {
        let other = |evaluation: &Evaluation| {
            let label = element("dt", content(evaluation.output.label.get(locale)));
            let result = Html::from_iter([figure(evaluation), content(" "), unit(evaluation)]);
            tag("div")
                .key(evaluation.output.key)
                .class("result__other")
                .child(label)
                .child(element("dd", result))
                .into()
        };
        tag("dl").class("result__others").children(others.iter().chain(&extra_outputs).map(other))
    };
    let said = || said(sentence(parts.calculator.spec(), parts.form.inputs(), &parts.evaluations, &style));
    let is_own = !parts.form.is_for_customer();
    tag("div")
        .class(class)
        .maybe(parts.shows(Shown::Result).then(top))
        .maybe(parts.shows(Shown::Figures).then(others))
        .maybe((is_own && parts.shows(Shown::Sentence)).then(said))
        .maybe(is_own.then(|| caveat(parts.wording().caveat.get(locale))))
        .into()
}

pub(super) fn said(sentence: String) -> Html {
    changing("p", "result__sentence", content(sentence))
}

/// The maximum length of a headline in large type, and in smaller type.
const WIDE: usize = 13;
const LONG: usize = 23;

/// Whether the headline needs the smaller type to fit on one line.
pub(super) fn is_long(headline: &Evaluation, style: &Style) -> bool {
    letters(headline, style) > WIDE
}

/// The length of a figure, which never wraps.
fn letters(result: &Evaluation, style: &Style) -> usize {
    result.value.map_or(0, |value| result.output.quote(value, style).chars().count())
}

pub(super) fn caveat(caveat: &'static str) -> Html {
    changing("p", "result__caveat", content(caveat))
}

/// One result as in the public contract: the exact decimal for programs, the formatted figure for people, or the reason
/// why it could not be computed.
pub(super) fn figure(evaluation: &Evaluation, style: &Style) -> Html {
    match evaluation.value {
        Ok(value) => {
            let class = match letters(evaluation, style) {
                ..=WIDE => "figure",
                count if count <= LONG => "figure figure--long",
                _ => "figure figure--longest",
            };
            named(evaluation, class, amount(evaluation.output, value, style))
        }
        Err(reason) => {
            named(evaluation, "figure figure--none", content(evaluation.output.none(reason).get(style.locale)))
        }
    }
}

fn named(evaluation: &Evaluation, class: &'static str, figure: Html) -> Html {
    tag("output").class(class).attr("name", evaluation.output.key).untranslated().child(figure).into()
}

/// The figure. A minus goes before the currency, and the currency before the number.
fn amount(output: &Output, value: Decimal, style: &Style) -> Html {
    let (exact, quoted, figure) = (machine(value), output.quote(value, style), output.figure(value, style));
    let data = |figure: String| Html::from(tag("data").attr("value", exact).text(figure));
    match quoted.strip_suffix(&figure) {
        Some(sign) if !sign.is_empty() => {
            let sign = classed("span", "figure__currency", content(sign.to_owned()));
            Html::from_iter([sign, data(figure)])
        }
        _ => data(quoted),
    }
}
