//! Converts a scenario of an export file to the text of its record, which is then validated like any stored record.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

use super::unusable::Reason;
use crate::error::{DealError, JsonKind};
use crate::json::parse;
use crate::record::node::Node;
use crate::record::reader::ObjectReader;
use abacus_core::calculators::find;
use abacus_scenarios::{self as scenarios, Scenario};
use abacus_vault::valid_id;

pub(super) fn read(text: &str) -> Result<Scenario, Reason> {
    let value = parse(text).map_err(Reason::Deal)?;
    let mut fields = ObjectReader::new(Node::from(&value)).map_err(Reason::Deal)?;
    let (id, record) = record(&mut fields)?;
    let query = parts(fields.rest(), |_| false)?;
    let (head, inputs) = record.split_once('#').unwrap_or((&record, ""));
    let text = format!("{}#{inputs}", [&[head.to_owned()][..], &query].concat().join("&"));
    scenarios::decode(&id, &text).map_err(Reason::Scenario)
}

/// The id and the record, without unknown fields.
fn record(fields: &mut ObjectReader<'_>) -> Result<(String, String), Reason> {
    let id = fields.text("id").map_err(Reason::Deal)?;
    if !valid_id(&id) {
        return Err(Reason::NoId);
    }
    let tool = fields.text("tool").map_err(Reason::Deal)?;
    let name = fields.text("name").map_err(Reason::Deal)?;
    let revision = fields.whole("revision").map_err(Reason::Deal)?;
    let place = fields.whole("place").map_err(Reason::Deal)?;
    let deleted = if fields.flag("deleted").map_err(Reason::Deal)? { "&deleted=1" } else { "" };
    let inputs = fields.object("inputs").map_err(Reason::Deal)?;
    let calculator =
        find(&tool).ok_or_else(|| Reason::Scenario(scenarios::ScenarioError::UnknownCalculator(tool.clone())))?;
    let known = |key: &str| calculator.spec().field(key).is_some();
    let inputs = parts(inputs.rest(), known)?.join("&");
    Ok((id, format!("{tool}?name={}&place={place}&revision={revision}{deleted}#{inputs}", escaped(&name))))
}

/// `key=value` for each field; fields that are not `known` are already escaped.
fn parts(fields: Map<String, Value>, known: impl Fn(&str) -> bool) -> Result<Vec<String>, Reason> {
    let part = |(key, value): (String, Value)| match value {
        Value::String(value) if known(&key) => Ok(format!("{key}={}", escaped(&value))),
        Value::String(value) if !format!("{key}{value}").contains(['&', '#', '?']) => Ok(format!("{key}={value}")),
        _ => Err(Reason::Deal(DealError::WrongType { path: key, expected: JsonKind::Text })),
    };
    fields.into_iter().map(part).collect()
}

fn escaped(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
