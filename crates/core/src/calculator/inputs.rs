use rust_decimal::Decimal;

use crate::calculator::Spec;
use crate::calculator::field::{Field, FieldError};

/// Values for all inputs of one calculator, each within the bounds of its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inputs(Vec<(&'static str, Decimal)>);

impl Inputs {
    /// The defaults of all fields: the slide's example.
    pub fn defaults(spec: &Spec) -> Self {
        Self(spec.fields.iter().map(|field| (field.key, field.default)).collect())
    }

    /// The value of an input; none for a key the calculator does not have.
    pub fn get(&self, key: &str) -> Option<Decimal> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// Replaces one value.
    ///
    /// # Errors
    /// The field does not allow the value. The inputs are then unchanged.
    pub fn set(&mut self, field: &Field, value: Decimal) -> Result<(), FieldError> {
        let value = field.check(value)?;
        if let Some((_, known)) = self.0.iter_mut().find(|(key, _)| *key == field.key) {
            *known = value;
        }
        Ok(())
    }

    /// The value of an input if it removes the input's step from the formula; none if the step is present.
    pub fn removed(&self, spec: &Spec, key: &str) -> Option<Decimal> {
        let field = spec.field(key).filter(|field| field.removable)?;
        self.get(key).filter(|value| *value == field.default)
    }

    /// These inputs with another value for one key, unchecked: for tables and for solving.
    pub(crate) fn with(&self, key: &str, value: Decimal) -> Self {
        let replaced = self.0.iter().map(|(known, old)| (*known, if *known == key { value } else { *old }));
        Self(replaced.collect())
    }
}
