//! A picture of a result, drawn from its figures.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::calculator::{Evaluation, Inputs, Spec};
use crate::number::decimal::Arithmetic;
use crate::number::format::round;
use crate::number::{Undefined, int};
use crate::text::Text;

/// What a calculator's picture shows, by the keys of its inputs and results.
#[derive(Clone, Copy, Debug)]
pub enum Picture {
    /// One box, then in each row as many boxes as that figure is a multiple of the one above: a debt and the sales that
    /// make up for it; a purchase that adds up to weeks, years and a lifetime.
    Stack(&'static [&'static str]),
    /// One band per figure, from widest to narrowest: how many are needed for the few that remain.
    Funnel(&'static [&'static str]),
    /// Two figures, one on each side of the middle.
    Balance(&'static str, &'static str),
    /// A whole, and the part of it that a second figure takes.
    PartOfWhole {
        /// The figures that make up the whole.
        whole: &'static [&'static str],
        /// The figure that is a part of it; it may exceed the whole.
        part: &'static str,
        /// The figure that gives how many segments make up the whole, such as months.
        segments: Option<&'static str>,
    },
}

/// The length of the longest bar.
pub const LENGTH: u32 = 1_000;
/// The maximum number of boxes or segments drawn. Beyond it, one represents several.
pub const MAX_SHAPES: u32 = 100;

/// A picture ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// Rows of boxes. The first is one box.
    Stack(Vec<Row>),
    /// Bands, each with its width.
    Funnel(Vec<(Figure, u32)>),
    /// Bars to the left and to the right, each with its length.
    Balance([(Figure, u32); 2]),
    /// A bar with a part taken out of it.
    PartOfWhole {
        /// The part.
        figure: Figure,
        /// The whole, if it is one figure.
        of: Option<Figure>,
        /// Its share of the whole.
        share: Decimal,
        /// The length of the whole.
        whole: u32,
        /// The length of the part, more than that of the whole if nothing is left.
        part: u32,
        /// Where each segment ends, and how many units of the figure one segment represents.
        segments: Option<Segments>,
    },
    /// There is nothing to draw, for this reason.
    Nothing(Text),
}

/// One row of a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The figure that the row adds up to.
    pub figure: Figure,
    /// How many whole boxes there are.
    pub whole: u32,
    /// The length of the partial last box, of [`LENGTH`]; 0 if all boxes are full.
    pub rest: u32,
    /// What multiple of the figure above one box represents.
    pub each: Decimal,
}

/// The segments of a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segments {
    /// The figure that gives their total number.
    pub figure: Figure,
    /// The position where each segment ends, within the bar.
    pub dividers: Vec<u32>,
    /// How many units of the figure one segment represents.
    pub each: Decimal,
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
pub fn draw(spec: &Spec, inputs: &Inputs, evaluations: &[Evaluation]) -> Drawing {
    let figures = Figures { spec, inputs, evaluations };
    let drawn = match spec.picture {
        Picture::Stack(keys) => figures.all(keys).map(stack),
        Picture::Funnel(keys) => figures.all(keys).map(|all| Drawing::Funnel(lengths(all))),
        Picture::Balance(left, right) => figures.all(&[left, right]).map(balance),
        Picture::PartOfWhole { whole, part, segments } => part_of_whole(&figures, whole, part, segments),
    };
    drawn.unwrap_or_else(Drawing::Nothing)
}

/// The keys of the figures a picture uses.
pub fn keys(picture: Picture) -> Vec<&'static str> {
    match picture {
        Picture::Stack(keys) | Picture::Funnel(keys) => keys.to_vec(),
        Picture::Balance(left, right) => vec![left, right],
        Picture::PartOfWhole { whole, part, segments } => whole.iter().copied().chain([part]).chain(segments).collect(),
    }
}

struct Figures<'a> {
    spec: &'a Spec,
    inputs: &'a Inputs,
    evaluations: &'a [Evaluation],
}

impl Figures<'_> {
    fn of(&self, key: &'static str) -> Result<Figure, Text> {
        let result = self.evaluations.iter().find(|result| result.output.key == key);
        let value = match result {
            Some(result) => result.value.map_err(|reason| result.output.none(reason))?,
            None => {
                self.inputs.get(key).filter(|_| self.spec.field(key).is_some()).ok_or(Undefined::NoSuchInput.words())?
            }
        };
        Ok(Figure { key, value })
    }

    fn all(&self, keys: &[&'static str]) -> Result<Vec<Figure>, Text> {
        keys.iter().map(|key| self.of(key)).collect()
    }
}

/// The length of a value on a bar of [`LENGTH`] for the whole.
fn length(value: Decimal, whole: Decimal) -> u32 {
    let length = value.abs().over(whole).and_then(|share| share.times(LENGTH.into()));
    length.and_then(|length| round(length, 0).to_u32()).unwrap_or_default()
}

/// The figures with their lengths; the greatest gets the longest.
fn lengths(figures: Vec<Figure>) -> Vec<(Figure, u32)> {
    let longest = figures.iter().map(|figure| figure.value.abs()).max().unwrap_or_default();
    figures.into_iter().map(|figure| (figure, length(figure.value, longest))).collect()
}

