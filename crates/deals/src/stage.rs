//! How far a deal has come: the six steps of a sale (S2), and its two ends.

use abacus_core::text::{Text, text};

/// The step a deal is at. The steps are the funnel's stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Stage {
    /// 客户分析.
    #[default]
    Analyse,
    /// 建立信任.
    Trust,
    /// 挖掘需求.
    Needs,
    /// 呈现价值.
    Value,
    /// 赢取承诺.
    Commitment,
    /// 回收账款. A deal is not over when it is won, but when it is paid.
    Collect,
}

/// How a deal came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// The money is there.
    Paid,
    /// Someone else, or nobody, got the order.
    Lost,
}

impl Stage {
    /// The six steps in their order.
    pub const ALL: [Self; 6] = [Self::Analyse, Self::Trust, Self::Needs, Self::Value, Self::Commitment, Self::Collect];

    /// The stable word for this step in records and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Analyse => "analyse",
            Self::Trust => "trust",
            Self::Needs => "needs",
            Self::Value => "value",
            Self::Commitment => "commitment",
            Self::Collect => "collect",
        }
    }

    /// What a person reads: in English one word, as six of them stand side by side on a phone.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Analyse => text("客户分析", "Analyse"),
            Self::Trust => text("建立信任", "Trust"),
            Self::Needs => text("挖掘需求", "Needs"),
            Self::Value => text("呈现价值", "Value"),
            Self::Commitment => text("赢取承诺", "Commit"),
            Self::Collect => text("回收账款", "Collect"),
        }
    }

    /// The step with this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }
}

impl End {
    /// Both ends, the good one first.
    pub const ALL: [Self; 2] = [Self::Paid, Self::Lost];

    /// The stable word for this end in records and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Lost => "lost",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Paid => text("已收款", "Paid"),
            Self::Lost => text("丢单", "Lost"),
        }
    }

    /// The end with this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|end| end.code() == code)
    }
}
