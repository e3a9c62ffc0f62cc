//! One picture of a result, drawn from its own figures.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::calculator::{Evaluation, Inputs, Spec};
use crate::number::Undefined;
use crate::number::decimal::Arithmetic;
use crate::number::format::round;
use crate::text::Text;

/// What a calculator's picture shows, by the keys of its inputs and results.
#[derive(Clone, Copy, Debug)]
pub enum Picture {
    /// One box, and as many like it as the result is times that: a debt and the sales that make up for it.
    Multiples {
        /// What one box is.
        one: &'static str,
        /// How many there are.
        times: &'static str,
    },
    /// A bar for each, the longest for the greatest: steps, a funnel, two sides of a balance.
    Bars(&'static [&'static str]),
    /// A whole, and the part of it that a second figure takes.
    Part {
        /// The figures that make up the whole.
        whole: &'static [&'static str],
        /// The figure that is a part of it, and may be more than all of it.
        part: &'static str,
    },
}

/// The longest bar.
pub const LENGTH: u32 = 1_000;
/// The most boxes that are drawn. Of more, one stands for several.
pub const BOXES: u32 = 100;

/// A picture that can be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// So many whole boxes, of which each stands for so many, and the length of the last one if it is not whole.
    Boxes {
        /// The figure that one of them is.
        one: Figure,
        /// How many whole boxes there are.
        whole: u32,
        /// The length of one more, of [`LENGTH`]; 0 if the boxes come out even.
        rest: u32,
        /// How many times the figure one box is.
        each: Decimal,
    },
    /// Bars, each with its length.
    Bars(Vec<(Figure, u32)>),
    /// A bar of which so much is taken. `whole` is the length of the whole, `part` that of what is taken.
    Part {
        /// The part.
        figure: Figure,
        /// Its share of the whole.
        share: Decimal,
        /// The length of the whole.
        whole: u32,
        /// The length of the part, more than that of the whole if nothing is left.
        part: u32,
    },
    /// There is nothing to draw: why.
    Nothing(Text),
}

/// A figure of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Its key.
    pub key: &'static str,
    /// Its value.
    pub value: Decimal,
}

/// The picture for these inputs and results.
#[must_use]
pub fn draw(spec: &Spec, inputs: &Inputs, evaluations: &[Evaluation]) -> Drawing {
    let drawn = match spec.picture {
        Picture::Multiples { one, times } => boxes(spec, inputs, evaluations, one, times),
        Picture::Bars(keys) => bars(spec, inputs, evaluations, keys),
        Picture::Part { whole, part } => taken(spec, inputs, evaluations, whole, part),
    };
    drawn.unwrap_or_else(Drawing::Nothing)
}

/// The keys that a picture is drawn from.
#[must_use]
pub fn keys(picture: Picture) -> Vec<&'static str> {
    match picture {
        Picture::Multiples { one, times } => vec![one, times],
        Picture::Bars(keys) => keys.to_vec(),
        Picture::Part { whole, part } => whole.iter().copied().chain([part]).collect(),
    }
}

fn value(spec: &Spec, inputs: &Inputs, evaluations: &[Evaluation], key: &'static str) -> Result<Figure, Text> {
    let result = evaluations.iter().find(|result| result.output.key == key);
    let value = match result {
        Some(result) => result.value.map_err(|reason| result.output.none(reason))?,
        None => inputs.get(key).filter(|_| spec.field(key).is_some()).ok_or(Undefined::NoSuchInput.words())?,
    };
    Ok(Figure { key, value })
}

/// How long something is, of a whole that is so long.
fn length(value: Decimal, whole: Decimal) -> u32 {
    let length = value.abs().over(whole).and_then(|share| share.times(LENGTH.into()));
    length.and_then(|length| round(length, 0).to_u32()).unwrap_or_default()
}

fn boxes(
    spec: &Spec,
    inputs: &Inputs,
    evaluations: &[Evaluation],
    one: &'static str,
    times: &'static str,
) -> Result<Drawing, Text> {
    let (one, times) = (value(spec, inputs, evaluations, one)?, value(spec, inputs, evaluations, times)?);
    // 1, 2, 5, 10, 20 … times the figure, so that there are no more boxes than can be told apart.
    let mut each = Decimal::ONE;
    let mut steps = [Decimal::TWO, Decimal::new(25, 1), Decimal::TWO].into_iter().cycle();
    while times.value.over(each).is_some_and(|boxes| boxes > BOXES.into()) {
        let Some(next) = steps.next().and_then(|step| each.times(step)) else { break };
        each = next.normalize();
    }
    let boxes = times.value.max(Decimal::ZERO).over(each).unwrap_or_default();
    let whole = boxes.floor();
    let rest = boxes.minus(whole).unwrap_or_default();
    Ok(Drawing::Boxes { one, whole: whole.to_u32().unwrap_or_default(), rest: length(rest, Decimal::ONE), each })
}

