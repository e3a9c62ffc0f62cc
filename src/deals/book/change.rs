use std::fmt;
use std::rc::Rc;

use abacus_deals::{Deal, Edit};

/// A change to a deal, as far as the page state knows it. The concrete edits are known only to the code that makes
/// them, so showing a list does not need that code.
pub trait Change {
    fn apply(&self, deal: &mut Deal);

    /// The change that undoes this one, if this one removes something.
    fn restoring(&self, deal: &Deal) -> Option<Rc<dyn Change>>;

    fn edit(&self) -> &Edit;
}

impl Change for Edit {
    fn apply(&self, deal: &mut Deal) {
        deal.apply(self.clone());
    }

    fn restoring(&self, deal: &Deal) -> Option<Rc<dyn Change>> {
        deal.restoring(self).map(|restoring| Rc::new(restoring) as Rc<dyn Change>)
    }

    fn edit(&self) -> &Edit {
        self
    }
}

/// The last thing removed from a deal.
#[derive(Clone)]
pub(super) struct Removed {
    pub(super) deal: String,
    pub(super) restoring: Rc<dyn Change>,
}

impl PartialEq for Removed {
    fn eq(&self, other: &Self) -> bool {
        self.deal == other.deal && Rc::ptr_eq(&self.restoring, &other.restoring)
    }
}

impl fmt::Debug for Removed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Removed").field("deal", &self.deal).field("restoring", self.restoring.edit()).finish()
    }
}
