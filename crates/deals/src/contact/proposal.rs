//! Proposes another outcome if the entered one does not match what was agreed.

use super::{Contact, MeetingOutcome};
use abacus_core::text::{Text, text};

/// Another outcome than the entered one, with the reason. It is only proposed, never set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// An advance was entered without an action of the customer: that is a continuation (S2).
    AdvanceWithoutAction,
    /// The customer agreed to an action, but the outcome is a continuation or missing: that is an advance (S2).
    ActionAgreed,
}

impl Proposal {
    /// The stable name, for tests and for the page's markup.
    pub const fn id(self) -> &'static str {
        match self {
            Self::AdvanceWithoutAction => "advance-without-action",
            Self::ActionAgreed => "action-agreed",
        }
    }

    /// The proposed outcome.
    pub const fn outcome(self) -> MeetingOutcome {
        match self {
            Self::AdvanceWithoutAction => MeetingOutcome::Continuation,
            Self::ActionAgreed => MeetingOutcome::Advance,
        }
    }

    /// The reason for the proposal.
    pub const fn reason(self) -> Text {
        match self {
            Self::AdvanceWithoutAction => text(
                "客户还没有答应做什么，所以先按延续看待。如果答应了，请选出是哪一件；没有的话，请改为延续。",
                "The customer has not agreed to do anything, so this counts as a continuation. If they did agree to \
                 something, choose it; otherwise change this to a continuation.",
            ),
            Self::ActionAgreed => {
                text("客户答应了一件事，这就是进展。", "The customer agreed to do something: that is an advance.")
            }
        }
    }
}

impl Contact {
    /// The proposed outcome, if the entered outcome and the action do not match.
    pub fn proposal(&self) -> Option<Proposal> {
        match (self.outcome, self.is_agreed()) {
            (Some(MeetingOutcome::Advance), false) => Some(Proposal::AdvanceWithoutAction),
            (None | Some(MeetingOutcome::Continuation), true) => Some(Proposal::ActionAgreed),
            _ => None,
        }
    }
}
