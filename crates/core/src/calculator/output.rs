//! A result as a calculator declares it, and its value as people read it.

use rust_decimal::Decimal;

use crate::calculator::field::{Field, Kind, Low, Part};
use crate::number::Undefined;
use crate::number::decimal::Arithmetic;
use crate::number::format::{Precision, Style, number, round};
use crate::number::unit::Unit;
use crate::text::Text;

/// One result of a calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Output {
    /// Public name in markup and files.
    pub key: &'static str,
    /// The label, short because formulas use it, too.
    pub label: Text,
    /// How the value is shown: as money, a percentage or a plain number.
    pub kind: Kind,
    /// The unit of the value.
    pub unit: Unit,
    /// The decimals shown; for a ratio, those of its percentage.
    pub precision: Precision,
    /// Whether it is on the slide or for professionals.
    pub part: Part,
    /// The condition under which the result exists, if it may divide by zero. It is shown in place
    /// of the result.
    pub needs: Option<Text>,
    /// The range in which its values mean something, if limited.
    pub meaning: Option<Meaning>,
    /// Its other label while this input differs from the example's.
    pub renamed: Option<(&'static str, Text)>,
    /// Whether it is never shown to a customer, whatever it depends on.
    pub confidential: bool,
}

/// The values of a result that mean something. A formula cannot branch, so it also computes meaningless ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The lower bound.
    pub low: Low,
    /// The text shown in place of a value below it.
    pub otherwise: Text,
}

impl Output {
    /// An amount of money, to the cent.
    pub const fn money(key: &'static str, label: Text) -> Self {
        Self {
            key,
            label,
            kind: Kind::Money,
            unit: Unit::MONEY,
            precision: Precision::up_to(2),
            part: Part::Slide,
            needs: None,
            meaning: None,
            renamed: None,
            confidential: false,
        }
    }

    /// A percentage with two decimals.
    pub const fn ratio(key: &'static str, label: Text) -> Self {
        Self {
            key,
            label,
            kind: Kind::Ratio,
            unit: Unit::NONE,
            precision: Precision::up_to(2),
            part: Part::Slide,
            needs: None,
            meaning: None,
            renamed: None,
            confidential: false,
        }
    }

    /// A number of units.
    pub const fn count(key: &'static str, label: Text, unit: Unit, precision: Precision) -> Self {
        Self {
            key,
            label,
            kind: Kind::Count,
            unit,
            precision,
            part: Part::Slide,
            needs: None,
            meaning: None,
            renamed: None,
            confidential: false,
        }
    }

    /// Sets the unit.
    #[must_use]
    pub const fn unit(mut self, unit: Unit) -> Self {
        self.unit = unit;
        self
    }

    /// Sets the maximum number of decimals shown; for a ratio, of its percentage.
    #[must_use]
    pub const fn to_places(mut self, most: u32) -> Self {
        self.precision = Precision::up_to(most);
        self
    }

    /// Marks the result as professional.
    #[must_use]
    pub const fn detail(mut self) -> Self {
        self.part = Part::Detail;
        self
    }

    /// Sets the condition under which the result exists.
    #[must_use]
    pub const fn needs(mut self, condition: Text) -> Self {
        self.needs = Some(condition);
        self
    }

    /// Sets the range in which values mean something, and the text shown in place of others.
    #[must_use]
    pub const fn only(mut self, low: Low, otherwise: Text) -> Self {
        self.meaning = Some(Meaning { low, otherwise });
        self
    }

    /// Sets its other label, used while this input differs from the example's.
    #[must_use]
    pub const fn renamed(mut self, input: &'static str, label: Text) -> Self {
        self.renamed = Some((input, label));
        self
    }

    /// Hides it from customers: it reveals how much we could charge them.
    #[must_use]
    pub const fn confidential(mut self) -> Self {
        self.confidential = true;
        self
    }

    /// Returns the value if it means something.
    ///
    /// # Errors
    /// [`Undefined::Meaningless`].
    pub fn check(&self, value: Decimal) -> Result<Decimal, Undefined> {
        let means = self.meaning.is_none_or(|meaning| meaning.low.allows(value));
        if means { Ok(value) } else { Err(Undefined::Meaningless) }
    }

    /// The reason why there is no result, as text.
    pub const fn none(&self, reason: Undefined) -> Text {
        match (reason, self.needs, self.meaning) {
            (Undefined::DivisionByZero, Some(condition), _) => condition,
            (Undefined::Meaningless, _, Some(meaning)) => meaning.otherwise,
            _ => reason.words(),
        }
    }

    /// The value as people read it, without unit and currency: `56,160`, `37.24%`.
    pub fn figure(&self, value: Decimal, style: &Style) -> String {
        self.figure_to(value, self.precision, style)
    }

    /// As [`figure`](Self::figure), with a different precision, as in the cells of a table.
    pub fn figure_to(&self, value: Decimal, precision: Precision, style: &Style) -> String {
        match (self.kind, style.decimals) {
            (Kind::Ratio, _) => {
                format!("{}%", number(value.times(Decimal::ONE_HUNDRED).unwrap_or(value), precision))
            }
            (Kind::Money, Some(decimals)) => number(value, Precision::fixed(decimals.min(precision.max_decimals))),
            // Amounts have either no decimals or all of them: 2 for most currencies, none for yen.
            (Kind::Money, None) => {
                let most = style
                    .currency
                    .map_or(precision.max_decimals, |currency| currency.decimals.min(precision.max_decimals));
                let is_whole = round(value, most).scale() == 0;
                number(value, Precision::fixed(if is_whole { 0 } else { most }))
            }
            _ => number(value, precision),
        }
    }

    /// The value in a sentence, with its currency: `¥56,160`, `-¥250`.
    pub fn quote(&self, value: Decimal, style: &Style) -> String {
        let figure = self.figure(value, style);
        match (self.kind, figure.strip_prefix('-')) {
            (Kind::Money, Some(amount)) => format!("-{}{amount}", style.sign()),
            (Kind::Money, None) => format!("{}{figure}", style.sign()),
            _ => figure,
        }
    }

    /// The field in which a wanted value of this result is typed.
    pub const fn wanted(&self) -> Field {
        let mut field = Field::wanted(self.key, self.label, self.kind);
        if let Some(meaning) = self.meaning {
            field.low = meaning.low;
        }
        field
    }

    /// The number of decimals shown of the value; for a ratio, two more than of its percentage.
    pub const fn places(&self) -> u32 {
        match self.kind {
            Kind::Ratio => self.precision.max_decimals.saturating_add(2),
            _ => self.precision.max_decimals,
        }
    }
}
