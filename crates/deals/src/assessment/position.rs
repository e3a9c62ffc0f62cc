//! Attack and defence (S2): what to do with our share of a customer.

use abacus_core::closed_enum;
use abacus_core::text::{Text, text};

closed_enum! {
    /// Three levels. The labels are those of a buying potential; for a share see [`share_label`](Level::share_label).
    #[derive(PartialOrd, Ord)]
    pub enum Level {
        /// A share: up to a third.
        Low = "low" ("低", "Low"),
        /// A share: up to two thirds.
        Medium = "medium" ("中", "Medium"),
        /// A share: more than that.
        High = "high" ("高", "High"),
    }
}

impl Level {
    /// The label for a share.
    pub const fn share_label(self) -> Text {
        match self {
            Self::Low => text("不到 1/3", "Under 1/3"),
            Self::Medium => text("1/3 到 2/3", "1/3 to 2/3"),
            Self::High => text("超过 2/3", "Over 2/3"),
        }
    }
}

closed_enum! {
    /// The five positions named by the document.
    #[derive(PartialOrd, Ord)]
    pub enum Position {
        /// 获取.
        Acquire = "acquire" ("获取", "Acquire"),
        /// 保留.
        Retain = "retain" ("保留", "Retain"),
        /// 侵扰.
        Harass = "harass" ("侵扰", "Harass"),
        /// 维持.
        Maintain = "maintain" ("维持", "Maintain"),
        /// 放弃.
        GiveUp = "give-up" ("放弃", "Give up"),
    }
}

closed_enum! {
    /// What our means are for (S2).
    #[derive(PartialOrd, Ord)]
    pub enum Front {
        /// 进攻: winning what we do not have yet.
        Attack = "attack" ("进攻", "Attack"),
        /// 防守: keeping what rivals want most.
        Defence = "defence" ("防守", "Defence"),
        /// 维持: serving what is not disputed.
        Maintenance = "maintenance" ("维持", "Maintenance"),
    }
}

impl Position {
    /// What means spent in this position are for; `None` where none should be spent.
    pub const fn front(self) -> Option<Front> {
        match self {
            Self::Acquire | Self::Harass => Some(Front::Attack),
            Self::Retain => Some(Front::Defence),
            Self::Maintain => Some(Front::Maintenance),
            Self::GiveUp => None,
        }
    }

    /// The position for a buying potential and our share.
    ///
    /// The document names two axes and five positions but does not assign them. Our reading: if there is much to win,
    /// attack (acquire); if there is much to lose, defend (retain, or maintain if nothing more is to be gained); in
    /// between, disturb the rival at little cost (harass) rather than open a front; if there is neither, give up.
    ///
    /// | potential | share low | medium | high |
    /// |---|---|---|---|
    /// | high | acquire | acquire | retain |
    /// | medium | harass | maintain | retain |
    /// | low | give up | maintain | maintain |
    pub const fn of(buying_potential: Level, share: Level) -> Self {
        match (buying_potential, share) {
            (Level::High, Level::Low | Level::Medium) => Self::Acquire,
            (Level::High | Level::Medium, Level::High) => Self::Retain,
            (Level::Medium, Level::Low) => Self::Harass,
            (Level::Medium, Level::Medium) | (Level::Low, Level::Medium | Level::High) => Self::Maintain,
            (Level::Low, Level::Low) => Self::GiveUp,
        }
    }

    /// What the position requires of us.
    pub const fn advice(self) -> Text {
        match self {
            Self::Acquire => text(
                "进攻：还能赢得的远多于已有的，集中力量争取。",
                "Attack: there is far more to win than we have; concentrate here.",
            ),
            Self::Retain => text(
                "防守：可失去的最多，对手最想来，先把现有的守牢。",
                "Defend: we have most to lose here and rivals most to gain; secure what we have.",
            ),
            Self::Harass => text(
                "小成本地牵制对手，等出现机会再加力。",
                "Keep the rival busy at little cost; put in more when a chance opens.",
            ),
            Self::Maintain => text("保持现有投入，不多也不少。", "Keep up the present effort, no more and no less."),
            Self::GiveUp => text("把时间用在别处。", "Spend the time elsewhere."),
        }
    }
}
