//! A waterfall chart: from a first figure to what remains, one bar for each professional step that is in.

use abacus_core::Decimal;
use abacus_core::calculator::chain::{Bar, waterfall};
use abacus_core::calculator::field::Kind;
use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::text::form as words;

#[derive(PartialEq, Properties)]
pub struct WaterfallProps {
    pub calculator: &'static dyn Calculator,
    pub inputs: Inputs,
    pub evaluations: Vec<Evaluation>,
    pub style: Style,
}

/// The bars with their figures; nothing without a chain or with no step in.
#[component]
pub fn Waterfall(props: &WaterfallProps) -> Html {
    let spec = props.calculator.spec();
    let bars = waterfall(spec, &props.inputs, &props.evaluations);
    if bars.is_empty() {
        return Html::default();
    }
    // The first bar begins at zero, which is an edge of the picture unless a figure is negative.
    let zero = bars.first().map(|bar| if bar.change.is_sign_negative() { bar.to } else { bar.from });
    let zero = zero.filter(|zero| !zero.is_zero());
    let locale = props.style.locale;
    html! {
        <figure class="waterfall" aria-labelledby="waterfall-title">
            <figcaption class="section-title" id="waterfall-title">{ words::CHAIN.get(locale) }</figcaption>
            <ol class="waterfall__bars">{ for bars.iter().map(|bar| step(props, bar, zero)) }</ol>
        </figure>
    }
}

fn step(props: &WaterfallProps, bar: &Bar, zero: Option<Decimal>) -> Html {
    let (style, locale) = (&props.style, props.style.locale);
    let spec = props.calculator.spec();
    // All figures of a chain are of one kind, also the input that it may begin with.
    let last = spec.chain.and_then(|chain| spec.output(chain.steps.last()?.1));
    let quote = |value| last.map(|output| output.quote(value, style)).unwrap_or_default();
    let name = match (bar.field, bar.output) {
        (Some(field), _) => {
            let value = props.inputs.get(field.key).map(|value| field.quote(value)).unwrap_or_default();
            let sign = if field.kind == Kind::Money { style.sign() } else { "" };
            format!("{} {sign}{value}", spec.label(field, &props.inputs).get(locale))
        }
        (None, Some(output)) => output.label.get(locale).to_owned(),
        (None, None) => {
            spec.chain.and_then(|chain| spec.field(chain.start)).map_or("", |field| field.label.get(locale)).to_owned()
        }
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
        <li class="waterfall__step">
            <span class="waterfall__name">{ name }</span>
            if bar.field.is_some() { <span class="waterfall__change">{ sign }{ quote(bar.change) }</span> }
            <span class="waterfall__total">{ quote(bar.total) }</span>
            <svg class="waterfall__picture" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
                <rect {class} x={bar.from.to_string()} y="0" height="12"
                    width={bar.to.checked_sub(bar.from).unwrap_or_default().to_string()} />
                if let Some(zero) = zero { <path class="waterfall__zero" d={format!("M{zero},0V12")} /> }
            </svg>
        </li>
    }
}
