//! The unsaved contents of the form.

use abacus_class::own::{Book, MAX_CHARACTERS, Optional, OwnLesson, fits, movable, proposal};
use abacus_core::Decimal;
use abacus_core::calculator::field::{Field, FieldError};
use abacus_core::calculator::share::{LinkProblem, Linked};
use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::number::format::Currency;
use abacus_core::text::{Locale, Text};
use abacus_vault::Record;
use yew::Html;

use crate::shell::link_problems::link_problems;

pub(super) struct Draft {
    pub(super) calculator: &'static dyn Calculator,
    pub(super) inputs: Inputs,
    /// The values that the calculator rejected.
    problems: Vec<LinkProblem>,
    /// The lesson as it was when the form was opened.
    base: OwnLesson,
    pub(super) title: String,
    pub(super) question: String,
    pub(super) lines: String,
    steps: Vec<Optional>,
    /// The input that is moved, and the typed final value.
    pub(super) moves: Option<(&'static Field, String)>,
    /// Whether the user left the final value, so that its errors may be shown.
    pub(super) is_left: bool,
    /// Whether saving was refused because something is missing.
    pub(super) is_refused: bool,
    /// Whether saving was refused because the lesson is already kept.
    pub(super) is_twice: bool,
}

/// Why an input cannot be moved to this value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoMove {
    Field(FieldError),
    /// It already has this value.
    Same,
}

impl Draft {
    /// The draft of a lesson. `values` are its parsed values.
    pub(super) fn of(own: OwnLesson, calculator: &'static dyn Calculator, values: Linked) -> Self {
        let moved = own.moves.as_ref().and_then(|(key, to)| {
            let field = movable(calculator).find(|field| field.key == key)?;
            Some((field, field.show(*to)))
        });
        Self {
            calculator,
            inputs: values.inputs,
            problems: values.problems,
            title: own.title.clone(),
            question: own.question.clone(),
            lines: own.lines.join("\n"),
            steps: own.steps.clone(),
            moves: moved,
            base: own,
            is_left: false,
            is_refused: false,
            is_twice: false,
        }
    }

    /// Continues after the lesson was kept like this. The typed texts are those of the kept lesson.
    pub(super) fn rebase(&mut self, kept: OwnLesson) {
        let values = Linked { inputs: self.inputs.clone(), problems: self.problems.clone(), goal: None };
        *self = Self::of(kept, self.calculator, values);
    }

    /// The messages about values that the calculator rejected.
    pub(super) fn problems(&self, locale: Locale) -> Html {
        link_problems(self.calculator.spec(), &self.inputs, &self.problems, locale)
    }

    /// The id of the kept lesson; `None` before it is kept.
    pub(super) fn id(&self) -> Option<&str> {
        Some(self.base.id.as_str()).filter(|id| !id.is_empty())
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &'static Field> {
        movable(self.calculator)
    }

    pub(super) fn label(&self, field: &Field) -> Text {
        self.calculator.spec().label(field, &self.inputs)
    }

    pub(super) fn has(&self, step: Optional) -> bool {
        self.steps.contains(&step)
    }

    pub(super) fn toggle(&mut self, step: Optional) {
        let had = self.has(step);
        self.steps.retain(|other| *other != step);
        if !had {
            self.steps.push(step);
            self.steps.sort_unstable();
        }
    }

    /// Moves another input, to a proposed value; if there is no such input, none.
    pub(super) fn choose(&mut self, key: &str) {
        let field = self.fields().find(|field| field.key == key);
        self.moves = field.map(|field| {
            let to = proposal(field, &self.inputs).map(|to| field.show(to));
            (field, to.unwrap_or_default())
        });
        self.is_left = false;
    }

    pub(super) fn move_to(&mut self, typed: String) {
        if let Some((_, to)) = &mut self.moves {
            *to = typed;
        }
        self.is_left = false;
    }

    /// Why the input cannot be moved to this value, once that may be shown.
    pub(super) fn move_problem(&self, currency: Option<&Currency>) -> Option<NoMove> {
        if self.is_left || self.is_refused { self.end(currency).err() } else { None }
    }

    /// Whether title and question are filled in.
    pub(super) fn has_words(&self) -> bool {
        !self.title.trim().is_empty() && !self.question.trim().is_empty()
    }

    /// Whether all takeaways fit.
    pub(super) fn fits(&self) -> bool {
        fits(&self.lines)
    }

    /// The lesson as typed; `None` if something is missing or invalid.
    pub(super) fn read(&self, currency: Option<&Currency>) -> Option<OwnLesson> {
        let own = self.base.clone().with_words(&self.title, &self.question, &self.lines);
        let moves = self.end(currency).ok()?;
        // An input unknown to this version could not be chosen: it is kept for the version that knows it.
        let is_unknown = |key: &str| self.fields().all(|field| field.key != key);
        let moves = moves.or_else(|| own.moves.clone().filter(|(key, _)| is_unknown(key)));
        (self.has_words() && self.fits()).then(|| OwnLesson { steps: self.steps.clone(), moves, ..own })
    }

    /// Merges the changes made here with those made elsewhere in the meantime. `None` if that is impossible: it was
    /// deleted, or both changed the same part.
    pub(super) fn merged(&self, ours: &OwnLesson, theirs: Option<&OwnLesson>) -> Option<OwnLesson> {
        let theirs = theirs.filter(|theirs| !theirs.deleted)?;
        OwnLesson::merge(Some(&self.base), ours, theirs)
    }

    /// The lesson to keep; `None` if something is missing, or if it is already kept, as when a link is opened a second
    /// time.
    pub(super) fn ready(&mut self, currency: Option<&Currency>, book: &Book) -> Option<OwnLesson> {
        let read = self.read(currency);
        let is_new = |own: &OwnLesson| book.get(&own.id).is_none_or(|kept| kept.deleted);
        let is_kept = |own: &OwnLesson| book.records().any(|kept| !kept.deleted && kept.has_same_content(own));
        self.is_refused = read.is_none();
        self.is_twice = read.as_ref().is_some_and(|own| is_new(own) && is_kept(own));
        read.filter(|_| !self.is_twice)
    }

    /// The input that is moved, and its final value.
    fn end(&self, currency: Option<&Currency>) -> Result<Option<(String, Decimal)>, NoMove> {
        let Some((field, typed)) = &self.moves else { return Ok(None) };
        let to = field.parse_in(typed, currency).map_err(NoMove::Field)?;
        if self.inputs.get(field.key) == Some(to) {
            return Err(NoMove::Same);
        }
        Ok(Some((field.key.to_owned(), to)))
    }
}

/// The maximum length of a line, as an attribute value.
pub(super) fn max_length() -> String {
    MAX_CHARACTERS.to_string()
}
