//! The inputs of calculators: what kind of quantity a field takes, what it allows, and how what
//! was typed or linked is read.

mod declare;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::number::format::{Precision, number};
use crate::number::int;
use crate::number::numeral::{self, Numeral};
use crate::number::unit::Unit;
use crate::text::{Locale, Text};

pub use self::declare::{choice, count, money, ratio, whole};

/// The kinds of quantity there are; a closed list on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An amount of money, at most 6 decimals.
    Money,
    /// A ratio such as a margin or a rate: a fraction inside (0.02), a percentage on the page
    /// (2 %), at most 8 decimals of the fraction.
    Ratio,
    /// How many of something, on average: at most 6 decimals.
    Count,
    /// How many of something that only comes whole.
    Whole,
    /// One of a few conventions; the value is the place in the list, from 0.
    Choice(&'static [Choice]),
}

/// One of the conventions that a field offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Public name in links and files.
    pub name: &'static str,
    /// What it is called on the page.
    pub label: Text,
}

impl Kind {
    const fn decimals(self) -> u32 {
        match self {
            Self::Money | Self::Count => 6,
            Self::Ratio => 8,
            Self::Whole | Self::Choice(_) => 0,
        }
    }
}

/// Where the allowed values begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Low {
    /// The value itself is allowed.
    From(Decimal),
    /// Only what is greater is allowed.
    Above(Decimal),
}

/// The largest amount of money a field takes: 10¹⁵.
pub const MOST_MONEY: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);
const LEAST_MONEY: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, true, 0);
/// The largest count a field takes: 10⁹.
pub const MOST_COUNT: Decimal = int(1_000_000_000);

/// One input of a calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Public name in links, markup and files.
    pub key: &'static str,
    /// What the input is called, also inside the formula: short.
    pub label: Text,
    /// One sentence of help, or empty.
    pub hint: Text,
    /// What is typed into it.
    pub kind: Kind,
    /// What it counts, for display and for the check of dimensions.
    pub unit: Unit,
    /// The slide's figure; of a professional input, the one that takes its step out.
    pub default: Decimal,
    /// Where the allowed values begin.
    pub low: Low,
    /// The greatest allowed value.
    pub high: Decimal,
    /// Where its slider begins and ends at first, and by how much a key press moves it.
    pub slider: Slider,
    /// Whether it is on the slide or for professionals.
    pub part: Part,
    /// Whether the input is confidential, as a margin is: customers are not shown it.
    pub confidential: bool,
    /// Whether its default takes its step out of the formula.
    pub removable: bool,
    /// The input that this choice gives its name to, such as which margin is meant.
    pub names: Option<&'static str>,
}

/// The ends of a slider and its step, all within the field's bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slider {
    /// The left end.
    pub low: Decimal,
    /// The right end.
    pub high: Decimal,
    /// What one key press adds or takes away.
    pub step: Decimal,
}

/// Whether something is on the training slide or added for professionals, and then folded at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// On the slide.
    Slide,
    /// Behind "more detail".
    Detail,
}

/// Why an input is not accepted. Codes with data; the view says them in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing was typed.
    Empty,
    /// It is not a number.
    NotANumber,
    /// Separators that could mean two things.
    Separators,
    /// More digits than can be computed with.
    TooManyDigits,
    /// A percent sign where no ratio is expected.
    PercentNotExpected,
    /// A currency sign where no money is expected.
    CurrencyNotExpected,
    /// More decimals than the field keeps; the value as it was read and how many are kept.
    Decimals(Decimal, u32),
    /// Below [`Field::low`] or above [`Field::high`]; the value as it was read.
    OutOfRange(Decimal),
    /// None of the conventions that the field offers.
    NoSuchChoice,
}

impl From<numeral::NumeralError> for FieldError {
    fn from(error: numeral::NumeralError) -> Self {
        match error {
            numeral::NumeralError::Empty => Self::Empty,
            numeral::NumeralError::NotANumber => Self::NotANumber,
            numeral::NumeralError::Separators => Self::Separators,
            numeral::NumeralError::TooManyDigits => Self::TooManyDigits,
        }
    }
}

impl Field {
    /// Reads what was typed into the field on the page. A ratio's field shows a percent sign, so
    /// a bare number in it counts percents.
    ///
    /// # Errors
    /// A code with what was read, where it is not acceptable.
    pub fn parse(&self, typed: &str) -> Result<Decimal, FieldError> {
        if let Kind::Choice(choices) = self.kind {
            return choose(choices, typed);
        }
        self.accept(numeral::read(typed)?, self.kind == Kind::Ratio)
    }