/// The smallest of 1, 2, 5, 10, 20 … such that at most [`MAX_SHAPES`] of them make up the count.
fn each(count: Decimal) -> Decimal {
    let mut each = Decimal::ONE;
    let mut steps = [Decimal::TWO, Decimal::new(25, 1), Decimal::TWO].into_iter().cycle();
    while count.over(each).is_some_and(|boxes| boxes > MAX_SHAPES.into()) {
        let Some(next) = steps.next().and_then(|step| each.times(step)) else { break };
        each = next.normalize();
    }
    each
}

fn stack(figures: Vec<Figure>) -> Drawing {
    let one = figures.first().map(|figure| Row { figure: *figure, whole: 1, rest: 0, each: Decimal::ONE });
    let others = figures.windows(2).filter_map(|pair| {
        let [above, figure] = pair else { return None };
        // A multiple of zero counts as zero.
        let times = figure.value.over(above.value).unwrap_or_default().max(Decimal::ZERO);
        let each = each(times);
        let boxes = times.over(each).unwrap_or_default();
        let whole = boxes.rounded_down();
        let rest = length(boxes.minus(whole).unwrap_or_default(), Decimal::ONE);
        Some(Row { figure: *figure, whole: whole.to_u32().unwrap_or_default(), rest, each })
    });
    Drawing::Stack(one.into_iter().chain(others).collect())
}

fn balance(figures: Vec<Figure>) -> Drawing {
    match lengths(figures).as_slice() {
        [left, right] => Drawing::Balance([*left, *right]),
        _ => Drawing::Nothing(Undefined::NoSuchInput.words()),
    }
}

