//! How a meeting ended, and what the customer agreed to do (S2).

use abacus_core::text::{Text, text};

/// How a meeting of a large sale ended (S2). Two of the four are a success.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeetingOutcome {
    /// 订单: the customer bought.
    Order,
    /// 进展: the customer agreed to an action that brings the deal nearer to a decision.
    Advance,
    /// 延续: the conversation goes on, but nothing was agreed. Warm words are no action.
    Continuation,
    /// 无销售: the customer said no to what we came for.
    NoSale,
}

impl MeetingOutcome {
    /// The four outcomes, the best first.
    pub const ALL: [Self; 4] = [Self::Order, Self::Advance, Self::Continuation, Self::NoSale];

    /// The stable word for this outcome in records and in the page's choices.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Advance => "advance",
            Self::Continuation => "continuation",
            Self::NoSale => "no-sale",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Order => text("订单", "Order"),
            Self::Advance => text("进展", "Advance"),
            Self::Continuation => text("延续", "Continuation"),
            Self::NoSale => text("无销售", "No sale"),
        }
    }

    /// When to choose it, in a few words beside the label.
    #[must_use]
    pub const fn meaning(self) -> Text {
        match self {
            Self::Order => text("客户下单了", "The customer bought"),
            Self::Advance => text("客户答应去做一件事", "The customer agreed to do something"),
            Self::Continuation => text("谈得不错，但没有约定", "A good talk, nothing agreed"),
            Self::NoSale => text("客户拒绝了", "The customer said no"),
        }
    }

    /// Whether the meeting brought the deal on (S2): an order or an advance.
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self, Self::Order | Self::Advance)
    }

    /// The outcome with this [`code`](Self::code).
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// The five kinds of action by which a customer shows that the deal advances (S2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgreedAction {
    /// Comes to a demonstration.
    Demonstration,
    /// Gives access to someone higher who decides.
    Access,
    /// Tries or tests what we sell.
    Trial,
    /// Frees a part of the budget that was refused before.
    Budget,
    /// Does something together with us that moves the project forward.
    JointStep,
}

impl AgreedAction {
    /// The five kinds in the order in which a choice offers them.
    pub const ALL: [Self; 5] = [Self::Demonstration, Self::Access, Self::Trial, Self::Budget, Self::JointStep];

    /// The stable word for this kind in records and in the page's choices.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Demonstration => "demonstration",
            Self::Access => "access",
            Self::Trial => "trial",
            Self::Budget => "budget",
            Self::JointStep => "joint-step",
        }
    }

    /// What a person reads: something that the customer does.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Demonstration => text("来看演示", "Attends a demonstration"),
            Self::Access => text("引见更高层的决策人", "Introduces us to a higher decision maker"),
            Self::Trial => text("试用或测试", "Runs a trial or a test"),
            Self::Budget => text("批出一部分先前没批的预算", "Frees part of a budget refused before"),
            Self::JointStep => text("与我们一起推进项目", "Moves the project forward with us"),
        }
    }

    /// The kind with this [`code`](Self::code).
    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }
}