    /// Reads a value out of a link, where a ratio is a fraction (`0.02`) unless it carries a
    /// percent sign (`2%`).
    ///
    /// # Errors
    /// As [`Field::parse`].
    pub fn parse_link(&self, value: &str) -> Result<Decimal, FieldError> {
        if let Kind::Choice(choices) = self.kind {
            return choose(choices, value);
        }
        self.accept(numeral::read(value)?, false)
    }

    fn accept(&self, numeral: Numeral, bare_is_percent: bool) -> Result<Decimal, FieldError> {
        if numeral.percent && self.kind != Kind::Ratio {
            return Err(FieldError::PercentNotExpected);
        }
        if numeral.sign.is_some() && self.kind != Kind::Money {
            return Err(FieldError::CurrencyNotExpected);
        }
        let value = if numeral.percent || bare_is_percent {
            numeral.value.checked_div(Decimal::ONE_HUNDRED).ok_or(FieldError::TooManyDigits)?
        } else {
            numeral.value
        };
        self.check(value.normalize())
    }

    /// Whether a value is allowed here.
    ///
    /// # Errors
    /// [`FieldError::OutOfRange`] or [`FieldError::Decimals`].
    pub fn check(&self, value: Decimal) -> Result<Decimal, FieldError> {
        // First, so that a value out of range can be quoted as it was read.
        if value.normalize().scale() > self.kind.decimals() {
            return Err(FieldError::Decimals(value, self.shown_decimals()));
        }
        let enough = match self.low {
            Low::From(least) => value >= least,
            Low::Above(limit) => value > limit,
        };
        if !enough || value > self.high {
            return Err(FieldError::OutOfRange(value));
        }
        Ok(value)
    }

    /// How many decimals the field keeps, counted as they are typed: a ratio's are two fewer,
    /// because it is typed in percents.
    #[must_use]
    pub const fn shown_decimals(&self) -> u32 {
        match self.kind {
            Kind::Ratio => Kind::Ratio.decimals().saturating_sub(2),
            kind => kind.decimals(),
        }
    }

    /// The convention that a value of this field stands for.
    #[must_use]
    pub fn chosen(&self, value: Decimal) -> Option<&'static Choice> {
        match self.kind {
            Kind::Choice(choices) => choices.get(value.to_usize()?),
            _ => None,
        }
    }

    /// The value as links hold it: a plain decimal, of a choice its name.
    #[must_use]
    pub fn link(&self, value: Decimal) -> String {
        self.chosen(value).map_or_else(|| value.normalize().to_string(), |choice| choice.name.to_owned())
    }

    /// The value as the field shows it: grouped, a ratio in percents without the sign, of a choice
    /// its name.
    #[must_use]
    pub fn show(&self, value: Decimal) -> String {
        if let Some(choice) = self.chosen(value) {
            return choice.name.to_owned();
        }
        let shown = match self.kind {
            Kind::Ratio => value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value),
            _ => value,
        };
        number(shown, Precision::up_to(self.shown_decimals()))
    }

    /// The value as it reads in running text and in a formula: `2%`, `1,872`; of a choice, the
    /// number that the formula computes with.
    #[must_use]
    pub fn quote(&self, value: Decimal) -> String {
        match self.kind {
            Kind::Choice(_) => number(value, Precision::up_to(0)),
            Kind::Ratio => format!("{}%", self.show(value)),
            _ => self.show(value),
        }
    }

    /// Of a choice, which number the formula computes with means what: `0 = …; 1 = …`; empty for other inputs.
    #[must_use]
    pub fn legend(&self, locale: Locale) -> String {
        let Kind::Choice(choices) = self.kind else { return String::new() };
        let named = choices.iter().enumerate().map(|(place, choice)| format!("{place} = {}", choice.label.get(locale)));
        named.collect::<Vec<_>>().join(match locale {
            Locale::Zh => "；",
            Locale::En => "; ",
        })
    }

    /// How many decimals its values have at most.
    #[must_use]
    pub const fn kind_decimals(&self) -> u32 {
        self.kind.decimals()
    }

    /// The smallest difference between two values of this field.
    #[must_use]
    pub fn grain(&self) -> Decimal {
        Decimal::new(1, self.kind.decimals())
    }

    /// The smallest allowed value.
    #[must_use]
    pub fn least(&self) -> Decimal {
        match self.low {
            Low::From(least) => least,
            Low::Above(limit) => limit.checked_add(self.grain()).unwrap_or(limit),
        }
    }
}

/// A choice by its public name.
fn choose(choices: &[Choice], name: &str) -> Result<Decimal, FieldError> {
    let place = choices.iter().position(|choice| choice.name == name.trim()).ok_or(FieldError::NoSuchChoice)?;
    Ok(Decimal::from(place))
}
