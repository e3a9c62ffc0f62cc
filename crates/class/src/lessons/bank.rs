//! Do we all work for the bank? How long an invoice can stay unpaid until the interest has used up its profit.

use abacus_core::number::{dec, int};

use super::{list, name, setting, step, wrong};
use crate::lesson::{Cell, Kind, Lesson};
use crate::words::words;

pub(super) static LESSON: Lesson = Lesson {
    id: name("bank"),
    title: words("我们都在给银行打工？", "Do we all work for the bank?"),
    about: words(
        "货款拖到第几个月，利润就全成了利息",
        "How many months of waiting it takes until interest has eaten the profit",
    ),
    source: words(
        "依据培训资料《客户关系与渠道管理》的货款拖延表；一张发票的算法、讲法和提问是我们的。",
        "After the table of late payment in the training document “Customer relationship and channel management”; the single invoice, the questions and the presentation are ours.",
    ),
    settings: list![setting("receivables", ""), setting("receivables", "margin=0.02&rate=0.15")],
    steps: list![
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("净利率 {margin}", "A net margin of {margin}"),
                    words("借钱的年利率 {rate}", "Money borrowed at {rate} a year"),
                    words("货交了，款还没到", "The goods are delivered, the money has not come"),
                ]
            },
            40 s, on 0,
            ["这笔生意赚钱吗？", "Is this sale profitable?"],
            [
                "问：货款没到的时候，买货的钱是谁垫的？等有人说出“银行”，再往下。",
                "Ask who pays for the goods while the bill is open. Go on when somebody says: the bank.",
            ],
        ),
        step!(
            Kind::Ask {
                result: name("months"),
                lowest: int(1),
                highest: int(300),
                wrong: list![
                    wrong!(
                        int(2),
                        int(6),
                        "把年利率当成了月利率。",
                        "They take the yearly rate for a monthly one.",
                    ),
                    wrong!(
                        int(60),
                        int(120),
                        "觉得利率只有利润率的一半，离吃光还早得很。",
                        "The rate is half the margin, so they feel that there is all the time in the world.",
                    ),
                ]
            },
            60 s, on 0,
            ["拖到第几个月，利润就全没了？", "After how many months is the profit gone?"],
            ["从交货那天算起。写下来，报数。", "Counted from delivery. Write it down, then call it out."],
        ),
        step!(
            Kind::Reveal { line: name("months") },
            25 s, on 0,
            ["利润率除以利率，再乘 12 个月", "The margin over the rate, times 12 months"],
            ["先看算式。问：哪个数变大，日子变短？", "First the figures. Ask which of them makes the time shorter as it grows."],
        ),
        step!(
            Kind::Result { result: name("months") },
            40 s, on 0,
            ["利润撑到这里", "The profit lasts until here"],
            [
                "看着还长。别评论，马上换一家公司。",
                "It looks like a long time. Do not comment; take another company at once.",
            ],
        ),
        step!(
            Kind::Ask {
                result: name("months"),
                lowest: dec(2, 1),
                highest: int(60),
                wrong: list![
                    wrong!(
                        int(8),
                        int(14),
                        "从刚才的数减一半：只看了一头，没看利润低、利率高是两头一起压。",
                        "Half of the figure before: they see one side only, while a low margin and a high rate press together.",
                    ),
                ]
            },
            40 s, on 1,
            ["净利率只有 {margin}，借钱要 {rate} 呢？", "And at a margin of {margin} and a rate of {rate}?"],
            ["很多行业就是这样。再猜一次，快一点。", "Many trades are like that. Guess once more, quickly."],
        ),
        step!(
            Kind::Result { result: name("months") },
            35 s, on 1,
            ["利润撑到这里", "The profit lasts until here"],
            [
                "问：您公司的账期几个月？比这个数长的请举手。",
                "Ask how long their payment terms are: whoever has longer ones, raise a hand.",
            ],
        ),
        step!(
            Kind::Move { input: name("rate"), to: dec(15, 2), result: name("months") },
            50 s, on 0,
            ["利率一点点往上走", "The rate climbs"],
            [
                "回到第一家公司。每翻一下先问还剩几个月。",
                "Back to the first company. Before each stop ask how many months are left.",
            ],
        ),
        step!(
            Kind::HideTable {
                cells: list![
                    Cell { row: dec(6, 2), column: dec(8, 2) },
                    Cell { row: dec(10, 2), column: dec(4, 2) },
                    Cell { row: dec(12, 2), column: dec(2, 2) },
                ]
            },
            60 s, on 0,
            ["遮住的三格各是几个月？", "How many months are in the three hidden cells?"],
            [
                "两人一组，用刚才的算式。报一格掀一格。",
                "In pairs, with the formula from before. Uncover each cell as it is called out.",
            ],
        ),
        step!(
            Kind::Reveal { line: name("interest") },
            25 s, on 0,
            ["一张 {invoice} 的发票，等了 {days} 天", "An invoice of {invoice}, unpaid for {days} days"],
            ["从月份落到钱上：这是付给银行的。", "From months to money: this goes to the bank."],
        ),
        step!(
            Kind::Reveal { line: name("profit_left") },
            25 s, on 0,
            ["我们还剩多少", "What is left for us"],
            ["问：这笔利息，报价的时候算进去了吗？", "Ask whether anybody had that interest in the quotation."],
        ),
        step!(
            Kind::Qr,
            40 s, on 0,
            ["算一张自己的发票", "Now an invoice of your own"],
            ["扫码，填自己的利润率、利率，再填最久的那一张。先猜。", "Scan it, enter your margin, your rate and your oldest bill. Guess first."],
        ),
        step!(
            Kind::SumUp {
                lines: list![
                    words("货款每拖一天，利润就少一点", "Every day unpaid takes some of the profit"),
                    words("利润薄、利率高，拖不了几个月", "With a thin margin and a high rate, it only takes a few months"),
                    words("谈价格的时候，就把账期谈进去", "Negotiate the terms together with the price"),
                ]
            },
            40 s, on 0,
            ["带走三句话", "Takeaways"],
            ["回到题目问一句：这个月，我们给银行打了几天工？", "Back to the title: how many days did we work for the bank this month?"],
        ),
    ],
};
