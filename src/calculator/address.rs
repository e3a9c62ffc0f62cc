//! The address of a page, which follows the form.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use crate::calculator::form::Form;
use crate::shell::ports::{Subscription, Window};

/// The pause before typing reaches the address: browsers limit how often it may change.
const PAUSE_MS: u32 = 250;

struct Waiting {
    form: Rc<Form>,
    /// The fragment that is to be written over.
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

    /// Writes what waits when the page is left, too. At once and not as a message to the component: yew may let the browser
    /// go on before it takes one, and then there is no page any more.
    pub(super) fn on_hide(&self) -> Subscription {
        self.window.on_hide(self.writing())
    }

    pub(super) fn follow(&self, form: &Rc<Form>) {
        let timer = self.window.after(PAUSE_MS, self.writing());
        let waiting = Waiting { form: form.clone(), over: self.window.fragment(), _timer: timer };
        self.waiting.replace(Some(waiting));
    }

    /// Writes what waits, without the pause. A link that was followed meanwhile, of which the browser tells later, is not
    /// written over.
    pub(super) fn write(&self) {
        if let Some(waiting) = self.waiting.take().filter(|waiting| waiting.over == self.window.fragment()) {
            self.put(&waiting.form);
        }
    }

    /// For a customer it holds only what they may see; the rest is stored beside it.
    pub(super) fn put(&self, form: &Form) {
        let kept = form.is_for_customer().then(|| form.fragment());
        self.window.replace_fragment(&form.shown_fragment(), kept.as_deref());
    }

    fn writing(&self) -> Callback<()> {
        let address = self.clone();
        Callback::from(move |()| address.write())
    }
}
