//! The inputs of calculators: what kind of quantity a field takes, what it allows, and how what
//! was typed or linked is read.

use rust_decimal::Decimal;

use crate::format::{Precision, number};
use crate::number::int;
use crate::numeral::{self, Numeral};
use crate::text::Text;
use crate::unit::Unit;

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
}

impl Kind {
    const fn decimals(self) -> u32 {
        match self {
            Self::Money | Self::Count => 6,
            Self::Ratio => 8,
            Self::Whole => 0,
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
    /// The slide's figure.
    pub default: Decimal,
    /// Where the allowed values begin.
    pub low: Low,
    /// The greatest allowed value.
    pub high: Decimal,
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
}

impl From<numeral::Unreadable> for FieldError {
    fn from(error: numeral::Unreadable) -> Self {
        match error {
            numeral::Unreadable::Empty => Self::Empty,
            numeral::Unreadable::NotANumber => Self::NotANumber,
            numeral::Unreadable::Separators => Self::Separators,
            numeral::Unreadable::TooManyDigits => Self::TooManyDigits,
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
        self.accept(numeral::read(typed)?, self.kind == Kind::Ratio)
    }

    /// Reads a value out of a link, where a ratio is a fraction (`0.02`) unless it carries a
    /// percent sign (`2%`).
    ///
    /// # Errors
    /// As [`Field::parse`].
    pub fn parse_link(&self, value: &str) -> Result<Decimal, FieldError> {
        self.accept(numeral::read(value)?, false)
    }

    fn accept(&self, numeral: Numeral, bare_is_percent: bool) -> Result<Decimal, FieldError> {
        if numeral.percent && self.kind != Kind::Ratio {
            return Err(FieldError::PercentNotExpected);
        }
        if numeral.currency && self.kind != Kind::Money {
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
        let enough = match self.low {
            Low::From(least) => value >= least,
            Low::Above(limit) => value > limit,
        };
        if !enough || value > self.high {
            return Err(FieldError::OutOfRange(value));
        }
        if value.normalize().scale() > self.kind.decimals() {
            return Err(FieldError::Decimals(value, self.shown_decimals()));
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

    /// The value as the field shows it: grouped, a ratio in percents without the sign.
    #[must_use]
    pub fn show(&self, value: Decimal) -> String {
        let shown = match self.kind {
            Kind::Ratio => value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value),
            _ => value,
        };
        number(shown, Precision::up_to(self.shown_decimals()))
    }

    /// The value as it reads in running text and in a formula: `2%`, `1,872`.
    #[must_use]
    pub fn quote(&self, value: Decimal) -> String {
        let mut shown = self.show(value);
        if self.kind == Kind::Ratio {
            shown.push('%');
        }
        shown
    }
}
