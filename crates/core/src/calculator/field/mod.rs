//! The inputs of calculators: the kind of quantity a field takes, the values it allows, and how typed and linked text
//! is parsed.

mod declare;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::number::decimal::Arithmetic;
use crate::number::format::{Currency, Precision, number};
use crate::number::int;
use crate::number::numeral::{self, Numeral};
use crate::number::unit::Unit;
use crate::text::{Locale, Text, text};

pub use self::declare::{choice, count, money, ratio, whole};

/// The kinds of quantity. The list is closed on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An amount of money, at most 6 decimals.
    Money,
    /// A ratio such as a margin or a rate, with at most 8 decimals: a fraction in code and links
    /// (0.02), a percentage on the page (2 %).
    Ratio,
    /// An average number of things: at most 6 decimals.
    Count,
    /// A whole number of things.
    Whole,
    /// One of a few conventions; the value is its index in the list.
    Choice(&'static [Choice]),
}

/// A convention that a field offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Public name in links and files.
    pub name: &'static str,
    /// Its name on the page.
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

/// The lower bound of the allowed values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Low {
    /// The value itself is allowed.
    From(Decimal),
    /// Only greater values are allowed.
    Above(Decimal),
}

impl Low {
    /// The bound itself.
    pub const fn limit(self) -> Decimal {
        let (Self::From(limit) | Self::Above(limit)) = self;
        limit
    }

    /// Whether the bound allows a value.
    pub fn allows(self, value: Decimal) -> bool {
        match self {
            Self::From(least) => value >= least,
            Self::Above(limit) => value > limit,
        }
    }
}

/// The largest amount of money a field takes: 10¹⁵.
pub const MAX_MONEY: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0);
const MIN_MONEY: Decimal = Decimal::from_parts(2_764_472_320, 232_830, 0, true, 0);
/// The largest count a field takes: 10⁹.
pub const MAX_COUNT: Decimal = int(1_000_000_000);

/// One input of a calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Public name in links, markup and files.
    pub key: &'static str,
    /// The label, short because formulas use it, too.
    pub label: Text,
    /// One sentence of help, or empty.
    pub hint: Text,
    /// The kind of quantity.
    pub kind: Kind,
    /// The unit, for display and for the check of dimensions.
    pub unit: Unit,
    /// The slide's figure; for a removable input, the one that removes its step.
    pub default: Decimal,
    /// The lower bound of the allowed values.
    pub low: Low,
    /// The greatest allowed value.
    pub high: Decimal,
    /// The initial ends of its slider, and the step of a key press.
    pub slider: Slider,
    /// Whether it is on the slide or for professionals.
    pub part: Part,
    /// Whether the input is confidential, such as a margin: customers are not shown it.
    pub confidential: bool,
    /// Whether its default removes its step from the formula.
    pub removable: bool,
    /// The input that this choice names, as in "which margin".
    pub names: Option<&'static str>,
    /// Whether this choice affects wording only, not figures.
    pub affects_wording_only: bool,
}

/// The ends of a slider and its step, all within the field's bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slider {
    /// The left end.
    pub low: Decimal,
    /// The right end.
    pub high: Decimal,
    /// The change of one key press.
    pub step: Decimal,
}

impl Slider {
    /// Widens the slider tenfold at a time, with steps to match, until it contains the value. A slider that already
    /// contains it is unchanged.
    #[must_use]
    pub fn holding(self, value: Decimal) -> Self {
        let wider = |slider: &Self| {
            let times_ten = |number: Decimal| number.times(Decimal::TEN);
            Some(Self { high: times_ten(slider.high)?, step: times_ten(slider.step)?, ..*slider })
        };
        let is_short = |slider: &Self| slider.high > Decimal::ZERO && slider.high < value;
        let found = std::iter::successors(Some(self), |slider| wider(slider).filter(|_| is_short(slider))).last();
        found.unwrap_or(self)
    }
}

/// Whether something is on the training slide or an addition for professionals, which is collapsed at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// On the slide.
    Slide,
    /// Behind "more detail".
    Detail,
}

