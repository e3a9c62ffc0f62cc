//! How a meeting ended, and what the customer agreed to do (S2).

use abacus_core::closed_enum;
use abacus_core::text::{Text, text};

closed_enum! {
    /// How a meeting in a large sale ended (S2). Two of the four outcomes are a success.
    pub enum MeetingOutcome {
        /// 订单: the customer bought.
        Order = "order" ("订单", "Order"),
        /// 进展: the customer agreed to an action that brings the deal closer to a decision.
        Advance = "advance" ("进展", "Advance"),
        /// 延续: talks continue, but nothing was agreed. Friendly words are no action.
        Continuation = "continuation" ("延续", "Continuation"),
        /// 无销售: the customer refused what we came for.
        NoSale = "no-sale" ("没成交", "No sale"),
    }
}

impl MeetingOutcome {
    /// When to choose it, in a few words next to the label.
    pub const fn meaning(self) -> Text {
        match self {
            Self::Order => text("客户下单了", "The customer bought"),
            Self::Advance => text("客户答应做一件事", "They agreed to act"),
            Self::Continuation => text("暂时中断：谈得不错，但没有约定", "Nice talk, nothing agreed"),
            Self::NoSale => text("客户拒绝了", "The customer said no"),
        }
    }

    /// Whether the meeting moved the deal forward (S2): an order or an advance.
    pub const fn is_success(self) -> bool {
        matches!(self, Self::Order | Self::Advance)
    }
}

closed_enum! {
    /// The kinds of action by which a customer shows that the deal advances (S2).
    pub enum AgreedAction {
        /// Comes to a demonstration.
        Demonstration = "demonstration" ("来看演示", "Attends a demonstration"),
        /// Gives access to someone more senior who decides.
        Access = "access" ("引见更高层的决策人", "Introduces us to a higher decision maker"),
        /// Tries or tests what we sell.
        Trial = "trial" ("试用或测试", "Runs a trial or a test"),
        /// Releases a part of the budget that was refused before.
        Budget = "budget" ("批下一部分预算", "Releases part of the budget"),
        /// Does something together with us that moves the project forward.
        JointStep = "joint-step" ("与我们一起推进项目", "Moves the project forward with us"),
    }
}