fn bars(
    spec: &Spec,
    inputs: &Inputs,
    evaluations: &[Evaluation],
    keys: &'static [&'static str],
) -> Result<Drawing, Text> {
    let figures: Result<Vec<Figure>, Text> = keys.iter().map(|key| value(spec, inputs, evaluations, key)).collect();
    let figures = figures?;
    let longest = figures.iter().map(|figure| figure.value.abs()).max().unwrap_or_default();
    Ok(Drawing::Bars(figures.into_iter().map(|figure| (figure, length(figure.value, longest))).collect()))
}

fn taken(
    spec: &Spec,
    inputs: &Inputs,
    evaluations: &[Evaluation],
    whole: &[&'static str],
    part: &'static str,
) -> Result<Drawing, Text> {
    let part = value(spec, inputs, evaluations, part)?;
    let mut all = Decimal::ZERO;
    for key in whole {
        let figure = value(spec, inputs, evaluations, key)?;
        all = all.plus(figure.value).ok_or(Undefined::TooLarge.words())?;
    }
    let longest = all.abs().max(part.value.abs());
    let share = part.value.over(all).unwrap_or_default();
    Ok(Drawing::Part { figure: part, share, whole: length(all, longest), part: length(part.value, longest) })
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{BOXES, Drawing, LENGTH, draw, keys};
    use crate::calculator::share::decode;
    use crate::calculators::{CATALOG, find};

    fn drawn(id: &str, fragment: &str) -> Option<Drawing> {
        let calculator = find(id)?;
        let inputs = decode(calculator.spec(), fragment).inputs;
        Some(draw(calculator.spec(), &inputs, &calculator.evaluate(&inputs)))
    }

    #[test]
    fn every_picture_is_drawn_from_figures_of_its_calculator() {
        for calculator in CATALOG {
            let spec = calculator.spec();
            for key in keys(spec.picture) {
                assert!(spec.field(key).is_some() || spec.output(key).is_some(), "{calculator:?}: `{key}`");
            }
            assert!(!matches!(drawn(spec.id, ""), None | Some(Drawing::Nothing(_))), "{calculator:?}");
        }
    }

    #[test]
    fn no_picture_leaves_its_frame() {
        for calculator in CATALOG {
            let spec = calculator.spec();
            for end in [false, true] {
                let mut inputs = crate::calculator::Inputs::defaults(spec);
                for field in spec.fields {
                    let _allowed = inputs.set(field, if end { field.high } else { field.least() });
                }
                match draw(spec, &inputs, &calculator.evaluate(&inputs)) {
                    Drawing::Boxes { whole, rest, .. } => assert!(whole <= BOXES && rest <= LENGTH, "{calculator:?}"),
                    Drawing::Bars(bars) => assert!(bars.iter().all(|bar| bar.1 <= LENGTH), "{calculator:?}"),
                    Drawing::Part { whole, part, .. } => assert!(whole.max(part) <= LENGTH, "{calculator:?}"),
                    Drawing::Nothing(why) => assert!(!why.zh.is_empty() && !why.en.is_empty()),
                }
            }
        }
    }

    #[test]
    fn a_debt_takes_fifty_boxes_like_it() {
        let boxes = |fragment| match drawn("bad-debt", fragment) {
            Some(Drawing::Boxes { whole, rest, each, .. }) => (whole, rest, each),
            _ => (0, 0, Decimal::ZERO),
        };
        assert_eq!(boxes(""), (50, 0, Decimal::ONE));
        assert_eq!(boxes("margin=0.03"), (33, 333, Decimal::ONE));
        assert_eq!(boxes("margin=0.001"), (100, 0, Decimal::TEN));
        assert_eq!(boxes("loss=700"), (50, 0, Decimal::ONE), "the box is the debt");
    }

    #[test]
    fn profit_is_eaten_month_by_month() {
        let part = |fragment| match drawn("receivables", fragment) {
            Some(Drawing::Part { whole, part, .. }) => (whole, part),
            _ => (0, 0),
        };
        assert_eq!(part("days=73"), (1_000, 100));
        assert_eq!(part("days=0"), (1_000, 0));
        assert_eq!(part("days=1460"), (500, 1_000), "more is eaten than there was");
    }
}
