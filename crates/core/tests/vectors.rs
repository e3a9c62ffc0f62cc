//! Cases with their results, for anyone who checks a copy of our calculators or their own implementation. The results
//! are the oracle's: computed in fractions, rounded once.

use abacus_core::Decimal;
use abacus_core::calculator::sensitivity::Plan;
use abacus_core::calculator::{Calculator, Case, Inputs};
use serde_json::{Map, Value, json};

use crate::oracle;
use crate::oracle::cases::{Rng, case};

/// The version of the format, which changes only by additions.
const VERSION: u32 = 1;
/// The number of random cases per calculator.
const RANDOM: usize = 200;
/// The decimals of a result, as in `data/@value`.
const PLACES: u32 = 12;

/// `{version, tool, cases: [{source, inputs, outputs}]}`: every worked case, every cell of the declared table, and
/// random cases. A result without a value is left out.
pub(crate) fn vectors(tool: &'static dyn Calculator) -> Value {
    let cases = worked(tool).into_iter().chain(cells(tool)).chain(random(tool));
    let cases: Vec<Value> = cases.map(|(source, inputs)| vector(tool, &source, &inputs)).collect();
    json!({ "version": VERSION, "tool": tool.spec().id, "cases": cases })
}

fn vector(tool: &dyn Calculator, source: &str, inputs: &Inputs) -> Value {
    let given = tool.spec().fields.iter().map(|field| {
        let value = inputs.get(field.key).unwrap();
        (field.key.to_owned(), Value::from(field.link(value)))
    });
    let outputs = oracle::decimals(tool, inputs, PLACES).into_iter();
    let outputs = outputs.filter_map(|(key, value)| Some((key.to_owned(), Value::from(value?))));
    json!({ "source": source, "inputs": Map::from_iter(given), "outputs": Map::from_iter(outputs) })
}

fn worked(tool: &'static dyn Calculator) -> Vec<(String, Inputs)> {
    let case = |case: &Case| (case.source.to_owned(), with(tool, case.inputs));
    tool.spec().cases.iter().map(case).collect()
}

fn cells(tool: &'static dyn Calculator) -> Vec<(String, Inputs)> {
    let Plan { rows, columns, .. } = Plan::declared(tool);
    let cell = |row, column| {
        let (down, across) = (rows.field, columns.field);
        let source =
            format!("the table of the page: {} {}, {} {}", down.key, down.link(row), across.key, across.link(column));
        (source, with(tool, &[(down.key, row), (across.key, column)]))
    };
    rows.values
        .iter()
        .flat_map(|row| columns.values.iter().map(move |column| (*row, *column)))
        .map(|(row, column)| cell(row, column))
        .collect()
}

/// Those of the oracle's cases for which a calculator with 28 digits gives every decimal written here.
fn random(tool: &'static dyn Calculator) -> Vec<(String, Inputs)> {
    let cases = (0..).map(|number| (format!("random case {number}"), case(tool, &mut Rng::new(number))));
    cases.filter(|(_, inputs)| oracle::agrees(tool, inputs, PLACES)).take(RANDOM).collect()
}

fn with(tool: &'static dyn Calculator, values: &[(&str, Decimal)]) -> Inputs {
    let mut inputs = Inputs::defaults(tool.spec());
    for (key, value) in values {
        inputs.set(tool.spec().field(key).unwrap(), *value).unwrap_or_else(|error| panic!("{key}: {error:?}"));
    }
    inputs
}

#[cfg(test)]
mod tests {
    use abacus_core::calculators::CATALOG;
    use abacus_core::number::format::machine;

    use super::*;

    /// The first case whose results differ from the calculator's. It reads inputs as a link has them.
    fn fault(tool: &'static dyn Calculator, file: &str) -> Option<String> {
        let file: Value = serde_json::from_str(file).unwrap();
        assert_eq!((&file["version"], &file["tool"]), (&VERSION.into(), &tool.spec().id.into()));
        let cases = file["cases"].as_array().unwrap();
        let wrong = cases.iter().find(|case| {
            let mut inputs = Inputs::defaults(tool.spec());
            for (key, value) in case["inputs"].as_object().unwrap() {
                let field = tool.spec().field(key).unwrap();
                inputs.set(field, field.parse_link(value.as_str().unwrap()).unwrap()).unwrap();
            }
            let evaluations = tool.evaluate(&inputs);
            let values = evaluations
                .iter()
                .filter_map(|one| Some((one.output.key.to_owned(), Value::from(machine(one.value.ok()?)))));
            Some(&values.collect::<Map<_, _>>()) != case["outputs"].as_object()
        });
        wrong.map(|case| case["source"].as_str().unwrap().to_owned())
    }

    #[test]
    fn every_calculator_gives_the_results_of_its_file() {
        for tool in CATALOG {
            let vectors = vectors(*tool);
            let Plan { rows, columns, .. } = Plan::declared(*tool);
            let expected = tool.spec().cases.len() + rows.values.len() * columns.values.len() + RANDOM;
            assert_eq!(vectors["cases"].as_array().map(Vec::len), Some(expected), "{}", tool.spec().id);
            assert_eq!(fault(*tool, &vectors.to_string()), None, "{}", tool.spec().id);
        }
    }

    #[test]
    fn a_wrong_figure_is_found() {
        let tool = abacus_core::calculators::find("bad-debt").unwrap();
        let file = vectors(tool).to_string();
        let wrong = file.replacen(r#""extra_sales":"30000""#, r#""extra_sales":"30000.000000000001""#, 1);
        assert_ne!(file, wrong);
        assert_eq!(fault(tool, &wrong).as_deref(), Some("S2, 1,500 at 5 %"));
    }
}
