use litemap::LiteMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::assessment::Assessment;
use super::contact::{Contact, log};
use super::currency::Currency;
use super::exits::Exits;
use super::fab::Fab;
use super::invoice::Invoice;
use super::next_step::NextStep;
use super::people::{Person, Role};
use super::snapshot::Snapshot;
use super::stage::{End, Stage};
use super::stage_history::StageHistory;
use super::visit::Visit;
use abacus_core::date::Date;

/// One row of the tracking form (跟踪表, S2): a customer, what they may buy, who decides and what happens next.
///
/// Texts are kept as typed. The field names are those of the stored record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Deal {
    /// See [`valid_id`](abacus_vault::valid_id); never changes.
    pub id: String,
    /// How often the record was written: 0 before the first time. See [`reconcile`](abacus_vault::reconcile).
    pub revision: u64,
    /// Who buys.
    pub customer: String,
    /// The name of the deal.
    pub title: String,
    /// In units of `currency`, |x| ≤ 10¹⁵ with at most 6 decimals; `None` while unknown.
    pub amount: Option<Decimal>,
    /// The currency of `amount` and of the invoice.
    pub currency: Currency,
    /// The day on which we expect the order.
    pub expected_close: Option<Date>,
    /// 营销人员: who is responsible for the deal on our side.
    pub salesperson: String,
    /// The stage it is at, or was at when it ended.
    pub stage: Stage,
    /// The day it became a target customer; see [`FunnelStage`](super::FunnelStage).
    pub target: Option<Date>,
    /// How it ended; `None` while it is open.
    pub end: Option<End>,
    /// The days on which it reached its stages and ended.
    pub reached: StageHistory,
    /// Why it was lost, as typed.
    pub lost_reason: String,
    /// See [`read_tags`](super::read_tags).
    pub tags: Vec<String>,
    /// Anything else, as typed.
    pub notes: String,
    /// The people on the customer's side, in the order they were entered.
    pub people: Vec<Person>,
    /// What happens next.
    pub next_step: NextStep,
    /// Our assessment of the deal.
    pub assessment: Assessment,
    /// What was observed for the exit checks of the steps.
    pub exits: Exits,
    /// What our solution does for the customer, in the order of entry.
    pub fab: Vec<Fab>,
    /// The contact log, in the order of entry; see [`log`](super::log).
    pub log: Vec<Contact>,
    /// The prepared visits, in the order of entry.
    pub visits: Vec<Visit>,
    /// The invoice, once there is an order.
    pub invoice: Invoice,
    /// Snapshots of calculator results, in the order they were noted.
    pub snapshots: Vec<Snapshot>,
    /// The advice that is set aside, by [key](super::Advice::key), each with a note.
    pub set_aside: LiteMap<String, String>,
    /// A deleted deal stays as a tombstone, so that deletion can be undone.
    pub deleted: bool,
    /// The deal of which this is a second version, because both were changed in the same field at the same time; see
    /// [`reconcile`](abacus_vault::reconcile).
    pub copy_of: Option<String>,
    /// Text that could not be read, by field (see [`FieldRef::path`](super::fields::FieldRef::path)).
    pub unread: LiteMap<String, String>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Deal {
    /// A new deal with nothing but an id.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    /// A new deal that enters its first stage on this day.
    pub fn begun(id: &str, day: Date) -> Self {
        let mut deal = Self::new(id);
        deal.reached.stages.insert(deal.stage, day);
        deal
    }

    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The entry of the contact log with this id.
    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.log.iter().find(|contact| contact.id == id)
    }

    /// The visit with this id.
    pub fn visit(&self, id: &str) -> Option<&Visit> {
        self.visits.iter().find(|visit| visit.id == id)
    }

    /// Everyone who plays a role.
    pub fn in_role(&self, role: Role) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.roles.contains(&role))
    }

    /// The person closest to being a guide: of the named people who were tested, the one who passes most tests; of
    /// several, the first.
    pub fn guide(&self) -> Option<&Person> {
        let tested = self.people.iter().filter(|person| person.is_named());
        let failing = |person: &&Person| person.guide.as_ref().map(|tests| tests.failing().len());
        tested.filter(|person| person.guide.is_some()).min_by_key(failing)
    }

    /// The day on which the next contact is due by the rhythm of its grade (S4); `None` if no rhythm or no contact is
    /// known, and once only the payment is left.
    pub fn contact_due(&self, today: Date) -> Option<Date> {
        let rhythm = self.assessment.rhythm(self.expected_close, today).filter(|_| self.stage != Stage::Collect)?;
        log::last(&self.log, today)?.plus_days(rhythm.days().into())
    }

    /// The day on which the next contact with a person is due by their own rhythm; `None` if they have none, were
    /// never met, or the deal is over.
    pub fn person_due(&self, person: &Person, today: Date) -> Option<Date> {
        let rhythm = person.contact_days.filter(|_| self.is_open())?;
        log::last_with(&self.log, &person.id, today)?.plus_days(rhythm.days().into())
    }

    /// How many days the contact with this person is overdue; `None` if it is not.
    pub fn person_late(&self, person: &Person, today: Date) -> Option<u32> {
        let days = self.person_due(person, today)?.days_until(today);
        u32::try_from(days).ok().filter(|days| *days > 0)
    }

    /// Whether it is open: neither ended nor deleted.
    pub const fn is_open(&self) -> bool {
        self.end.is_none() && !self.deleted
    }
}
