//! The picture of a result: boxes or bars, drawn from the figures beside it.

use abacus_core::Decimal;
use abacus_core::calculator::field::Kind;
use abacus_core::calculator::picture::{Drawing, Figure, LENGTH, Row, Segments, draw};
use abacus_core::calculator::{Evaluation, Inputs, Spec};
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::format::{Precision, Style, number, short};
use abacus_core::text::Text;
use yew::prelude::*;

use crate::calculator::words;

/// How many boxes fit side by side.
const ACROSS: u32 = 25;
/// The width of a box with the gap after it, and without.
const STEP: u32 = 24;
const BOX: u32 = 20;

/// The maximum length of a figure in a picture.
const LONG: usize = 15;

/// Labels and figures are text; the shapes beside them carry no other information.
pub(super) fn picture(spec: &Spec, inputs: &Inputs, evaluations: &[Evaluation], style: &Style) -> Html {
    let locale = style.locale;
    let labelled = |figure: Figure| label_and_figure(spec, inputs, figure, style);
    let head = |figure: Figure| {
        let (label, quoted) = labelled(figure);
        html! { <>{ label.get(locale) }{ " " }<span class="picture__figure" translate="no">{ quoted }</span></> }
    };
    let content = match draw(spec, inputs, evaluations) {
        Drawing::Stack(rows) => {
            let line = |(place, row): (usize, Row)| {
                let each = number(row.each, Precision::up_to(0));
                html! {
                    <div class="picture__row" key={row.figure.key}>
                        <p>{ head(row.figure) }</p>
                        { boxes(row, place == 0) }
                        if row.each > Decimal::ONE { { caption(words::many(&each, locale)) } }
                    </div>
                }
            };
            let lines = rows.into_iter().enumerate().map(line).collect::<Html>();
            html! { <>{ lines }<figcaption class="picture__caption">{ words::BOXES.get(locale) }</figcaption></> }
        }
        Drawing::Funnel(bands) => {
            let next = bands.iter().skip(1).chain(bands.last()).map(|(_, width)| *width);
            let band = |((figure, width), next): (&(Figure, u32), u32)| {
                html! {
                    <div class="picture__stage" key={figure.key}>
                        <p>{ head(*figure) }</p>
                        { trapezoid(*width, next) }
                    </div>
                }
            };
            html! { <div class="picture__funnel">{ for bands.iter().zip(next).map(band) }</div> }
        }
        Drawing::Balance(sides) => html! {
            <>
                <div class="picture__sides">{ for sides.map(|(figure, _)| html! { <p key={figure.key}>{ head(figure) }</p> }) }</div>
                { beam(sides) }
            </>
        },
        Drawing::PartOfWhole { figure, of, share, whole, part, segments } => {
            let (label, quoted) = labelled(figure);
            let percent = share.times(Decimal::ONE_HUNDRED).unwrap_or(share);
            let percent = format!("{}%", number(percent, Precision::up_to(1)));
            let dividers = segments.iter().flat_map(|segments| segments.dividers.clone()).collect::<Vec<_>>();
            html! {
                <>
                    { bar(whole, part, &dividers) }
                    { caption(match of {
                        Some(of) => {
                            let (whole, all) = labelled(of);
                            words::part_of(label.get(locale), &quoted, (whole.get(locale), &all), &percent, locale)
                        }
                        None => words::part(label.get(locale), &quoted, &percent, locale),
                    }) }
                    if let Some(segments) = segments {
                        { caption(by_segments(spec, segments, style)) }
                    }
                </>
            }
        }
        Drawing::Nothing(why) => caption(why.get(locale).to_owned()),
    };
    html! { <figure class="picture">{ content }</figure> }
}

fn caption(text: String) -> Html {
    html! { <p class="picture__caption" translate="no">{ text }</p> }
}

/// The name of a figure, and its formatted value. A long one is shown in full with the results and would wrap here: it
/// is abbreviated, or shown by its shape alone.
fn label_and_figure(spec: &Spec, inputs: &Inputs, figure: Figure, style: &Style) -> (Text, String) {
    let (label, quoted) = in_full(spec, inputs, figure, style);
    if quoted.chars().count() <= LONG {
        return (label, quoted);
    }
    let in_brief = short(figure.value, style.locale).map_or(quoted, |short| short.to_string());
    (label, if in_brief.chars().count() > 20 { String::new() } else { in_brief })
}

