//! The unit of an input.

use abacus_core::calculator::field::{Field, Kind};
use abacus_core::number::format::Style;

/// The unit after the number: `%`, `次/周`, `元/次`.
pub fn unit(field: &Field, style: &Style) -> String {
    match field.kind {
        Kind::Ratio => "%".to_owned(),
        Kind::Money => {
            let money = style.currency.map_or("", |currency| currency.unit(style.locale));
            field.unit.label_of(money, style.locale)
        }
        _ => field.unit.label(style.locale),
    }
}