/// Why an input is rejected: codes with data, which the view turns into text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing was typed.
    Empty,
    /// It is not a number.
    NotANumber,
    /// Separators that could mean two things.
    Separators,
    /// More digits than exact arithmetic can hold.
    TooManyDigits,
    /// Several numbers, as from several cells of a spreadsheet.
    Several,
    /// An `m`, which can mean million or thousand.
    Million,
    /// Ambiguous digits after a magnitude.
    AfterMagnitude,
    /// A percent sign where no ratio is expected.
    PercentNotExpected,
    /// A currency sign where no money is expected.
    CurrencyNotExpected,
    /// The sign or name of a currency other than the one in use.
    OtherCurrency(&'static str),
    /// More decimals than the field keeps: the parsed value, and how many are kept.
    Decimals(Decimal, u32),
    /// Below [`Field::low`] or above [`Field::high`]: the parsed value.
    OutOfRange(Decimal),
    /// Not one of the field's choices.
    NoSuchChoice,
}

impl From<numeral::NumeralError> for FieldError {
    fn from(error: numeral::NumeralError) -> Self {
        match error {
            numeral::NumeralError::Empty => Self::Empty,
            numeral::NumeralError::NotANumber => Self::NotANumber,
            numeral::NumeralError::Separators => Self::Separators,
            numeral::NumeralError::TooManyDigits => Self::TooManyDigits,
            numeral::NumeralError::Several => Self::Several,
            numeral::NumeralError::Million => Self::Million,
            numeral::NumeralError::AfterMagnitude => Self::AfterMagnitude,
        }
    }
}

impl Field {
    /// Parses text typed into the field on the page. A ratio's field shows a percent sign, so a bare number in it is a
    /// percentage.
    ///
    /// # Errors
    /// Why the text is rejected, with the parsed value if there is one.
    pub fn parse(&self, typed: &str) -> Result<Decimal, FieldError> {
        if let Kind::Choice(choices) = self.kind {
            return choose(choices, typed);
        }
        self.accept(numeral::read(typed)?, self.kind == Kind::Ratio)
    }

    /// As [`Field::parse`], with amounts in this currency: the sign of another currency is an error, not dropped.
    ///
    /// # Errors
    /// As [`Field::parse`], and [`FieldError::OtherCurrency`].
    pub fn parse_in(&self, typed: &str, currency: Option<&Currency>) -> Result<Decimal, FieldError> {
        let value = self.parse(typed)?;
        let sign = numeral::read(typed).ok().and_then(|numeral| numeral.sign);
        match currency.zip(sign) {
            Some((currency, sign)) if !sign.codes.contains(&currency.code) => {
                Err(FieldError::OtherCurrency(sign.written()))
            }
            _ => Ok(value),
        }
    }

    /// As [`Field::parse`], where amounts have no currency.
    ///
    /// # Errors
    /// As [`Field::parse`], and [`FieldError::CurrencyNotExpected`] for any currency sign.
    pub fn parse_plain(&self, typed: &str) -> Result<Decimal, FieldError> {
        if let Kind::Choice(choices) = self.kind {
            return choose(choices, typed);
        }
        self.accept(without_sign(typed)?, self.kind == Kind::Ratio)
    }

    /// Parses a value from a link or a message, where a ratio is a fraction (`0.02`) unless it has a percent sign
    /// (`2%`). The receiving page shows amounts in its own currency, so a currency sign is an error.
    ///
    /// # Errors
    /// As [`Field::parse_plain`].
    pub fn parse_link(&self, value: &str) -> Result<Decimal, FieldError> {
        if let Kind::Choice(choices) = self.kind {
            return choose(choices, value);
        }
        self.accept(without_sign(value)?, false)
    }

    fn accept(&self, numeral: Numeral, bare_is_percent: bool) -> Result<Decimal, FieldError> {
        if numeral.percent && self.kind != Kind::Ratio {
            return Err(FieldError::PercentNotExpected);
        }
        if numeral.sign.is_some() && self.kind != Kind::Money {
            return Err(FieldError::CurrencyNotExpected);
        }
        let value = if numeral.percent || bare_is_percent {
            numeral.value.over(Decimal::ONE_HUNDRED).ok_or(FieldError::TooManyDigits)?
        } else {
            numeral.value
        };
        self.check(value.normalize())
    }

