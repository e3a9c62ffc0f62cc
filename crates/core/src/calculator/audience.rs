//! What a customer may see: no confidential input, and no result that would reveal one.

use crate::calculator::card::{self, Card};
use crate::calculator::field::Field;
use crate::calculator::{Calculator, Output};

/// The inputs that may be shown, in the order of the form: those that what is shown depends on.
#[must_use]
pub fn shared_fields(calculator: &dyn Calculator) -> Vec<&'static Field> {
    if let Card::Against(against) = calculator.spec().card {
        return card::fields(calculator, against);
    }
    let (outputs, formulas) = (shared_outputs(calculator), calculator.formulas());
    let is_used = |field: &&Field| {
        let shared = formulas.iter().filter(|(key, _)| outputs.iter().any(|output| output.key == *key));
        shared.map(|(_, formula)| formula.occurrences(field.key)).any(|occurrences| occurrences > 0)
    };
    calculator.spec().fields.iter().filter(is_used).collect()
}

/// The results that may be shown, in their order: those that depend on no confidential input.
#[must_use]
pub fn shared_outputs(calculator: &dyn Calculator) -> Vec<&'static Output> {
    let spec = calculator.spec();
    if !matches!(spec.card, Card::Shared) {
        return Vec::new();
    }
    let confidential = spec.fields.iter().filter(|field| field.confidential);
    let formulas = calculator.formulas();
    let tells = |output: &&Output| {
        let formula = formulas.iter().find(|(key, _)| *key == output.key);
        formula.is_some_and(|(_, formula)| confidential.clone().any(|field| formula.occurrences(field.key) > 0))
    };
    spec.outputs.iter().filter(|output| !tells(output)).collect()
}

/// Whether there is anything to show a customer.
#[must_use]
pub fn has_card(calculator: &dyn Calculator) -> bool {
    !matches!(calculator.spec().card, Card::Nothing(_))
}
