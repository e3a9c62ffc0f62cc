//! The guesses of the class as marks on a logarithmic line, and later the position of the result.

use abacus_class::{Kind, nearest, place};
use abacus_core::Decimal;
use abacus_core::calculator::Output;
use yew::prelude::*;

use crate::class::stage::scene::Scene;
use crate::class::stage::words;

/// The start and length of the line in hundredths of a percent of the picture's width.
const LEFT: u32 = 600;
const LENGTH: u32 = 8_800;
/// Marks closer than this, in thousandths of the line, are stacked; the maximum stack height.
const NEAR: u32 = 14;
const HIGH: usize = 6;
/// Labels closer than this are omitted.
const APART: u32 = 95;

/// A guess on the line: its position, and how many are below it.
#[derive(Debug, PartialEq, Eq)]
struct Mark {
    place: u32,
    above: usize,
}

/// The line of the question that a step belongs to; `None` if nothing was asked, or if a result has no guesses. The
/// result is on it only if it is passed in.
pub(super) fn line(scene: &Scene<'_>, result: Option<Decimal>) -> Option<Html> {
    let (class, run) = (scene.class, scene.run);
    let asked = class.lesson.asked(run.step)?;
    let Kind::Ask { lowest, highest, .. } = class.step(asked)?.kind else { return None };
    let output = class.output(asked)?;
    let guesses = run.guessed(class.lesson, run.step);
    if guesses.is_empty() && result.is_some() {
        return None;
    }
    let quote = |value: Decimal| scene.guess(output, value);
    let at = |value: Decimal| place(value, lowest, highest);
    let best = result.and_then(|result| nearest(guesses, result));
    let all = guesses.iter().map(|guess| quote(*guess)).collect::<Vec<_>>().join(words::comma(scene.session.locale));
    let label = words::guesses(guesses.len(), &all, scene.session.locale);
    Some(html! {
        <figure class="guesses" translate="no">
            <svg class="guesses__line" role="img" aria-label={label}>
                <line class="guesses__axis" x1={across(0)} x2={across(1_000)} y1="66%" y2="66%" />
                { for marks(guesses.iter().map(|guess| at(*guess))).into_iter().map(|mark| dot(&mark)) }
                { for labels(guesses, at).into_iter().map(|guess| text("guesses__label", at(guess), "80%", quote(guess))) }
                { ends(scene, output, lowest, highest) }
                if let Some(result) = result {
                    <line class="guesses__result" x1={across(at(result))} x2={across(at(result))} y1="14%" y2="72%" />
                    { text("guesses__label guesses__label--result", at(result), "9%", quote(result)) }
                }
            </svg>
            if let Some(best) = best {
                <figcaption class="guesses__nearest">{ words::nearest(&quote(best), scene.session.locale) }</figcaption>
            }
        </figure>
    })
}

fn ends(scene: &Scene<'_>, output: &Output, lowest: Decimal, highest: Decimal) -> Html {
    let end = |value, place, anchor: &'static str| {
        html! {
            <text class="guesses__end" x={across(place)} y="98%" text-anchor={anchor}>{ scene.guess(output, value) }</text>
        }
    };
    html! { <>{ end(lowest, 0, "start") }{ end(highest, 1_000, "end") }</> }
}

fn text(class: &'static str, place: u32, y: &'static str, text: String) -> Html {
    let anchor = match place {
        0..80 => "start",
        80..=920 => "middle",
        _ => "end",
    };
    html! { <text {class} x={across(place)} {y} text-anchor={anchor}>{ text }</text> }
}

fn dot(mark: &Mark) -> Html {
    let up = u32::try_from(mark.above).unwrap_or_default().saturating_mul(9);
    let y = 66_u32.saturating_sub(4).saturating_sub(up);
    html! { <circle class="guesses__mark" cx={across(mark.place)} cy={format!("{y}%")} r="0.65%" /> }
}

/// The x coordinate of a position on the line.
fn across(place: u32) -> String {
    let hundredths = LEFT.saturating_add(LENGTH.saturating_mul(place).div_euclid(1_000));
    format!("{}.{:02}%", hundredths.div_euclid(100), hundredths.rem_euclid(100))
}

/// Stacks guesses that are close to each other.
fn marks(places: impl Iterator<Item = u32>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for place in places {
        let above = marks.iter().filter(|mark| mark.place.abs_diff(place) < NEAR).count();
        marks.push(Mark { place, above: above.min(HIGH) });
    }
    marks
}

/// The guesses whose labels fit below the line.
fn labels(guesses: &[Decimal], at: impl Fn(Decimal) -> u32) -> Vec<Decimal> {
    let mut sorted = guesses.to_vec();
    sorted.sort_unstable();
    let mut last: Option<u32> = None;
    sorted.retain(|guess| {
        let place = at(*guess);
        let has_room = last.is_none_or(|last| place.abs_diff(last) >= APART);
        last = if has_room { Some(place) } else { last };
        has_room
    });
    sorted
}

#[cfg(test)]
mod tests {
    use super::{HIGH, Mark, across, labels, marks};
    use abacus_core::number::int;

    #[test]
    fn marks_close_to_each_other_are_stacked() {
        let found = marks([100, 500, 105, 110].into_iter());
        let expected = [(100, 0), (500, 0), (105, 1), (110, 2)].map(|(place, above)| Mark { place, above });
        assert_eq!(found, expected);
        assert!(marks([7; 60].into_iter()).iter().all(|mark| mark.above <= HIGH));
    }

    #[test]
    fn labels_do_not_overlap() {
        let at = |guess: abacus_core::Decimal| u32::try_from(guess).unwrap_or_default();
        let guesses = [900, 100, 150, 400].map(int);
        assert_eq!(labels(&guesses, at), [100, 400, 900].map(int));
    }

    #[test]
    fn the_line_is_inside_the_picture() {
        assert_eq!((across(0), across(500), across(1_000)), ("6.00%".into(), "50.00%".into(), "94.00%".into()));
    }
}
