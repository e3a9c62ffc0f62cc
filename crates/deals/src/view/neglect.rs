//! Deals that nobody keeps in touch with: without contact for longer than their rhythm, or without any.

use crate::contact::log;
use crate::deal::Deal;
use crate::stage::Stage;
use abacus_core::closed_enum;
use abacus_core::date::Date;

closed_enum! {
    /// How an open deal lacks contact. The codes are public: they occur in URLs.
    pub enum Neglect {
        /// The last contact was longer ago than the rhythm of its grade allows (S4).
        Overdue = "1" ("久未联系", "Contact overdue"),
        /// The log has no contact up to today, so nobody knows how long that has been.
        Never = "never" ("从未联系", "Never contacted"),
    }
}

impl Neglect {
    /// How this deal lacks contact; `None` once only the payment is left.
    pub fn of(deal: &Deal, today: Date) -> Option<Self> {
        if !deal.is_open() || deal.stage == Stage::Collect {
            return None;
        }
        if log::last(&deal.log, today).is_none() {
            return Some(Self::Never);
        }
        deal.contact_due(today).filter(|due| *due < today).map(|_| Self::Overdue)
    }
}
