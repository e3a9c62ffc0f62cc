//! What a framed calculator says to the page around it, and when.

use std::rc::Rc;

use abacus_core::calculator::field::Field;
use abacus_core::calculator::share::LinkProblem;
use abacus_core::calculator::solve::Goal;
use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::text::Locale;
use abacus_embed::command::code;
use abacus_embed::message::{By, Envelope, Figures, Kind};
use abacus_embed::{Code, Entries, Gate, Problem, Value};

use crate::calculator::form::{Form, Stale};
use crate::calculator::parts::shown;
use crate::shell::parent::Parent;
use crate::shell::ports::Subscription;

/// The least time between two changes that are told.
const PAUSE_MS: u64 = 100;

pub(super) struct Teller {
    tool: &'static str,
    id: Option<String>,
    pub(super) parent: Rc<dyn Parent>,
    /// The height, once it is known.
    height: Option<u32>,
    /// Whether the parent was told that the calculator is there, and to whom it was said.
    is_ready: bool,
    /// Problems to tell as soon as there is somebody who may know.
    problems: Vec<Problem>,
    /// What was told last, and when.
    last: Option<(Told, u64)>,
    errors: Vec<Problem>,
    /// Whether the last change was the host's.
    pub(super) is_by_host: bool,
    timer: Option<Subscription>,
}

/// What a change is a change of.
#[derive(Clone, PartialEq)]
struct Told {
    inputs: Inputs,
    evaluations: Vec<Evaluation>,
    goal: Option<Goal>,
}

impl Teller {
    pub(super) fn new(tool: &'static str, id: Option<String>, parent: Rc<dyn Parent>, problems: Vec<Problem>) -> Self {
        Self {
            tool,
            id,
            parent,
            height: None,
            is_ready: false,
            problems,
            last: None,
            errors: Vec::new(),
            is_by_host: false,
            timer: None,
        }
    }

    fn say(&self, kind: Kind, gate: &Gate, message: impl FnOnce(Envelope<'_>) -> Value) {
        if let Some(target) = gate.target(kind) {
            let envelope = Envelope { tool: self.tool, id: self.id.as_deref() };
            self.parent.post(&message(envelope), target);
        }
    }

    /// The page has this height.
    pub(super) fn height(&mut self, height: u32, gate: &Gate) {
        if self.height.replace(height) != Some(height) && self.is_ready {
            self.say(Kind::Resize, gate, |envelope| envelope.resize(height));
        }
    }

    /// Whoever has said hello is told from the beginning.
    pub(super) fn greet(&mut self) {
        (self.is_ready, self.last) = (false, None);
    }

    /// Problems that are told as soon as somebody may know.
    pub(super) fn later(&mut self, problems: Vec<Problem>) {
        self.problems.extend(problems);
    }

    fn tell_later(&mut self, locale: Locale, gate: &Gate) {
        let problems = std::mem::take(&mut self.problems);
        self.problems(&problems, locale, gate);
    }

    /// Tells what was refused or ignored.
    pub(super) fn problems(&self, problems: &[Problem], locale: Locale, gate: &Gate) {
        for problem in problems {
            self.say(Kind::Problem, gate, |envelope| envelope.problem(problem, locale));
        }
    }

    /// Answers a command that wants an answer.
    pub(super) fn reply(
        &self,
        nonce: Option<&str>,
        ok: bool,
        problems: &[Problem],
        locale: Locale,
        more: Entries,
        gate: &Gate,
    ) {
        if let Some(nonce) = nonce {
            self.say(Kind::Reply, gate, |envelope| envelope.reply(nonce, ok, problems, locale, more));
        }
    }

    /// Tells of fields that cannot be read and of what the link says in vain, once for each error.
    pub(super) fn errors(&mut self, form: &Form, locale: Locale, gate: &Gate) {
        if !gate.is_open() {
            return;
        }
        let errors = form.entries().iter().filter_map(|entry| Some(Problem::new(entry.field.key, code(entry.error?))));
        let errors: Vec<Problem> = errors.chain(form.problems().iter().map(of_link)).collect();
        let new: Vec<Problem> = errors.iter().filter(|error| !self.errors.contains(error)).cloned().collect();
        self.errors = errors;
        self.problems(&new, locale, gate);
    }

    pub(super) fn wait(&mut self, timer: Subscription) {
        self.timer = Some(timer);
    }

    /// Tells what is shown, if it is another than was told. Returns after which pause it is to be tried again.
    pub(super) fn tell(
        &mut self,
        form: &Form,
        calculator: &'static dyn Calculator,
        told: &[&'static Field],
        locale: Locale,
        gate: &Gate,
    ) -> Option<u32> {
        let height = self.height?;
        // These are the results of another question.
        if form.stale() == Some(Stale::Solving) {
            return None;
        }
        let evaluations = shown(calculator, form).1;
        let now = self.parent.now();
        let is_open = gate.is_open();
        let present = Told {
            inputs: form.inputs().clone(),
            evaluations: evaluations.clone(),
            goal: form.solving().map(|solving| solving.goal),
        };
        let figures = figures(calculator, form, told, &evaluations);
        if !self.is_ready {
            self.is_ready = true;
            let (spec, inputs) = (calculator.spec(), form.inputs());
            // Which of its names an input has is a value, too.
            let label = |field: &Field| if is_open { spec.label(field, inputs) } else { field.label };
            self.say(Kind::Ready, gate, |envelope| {
                envelope.ready(spec, label, locale, height, is_open.then_some(figures))
            });
            if is_open {
                (self.is_by_host, self.last) = (false, Some((present, now)));
                self.tell_later(locale, gate);
            }
            return None;
        }
        if !is_open {
            return None;
        }
        self.tell_later(locale, gate);
        let (last, at) = self.last.as_ref()?;
        if *last == present {
            return None;
        }
        let passed = now.saturating_sub(*at);
        if passed < PAUSE_MS {
            return u32::try_from(PAUSE_MS.saturating_sub(passed)).ok();
        }
        let by = match (std::mem::take(&mut self.is_by_host), form.is_touched()) {
            (true, _) => By::Host,
            (false, true) => By::User,
            (false, false) => By::Link,
        };
        (self.last, self.timer) = (Some((present, now)), None);
        self.say(Kind::Change, gate, |envelope| envelope.change(figures, by));
        None
    }
}

fn of_link(problem: &LinkProblem) -> Problem {
    match problem {
        LinkProblem::UnknownKey(key) | LinkProblem::BadGoal(key) => Problem::new(key, Code::UnknownKey),
        LinkProblem::Repeated(key) => Problem::new(*key, Code::Unreadable),
        LinkProblem::BadValue(key, _, error) | LinkProblem::BadWanted(key, _, error) => {
            Problem::new(*key, code(*error))
        }
    }
}

/// What is told of a form.
pub(super) fn figures<'a>(
    calculator: &'static dyn Calculator,
    form: &'a Form,
    told: &'a [&'static Field],
    evaluations: &'a [Evaluation],
) -> Figures<'a> {
    let goal = form.solving().map(|solving| &solving.goal).filter(|_| !form.is_for_customer());
    Figures { spec: calculator.spec(), inputs: form.inputs(), told, evaluations, goal }
}
