//! The play of each opening, worded for us and for the rival.

use super::opening::Letter;
use abacus_core::text::{Text, text};

impl Letter {
    /// The letter with its meaning, for display.
    pub const fn label(self) -> Text {
        match self {
            Self::A => text("A：我方地盘，落后", "A: our ground, behind"),
            Self::B => text("B：中立地盘，落后", "B: neutral ground, behind"),
            Self::C => text("C：敌方地盘，落后", "C: rival’s ground, behind"),
            Self::D => text("D：我方地盘，势均力敌", "D: our ground, even"),
            Self::E => text("E：中立地盘，势均力敌", "E: neutral ground, even"),
            Self::F => text("F：敌方地盘，势均力敌", "F: rival’s ground, even"),
            Self::G => text("G：我方地盘，领先", "G: our ground, leading"),
            Self::H => text("H：中立地盘，领先", "H: neutral ground, leading"),
            Self::I => text("I：敌方地盘，领先", "I: rival’s ground, leading"),
        }
    }

    /// What to do when we are in this opening.
    pub const fn play(self) -> Text {
        match self {
            Self::A => text(
                "查清哪里出了问题，尽快补救；请内部的朋友把采购放慢一些。",
                "Find out what went wrong and put it right at once; ask friends inside to slow the purchase down.",
            ),
            Self::B => text(
                "重新梳理需求和评选标准；找一位对手没顾到的人。",
                "Reframe the need and the criteria; win someone the rival has overlooked.",
            ),
            Self::C => text(
                "让采购慢下来，等对手露出空当；等不到，就陪跑一回，留个记录。",
                "Slow the purchase down and wait for a gap; if none comes, take part only to be on record.",
            ),
            Self::D => text(
                "问问内部的朋友，客户为什么犹豫；解决它，再争取新的支持者。",
                "Ask our friends inside why the customer hesitates; settle that, and win new supporters.",
            ),
            Self::E => text(
                "抢先一步：先摸清需求，先见到人，先定下标准。",
                "Be first to grasp the need, meet the people and set the criteria.",
            ),
            Self::F => text(
                "弄清客户对对手有什么保留，就在那一点上下功夫。",
                "Learn what holds the customer back from the rival, and work on exactly that.",
            ),
            Self::G => text("推动尽快成交，不给对手留时间。", "Press for an early decision; give rivals no time."),
            Self::H => text(
                "把需求挖深，多认识几个人，拉大领先。",
                "Deepen the need, get to know more people, widen the lead.",
            ),
            Self::I => text(
                "收集并摆出对手的弱点，多结识人，加快节奏。",
                "Gather and show the rival’s weak points, get to know more people, speed up.",
            ),
        }
    }

    pub(super) const fn play_of_rival(self) -> Text {
        match self {
            Self::A => text(
                "对手会查自己哪里出了问题，赶紧补救，并请内部的朋友拖慢采购。",
                "The rival will hurry to put right what went wrong, and ask friends inside to slow the purchase down.",
            ),
            Self::B => text(
                "对手会设法改变需求和评选标准，去找我们没顾到的人。",
                "The rival will try to reframe the need and the criteria, and look for someone we have overlooked.",
            ),
            Self::C => text(
                "对手会拖慢采购，等我们露出空当；等不到，就只陪跑。",
                "The rival will slow the purchase down and wait for a gap; if none comes, they only take part.",
            ),
            Self::D => text(
                "对手会问内部的人客户为什么犹豫，解决之后再拉新的支持者。",
                "The rival will ask inside why the customer hesitates, settle that, and win new supporters.",
            ),
            Self::E => text(
                "对手也想抢先：先摸清需求，先见到人，先定下标准。",
                "The rival also wants to be first to grasp the need, meet the people and set the criteria.",
            ),
            Self::F => text(
                "对手会打听客户对我们有什么保留，在那一点上下功夫。",
                "The rival will learn what holds the customer back from us, and work on exactly that.",
            ),
            Self::G => text(
                "对手会催着尽快成交，不给我们时间。",
                "The rival will press for an early decision to give us no time.",
            ),
            Self::H => text(
                "对手会把需求挖深，多结识人，拉大领先。",
                "The rival will deepen the need, get to know more people, and widen the lead.",
            ),
            Self::I => text(
                "对手会收集并摆出我们的弱点，多结识人，加快节奏。",
                "The rival will gather and show our weak points, get to know more people, and speed up.",
            ),
        }
    }
}
