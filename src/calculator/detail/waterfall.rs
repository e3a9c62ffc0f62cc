//! A waterfall chart: from a first figure to what remains, one bar for each professional step in use.

use abacus_core::Decimal;
use abacus_core::calculator::chain::{self, Bar};
use abacus_core::calculator::field::Kind;
use abacus_core::number::decimal::Arithmetic;
use yew::prelude::*;

use crate::calculator::parts::Parts;
use crate::calculator::words;

/// The bars with their figures; empty without a chain or without a step in use.
pub(super) fn waterfall(parts: &Parts<'_>) -> Html {
    let bars = chain::waterfall(parts.calculator.spec(), parts.form.inputs(), parts.form.evaluations());
    if bars.is_empty() {
        return Html::default();
    }
    // The first bar starts at zero, which is the edge of the chart unless a figure is negative.
    let zero = bars.first().map(|bar| if bar.change.is_sign_negative() { bar.to } else { bar.from });
    let zero = zero.filter(|zero| !zero.is_zero());
    let locale = parts.locale();
    html! {
        <figure class="waterfall" aria-labelledby="waterfall-title">
            <figcaption class="section-title" id="waterfall-title">{ words::CHAIN.get(locale) }</figcaption>
            <ol class="waterfall__bars">{ for bars.iter().map(|bar| step(parts, bar, zero)) }</ol>
        </figure>
    }
}

fn step(parts: &Parts<'_>, bar: &Bar, zero: Option<Decimal>) -> Html {
    let (style, locale) = (&parts.style(), parts.locale());
    let spec = parts.calculator.spec();
    // All figures of a chain have the same kind, including the input it may start with.
    let last = spec.chain.and_then(|chain| spec.output(chain.steps.last()?.1));
    let quote = |value| last.map(|output| output.quote(value, style)).unwrap_or_default();
    let name = match (bar.field, bar.output) {
        (Some(field), _) => {
            let value = parts.form.inputs().get(field.key).map(|value| field.quote(value)).unwrap_or_default();
            let sign = if field.kind == Kind::Money { style.sign() } else { "" };
            format!("{} {sign}{value}", spec.label(field, parts.form.inputs()).get(locale))
        }
        (None, Some(output)) => spec.label_of(output, parts.form.inputs()).get(locale).to_owned(),
        (None, None) => spec
            .chain
            .and_then(|chain| spec.field(chain.start))
            .map_or("", |field| parts.label(field).get(locale))
            .to_owned(),
    };
    let is_loss = bar.change.is_sign_negative();
    let sign = if is_loss || bar.field.is_none() { "" } else { "+" };
    let class = classes!(
        "waterfall__bar",
        match (bar.field.is_some(), is_loss) {
            (false, _) => "waterfall__bar--start",
            (true, true) => "waterfall__bar--loss",
            (true, false) => "waterfall__bar--gain",
        }
    );
    html! {
        <li class="waterfall__step" translate="no">
            <span class="waterfall__name">{ name }</span>
            if bar.field.is_some() { <span class="waterfall__change">{ sign }{ quote(bar.change) }</span> }
            <span class="waterfall__total">{ quote(bar.total) }</span>
            <svg class="waterfall__picture" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
                <rect {class} x={bar.from.to_string()} y="0" height="12"
                    width={bar.to.minus(bar.from).unwrap_or_default().to_string()} />
                if let Some(zero) = zero { <path class="waterfall__zero" d={format!("M{zero},0V12")} /> }
            </svg>
        </li>
    }
}
