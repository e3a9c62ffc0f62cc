//! The content of a sheet, and its text form, in which one bundle of the app asks another for it.

use rust_decimal::Decimal;

use crate::calculator::sensitivity::{Plan, TableAxis};
use crate::calculator::share::{self, Reader};
use crate::calculator::{Calculator, Inputs, Spec};
use crate::calculators::find;
use crate::number::format::{Currency, Style};
use crate::text::Locale;

/// Everything a sheet is made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The calculator.
    pub calculator: &'static dyn Calculator,
    /// The current values.
    pub inputs: Inputs,
    /// Language and currency.
    pub style: Style,
    /// The what-if table.
    pub axes: TableAxes,
    /// The date shown on the sheet.
    pub date: String,
    /// The address of the page with these figures.
    pub link: String,
}

/// The what-if table: two inputs by key with their values, and the key of the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableAxes {
    /// Down the side.
    pub rows: (&'static str, Vec<Decimal>),
    /// Across the top.
    pub columns: (&'static str, Vec<Decimal>),
    /// In the cells.
    pub output: &'static str,
}

impl TableAxes {
    /// The declared table of a calculator.
    pub fn of(spec: &Spec) -> Self {
        let table = &spec.what_if;
        Self {
            rows: (table.rows.key, table.rows.values.to_vec()),
            columns: (table.columns.key, table.columns.values.to_vec()),
            output: table.output,
        }
    }
}

impl From<&Plan> for TableAxes {
    fn from(plan: &Plan) -> Self {
        let axis = |axis: &TableAxis| (axis.field.key, axis.values.clone());
        Self { rows: axis(&plan.rows), columns: axis(&plan.columns), output: plan.output.key }
    }
}

impl Request {
    /// The request as lines of text, in a fixed order.
    pub fn encode(&self) -> String {
        let spec = self.calculator.spec();
        let axis = |(key, values): &(&'static str, Vec<Decimal>)| {
            let values: Vec<_> = values.iter().map(Decimal::to_string).collect();
            format!("{key}={}", values.join(","))
        };
        [
            spec.id,
            &share::encode(spec, &self.inputs, None, Reader::Colleague),
            self.style.locale.tag(),
            self.style.currency.map_or("", |currency| currency.code),
            &self.style.decimals.map_or_else(String::new, |decimals| decimals.to_string()),
            &axis(&self.axes.rows),
            &axis(&self.axes.columns),
            self.axes.output,
            &self.date,
            &self.link,
        ]
        .join("\n")
    }

    /// Parses the output of [`Request::encode`]; none for anything else.
    pub fn decode(text: &str) -> Option<Self> {
        let lines: Vec<&str> = text.split('\n').collect();
        let [id, fragment, lang, currency, decimals, rows, columns, output, date, link] = *lines.as_slice() else {
            return None;
        };
        let calculator = find(id)?;
        let spec = calculator.spec();
        let axis = |axis: &str| {
            let (key, values) = axis.split_once('=')?;
            let values: Option<Vec<_>> = values.split(',').map(|value| Decimal::from_str_exact(value).ok()).collect();
            Some((spec.field(key)?.key, values?))
        };
        Some(Self {
            calculator,
            inputs: share::decode(spec, fragment).inputs,
            style: Style {
                locale: Locale::from_tag(lang)?,
                currency: Currency::find(currency),
                decimals: decimals.parse().ok(),
            },
            axes: TableAxes { rows: axis(rows)?, columns: axis(columns)?, output: spec.output(output)?.key },
            date: date.to_owned(),
            link: link.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Request, TableAxes};
    use crate::calculator::share::decode;
    use crate::calculators::CATALOG;
    use crate::number::format::{Currency, Style};
    use crate::text::Locale;

    #[test]
    fn requests_of_every_calculator_round_trip() {
        for calculator in CATALOG.iter().copied() {
            let spec = calculator.spec();
            let first = spec.fields.first().map_or("", |field| field.key);
            let request = Request {
                calculator,
                inputs: decode(spec, &format!("{first}=0.25")).inputs,
                style: Style { locale: Locale::En, currency: Currency::find("JPY"), decimals: Some(0) },
                axes: TableAxes::of(spec),
                date: "2026-11-22".to_owned(),
                link: "https://example.org/?lang=en#a=1&b=2".to_owned(),
            };
            assert_eq!(Request::decode(&request.encode()), Some(request));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "clv",
            "nothing\n\nen\n\n\nyears=1\nvisits=1\nvalue\n\n",
            "clv\n\nen\n\n\nyears=1\nvisits=x\nvalue\n\n",
        ] {
            assert_eq!(Request::decode(text), None, "{text}");
        }
    }
}