    /// Returns the value if the field allows it.
    ///
    /// # Errors
    /// [`FieldError::OutOfRange`] or [`FieldError::Decimals`].
    pub fn check(&self, value: Decimal) -> Result<Decimal, FieldError> {
        // Decimals first, so that a value out of range can be quoted as it was typed.
        if value.normalize().scale() > self.kind.decimals() {
            return Err(FieldError::Decimals(value, self.shown_decimals()));
        }
        if !self.low.allows(value) || value > self.high {
            return Err(FieldError::OutOfRange(value));
        }
        Ok(value)
    }

    /// The number of decimals the field keeps, as typed. A ratio has two fewer, because it is typed as a percentage.
    const fn shown_decimals(&self) -> u32 {
        match self.kind {
            Kind::Ratio => Kind::Ratio.decimals().saturating_sub(2),
            kind => kind.decimals(),
        }
    }

    /// The choice that a value stands for; none if the field is not a choice.
    pub fn chosen(&self, value: Decimal) -> Option<&'static Choice> {
        match self.kind {
            Kind::Choice(choices) => choices.get(value.to_usize()?),
            _ => None,
        }
    }

    /// The value in a link: a plain decimal, or the name of a choice.
    pub fn link(&self, value: Decimal) -> String {
        self.chosen(value).map_or_else(|| value.normalize().to_string(), |choice| choice.name.to_owned())
    }

    /// The value as its field shows it: with digits grouped, a ratio as a percentage without the sign, a choice by its
    /// name.
    pub fn show(&self, value: Decimal) -> String {
        if let Some(choice) = self.chosen(value) {
            return choice.name.to_owned();
        }
        let shown = match self.kind {
            Kind::Ratio => value.times(Decimal::ONE_HUNDRED).unwrap_or(value),
            _ => value,
        };
        number(shown, Precision::up_to(self.shown_decimals()))
    }

    /// The value in text and formulas: `2%`, `1,872`. For a choice, its number in the formula.
    pub fn quote(&self, value: Decimal) -> String {
        match self.kind {
            Kind::Choice(_) => number(value, Precision::up_to(0)),
            Kind::Ratio => format!("{}%", self.show(value)),
            _ => self.show(value),
        }
    }

    /// Whether typical values reach ten thousand, so that typing 1.2万 is handy.
    pub fn takes_magnitudes(&self) -> bool {
        let most = match self.kind {
            Kind::Money => self.high,
            Kind::Count => self.slider.high,
            Kind::Ratio | Kind::Whole | Kind::Choice(_) => return false,
        };
        most >= int(10_000)
    }

    /// The numbers that formulas use for a choice: `0 = …; 1 = …`. Empty for other inputs.
    pub fn legend(&self, locale: Locale) -> String {
        let Kind::Choice(choices) = self.kind else { return String::new() };
        let named = choices.iter().enumerate().map(|(place, choice)| format!("{place} = {}", choice.label.get(locale)));
        named.collect::<Vec<_>>().join(text("；", "; ").get(locale))
    }

    /// The maximum number of decimals of its values.
    pub const fn kind_decimals(&self) -> u32 {
        self.kind.decimals()
    }

    /// The smallest difference between two of its values.
    pub fn grain(&self) -> Decimal {
        Decimal::new(1, self.kind.decimals())
    }

    /// The smallest allowed value.
    pub fn min_value(&self) -> Decimal {
        match self.low {
            Low::From(least) => least,
            Low::Above(limit) => limit.plus(self.grain()).unwrap_or(limit),
        }
    }
}

fn without_sign(text: &str) -> Result<Numeral, FieldError> {
    let numeral = numeral::read(text)?;
    if numeral.sign.is_some() { Err(FieldError::CurrencyNotExpected) } else { Ok(numeral) }
}

fn choose(choices: &[Choice], name: &str) -> Result<Decimal, FieldError> {
    let place = choices.iter().position(|choice| choice.name == name.trim()).ok_or(FieldError::NoSuchChoice)?;
    Ok(Decimal::from(place))
}
