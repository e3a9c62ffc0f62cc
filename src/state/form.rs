//! The state of one calculator's form: what is typed, what it was read as, and the last result
//! for which everything could be read.

use std::rc::Rc;

use abacus_core::calculator::{Calculator, Inputs, Outcome};
use abacus_core::field::{Field, FieldError};
use abacus_core::share::{self, Problem};
use yew::prelude::*;

use crate::state::ports::{Host, Ports};

/// Typing shows in the address after this pause: browsers limit how often it may change.
const ADDRESS_PAUSE_MS: u32 = 250;

/// One field as the user sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The declaration.
    pub field: &'static Field,
    /// Exactly what was typed, also when it cannot be read.
    pub text: AttrValue,
    /// What is wrong with it.
    pub error: Option<FieldError>,
}

/// The form of one calculator.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    calculator: &'static dyn Calculator,
    entries: Vec<Entry>,
    problems: Vec<Problem>,
    inputs: Inputs,
    outcomes: Vec<Outcome>,
}

/// What can happen to a form.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The text of a field changed.
    Type(&'static str, String),
    /// The user is done with a field: it may be tidied.
    Commit(&'static str),
    /// Another address: all values come from its fragment.
    Open(String),
    /// Back to the slide's example.
    Reset,
}

impl Form {
    /// The form as a link opens it.
    #[must_use]
    pub fn open(calculator: &'static dyn Calculator, fragment: &str) -> Self {
        let linked = share::decode(calculator.spec(), fragment);
        let fields = calculator.spec().fields.iter();
        let entries = fields.map(|field| {
            let value = linked.inputs.get(field.key).unwrap_or(field.default);
            Entry { field, text: field.show(value).into(), error: None }
        });
        Self {
            calculator,
            entries: entries.collect(),
            problems: linked.problems,
            outcomes: calculator.evaluate(&linked.inputs),
            inputs: linked.inputs,
        }
    }

    /// The fields in the order of the form.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Parts of the link that were not used.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The inputs of the results: the last ones that could all be read.
    #[must_use]
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// The results for [`Form::inputs`], headline first.
    #[must_use]
    pub fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    /// Whether the results no longer belong to what is typed.
    #[must_use]
    pub fn is_stale(&self) -> bool {
        self.entries.iter().any(|entry| entry.error.is_some())
    }

    /// The fragment that opens this form with its results.
    #[must_use]
    pub fn fragment(&self) -> String {
        share::encode(self.calculator.spec(), &self.inputs)
    }

    fn type_into(&mut self, key: &str, text: String) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.field.key == key) {
            entry.error = entry.field.parse(&text).err();
            entry.text = text.into();
        }
        self.recompute();
    }

    /// Takes over what is typed, once all of it can be read.
    fn recompute(&mut self) {
        let mut inputs = self.inputs.clone();
        for entry in &self.entries {
            let set = entry.field.parse(&entry.text).and_then(|value| inputs.set(entry.field, value));
            if set.is_err() {
                return;
            }
        }
        if inputs != self.inputs {
            self.outcomes = self.calculator.evaluate(&inputs);
            self.inputs = inputs;
        }
    }

    fn commit(&mut self, key: &str) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.field.key == key)
            && let Ok(value) = entry.field.parse(&entry.text)
        {
            entry.text = entry.field.show(value).into();
        }
    }
}

impl Reducible for Form {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match action {
            Action::Type(key, text) => next.type_into(key, text),
            Action::Commit(key) => next.commit(key),
            // Our own change of the address comes back as an event: what is typed must survive it.
            Action::Open(fragment) if fragment == self.fragment() => return self,
            Action::Open(fragment) => next = Self::open(self.calculator, &fragment),
            Action::Reset => next = Self::open(self.calculator, ""),
        }
        // The same `Rc` tells yew that there is nothing to render.
        if next == *self { self } else { Rc::new(next) }
    }
}

/// The form of a calculator, bound to the fragment of the address in both directions.
#[hook]
pub fn use_form(calculator: &'static dyn Calculator, ports: &Ports) -> UseReducerHandle<Form> {
    let form = use_reducer_eq(|| Form::open(calculator, &ports.host.fragment()));

    use_effect_with(ports.clone(), {
        let dispatcher = form.dispatcher();
        move |ports| {
            let host = ports.host.clone();
            let changed = Callback::from(move |()| dispatcher.dispatch(Action::Open(host.fragment())));
            let subscription = ports.host.on_fragment(changed);
            move || drop(subscription)
        }
    });

    use_effect_with((form.fragment(), ports.clone()), |(fragment, ports)| {
        let pause = (ports.host.fragment() != *fragment).then(|| {
            let (host, fragment): (Rc<dyn Host>, String) = (ports.host.clone(), fragment.clone());
            let write = Callback::from(move |()| host.replace_fragment(&fragment));
            ports.host.after(ADDRESS_PAUSE_MS, write)
        });
        move || drop(pause)
    });

    form
}
