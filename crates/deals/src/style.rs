//! The social styles (S3).

use abacus_core::closed_enum;
use abacus_core::text::{Text, text};

closed_enum! {
    /// How pronounced a trait is.
    pub enum Degree {
        /// Little of it.
        Low = "low" ("弱", "Low"),
        /// Much of it.
        High = "high" ("强", "High"),
    }
}

closed_enum! {
    /// A social style: how much somebody expresses, and how much feeling they show (S3).
    pub enum SocialStyle {
        /// Little expression, little feeling.
        Analyst = "analyst" ("分析型", "Analyst"),
        /// Much expression, little feeling.
        Driver = "driver" ("支配型", "Driver"),
        /// Little expression, much feeling.
        Amiable = "amiable" ("和蔼型", "Amiable"),
        /// Much expression, much feeling.
        Expressive = "expressive" ("表达型", "Expressive"),
    }
}

impl SocialStyle {
    /// The style for these degrees of expression and feeling.
    pub const fn of(expression: Degree, emotion: Degree) -> Self {
        match (expression, emotion) {
            (Degree::Low, Degree::Low) => Self::Analyst,
            (Degree::High, Degree::Low) => Self::Driver,
            (Degree::Low, Degree::High) => Self::Amiable,
            (Degree::High, Degree::High) => Self::Expressive,
        }
    }

    /// How to talk to them. The advice is ours.
    pub const fn suggestion(self) -> Text {
        match self {
            Self::Analyst => text(
                "带上数字和资料，一步一步讲，给他时间想。",
                "Bring figures and papers, go step by step, and leave time to think.",
            ),
            Self::Driver => text(
                "先说结论，给两个选择，让他来定。",
                "Begin with the result, offer two options, and let them decide.",
            ),
            Self::Amiable => {
                text("先聊人，再谈事；答应的小事件件做到。", "People first, business second; keep every small promise.")
            }
            Self::Expressive => text(
                "讲前景，讲故事；谈完把约定写下来。",
                "Show where it leads and tell stories; write down afterwards what was agreed.",
            ),
        }
    }
}
