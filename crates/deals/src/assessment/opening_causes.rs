//! Openings with several causes, each with its own play (S4).

use super::opening::Letter;
use abacus_core::text::{Text, text};

/// Why a deal may be in an opening, and what to do then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What happened.
    pub cause: Text,
    /// What to do about it.
    pub play: Text,
}

const fn cause(cause: Text, play: Text) -> Cause {
    Cause { cause, play }
}

const BEHIND_AT_HOME: &[Cause] = &[
    cause(
        text("我们犯了大错", "We made a grave mistake"),
        text(
            "请内线把采购放慢一些，眼下他也只能做到这一步；尽快把旧事补救好，让人看得见；然后再去争。",
            "Ask the insider to slow the purchase down, which is all they can do now; put the old mistake right quickly and visibly; only then compete.",
        ),
    ),
    cause(
        text("对手从我们薄弱的人或部门进来", "The rival came in where we are weak: a person, a department"),
        text(
            "用我们自己的关系去压对手的支持者；逐条回应他们的标准；争取时间。",
            "Use our own connections to put pressure on the rival’s supporters; answer their criteria point by point; buy time.",
        ),
    ),
    cause(
        text("客户内部换了当家人", "Power changed hands inside the customer"),
        text(
            "弄清新领导个人要什么，满足它；不然就准备过一段苦日子。",
            "Find out what the new leader personally needs, and meet it; otherwise prepare for a dry spell.",
        ),
    ),
];

/// For these causes the document only says to ask the insider; the plays are ours.
const EVEN_AT_HOME: &[Cause] = &[
    cause(
        text("对手发现了新的需求", "The rival found a new need"),
        text("也去找到它，并且答得更好。", "Find it too, and answer it better."),
    ),
    cause(
        text("对手在高层有了新关系", "The rival has a new connection at the top"),
        text("把我们的关系也提到那一层。", "Raise our own contact to that level."),
    ),
    cause(
        text("我们有些小毛病", "Small faults on our side"),
        text("改掉，并且让客户知道。", "Put them right, and let the customer know."),
    ),
    cause(
        text("客户想换换新鲜", "The customer wants to try something new"),
        text(
            "把更换的风险摆出来，同时给客户试用我们的新东西。",
            "Make the risk of the change visible, and offer a trial of our own.",
        ),
    ),
    cause(
        text("制度要求有几家供应商", "A rule asks for several suppliers"),
        text("争取份额大的那一份。", "Aim at the larger share."),
    ),
];

impl Letter {
    /// The possible causes, of which the right one must be found before acting; empty for openings with one play.
    pub const fn causes(self) -> &'static [Cause] {
        match self {
            Self::A => BEHIND_AT_HOME,
            Self::D => EVEN_AT_HOME,
            Self::B | Self::C | Self::E | Self::F | Self::G | Self::H | Self::I => &[],
        }
    }
}
