//! The values along one side of a what-if table: parsing, formatting and suggesting them.

use rust_decimal::Decimal;

use crate::calculator::field::{Field, FieldError, Kind};
use crate::number::decimal::Arithmetic;
use crate::number::format::Currency;
use crate::number::int;
use crate::number::nice;

/// The most values that one side takes.
pub const MAX_VALUES: usize = 20;

/// The values read for one side of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    /// The values in the order typed, each once; 1 to [`MAX_VALUES`].
    pub values: Vec<Decimal>,
    /// The values that were typed more than once, each once.
    pub repeated: Vec<Decimal>,
}

/// Why the values of one side cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AxisError {
    /// Nothing was typed.
    Empty,
    /// More than [`MAX_VALUES`].
    TooMany,
    /// This part of the text is not a value of the field.
    Value(String, FieldError),
}

/// Whether an input can vary along a side. A convention cannot: its values are names, not figures.
pub const fn is_possible(field: &Field) -> bool {
    !matches!(field.kind, Kind::Choice(_))
}

/// Parses values as people type and paste them, each as the field itself would: `2％ 3% 5%`, `500; 3万`, or one per line.
/// Spaces, semicolons, `、` and line breaks separate values. A comma separates only before a space, because elsewhere it
/// groups thousands.
///
/// # Errors
/// The first problem in the text.
pub fn read(field: &Field, typed: &str, currency: Option<&Currency>) -> Result<Values, AxisError> {
    let separates = |character: char| character.is_whitespace() || matches!(character, ';' | '；' | '、');
    let parts = typed.split(separates).map(|part| part.trim_end_matches([',', '，'])).filter(|part| !part.is_empty());
    let mut read = Values { values: Vec::new(), repeated: Vec::new() };
    for part in parts {
        let value = field.parse_in(part, currency).map_err(|error| AxisError::Value(part.to_owned(), error))?;
        if !read.values.contains(&value) {
            read.values.push(value);
        } else if !read.repeated.contains(&value) {
            read.repeated.push(value);
        }
        if read.values.len() > MAX_VALUES {
            return Err(AxisError::TooMany);
        }
    }
    if read.values.is_empty() { Err(AxisError::Empty) } else { Ok(read) }
}

/// Formats values so that [`read`] parses them back.
pub fn show(field: &Field, values: &[Decimal]) -> String {
    values.iter().map(|value| field.quote(*value)).collect::<Vec<_>>().join(" ")
}

/// Some round values between the ends of the field's slider, and the current one.
pub fn suggest(field: &Field, now: Decimal) -> Vec<Decimal> {
    let (low, high) = (field.slider.low, field.slider.high);
    let least = high.minus(low).and_then(|span| span.over(int(6)));
    let step = least.and_then(|least| nice::step(least, Some(field.grain())));
    let first = step.and_then(|step| low.over(step)?.rounded_up().times(step));
    let next = |value: &Decimal| value.plus(step?).filter(|next| *next <= high);
    let mut values: Vec<_> =
        std::iter::successors(first, next).filter_map(|value| field.check(value.normalize()).ok()).collect();
    if let Err(place) = values.binary_search(&now) {
        values.insert(place, now);
    }
    values
}

#[cfg(test)]
mod tests {
    use super::{AxisError, MAX_VALUES, Values, read, show, suggest};
    use crate::calculator::field::{Field, FieldError, money, ratio, whole};
    use crate::calculators::CATALOG;
    use crate::number::{dec, int};
    use crate::text::text;

    const MONEY: Field = money("loss", text("", ""), text("", ""));
    const RATIO: Field = ratio("margin", text("", ""), text("", "")).positive();

    #[test]
    fn values_are_read_as_the_field_reads_them() {
        for typed in ["2％ 3% 5%", "2;3；5", "2、3\n5", "2%, 3%，\u{3000}5%", " 2\t3 \r\n 5 "] {
            let values = vec![dec(2, 2), dec(3, 2), dec(5, 2)];
            assert_eq!(read(&RATIO, typed, None), Ok(Values { values, repeated: vec![] }), "{typed}");
        }
        let values = vec![int(30_000), int(1_500), int(7)];
        assert_eq!(read(&MONEY, "3万 1,500 ¥7", None), Ok(Values { values, repeated: vec![] }));
    }

    #[test]
    fn typed_order_is_kept_and_repetitions_are_reported() {
        let expected = Values { values: vec![int(9), int(5)], repeated: vec![int(9)] };
        assert_eq!(read(&MONEY, "9 5 9.0 9", None), Ok(expected));
    }

    #[test]
    fn unusable_values_are_refused_with_a_reason() {
        let other = FieldError::OtherCurrency("$");
        assert_eq!(
            read(&MONEY, "9 $5", crate::number::format::Currency::find("CNY")),
            Err(AxisError::Value("$5".to_owned(), other))
        );
        assert_eq!(read(&MONEY, " ; ", None), Err(AxisError::Empty));
        assert_eq!(read(&RATIO, "2% x", None), Err(AxisError::Value("x".to_owned(), FieldError::NotANumber)));
        assert_eq!(read(&RATIO, "0", None), Err(AxisError::Value("0".to_owned(), FieldError::OutOfRange(int(0)))));
        assert_eq!(read(&MONEY, "1,5", None), Err(AxisError::Value("1,5".to_owned(), FieldError::Separators)));
        let many = |count: usize| (1..=count).map(|value| value.to_string()).collect::<Vec<_>>().join(" ");
        assert_eq!(read(&MONEY, &many(MAX_VALUES), None).map(|read| read.values.len()), Ok(MAX_VALUES));
        assert_eq!(read(&MONEY, &many(21), None), Err(AxisError::TooMany));
    }

    #[test]
    fn suggested_values_of_every_input_read_back() {
        for field in CATALOG.iter().flat_map(|tool| tool.spec().fields).filter(|field| super::is_possible(field)) {
            let values = suggest(field, field.default);
            assert!((4..=8).contains(&values.len()), "{}: {values:?}", field.key);
            assert!(values.is_sorted() && values.contains(&field.default), "{}: {values:?}", field.key);
            assert_eq!(
                read(field, &show(field, &values), None),
                Ok(Values { values, repeated: vec![] }),
                "{}",
                field.key
            );
        }
    }

    #[test]
    fn suggested_counts_are_whole_and_include_the_current_one() {
        let years = whole("years", text("", ""), text("", "")).slider(int(0), int(14), int(1));
        assert_eq!(suggest(&years, int(30)), [int(0), int(5), int(10), int(30)]);
    }
}
