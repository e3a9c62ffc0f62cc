//! Commands from a host to a frame.

use abacus_core::Decimal;
use abacus_core::calculator::field::{Field, FieldError, Kind};
use abacus_core::calculator::{Output, Spec};

use crate::arrangement::Arrangement;
use crate::params::Figures;
use crate::problem::{Code, Problem};
use crate::theme::{self, Theme};
use crate::value::Value;

/// The `source` of every message, in both directions.
pub const SOURCE: &str = "sales-abacus";
/// The version of the protocol, which changes only by additions.
pub const VERSION: u32 = 1;

/// The names of all commands.
pub const NAMES: [&str; 11] =
    ["hello", "get", "set", "reset", "undo", "redo", "solve", "show", "theme", "lang", "reveal"];

/// A command from a host.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Subscribe to results.
    Hello,
    /// Set these values, all of them readable and within their bounds.
    Set(Vec<(&'static str, Decimal)>),
    /// Return the current state.
    Get,
    /// Reset to the example.
    Reset,
    /// Undo the last change.
    Undo,
    /// Redo the last undone change.
    Redo,
    /// Set an input such that a result has this value.
    Solve(&'static Field, &'static Output, Decimal),
    /// Change the arrangement.
    Show(Arrangement),
    /// Change the theme.
    Theme(Theme),
    /// Change the language or the style.
    Lang(Figures),
    /// Uncover the results.
    Reveal,
}

/// A valid command.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The command.
    pub command: Command,
    /// The nonce by which the host recognizes the answer.
    pub nonce: Option<String>,
    /// Keys that were ignored.
    pub ignored: Vec<Problem>,
}

/// An invalid command, no part of which is executed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why: at least one reason.
    pub problems: Vec<Problem>,
    /// The nonce by which the host recognizes the answer.
    pub nonce: Option<String>,
}

/// The state that a command changes. Parts that a command leaves out are unchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Present {
    /// The arrangement.
    pub arrangement: Arrangement,
    /// The theme.
    pub theme: Theme,
    /// The language and style.
    pub figures: Figures,
    /// Whether the reader's system is in dark mode.
    pub system_is_dark: bool,
}

/// Whether a value is a message to a calculator. Pages also send unrelated messages.
pub fn is_ours(message: &Value) -> bool {
    message.get("source") == Some(&SOURCE.into()) && message.get("version") == Some(&VERSION.into())
}

/// Whether a message is for this instance: it names no other one.
pub fn is_for(message: &Value, tool: &str, id: Option<&str>) -> bool {
    let names = |key: &str, own: Option<&str>| match message.get(key) {
        None | Some(Value::Null) => true,
        Some(named) => named.text().as_deref() == own,
    };
    names("tool", Some(tool)) && names("id", id)
}

/// Parses a message that [`is_ours`].
///
/// # Errors
/// [`Refusal`].
pub fn read(message: &Value, spec: &'static Spec, present: &Present) -> Result<Request, Refusal> {
    let nonce = message.get("nonce").and_then(Value::text);
    let name = message.get("type").and_then(Value::text).unwrap_or_default();
    let refused = |problems| Refusal { problems, nonce: nonce.clone() };
    let mut problems = Problems::default();
    let command = match name.as_str() {
        "hello" => Some(Command::Hello),
        "get" => Some(Command::Get),
        "reset" => Some(Command::Reset),
        "undo" => Some(Command::Undo),
        "redo" => Some(Command::Redo),
        "reveal" => Some(Command::Reveal),
        "set" => problems.set(message, spec),
        "solve" => problems.solve(message, spec),
        "show" => problems.show(message, spec, present),
        "theme" => problems.theme(message, present),
        "lang" => problems.lang(message, present),
        _ => return Err(refused(vec![Problem::new(name, Code::UnknownType)])),
    };
    let own = OWN.iter().find(|(command, _)| *command == name).map_or(&[][..], |(_, own)| own);
    for (key, _) in message.entries() {
        if !ENVELOPE.contains(&key.as_str()) && !own.contains(&key.as_str()) {
            problems.ignored.push(Problem::new(key, Code::UnknownKey));
        }
    }
    let Problems { refused: why, ignored } = problems;
    match command.filter(|_| why.is_empty()) {
        Some(command) => Ok(Request { command, nonce, ignored }),
        None => Err(refused([why, ignored].concat())),
    }
}

/// The keys of every message.
const ENVELOPE: [&str; 6] = ["source", "version", "type", "tool", "id", "nonce"];

