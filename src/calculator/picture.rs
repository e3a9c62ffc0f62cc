//! The picture of a result: boxes or bars, drawn from the figures beside it.

use abacus_core::Decimal;
use abacus_core::calculator::field::Kind;
use abacus_core::calculator::picture::{Drawing, Figure, LENGTH, draw};
use abacus_core::calculator::{Evaluation, Inputs, Spec};
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::format::{Precision, Style, number};
use abacus_core::text::Text;
use yew::prelude::*;

use crate::calculator::words;

/// How many boxes stand in a row.
const ROW: u32 = 10;
/// A box with the gap after it, and without.
const STEP: u32 = 24;
const BOX: u32 = 20;

pub(super) fn picture(spec: &Spec, inputs: &Inputs, evaluations: &[Evaluation], style: &Style) -> Html {
    let locale = style.locale;
    let told = |figure: Figure| told(spec, inputs, figure, style);
    let content = match draw(spec, inputs, evaluations) {
        Drawing::Boxes { one, whole, rest, each } => {
            let (label, figure) = told(one);
            let each = number(each, Precision::up_to(0));
            html! {
                <>
                    { boxes(whole, rest) }
                    { caption(words::boxes(label.get(locale), &figure, &each, locale)) }
                </>
            }
        }
        Drawing::Bars(lines) => lines
            .into_iter()
            .map(|(figure, length)| {
                let (label, quoted) = told(figure);
                html! {
                    <div class="picture__line" key={figure.key}>
                        <span>{ label.get(locale) }</span><span class="picture__figure" translate="no">{ quoted }</span>
                        { bar(LENGTH, length, figure.value.is_sign_negative()) }
                    </div>
                }
            })
            .collect(),
        Drawing::Part { figure, share, whole, part } => {
            let (label, quoted) = told(figure);
            let percent = share.times(Decimal::ONE_HUNDRED).unwrap_or(share);
            let percent = format!("{}%", number(percent, Precision::up_to(1)));
            html! {
                <>
                    { bar(whole, part, false) }
                    { caption(words::part(label.get(locale), &quoted, &percent, locale)) }
                </>
            }
        }
        Drawing::Nothing(why) => caption(why.get(locale).to_owned()),
    };
    html! { <figure class="picture">{ content }</figure> }
}

fn caption(text: String) -> Html {
    html! { <figcaption class="picture__caption" translate="no">{ text }</figcaption> }
}

/// The name of a figure, and the figure as people read it.
fn told(spec: &Spec, inputs: &Inputs, figure: Figure, style: &Style) -> (Text, String) {
    match (spec.field(figure.key), spec.output(figure.key)) {
        (Some(field), _) => {
            let sign = if field.kind == Kind::Money { style.sign() } else { "" };
            (spec.label(field, inputs), format!("{sign}{}", field.quote(figure.value)))
        }
        (None, Some(output)) => (output.label, output.quote(figure.value, style)),
        (None, None) => (spec.title, String::new()),
    }
}

/// Boxes in rows of ten; the last may be a part of one. The first is what the others make up for.
fn boxes(whole: u32, rest: u32) -> Html {
    let all = whole.saturating_add(u32::from(rest > 0));
    let rows = all.max(1).div_ceil(ROW);
    let (width, height) = (ROW.saturating_mul(STEP), rows.saturating_mul(STEP));
    let one = |place: u32| {
        let (row, column) = (place.div_euclid(ROW), place.rem_euclid(ROW));
        let length = if place < whole { BOX } else { BOX.saturating_mul(rest).div_euclid(LENGTH).max(1) };
        html! {
            <rect key={place} class={if place == 0 { "picture__one" } else { "picture__more" }}
                x={column.saturating_mul(STEP).to_string()} y={row.saturating_mul(STEP).to_string()}
                width={length.to_string()} height={BOX.to_string()} />
        }
    };
    html! {
        <svg class="picture__boxes" viewBox={format!("0 0 {width} {height}")} aria-hidden="true">{ for (0..all).map(one) }</svg>
    }
}

/// A bar of a whole, and how much of it there is.
fn bar(whole: u32, part: u32, is_negative: bool) -> Html {
    let class = if is_negative { "picture__part picture__part--negative" } else { "picture__part" };
    html! {
        <svg class="picture__bar" viewBox={format!("0 0 {LENGTH} 10")} preserveAspectRatio="none" aria-hidden="true">
            <rect class="picture__whole" width={whole.to_string()} height="10" />
            <rect {class} width={part.to_string()} height="10" />
        </svg>
    }
}
