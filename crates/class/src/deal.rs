//! The fictitious deal of the lesson on the pattern of closing: six people, and what is known about each.

use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

use crate::words::{Words, words};

/// A person at the customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The name.
    pub name: Words,
    /// The job title.
    pub title: Words,
    /// What is known about them, from which the room can tell the seat.
    pub clue: Words,
    /// The seat.
    pub seat: Seat,
    /// The guide's three tests, for candidates: is credible, trusts us, wants us.
    pub tests: Option<[bool; 3]>,
}

/// A person's role in a deal: guide, a member of the buying climate, or an insider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// 向导.
    Guide,
    /// 采购人员.
    Purchaser,
    /// 使用者.
    User,
    /// 技术、财务把关者.
    Gatekeeper,
    /// 决策人.
    DecisionMaker,
    /// 内线.
    Insider,
}

impl Seat {
    /// Its name.
    pub const fn label(self) -> Text {
        match self {
            Self::Guide => text("向导", "Guide"),
            Self::Purchaser => text("采购人员", "Purchaser"),
            Self::User => text("使用者", "User"),
            Self::Gatekeeper => text("技术、财务把关者", "Gatekeeper"),
            Self::DecisionMaker => text("决策人", "Decision maker"),
            Self::Insider => text("内线", "Insider"),
        }
    }
}

impl Person {
    /// The title and the clue, shown when the person is introduced.
    pub fn introduced(&self, locale: Locale) -> String {
        let (title, clue) = (self.title.get(locale), self.clue.get(locale));
        format_in!(locale, "{clue}（{title}）", "{clue} ({title})")
    }
}

/// Our salesperson in the deal.
pub static SALESPERSON: Words = words("小林", "Lin");

/// Its people, in the order in which they are introduced.
pub static PEOPLE: [Person; 6] = [
    Person {
        name: words("高主任", "Gao"),
        title: words("实训中心副主任", "deputy head of the workshop"),
        clue: GUIDE,
        seat: Seat::Guide,
        tests: Some([true, true, true]),
    },
    Person {
        name: words("小孟", "Meng"),
        title: words("采购办专员", "purchasing office"),
        clue: PURCHASER,
        seat: Seat::Purchaser,
        tests: None,
    },
    Person {
        name: words("罗老师", "Luo"),
        title: words("带班教师", "teacher"),
        clue: USER,
        seat: Seat::User,
        tests: None,
    },
    Person {
        name: words("钱科长", "Qian"),
        title: words("财务科科长", "head of accounts"),
        clue: GATEKEEPER,
        seat: Seat::Gatekeeper,
        tests: None,
    },
    Person {
        name: words("孙院长", "Sun"),
        title: words("主管副院长", "vice-principal"),
        clue: DECIDES,
        seat: Seat::DecisionMaker,
        tests: None,
    },
    Person {
        name: words("老魏", "Wei"),
        title: words("后勤管理员", "caretaker"),
        clue: INSIDER,
        seat: Seat::Insider,
        tests: Some([false, true, false]),
    },
];

pub(crate) const GUIDE: Words = words(
    "高主任：院长常听他的；上次的项目我们帮过他，这次盼着还用我们的",
    "Gao: the principal listens to him; we helped him once, and he hopes we are chosen again",
);
pub(crate) const PURCHASER: Words =
    words("小孟：收报价、发标书、拟合同", "Meng: collects quotations, sends out tenders, drafts the contract");
pub(crate) const USER: Words = words(
    "罗老师：天天带学生上机，嫌旧机床不准",
    "Luo: at the machines with her students every day; finds the old ones inaccurate",
);
pub(crate) const GATEKEEPER: Words = words(
    "钱科长：预算和付款都要他签字，能说不，不能说买",
    "Qian: signs budget and payment; can say no, cannot say yes",
);
pub(crate) const DECIDES: Words =
    words("孙院长：几家都看过，最后由她点头", "Sun: has seen all bidders, and has the last word");
pub(crate) const INSIDER: Words = words(
    "老魏：会上说了什么常告诉我们；会上没人问他",
    "Wei: often tells us what was said in meetings, where nobody asks him",
);
