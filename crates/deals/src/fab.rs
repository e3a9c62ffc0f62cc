//! What our solution does for the customer: feature, advantage, benefit (FAB, S1). A benefit answers a need that the
//! customer has expressed; without one it is an advantage.

use serde_json::{Map, Value};

use crate::people::Person;
use abacus_core::closed_enum;

closed_enum! {
    /// Which of a person's two needs.
    pub enum NeedOf {
        /// What the business is to gain.
        Business = "business" ("业务需求", "Business need"),
        /// What is in it for the person.
        Personal = "personal" ("个人需求", "Personal need"),
    }
}

closed_enum! {
    /// How strongly a row affects the customer.
    #[derive(PartialOrd, Ord)]
    pub enum Effect {
        /// It only describes what we have.
        Feature = "feature" ("只是性能：几乎打动不了人", "Only a feature: it hardly moves anyone"),
        /// It says how that helps, but answers no expressed need.
        Advantage = "advantage" ("算优点：有些作用", "An advantage: it has some effect"),
        /// It answers a need the customer has expressed.
        Benefit = "benefit" ("是利益：最打动人", "A benefit: this is what counts"),
    }
}

/// One row. Texts are kept as typed; the field names are those of the record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Fab {
    /// The id, unique within the deal.
    pub id: String,
    /// 性能: what it is or has.
    pub feature: String,
    /// 优点: how that helps.
    pub advantage: String,
    /// 利益: which need it answers, and how.
    pub benefit: String,
    /// 需求—效益问题: the question that leads the customer to state the benefit.
    pub question: String,
    /// The id of the person whose need it answers, if any.
    pub person: Option<String>,
    /// Which of that person's needs.
    pub need: Option<NeedOf>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// One change to a row, except for its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FabEdit {
    /// Sets whose need it answers; `None` for nobody's.
    Need(Option<(String, NeedOf)>),
}

impl Person {
    /// The text of one of the needs; blank while it is not expressed.
    pub fn need(&self, need: NeedOf) -> &str {
        match need {
            NeedOf::Business => &self.business_need,
            NeedOf::Personal => &self.personal_need,
        }
    }
}

impl Fab {
    /// A new row with nothing but an id.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    pub(crate) fn apply(&mut self, edit: FabEdit) {
        match edit {
            FabEdit::Need(whose) => (self.person, self.need) = whose.unzip(),
        }
    }
}
