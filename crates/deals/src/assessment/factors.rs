//! The five factors of a purchase (S2), rated from the customer's point of view.

use litemap::LiteMap;

use serde_json::{Map, Value};

use abacus_core::closed_enum;
use abacus_core::text::{Text, text};

closed_enum! {
    /// One of the five factors. Need is rated twice: what they need and what they want.
    #[derive(PartialOrd, Ord)]
    pub enum Factor {
        /// 价值.
        Value = "value" ("价值", "Value"),
        /// 需求: what their business needs.
        Need = "need" ("需求：需要", "Need: what they need"),
        /// 需求: what they would like to have.
        Want = "want" ("需求：想要", "Need: what they want"),
        /// 价格.
        Price = "price" ("价格", "Price"),
        /// 信赖.
        Trust = "trust" ("信赖", "Trust"),
        /// 体验.
        Experience = "experience" ("体验", "Experience"),
    }
}

impl Factor {
    /// What to do if this is the weakest factor.
    pub const fn suggestion(self) -> Text {
        match self {
            Self::Value => text("和客户一起算：省多少，多赚多少。", "Work out with them what they save or gain."),
            Self::Need => {
                text("回到他们的业务：问题不解决，会怎样？", "Go back to their business: what if the problem stays?")
            }
            Self::Want => text("弄清这件事对他们个人意味着什么。", "Find out what it means to each of them."),
            Self::Price => text(
                "先把价值谈清，再谈价格；或者换个配置、付款方式。",
                "Settle the value first, then the price; or vary scope and payment.",
            ),
            Self::Trust => text(
                "先兑现一个小承诺，再请老客户作证。",
                "Keep a small promise first, then have an existing customer vouch for us.",
            ),
            Self::Experience => text("安排试用、演示或参观。", "Arrange a trial, a demonstration or a visit."),
        }
    }
}

closed_enum! {
    /// How well we do in a factor.
    #[derive(PartialOrd, Ord)]
    pub enum Rating {
        /// Not there at all.
        Missing = "missing" ("没有", "Missing"),
        /// There, but not enough to carry the purchase.
        Weak = "weak" ("偏弱", "Weak"),
        /// Enough, if nothing else goes wrong.
        Fair = "fair" ("够用", "Fair"),
        /// A reason to buy from us.
        Strong = "strong" ("很强", "Strong"),
    }
}

/// The ratings given so far.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Factors {
    /// The rated factors with their ratings.
    pub rated: LiteMap<Factor, Rating>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Factors {
    /// The factors rated lowest, in the order of the document. Empty if nothing was rated or everything rated is
    /// strong.
    pub fn weakest(&self) -> Vec<Factor> {
        let lowest = self.rated.values().min().filter(|lowest| **lowest < Rating::Strong);
        let rated_so = |(factor, rating): (&Factor, &Rating)| (Some(rating) == lowest).then_some(*factor);
        self.rated.iter().filter_map(rated_so).collect()
    }
}
