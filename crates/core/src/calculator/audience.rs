//! What a customer may see: no input that is one's own business, and no result from which it could
//! be worked out.

use crate::calculator::field::Field;
use crate::calculator::{Calculator, Output};

/// The inputs that may be shown, in the order of the form: those behind the results that may be.
#[must_use]
pub fn shared_fields(calculator: &dyn Calculator) -> Vec<&'static Field> {
    let (outputs, formulas) = (shared_outputs(calculator), calculator.formulas());
    let is_used = |field: &&Field| {
        let shared = formulas.iter().filter(|(key, _)| outputs.iter().any(|output| output.key == *key));
        shared.map(|(_, formula)| formula.occurrences(field.key)).any(|occurrences| occurrences > 0)
    };
    calculator.spec().fields.iter().filter(is_used).collect()
}

/// The results that may be shown, in their order: those that rest on no input of one's own.
#[must_use]
pub fn shared_outputs(calculator: &dyn Calculator) -> Vec<&'static Output> {
    let spec = calculator.spec();
    let own = spec.fields.iter().filter(|field| field.own);
    let formulas = calculator.formulas();
    let tells = |output: &&Output| {
        let formula = formulas.iter().find(|(key, _)| *key == output.key);
        formula.is_some_and(|(_, formula)| own.clone().any(|field| formula.occurrences(field.key) > 0))
    };
    spec.outputs.iter().filter(|output| !tells(output)).collect()
}
