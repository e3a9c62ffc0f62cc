//! Where the chosen outcome of a meeting does not fit what was agreed, the outcome that does.

use super::{Contact, MeetingOutcome};
use abacus_core::text::{Text, text};

/// Another outcome than the chosen one, with the reason. It is proposed, never set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// An advance was chosen, but no action of the customer is named: that is a continuation (S2).
    AdvanceWithoutAction,
    /// The customer agreed to an action, but a continuation was chosen or nothing yet: that is an
    /// advance (S2).
    ActionAgreed,
}

impl Proposal {
    /// The stable name, for tests and for the page's markup.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AdvanceWithoutAction => "advance-without-action",
            Self::ActionAgreed => "action-agreed",
        }
    }

    /// The outcome that is proposed.
    #[must_use]
    pub const fn outcome(self) -> MeetingOutcome {
        match self {
            Self::AdvanceWithoutAction => MeetingOutcome::Continuation,
            Self::ActionAgreed => MeetingOutcome::Advance,
        }
    }

    /// Why.
    #[must_use]
    pub const fn reason(self) -> Text {
        match self {
            Self::AdvanceWithoutAction => text(
                "客户还没有答应做什么，所以先按延续看待。如果答应了，请选出是哪一件；没有的话，请改为延续。",
                "The customer has not agreed to do anything, so this counts as a continuation. If they did agree to \
                 something, choose it; otherwise make it a continuation.",
            ),
            Self::ActionAgreed => {
                text("客户答应了一件事，这就是进展。", "The customer agreed to do something: that is an advance.")
            }
        }
    }
}

impl Contact {
    /// What to make of the entry instead, if its outcome and its action do not fit each other.
    #[must_use]
    pub fn proposal(&self) -> Option<Proposal> {
        match (self.outcome, self.is_agreed()) {
            (Some(MeetingOutcome::Advance), false) => Some(Proposal::AdvanceWithoutAction),
            (None | Some(MeetingOutcome::Continuation), true) => Some(Proposal::ActionAgreed),
            _ => None,
        }
    }
}