fn part_of_whole(
    figures: &Figures<'_>,
    whole: &[&'static str],
    part: &'static str,
    segments: Option<&'static str>,
) -> Result<Drawing, Text> {
    let part = figures.of(part)?;
    let mut all = Decimal::ZERO;
    let wholes = figures.all(whole)?;
    for figure in &wholes {
        all = all.plus(figure.value).ok_or(Undefined::TooLarge.words())?;
    }
    let of = wholes.first().copied().filter(|_| wholes.len() == 1);
    let longest = all.abs().max(part.value.abs());
    let share = part.value.over(all).unwrap_or_default();
    let whole = length(all, longest);
    // Without a count of segments, the bar is not divided.
    let segments = segments.and_then(|key| figures.of(key).ok()).map(|figure| divide(figure, whole));
    Ok(Drawing::PartOfWhole { figure: part, of, share, whole, part: length(part.value, longest), segments })
}

/// Notches along the whole, and beyond it if the part is longer.
fn divide(figure: Figure, whole: u32) -> Segments {
    // The number of segments along the longest bar.
    let all = figure.value.times(LENGTH.into()).and_then(|all| all.over(whole.into())).unwrap_or_default();
    let each = each(all);
    let divider = |place: u32| {
        let share = int(place).times(each)?.over(all)?;
        round(share.times(LENGTH.into())?, 0).to_u32().filter(|divider| *divider < LENGTH)
    };
    Segments { figure, dividers: (1..MAX_SHAPES).map_while(divider).collect(), each }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Drawing, LENGTH, MAX_SHAPES, draw, keys};
    use crate::calculator::Inputs;
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
    fn every_figure_on_the_slide_changes_the_picture() {
        for calculator in CATALOG {
            let spec = calculator.spec();
            let formulas = calculator.formulas();
            let uses = |key: &str, input: &str| {
                key == input || formulas.iter().any(|(name, formula)| *name == key && formula.occurrences(input) > 0)
            };
            for field in spec.fields {
                if !keys(spec.picture).iter().any(|key| uses(key, field.key)) {
                    continue;
                }
                let inputs = Inputs::defaults(spec);
                let mut other = inputs.clone();
                let now = if field.default == field.slider.high { field.slider.low } else { field.slider.high };
                let allowed = other.set(field, now.max(field.min_value()));
                assert!(allowed.is_ok(), "{calculator:?} {}", field.key);
                let of = |inputs: &Inputs| draw(spec, inputs, &calculator.evaluate(inputs));
                assert_ne!(of(&inputs), of(&other), "{calculator:?} {}", field.key);
            }
        }
    }

    #[test]
    fn no_picture_leaves_its_frame() {
        for calculator in CATALOG {
            let spec = calculator.spec();
            for end in [false, true] {
                let mut inputs = Inputs::defaults(spec);
                for field in spec.fields {
                    let _allowed = inputs.set(field, if end { field.high } else { field.min_value() });
                }
                match draw(spec, &inputs, &calculator.evaluate(&inputs)) {
                    Drawing::Stack(rows) => {
                        assert!(rows.iter().all(|row| row.whole <= MAX_SHAPES && row.rest <= LENGTH), "{calculator:?}");
                    }
                    Drawing::Funnel(bands) => assert!(bands.iter().all(|band| band.1 <= LENGTH), "{calculator:?}"),
                    Drawing::Balance(sides) => assert!(sides.iter().all(|side| side.1 <= LENGTH), "{calculator:?}"),
                    Drawing::PartOfWhole { whole, part, segments, .. } => {
                        let dividers = segments.map(|segments| segments.dividers).unwrap_or_default();
                        assert!(whole.max(part) <= LENGTH && dividers.len() <= 100, "{calculator:?}");
                        assert!(dividers.iter().all(|divider| *divider < LENGTH), "{calculator:?}");
                    }
                    Drawing::Nothing(why) => assert!(!why.zh.is_empty() && !why.en.is_empty()),
                }
            }
        }
    }

    fn boxes(id: &str, fragment: &str) -> Vec<(u32, u32, String)> {
        match drawn(id, fragment) {
            Some(Drawing::Stack(rows)) => rows.iter().map(|row| (row.whole, row.rest, row.each.to_string())).collect(),
            _ => Vec::new(),
        }
    }

    fn row(whole: u32, rest: u32, each: &str) -> (u32, u32, String) {
        (whole, rest, each.to_owned())
    }

    #[test]
    fn a_debt_takes_fifty_boxes_of_its_size() {
        let one = || row(1, 0, "1");
        assert_eq!(boxes("bad-debt", ""), [one(), row(50, 0, "1")]);
        assert_eq!(boxes("bad-debt", "margin=0.03"), [one(), row(33, 333, "1")]);
        assert_eq!(boxes("bad-debt", "margin=0.001"), [one(), row(100, 0, "10")]);
        assert_eq!(boxes("bad-debt", "loss=700"), [one(), row(50, 0, "1")], "the box is the debt");
        assert_eq!(boxes("bad-debt", "loss=0"), [one(), row(0, 0, "1")], "a debt of zero needs no boxes");
        assert_eq!(boxes("status-quo", "people=7"), [one(), row(7, 0, "1")]);
    }

    #[test]
    fn a_purchase_grows_to_weeks_years_and_all() {
        let one = || row(1, 0, "1");
        assert_eq!(boxes("clv", ""), [one(), row(4, 0, "1"), row(52, 0, "1"), row(30, 0, "1")]);
        let other = [one(), row(2, 500, "1"), row(10, 0, "1"), row(100, 0, "1")];
        assert_eq!(boxes("clv", "visits=2.5&weeks=10&years=100"), other);
        assert_eq!(
            boxes("clv", "visits=1000000000"),
            [one(), row(100, 0, "10000000"), row(52, 0, "1"), row(30, 0, "1")]
        );
        assert_eq!(boxes("clv", "visits=0"), [one(), row(0, 0, "1"), row(0, 0, "1"), row(0, 0, "1")]);
    }

    #[test]
    fn a_funnel_narrows_from_visits_to_deals() {
        let widths = |id, fragment| match drawn(id, fragment) {
            Some(Drawing::Funnel(bands)) => {
                bands.iter().map(|(figure, width)| (figure.value.to_string(), *width)).collect::<Vec<_>>()
            }
            _ => Vec::new(),
        };
        let band = |value: &str, width| (value.to_owned(), width);
        assert_eq!(widths("activity", ""), [band("120", 1_000), band("30", 250), band("10", 83)]);
        assert_eq!(widths("activity", "visits=1&prospects=2"), [band("20", 1_000), band("20", 1_000), band("10", 500)]);
        assert_eq!(widths("activity", "deals=0"), [band("0", 0), band("0", 0), band("0", 0)]);
        assert_eq!(widths("loss-to-visits", "").last(), Some(&band("5", 83)));
    }

    #[test]
    fn the_greater_side_of_a_balance_has_the_longer_bar() {
        let sides = |fragment| match drawn("delivered-value", fragment) {
            Some(Drawing::Balance(sides)) => sides.map(|(figure, length)| (figure.value, length)).to_vec(),
            _ => Vec::new(),
        };
        let side = |value: i64, length| (Decimal::from(value), length);
        assert_eq!(sides(""), [side(30, 1_000), side(20, 667)]);
        assert_eq!(sides("value_ours=0"), [side(-90, 1_000), side(20, 222)], "a loss is drawn with its length");
        assert_eq!(sides("value_ours=90&value_theirs=80"), [side(0, 0), side(0, 0)]);
    }

    #[test]
    fn profit_is_eaten_month_by_month() {
        let part = |fragment| match drawn("receivables", fragment) {
            Some(Drawing::PartOfWhole { whole, part, segments: Some(segments), .. }) => (
                whole,
                part,
                segments.dividers.len(),
                segments.dividers.first().copied().unwrap_or_default(),
                segments.each,
            ),
            _ => (0, 0, 0, 0, Decimal::ZERO),
        };
        assert_eq!(part("days=73"), (1_000, 100, 23, 42, Decimal::ONE), "24 months");
        assert_eq!(part("days=0"), (1_000, 0, 23, 42, Decimal::ONE));
        assert_eq!(part("days=1460"), (500, 1_000, 47, 21, Decimal::ONE), "more is eaten than the whole");
        assert_eq!(part("days=0&rate=0.00001"), (1_000, 0, 59, 17, Decimal::from(2_000)), "120,000 months");
    }
}
