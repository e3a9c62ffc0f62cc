//! Who looks at a form, and which parts of it they may see: on the page, in the address, in links.

use std::rc::Rc;

use abacus_core::calculator::Inputs;
use abacus_core::calculator::audience::{Allowed, inputs_of_customer, shared_fields};
use abacus_core::calculator::share::{self, Reader};

use crate::calculator::form::Form;

impl Form {
    #[must_use]
    pub fn for_customer(mut self) -> Self {
        self.reader = Reader::Customer;
        self
    }

    pub fn is_for_customer(&self) -> bool {
        self.reader == Reader::Customer
    }

    /// The private input that the customer may see this time.
    pub const fn allowed(&self) -> Allowed {
        self.allowed
    }

    /// The inputs behind what is shown: for a customer, the example's values replace private ones.
    pub fn shown_inputs(&self) -> Inputs {
        match self.reader {
            Reader::Colleague => self.inputs.clone(),
            Reader::Customer => inputs_of_customer(self.calculator, &self.inputs, self.allowed),
        }
    }

    /// The form as shown: for a customer, no result contains anything private.
    #[must_use]
    pub fn shown(self: &Rc<Self>) -> Rc<Self> {
        let mut shown = self.clone();
        if self.is_for_customer() {
            Rc::make_mut(&mut shown).adopt(self.shown_inputs());
        }
        shown
    }

    /// The fragment that opens this form with the typed values.
    pub fn fragment(&self) -> String {
        self.fragment_for(Reader::Colleague)
    }

    /// The fragment of values that are the user's own: they differ from the example, and have been changed since a link
    /// was opened.
    pub fn own_fragment(&self) -> Option<String> {
        let is_own = self.is_own && self.can_undo() && !self.is_for_customer();
        is_own.then(|| self.fragment()).filter(|fragment| !fragment.is_empty())
    }

    /// The fragment for the address and for links: without confidential figures for a customer.
    pub fn shown_fragment(&self) -> String {
        self.fragment_for(self.reader)
    }

    /// The typed values, as far as they can be parsed: one invalid field does not remove the others from the address.
    fn typed_inputs(&self) -> Inputs {
        let mut inputs = self.inputs.clone();
        let unknown = self.solving.as_ref().map(|solving| solving.unknown);
        for entry in self.entries.iter().filter(|entry| Some(entry.field) != unknown) {
            if let Ok(value) = entry.field.parse_in(&entry.text, self.currency) {
                let _out_of_bounds = inputs.set(entry.field, value);
            }
        }
        inputs
    }

    fn fragment_for(&self, reader: Reader) -> String {
        let goal = self.solving.as_ref().map(|solving| (&solving.goal, &solving.solution));
        let spec = self.calculator.spec();
        let mut inputs = self.typed_inputs();
        // What a customer is not shown is not in the address either, nor is what they may see this time only.
        if reader == Reader::Customer {
            let shared = shared_fields(self.calculator, None);
            for field in spec.fields.iter().filter(|field| !shared.contains(field)) {
                let _always_allowed = inputs.set(field, field.default);
            }
        }
        share::encode(spec, &inputs, goal, reader)
    }
}
