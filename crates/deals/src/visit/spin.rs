//! The four kinds of questions of a sales talk (SPIN, S1). Prompts and openings are ours.

use abacus_core::closed_enum;
use abacus_core::text::{Text, text};

closed_enum! {
    /// A kind of question. The order is that of a good talk: from the situation to the value of changing it.
    #[derive(PartialOrd, Ord, Default)]
    pub enum Spin {
        /// 背景问题: how things are.
        #[default]
        Situation = "situation" ("背景问题", "Situation"),
        /// 难点问题: what is difficult about it.
        Problem = "problem" ("难点问题", "Problem"),
        /// 暗示问题: what the difficulty leads to.
        Implication = "implication" ("暗示问题", "Implication"),
        /// 需求—效益问题: what a solution would be worth.
        NeedPayoff = "need-payoff" ("需求—效益问题", "Need-payoff"),
    }
}

impl Spin {
    /// The purpose of this kind of question.
    pub const fn prompt(self) -> Text {
        match self {
            Self::Situation => text(
                "弄清现状。只问资料里查不到的，少而准。",
                "Learn how things are. Ask only what you could not look up: few, and to the point.",
            ),
            Self::Problem => text(
                "找出困难和不满。请客户来说，不替客户说。",
                "Find out what is difficult or unsatisfying. Let the customer say it.",
            ),
            Self::Implication => text(
                "把困难的后果问出来：多花多少钱，耽误什么事，牵连哪些人。",
                "Bring out what the difficulty leads to: what it costs, what it delays, who else it affects.",
            ),
            Self::NeedPayoff => {
                text("让客户自己说出解决以后的好处。", "Let the customer say what a solution would be worth to them.")
            }
        }
    }

    /// Sentence openings, to be completed in the customer's own words.
    pub const fn openings(self) -> [Text; 3] {
        match self {
            Self::Situation => [
                text(
                    "这项工作现在由谁做，每月大约多少量？",
                    "Who does this work today, and how much of it is there a month?",
                ),
                text(
                    "现在这套设备用了几年，当初是怎么选的？",
                    "How long have you had the current equipment, and how was it chosen?",
                ),
                text("这类采购在贵公司要经过哪几步？", "Which steps does a purchase like this go through here?"),
            ],
            Self::Problem => [
                text("现在的做法里，哪一处最让您费心？", "What bothers you most about how it is done today?"),
                text("忙起来的时候，哪一环最先跟不上？", "When it gets busy, which part falls behind first?"),
                text("对现在的结果，您觉得还差在哪里？", "What do you miss in the results you get today?"),
            ],
            Self::Implication => [
                text("这件事每拖一个月，会多花多少？", "What does every month of this cost you?"),
                text("它给后面的部门带来什么影响？", "What does it do to the departments that come after yours?"),
                text("如果明年的量再增加，会怎么样？", "If volumes grow next year, what happens then?"),
            ],
            Self::NeedPayoff => [
                text(
                    "如果停机减少一半，对您的计划有什么帮助？",
                    "If stoppages were halved, how would that help your plans?",
                ),
                text("这件事解决了，谁最先受益？", "Who would gain first if this were solved?"),
                text("除了省下的费用，您还看重什么？", "Apart from the cost saved, what else would matter to you?"),
            ],
        }
    }
}
