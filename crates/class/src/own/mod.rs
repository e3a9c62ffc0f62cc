//! The user's own lessons: a calculator, its values, a title, a question and takeaways in the author's words, and the
//! chosen steps. Everything else is derived from the calculator, so that a link contains a few words and not a whole
//! lesson.

mod error;
mod file;
mod lesson;
mod merge;
mod record;
mod steps;
mod text;

use abacus_core::calculator::axis::is_possible;
use abacus_core::calculator::field::{Field, Part};
use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::calculators::Listing;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::int;
use rust_decimal::Decimal;

pub use self::error::OwnError;
pub use self::file::{read_file, read_value, to_file, to_value};
pub use self::lesson::lesson;
pub use self::record::{Book, PREFIX, Vault, id_of, key};
pub use self::steps::Optional;
pub use self::text::{decode, encode, link, read_link};

/// The maximum number of characters of a title, a question or a line.
pub const MAX_CHARACTERS: usize = 120;
/// The maximum number of takeaway lines.
pub const MAX_LINES: usize = 5;
/// The maximum length, in characters, of an address that is offered as a link. A longer one is offered as a file.
pub const MAX_ADDRESS: usize = 1_500;

/// A user's own lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnLesson {
    /// The id in its storage key: 1–32 characters of `a`–`z`, `0`–`9`, `-`; empty until it is stored.
    pub id: String,
    /// How often it was written; 0 before the first time.
    pub revision: u64,
    /// Whether it is a tombstone, kept so that deletion can be undone.
    pub deleted: bool,
    /// The calculator.
    pub calculator: Listing,
    /// Its title, as typed.
    pub title: String,
    /// Its question, as typed.
    pub question: String,
    /// The takeaways, as typed; if empty, the calculator's own sentence is used.
    pub lines: Vec<String>,
    /// The values that differ from the example, each as in a link.
    pub values: Vec<(String, String)>,
    /// The input that is moved, and how far.
    pub moves: Option<(String, Decimal)>,
    /// Its optional steps, each once, in order.
    pub steps: Vec<Optional>,
    /// Parts unknown to this version, preserved for the version that knows them.
    pub unknown: Vec<String>,
}

impl OwnLesson {
    /// A lesson with these values that was never stored and has no words yet. The input it moves is a proposal, and its
    /// optional steps are the usual ones.
    pub fn new(calculator: &dyn Calculator, inputs: &Inputs) -> Option<Self> {
        let spec = calculator.spec();
        let link = share::encode(spec, inputs, None, Reader::Colleague);
        let pairs = link.split('&').filter_map(|pair| pair.split_once('='));
        Some(Self {
            id: String::new(),
            revision: 0,
            deleted: false,
            calculator: Listing::find(spec.id)?,
            title: String::new(),
            question: String::new(),
            lines: Vec::new(),
            values: pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).collect(),
            moves: proposed(calculator, inputs),
            steps: steps::DEFAULT_STEPS.to_vec(),
            unknown: Vec::new(),
        })
    }

    /// The lesson with these words, each truncated to its limit. `lines` has one takeaway per line.
    #[must_use]
    pub fn with_words(self, title: &str, question: &str, lines: &str) -> Self {
        let lines = lines.lines().map(short).filter(|line| !line.is_empty()).take(MAX_LINES);
        Self { title: short(title), question: short(question), lines: lines.collect(), ..self }
    }

    /// Whether another lesson has the same content, regardless of id, revision and deletion.
    pub fn has_same_content(&self, other: &Self) -> bool {
        let alone = |own: &Self| Self { id: String::new(), revision: 0, deleted: false, ..own.clone() };
        alone(self) == alone(other)
    }

    /// The values as in a link, without `#`.
    pub fn fragment(&self) -> String {
        self.values.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
    }
}

/// Whether all of these lines fit: at most [`MAX_LINES`] that are not blank, each of at most [`MAX_CHARACTERS`]
/// characters.
pub fn fits(lines: &str) -> bool {
    let lines: Vec<&str> = lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.len() <= MAX_LINES && lines.iter().all(|line| line.chars().count() <= MAX_CHARACTERS)
}

/// A text truncated to its limit and trimmed.
fn short(text: &str) -> String {
    let characters = text.trim().chars().filter(|character| !character.is_control());
    characters.take(MAX_CHARACTERS).collect()
}

/// The slide's last input for which an end value can be proposed.
fn proposed(calculator: &dyn Calculator, inputs: &Inputs) -> Option<(String, Decimal)> {
    let slide = movable(calculator).filter(|field| field.part == Part::Slide);
    let ends: Vec<_> = slide.filter_map(|field| Some((field.key.to_owned(), proposal(field, inputs)?))).collect();
    ends.into_iter().next_back()
}

/// The inputs that a lesson of this calculator can move.
pub fn movable(calculator: &dyn Calculator) -> impl Iterator<Item = &'static Field> {
    calculator.spec().fields.iter().filter(|field| is_possible(field))
}

/// The default end value of a moved input: twice its value, or half of it, within a slider wide enough to contain it.
/// None if neither is allowed.
pub fn proposal(field: &Field, inputs: &Inputs) -> Option<Decimal> {
    let now = inputs.get(field.key).filter(|now| *now > Decimal::ZERO)?;
    let ends = field.slider.low..=field.slider.holding(now).high;
    let ways = [now.times(int(2)), now.over(int(2))].into_iter().flatten();
    ways.map(|value| value.normalize()).find(|value| ends.contains(value) && field.check(*value).is_ok())
}
