//! The four-quadrant check of what we are going to say (ABCD, S2): people listen in four ways, and preparing only for
//! your own way misses the other three. The questions are ours.

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
    /// The question to ask yourself.
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

/// A question of a quadrant: its code, which never changes, and its words.
pub type QuadrantCheck = (&'static str, Text);

impl Quadrant {
    /// The questions of the document (S2), 17 in all.
    pub const fn checks(self) -> &'static [QuadrantCheck] {
        match self {
            Self::Facts => {
                const {
                    &[
                        ("facts", text("讲了事实吗？", "Are there facts?")),
                        ("figures", text("有数字吗？", "Are there figures?")),
                        ("analysis", text("分析的思路清楚吗？", "Is the line of thought clear?")),
                        ("point", text("说到点子上了吗？", "Does it come to the point?")),
                        ("logic", text("合乎逻辑吗？", "Is it logical?")),
                    ]
                }
            }
            Self::Order => {
                const {
                    &[
                        ("details", text("有细节吗？", "Are there details?")),
                        ("order", text("先讲什么、后讲什么，有顺序吗？", "Is there an order of first and next?")),
                        ("brisk", text("简单利落吗？", "Is it simple and brisk?")),
                        ("format", text("格式清楚吗？", "Is the format clear?")),
                    ]
                }
            }
            Self::People => {
                const {
                    &[
                        (
                            "shared",
                            text("有对方经历过的事吗？", "Is there something the listener has been through, too?"),
                        ),
                        ("examples", text("要点都有例子吗？", "Does each main point have an example?")),
                        ("use", text("对用的人有帮助吗？", "Does it help whoever will use it?")),
                        ("feelings", text("照顾到感受了吗？", "Are feelings minded?")),
                    ]
                }
            }
            Self::Vision => {
                const {
                    &[
                        ("whole", text("讲到全局或理念了吗？", "Does it look at the whole, or at the idea?")),
                        ("pictures", text("用了图和颜色吗？", "Are there pictures and colour?")),
                        ("metaphors", text("打了比方吗？", "Is there a comparison?")),
                        ("ahead", text("讲到将来了吗？", "Does it look ahead?")),
                    ]
                }
            }
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
    /// The codes of its questions that were thought of; see [`Quadrant::checks`].
    pub thought: Vec<String>,
    /// What to say, in one line.
    pub line: String,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Quadrants {
    /// The preparation for this quadrant.
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