fn in_full(spec: &Spec, inputs: &Inputs, figure: Figure, style: &Style) -> (Text, String) {
    match (spec.field(figure.key), spec.output(figure.key)) {
        (Some(field), _) => {
            let sign = if field.kind == Kind::Money { style.sign() } else { "" };
            (spec.label(field, inputs), format!("{sign}{}", field.quote(figure.value)))
        }
        (None, Some(output)) => (output.label, output.quote(figure.value, style)),
        (None, None) => (spec.title, String::new()),
    }
}

/// What the segments count.
fn by_segments(spec: &Spec, segments: Segments, style: &Style) -> String {
    let Some(output) = spec.output(segments.figure.key) else { return String::new() };
    let (locale, each) = (style.locale, number(segments.each, Precision::up_to(0)));
    let all = output.quote(segments.figure.value, style);
    words::segments(output.label.get(locale), &all, &output.unit.label(locale), &each, locale)
}

/// Boxes side by side; the last may be a fraction of one. A few of them fit beside the text.
fn boxes(Row { whole, rest, .. }: Row, is_first: bool) -> Html {
    let all = whole.saturating_add(u32::from(rest > 0));
    if all == 0 {
        return Html::default();
    }
    let (columns, rows) = (all.min(ACROSS), all.div_ceil(ACROSS));
    let [width, height] = [columns, rows].map(|count| count.saturating_mul(STEP));
    let class = if is_first { "picture__one" } else { "picture__more" };
    let one = |place: u32| {
        let (row, column) = (place.div_euclid(ACROSS), place.rem_euclid(ACROSS));
        let length = if place < whole { BOX } else { BOX.saturating_mul(rest).div_euclid(LENGTH).max(1) };
        html! {
            <rect key={place} {class} x={column.saturating_mul(STEP).saturating_add(2).to_string()}
                y={row.saturating_mul(STEP).saturating_add(2).to_string()} width={length.to_string()} height={BOX.to_string()} />
        }
    };
    html! {
        <svg class="picture__boxes" width={format!("{columns}em")} viewBox={format!("0 0 {width} {height}")}
            aria-hidden="true">
            { for (0..all).map(one) }
        </svg>
    }
}

/// A band of a funnel, whose lower edge is as wide as the next band.
fn trapezoid(width: u32, next: u32) -> Html {
    let ends = |width: u32| {
        let left = LENGTH.saturating_sub(width).div_euclid(2);
        (left, LENGTH.saturating_sub(left))
    };
    let ((left, right), (below_left, below_right)) = (ends(width), ends(next));
    html! {
        <svg class="picture__band" viewBox={format!("0 0 {LENGTH} 10")} preserveAspectRatio="none" aria-hidden="true">
            <path d={format!("M{left},0H{right}L{below_right},10H{below_left}Z")} />
        </svg>
    }
}

/// Two bars from the middle outwards. A negative one is hollow.
fn beam([left, right]: [(Figure, u32); 2]) -> Html {
    let bar = |(figure, length): (Figure, u32), x: u32| {
        let class =
            if figure.value.is_sign_negative() { "picture__part picture__part--negative" } else { "picture__part" };
        html! { <rect {class} x={x.to_string()} y="1" width={length.to_string()} height="8" /> }
    };
    html! {
        <svg class="picture__bar" viewBox={format!("0 0 {} 10", LENGTH.saturating_mul(2))} preserveAspectRatio="none"
            aria-hidden="true">
            { bar(left, LENGTH.saturating_sub(left.1)) }
            { bar(right, LENGTH) }
            <path class="picture__middle" d={format!("M{LENGTH},0V10")} />
        </svg>
    }
}

/// A bar of a whole, the filled part, and where each segment ends.
fn bar(whole: u32, part: u32, dividers: &[u32]) -> Html {
    let dividers: String = dividers.iter().map(|divider| format!("M{divider},0V10")).collect();
    html! {
        <svg class="picture__bar" viewBox={format!("0 0 {LENGTH} 10")} preserveAspectRatio="none" aria-hidden="true">
            <rect class="picture__whole" width={whole.to_string()} height="10" />
            <rect class="picture__part" width={part.to_string()} height="10" />
            <path class="picture__notch" d={dividers} />
            if part > whole { <path class="picture__middle" d={format!("M{whole},0V10")} /> }
        </svg>
    }
}
