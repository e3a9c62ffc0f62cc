//! The four-quadrant check of what we are going to say (ABCD, S2): people listen in four ways, and preparing for one's
//! own way alone misses the other three. The questions are ours.

use serde_json::{Map, Value};

use abacus_core::closed_enum;
use abacus_core::text::{Text, text};

closed_enum! {
    /// One of four ways of listening.
    pub enum Quadrant {
        /// A: facts and logic.
        Facts = "facts" ("A 事实与逻辑", "A Facts and logic"),
        /// B: order and detail.
        Order = "order" ("B 条理与细节", "B Order and detail"),
        /// C: people and feeling.
        People = "people" ("C 人与感受", "C People and feeling"),
        /// D: the big picture.
        Vision = "vision" ("D 全局与前景", "D The big picture"),
    }
}

impl Quadrant {
    /// The question to ask oneself.
    #[must_use]
    pub const fn question(self) -> Text {
        match self {
            Self::Facts => text("哪个数字或事实最有说服力？", "Which figure or fact convinces best?"),
            Self::Order => text("步骤、时间、风险都说得清吗？", "Can we lay out the steps, the dates and the risks?"),
            Self::People => {
                text("对方个人在意什么，担心什么？", "What do the people across the table care and worry about?")
            }
            Self::Vision => text("这件事和客户的大方向怎么接上？", "How does it fit where the customer is heading?"),
        }
    }
}

/// The preparation for all four quadrants.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Quadrants {
    /// [`Quadrant::Facts`].
    pub facts: Check,
    /// [`Quadrant::Order`].
    pub order: Check,
    /// [`Quadrant::People`].
    pub people: Check,
    /// [`Quadrant::Vision`].
    pub vision: Check,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// The preparation for one quadrant.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Check {
    /// Whether it was considered.
    pub done: bool,
    /// What to say, in one line.
    pub line: String,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Quadrants {
    /// The preparation for this quadrant.
    #[must_use]
    pub const fn get(&self, quadrant: Quadrant) -> &Check {
        match quadrant {
            Quadrant::Facts => &self.facts,
            Quadrant::Order => &self.order,
            Quadrant::People => &self.people,
            Quadrant::Vision => &self.vision,
        }
    }

    pub(crate) const fn get_mut(&mut self, quadrant: Quadrant) -> &mut Check {
        match quadrant {
            Quadrant::Facts => &mut self.facts,
            Quadrant::Order => &mut self.order,
            Quadrant::People => &mut self.people,
            Quadrant::Vision => &mut self.vision,
        }
    }
}