/// The additional keys of each command.
const OWN: [(&str, &[&str]); 5] = [
    ("set", &["inputs"]),
    ("solve", &["input", "output", "value"]),
    ("show", &["parts", "lock", "hide", "customer"]),
    ("theme", &theme::KEYS),
    ("lang", &["locale", "currency", "decimals"]),
];

/// The problems of a message.
#[derive(Default)]
struct Problems {
    /// The reasons for refusing it.
    refused: Vec<Problem>,
    /// The ignored keys.
    ignored: Vec<Problem>,
}

impl Problems {
    fn refuse(&mut self, key: &str, code: Code) {
        self.refused.push(Problem::new(key, code));
    }

    fn set(&mut self, message: &Value, spec: &'static Spec) -> Option<Command> {
        let Some(Value::Map(inputs)) = message.get("inputs") else {
            self.refuse("inputs", Code::Unreadable);
            return None;
        };
        let mut values: Vec<(&'static str, Decimal)> = Vec::new();
        for (key, value) in inputs {
            let Some(field) = spec.field(key) else {
                self.ignored.push(Problem::new(key, Code::UnknownKey));
                continue;
            };
            match value.text().map(|text| field.parse_link(&text)) {
                Some(Ok(value)) => values.push((field.key, value)),
                Some(Err(error)) => self.refuse(key, code(error)),
                None => self.refuse(key, Code::Unreadable),
            }
        }
        (!values.is_empty()).then_some(Command::Set(values))
    }

    fn solve(&mut self, message: &Value, spec: &'static Spec) -> Option<Command> {
        let text = |key| message.get(key).and_then(Value::text).unwrap_or_default();
        let can_be_unknown = |field: &&'static Field| !matches!(field.kind, Kind::Choice(_));
        let input = spec.field(&text("input")).filter(can_be_unknown);
        let output = spec.output(&text("output"));
        let value = output.map(|output| output.wanted().parse_link(&text("value")));
        for (key, is_known) in [("input", input.is_some()), ("output", output.is_some())] {
            if !is_known {
                self.refuse(key, Code::UnknownKey);
            }
        }
        match value {
            Some(Ok(value)) => Some(Command::Solve(input?, output?, value)),
            Some(Err(error)) => {
                self.refuse("value", code(error));
                None
            }
            None => None,
        }
    }

    fn show(&mut self, message: &Value, spec: &'static Spec, present: &Present) -> Option<Command> {
        let mut arrangement = present.arrangement.clone();
        for key in ["parts", "lock", "hide", "customer"] {
            let Some(value) = message.get(key) else { continue };
            let names = match value {
                Value::List(names) => names.iter().filter_map(Value::text).collect(),
                Value::Bool(yes) => vec![u32::from(*yes).to_string()],
                other => other.text().unwrap_or_default().split([',', ' ']).map(str::to_owned).collect(),
            };
            let known = |name: &str| spec.field(name).map(|field| field.key);
            arrangement.set(key, &mut names.iter().map(String::as_str), &known, &mut self.refused);
        }
        Some(Command::Show(arrangement))
    }

    fn theme(&mut self, message: &Value, present: &Present) -> Option<Command> {
        let mut theme = present.theme.clone();
        for key in theme::KEYS {
            let text = match message.get(key) {
                None => continue,
                Some(Value::Null) => Some(String::new()),
                Some(value) => value.text(),
            };
            match text.and_then(|text| theme.set(key, &text)) {
                Some(set) => self.refused.extend(set.err()),
                None => self.refuse(key, Code::BadTheme),
            }
        }
        // Problems that were reported before are not repeated.
        let before = present.theme.resolve(present.system_is_dark).problems;
        let resolved = theme.resolve(present.system_is_dark);
        let told = resolved
            .problems
            .into_iter()
            .filter(|problem| message.get(&problem.key).is_some() || !before.contains(problem));
        self.refused.extend(told);
        Some(Command::Theme(theme))
    }

    fn lang(&mut self, message: &Value, present: &Present) -> Option<Command> {
        let mut figures = present.figures;
        for (key, name) in [("locale", "lang"), ("currency", "currency"), ("decimals", "decimals")] {
            let Some(value) = message.get(key) else { continue };
            match value.text().and_then(|text| figures.set(name, &text)) {
                Some(Ok(())) => {}
                Some(Err(problem)) => self.refuse(key, problem.code),
                None => self.refuse(key, Code::Unreadable),
            }
        }
        Some(Command::Lang(figures))
    }
}

/// The code for an invalid value.
pub const fn code(error: FieldError) -> Code {
    match error {
        FieldError::OutOfRange(_) | FieldError::Decimals(..) | FieldError::TooManyDigits => Code::OutOfBounds,
        _ => Code::Unreadable,
    }
}
