//! The address of a page, kept in sync with the form.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use crate::calculator::form::Form;
use crate::shell::ports::{Subscription, Window};

/// The pause before typing reaches the address: browsers limit how often it may change.
const PAUSE_MS: u32 = 250;

struct Waiting {
    form: Rc<Form>,
    /// The fragment that is to be replaced.
    over: String,
    _timer: Subscription,
}

#[derive(Clone)]
pub(super) struct Address {
    window: Rc<dyn Window>,
    waiting: Rc<RefCell<Option<Waiting>>>,
}

impl Address {
    pub(super) fn new(window: &Rc<dyn Window>) -> Self {
        Self { window: window.clone(), waiting: Rc::default() }
    }

    /// Also flushes the pending write when the page is left. This happens immediately and not by a message to the
    /// component: yew may yield to the browser before it handles one, and by then the page is gone.
    pub(super) fn on_hide(&self) -> Subscription {
        self.window.on_hide(self.writing())
    }

    pub(super) fn follow(&self, form: &Rc<Form>) {
        let timer = self.window.after(PAUSE_MS, self.writing());
        let waiting = Waiting { form: form.clone(), over: self.window.fragment(), _timer: timer };
        self.waiting.replace(Some(waiting));
    }

    /// Flushes the pending write. A link may have been followed that the browser has not reported yet; it is not
    /// overwritten.
    pub(super) fn write(&self) {
        if let Some(waiting) = self.waiting.take().filter(|waiting| waiting.over == self.window.fragment()) {
            self.put(&waiting.form);
        }
    }

    /// For a customer, the fragment contains only what they may see; the rest is stored in the history entry.
    pub(super) fn put(&self, form: &Form) {
        let kept = form.is_for_customer().then(|| form.fragment());
        self.window.replace_fragment(&form.shown_fragment(), kept.as_deref());
    }

    fn writing(&self) -> Callback<()> {
        let address = self.clone();
        Callback::from(move |()| address.write())
    }
}
