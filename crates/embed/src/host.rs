//! The host's side of the protocol: what a page around a frame sends and receives. For our own pages; others use
//! `embed.js`.

use crate::command::{SOURCE, VERSION, is_ours};
use crate::message::{Initiator, Kind};
use crate::problem::Code;
use crate::value::Value;

/// A message from a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameMessage {
    /// It is ready.
    Ready(Ready),
    /// Its new height, in pixels.
    Height(u32),
    /// Its reader has changed something. The texts say which problems remain.
    Changed(Vec<String>),
    /// Its current state.
    Values(FrameValues),
    /// Part of its address, or of what was typed, was not used; the text says which.
    Refused(Code, String),
    /// It cannot start.
    Failed,
}

/// A frame that is ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// Its height in pixels.
    pub height: u32,
    /// The language of its labels.
    pub locale: String,
    /// The inputs of its calculator.
    pub inputs: Vec<Input>,
    /// Whether it sends values: it has received `hello`.
    pub is_greeted: bool,
}

/// An input of a calculator, as described by a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The key.
    pub key: String,
    /// The label for people.
    pub label: String,
}

/// The values that a frame has sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrameValues {
    /// As in a link.
    pub fragment: String,
    /// The inputs it reveals, by key.
    pub inputs: Vec<(String, String)>,
}

impl FrameMessage {
    /// Parses a message from a frame with this calculator; none if it is irrelevant here.
    pub fn read(message: &Value, tool: &str) -> Option<Self> {
        let text = |key: &str| message.get(key).and_then(Value::text);
        if !is_ours(message) || text("tool")? != tool {
            return None;
        }
        match Kind::from_code(&text("type")?)? {
            Kind::Ready => {
                let Some(Value::List(inputs)) = message.get("keys").and_then(|keys| keys.get("inputs")) else {
                    return None;
                };
                let input = |input: &Value| {
                    let text = |key| input.get(key).and_then(Value::text);
                    Some(Input { key: text("key")?, label: text("label")? })
                };
                Some(Self::Ready(Ready {
                    height: height(message)?,
                    locale: text("locale")?,
                    inputs: inputs.iter().filter_map(input).collect(),
                    is_greeted: message.get("inputs").is_some(),
                }))
            }
            Kind::Resize => height(message).map(Self::Height),
            Kind::Change => (text("by")? == Initiator::User.code()).then(|| Self::Changed(remaining_problems(message))),
            Kind::Reply => {
                let link = text("link")?;
                let fragment = link.split_once('#').map_or("", |(_, fragment)| fragment).to_owned();
                let input = |(key, value): &(String, Value)| Some((key.clone(), value.text()?));
                let inputs = message.get("inputs")?.entries().iter().filter_map(input).collect();
                Some(Self::Values(FrameValues { fragment, inputs }))
            }
            Kind::Problem => Some(Self::Refused(Code::from_code(&text("code")?)?, text("text")?)),
            Kind::Failed => Some(Self::Failed),
        }
    }
}

/// The texts of the reported problems that remain.
fn remaining_problems(message: &Value) -> Vec<String> {
    let Some(Value::List(problems)) = message.get("problems") else { return Vec::new() };
    let text = |problem: &Value, key: &str| problem.get(key).and_then(Value::text);
    let is_of_theme = |problem: &&Value| text(problem, "code").as_deref() == Some(Code::BadTheme.code());
    problems.iter().filter(|problem| !is_of_theme(problem)).filter_map(|problem| text(problem, "text")).collect()
}

fn height(message: &Value) -> Option<u32> {
    match message.get("height") {
        Some(Value::Whole(height)) => Some(*height),
        _ => None,
    }
}

/// Asks a frame to send values.
pub fn hello(tool: &str) -> Value {
    command("hello", tool, None)
}

/// Asks a frame for its values and their link.
pub fn get(tool: &str) -> Value {
    command("get", tool, Some(("nonce", "builder".into())))
}

/// Sets a frame to these values.
pub fn set(tool: &str, inputs: &[(String, String)]) -> Value {
    let inputs = inputs.iter().map(|(key, value)| (key.clone(), value.as_str().into())).collect();
    command("set", tool, Some(("inputs", Value::Map(inputs))))
}

fn command(kind: &str, tool: &str, more: Option<(&str, Value)>) -> Value {
    let envelope =
        [("source", SOURCE.into()), ("version", VERSION.into()), ("type", kind.into()), ("tool", tool.into())];
    Value::Map(envelope.into_iter().chain(more).map(|(key, value)| (key.to_owned(), value)).collect())
}
