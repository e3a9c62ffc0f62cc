//! What is known about one deal.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::contact::Contact;
use super::date::Date;
use super::people::{Guide, Person, Role};
use super::visit::Visit;

/// One row of the tracking form (跟踪表, S2): a customer, what they may buy, who decides it and
/// what happens next.
///
/// Texts are kept as typed. The field names are those of the stored record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Deal {
    /// See [`valid_id`](super::valid_id); never changes.
    pub id: String,
    /// How often the record was written: 0 before the first time. See [`reconcile`](super::reconcile).
    pub revision: u64,
    /// Who buys.
    pub customer: String,
    /// What it is about: the name of the deal.
    pub title: String,
    /// In units of `currency`, |x| ≤ 10¹⁵ with at most 6 decimals; `None` while unknown.
    pub amount: Option<Decimal>,
    /// The currency of `amount`.
    pub currency: Currency,
    /// The day on which we expect the order.
    pub expected_close: Option<Date>,
    /// 营销人员: who carries the deal on our side.
    pub salesperson: String,
    /// 向导: who helps us on the customer's side.
    pub guide: Guide,
    /// The buying climate: any number of people, in the order they were entered.
    pub people: Vec<Person>,
    /// What happens next.
    pub next_step: NextStep,
    /// The contact log, in the order in which its entries were added; see [`log`](super::log).
    pub log: Vec<Contact>,
    /// The visits being prepared or made, in the order in which they were added.
    pub visits: Vec<Visit>,
    /// A deleted deal stays as a tombstone, so that deletion can be undone.
    pub deleted: bool,
    /// What was typed where it could not be read, by field (see [`unread`](super::unread)).
    pub unread: BTreeMap<String, String>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// What we do next, and when.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct NextStep {
    /// As typed; blank while nothing is planned.
    pub action: String,
    /// The day it is due.
    pub date: Option<Date>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// A currency by its ISO 4217 code. The list of codes changes over the years and nothing here
/// depends on it, so any three capital letters are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Currency(String);

impl Currency {
    /// The currency with this code; `None` unless it is three capital letters `A`–`Z`.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        is_code.then(|| Self(code.to_owned()))
    }

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl Default for Currency {
    /// Renminbi, `CNY`.
    fn default() -> Self {
        Self("CNY".to_owned())
    }
}

impl Deal {
    /// A deal of which nothing is known yet.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    /// The person the form shows for a role: the first who plays it.
    #[must_use]
    pub fn person(&self, role: Role) -> Option<&Person> {
        self.people.iter().find(|person| person.roles.contains(&role))
    }
}

/// Whether a record may carry this amount: |x| ≤ 10¹⁵ and at most 6 decimals.
pub(super) fn is_storable(amount: Decimal) -> bool {
    amount.abs() <= Decimal::from(1_000_000_000_000_000_u64) && amount.scale() <= 6
}
