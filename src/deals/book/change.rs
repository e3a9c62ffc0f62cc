use std::fmt;
use std::rc::Rc;

use abacus_deals::{Deal, Edit};

/// A change to a deal, as far as the state of the page knows it. What edits there are, only those know who make them: their
/// code is not needed to show a list.
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

/// What was last removed from a deal.
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
