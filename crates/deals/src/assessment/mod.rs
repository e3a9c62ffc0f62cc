//! Our assessment of a deal: its value to us, our position, the factors of the purchase, the rhythm of contact. Every
//! part is optional and independent of the others.
//!
//! Only judgements are stored; classes, letters, proposals and advice are derived from them.

mod chance;
mod edit;
mod factors;
mod grade;
mod opening;
mod opening_causes;
mod opening_text;
mod portfolio;
mod portfolio_text;
mod position;
mod potential;
mod potential_action;
mod purchase;
mod tas;
mod urgency;
mod value;
mod value_class;

use serde_json::{Map, Value};

use abacus_core::date::Date;
pub use chance::Chance;
pub use edit::AssessmentEdit;
pub use factors::{Factor, Factors, Rating};
pub use grade::{ContactDays, Grade, Graded, Need};
pub use opening::{Ground, Lead, Letter, Opening, OpeningKind};
pub use opening_causes::Cause;
pub use portfolio::{FindingKind, Portfolio, PortfolioFinding, PortfolioOwner};
pub use position::{Front, Level, Position};
pub use potential::{PotentialClass, Size};
pub use potential_action::PotentialAction;
pub use purchase::Purchase;
pub use tas::{Chances, Contender, Tas, TasAnswer, TasLine, TasQuestion};
pub use urgency::Urgency;
pub use value::{Mean, Score, Scores, Side, SubScore};
pub use value_class::ValueClass;

/// What was judged about a deal. The field names are those of the stored record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Assessment {
    /// The value of the deal, in scores from 1 to 10.
    pub value: Scores,
    /// Whose ground the customer is.
    pub ground: Option<Ground>,
    /// Who leads now.
    pub lead: Option<Lead>,
    /// The rated factors of the purchase.
    pub factors: Factors,
    /// How clear the customer's need is.
    pub need: Option<Need>,
    /// Whether there is a chance of a deal at all.
    pub chance: Option<Chance>,
    /// What kind of purchase it is.
    pub purchase: Option<Purchase>,
    /// The grade set by hand; `None` to use the proposal.
    pub grade: Option<Grade>,
    /// The rhythm of contact set by hand; `None` to use that of the grade.
    pub contact_days: Option<ContactDays>,
    /// How much the customer could buy in total, from any supplier.
    pub buying_potential: Option<Level>,
    /// Our share of what they buy.
    pub share: Option<Level>,
    /// What the customer is worth to us today.
    pub current_value: Option<Size>,
    /// What the customer could be worth in the future.
    pub future_value: Option<Size>,
    /// How soon we have to act.
    pub urgency: Option<Urgency>,
    /// Our chance, and that of our rivals.
    pub tas: Tas,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Assessment {
    /// The class given by the scores; `None` while one side has no score.
    pub fn value_class(&self) -> Option<ValueClass> {
        self.value.class()
    }

    /// The opening position; `None` until both ground and lead are known.
    pub fn opening(&self) -> Option<Opening> {
        Some(Opening { ground: self.ground?, lead: self.lead? })
    }

    /// The proposed grade and the grade set by hand.
    pub fn graded(&self, expected_close: Option<Date>, today: Date) -> Graded {
        let proposed = match self.chance {
            Some(Chance::None) => Some(Grade::E),
            _ if self.tas.grade().is_some() => self.tas.grade(),
            _ => self.need.and_then(|need| Grade::proposed(need, expected_close, today)),
        };
        Graded { proposed, set: self.grade }
    }

    /// How many days may pass between two contacts: set by hand, or else by the grade.
    pub fn rhythm(&self, expected_close: Option<Date>, today: Date) -> Option<ContactDays> {
        self.contact_days.or_else(|| self.graded(expected_close, today).grade().map(Grade::contact_days))
    }

    /// What to do about our share of this customer; `None` until potential and share are judged.
    pub fn position(&self) -> Option<Position> {
        Some(Position::of(self.buying_potential?, self.share?))
    }

    /// How to treat this customer; `None` until both values are judged.
    pub fn potential_class(&self) -> Option<PotentialClass> {
        Some(PotentialClass::of(self.current_value?, self.future_value?))
    }
}
