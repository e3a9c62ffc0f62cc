//! Encoding and decoding of scenarios. A record is a link with a name, such as
//! `clv?name=Regulars&place=2&revision=3#spend=12&visits=4&…`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::error::ScenarioError;
use super::known_calculators::KnownCalculators;
use super::scenario::Scenario;
use abacus_core::calculator::Inputs;
use abacus_vault::valid_id;

/// The version of this format. It is the default of records that state none.
const SCHEMA: &str = "1";
/// The characters written as `%XX`: all but letters, digits and these four.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The text to store under [`key`](super::key).
///
/// Unlike a link, it holds every input, so that the values stay the same if a later version has other defaults.
pub fn encode(scenario: &Scenario) -> String {
    let spec = scenario.calculator.spec();
    let mut query = vec![
        format!("name={}", utf8_percent_encode(&scenario.name, ESCAPED)),
        format!("place={}", scenario.place),
        format!("revision={}", scenario.revision),
    ];
    if scenario.deleted {
        query.push("deleted=1".to_owned());
    }
    query.extend_from_slice(&scenario.unknown_query);
    let value = |field: &abacus_core::calculator::field::Field| {
        scenario.inputs.get(field.key).map(|value| format!("{}={}", field.key, field.link(value)))
    };
    let mut inputs: Vec<String> = spec.fields.iter().filter_map(value).collect();
    inputs.extend_from_slice(&scenario.unknown_inputs);
    format!("{}?{}#{}", spec.id, query.join("&"), inputs.join("&"))
}

/// Reads a record. Missing inputs take their defaults.
///
/// # Errors
/// Why it cannot be read. The record must then be left unchanged.
pub fn decode(id: &str, text: &str) -> Result<Scenario, ScenarioError> {
    decode_known(&KnownCalculators::default(), id, text)
}

/// Like [`decode`], for scenarios of the known calculators only.
pub(crate) fn decode_known(known: &KnownCalculators, id: &str, text: &str) -> Result<Scenario, ScenarioError> {
    if !valid_id(id) {
        return Err(ScenarioError::BadId);
    }
    let (head, fragment) = text.split_once('#').unwrap_or((text, ""));
    let (tool, query) = head.split_once('?').unwrap_or((head, ""));
    let query = parts(query)?;
    // Checked first, because a newer format may change the meaning of everything else.
    if let Some(newer) = query.iter().find(|part| part.key == "schema" && part.value != SCHEMA) {
        return Err(ScenarioError::NewerSchema(newer.value.clone()));
    }
    let calculator = known.find(tool).ok_or_else(|| ScenarioError::UnknownCalculator(tool.to_owned()))?;
    let mut scenario = Scenario::new(id, calculator, "", Inputs::defaults(calculator.spec()));
    for part in query {
        match part.key.as_str() {
            "schema" => {}
            "name" => scenario.name = part.value,
            "place" => scenario.place = part.number()?,
            "revision" => scenario.revision = part.number()?,
            "deleted" => scenario.deleted = part.number::<u8>()? > 0,
            _ => scenario.unknown_query.push(part.raw.to_owned()),
        }
    }
    for part in parts(fragment)? {
        match calculator.spec().field(&part.key) {
            Some(field) => {
                let value = field.parse_link(&part.value).map_err(|_| part.bad())?;
                scenario.inputs.set(field, value).map_err(|_| part.bad())?;
            }
            None => scenario.unknown_inputs.push(part.raw.to_owned()),
        }
    }
    Ok(scenario)
}

/// One `key=value`.
struct Part<'a> {
    raw: &'a str,
    key: String,
    value: String,
}

impl Part<'_> {
    fn number<N: std::str::FromStr>(&self) -> Result<N, ScenarioError> {
        self.value.parse().map_err(|_| self.bad())
    }

    fn bad(&self) -> ScenarioError {
        ScenarioError::BadValue { key: self.key.clone(), value: self.value.clone() }
    }
}

fn parts(text: &str) -> Result<Vec<Part<'_>>, ScenarioError> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for raw in text.split('&').filter(|raw| !raw.is_empty()) {
        let (key, value) = raw.split_once('=').unwrap_or((raw, ""));
        let part = Part { raw, key: unescape(key)?, value: unescape(value)? };
        if parts.iter().any(|known| known.key == part.key) {
            return Err(ScenarioError::Repeated(part.key));
        }
        parts.push(part);
    }
    Ok(parts)
}

/// Unlike in links, invalid text is refused: it could not be written back unchanged.
fn unescape(text: &str) -> Result<String, ScenarioError> {
    let text = percent_decode_str(text).decode_utf8().map_err(|_| ScenarioError::NotText)?;
    Ok(text.into_owned())
}
