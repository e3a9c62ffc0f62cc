//! What a customer may see: no confidential input, and no result that would reveal one. One confidential input may be
//! allowed for the occasion; the others are then replaced by the example's values, so that no result reveals them.

use crate::calculator::card::is_hidden;
pub use crate::calculator::card::{Allowed, inputs_of_customer};
use crate::calculator::field::Field;
use crate::calculator::{Calculator, Card, Inputs, Output};

/// The inputs that may be shown, in form order: those that the shown results depend on.
pub fn shared_fields(calculator: &dyn Calculator, allowed: Allowed) -> Vec<&'static Field> {
    let outputs = match calculator.spec().card {
        Card::Against(against) => vec![against.output],
        _ => shared_outputs(calculator, allowed).iter().map(|output| output.key).collect(),
    };
    let formulas = calculator.formulas();
    let is_used = |field: &&Field| {
        let shared = formulas.iter().filter(|(key, _)| outputs.contains(key));
        shared.map(|(_, formula)| formula.occurrences(field.key)).any(|occurrences| occurrences > 0)
    };
    calculator.spec().fields.iter().filter(|field| !is_hidden(field, allowed)).filter(is_used).collect()
}

/// The results that may be shown, in order: those that are not confidential and depend on no confidential input, plus
/// the step of the allowed input.
pub fn shared_outputs(calculator: &dyn Calculator, allowed: Allowed) -> Vec<&'static Output> {
    let spec = calculator.spec();
    if !matches!(spec.card, Card::Shared) {
        return Vec::new();
    }
    let formulas = calculator.formulas();
    let tells = |output: &&Output| {
        let formula = formulas.iter().find(|(key, _)| *key == output.key);
        let mut confidential = spec.fields.iter().filter(|field| field.confidential);
        formula.is_some_and(|(_, formula)| confidential.any(|field| formula.occurrences(field.key) > 0))
    };
    let step = spec.chain.iter().flat_map(|chain| chain.steps).find(|(input, _)| allowed == Some(*input));
    let is_step = |output: &&Output| step.is_some_and(|(_, result)| *result == output.key);
    spec.outputs.iter().filter(|output| !output.confidential && (!tells(output) || is_step(output))).collect()
}

/// The confidential inputs, one of which may be allowed: those that would then affect what is shown, and whose value
/// differs from the example's, which is nobody's own.
pub fn allowable(calculator: &dyn Calculator, inputs: &Inputs) -> Vec<&'static Field> {
    let is_own = |field: &&Field| field.confidential && inputs.get(field.key).is_some_and(|own| own != field.default);
    let is_shown = |field: &&Field| shared_fields(calculator, Some(field.key)).contains(field);
    calculator.spec().fields.iter().filter(is_own).filter(is_shown).collect()
}

/// Whether there is anything to show a customer.
pub fn has_card(calculator: &dyn Calculator) -> bool {
    !matches!(calculator.spec().card, Card::Nothing(_))
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Allowed, allowable, inputs_of_customer, shared_fields, shared_outputs};
    use crate::calculator::share::decode;
    use crate::calculator::{Calculator, Inputs};
    use crate::calculators::{CATALOG, find};
    use crate::number::format::machine;

    fn open(id: &str, fragment: &str) -> (&'static dyn Calculator, Inputs) {
        let calculator = find(id).expect("a calculator");
        (calculator, decode(calculator.spec(), fragment).inputs)
    }

    /// The results a customer sees when this input is allowed.
    fn results(id: &str, fragment: &str, allowed: Allowed) -> Vec<(&'static str, String)> {
        let (calculator, inputs) = open(id, fragment);
        let shown = inputs_of_customer(calculator, &inputs, allowed);
        let outputs = shared_outputs(calculator, allowed);
        let results = calculator.evaluate(&shown).into_iter().filter(|result| outputs.contains(&result.output));
        results.map(|result| (result.output.key, result.value.map(machine).unwrap_or_default())).collect()
    }

    #[test]
    fn an_allowed_input_shows_its_own_step_and_no_other() {
        let fragment = "margin=0.3&retention=0.9&acquisition=160";
        let plain = [("revenue", "56160"), ("weekly", "36"), ("yearly", "1872")];
        let plain = plain.map(|(key, value)| (key, value.to_owned()));
        assert_eq!(results("clv", fragment, None), plain);
        for (allowed, result) in [("margin", ("gross", "16848")), ("acquisition", ("value", "56000"))] {
            let shown = results("clv", fragment, Some(allowed));
            assert!(shown.contains(&(result.0, result.1.to_owned())), "{allowed}: {shown:?}");
            assert_eq!(shown.len(), plain.len() + 1, "{allowed}");
        }
    }

    #[test]
    fn shown_results_never_depend_on_hidden_inputs() {
        for calculator in CATALOG {
            let spec = calculator.spec();
            let confidential = || spec.fields.iter().filter(|field| field.confidential);
            for allowed in confidential().map(|field| Some(field.key)).chain([None]) {
                let fields = shared_fields(*calculator, allowed);
                assert!(fields.iter().all(|field| !field.confidential || allowed == Some(field.key)), "{allowed:?}");
                let example = Inputs::defaults(spec);
                for hidden in confidential().filter(|field| allowed != Some(field.key)) {
                    let other = example.with(hidden.key, hidden.high);
                    let [one, two] = [&example, &other].map(|inputs| inputs_of_customer(*calculator, inputs, allowed));
                    assert_eq!(one, two, "{} beside {allowed:?}", hidden.key);
                }
            }
        }
    }

    #[test]
    fn the_top_price_is_never_shown_to_a_customer() {
        let keys: Vec<_> = results("delivered-value", "", None).into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["edge", "ours", "theirs"]);
    }

    #[test]
    fn only_changed_inputs_that_affect_the_card_can_be_allowed() {
        for (id, fragment, expected) in [
            ("clv", "", [].as_slice()),
            ("clv", "margin=0.3&retention=0.9&spend=12", &["margin", "retention"]),
            ("bad-debt", "margin=0.137", &["margin"]),
            ("bad-debt", "margin=0.02", &[]),
            ("receivables", "margin=0.2&rate=0.07", &["rate"]),
            ("dso", "receivables=1", &[]),
            ("activity", "deals=7", &[]),
        ] {
            let (calculator, inputs) = open(id, fragment);
            let keys: Vec<_> = allowable(calculator, &inputs).iter().map(|field| field.key).collect();
            assert_eq!(keys, expected, "{id} {fragment}");
        }
    }
}
