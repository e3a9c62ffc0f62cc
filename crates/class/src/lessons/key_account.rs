//! Who is a key account? What a regular customer spends, and how much of it is worth having.

use abacus_core::number::{dec, int};

use super::{list, name, setting, step, wrong};
use crate::lesson::{Cell, Kind, Lesson};
use crate::words::words;

pub(super) static LESSON: Lesson = Lesson {
    id: name("key-account"),
    title: words("谁是大客户？", "Who is a key account?"),
    about: words(
        "一位老顾客一辈子值多少，今天又值多少",
        "What a regular is worth over the years, and what that is worth today",
    ),
    source: words(
        "例子出自培训资料《如何成为优秀的客户经理》；毛利、流失和折现是通行的算法，讲法和提问是我们的。",
        "The example is from the training document “How to become an excellent account manager”; margin, churn and discount are common practice, the questions and the presentation are ours.",
    ),
    settings: list![setting("clv", ""), setting("clv", "discount=0.1&margin=0.3&retention=0.9")],
    steps: list![
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("每次花 {spend}", "{spend} each time"),
                    words("每周来 {visits} 次，一年 {weeks} 周", "{visits} times a week, {weeks} weeks a year"),
                    words("这样来了 {years} 年", "For {years} years"),
                ]
            },
            40 s, on 0,
            ["快餐店来了一位老顾客", "A regular walks into a fast-food shop"],
            [
                "先问：您公司谁算大客户？多半说“单子大的”。不接话，讲这位顾客。",
                "Ask who their key accounts are. Most will say: those with the big orders. Do not comment; tell of this customer.",
            ],
        ),
        step!(
            Kind::Ask {
                result: name("value"),
                lowest: int(100),
                highest: int(1_000_000),
                wrong: list![
                    wrong!(
                        int(1_000),
                        int(3_000),
                        "只算到一年就停了。",
                        "They stop after one year.",
                    ),
                    wrong!(
                        int(10_000),
                        int(30_000),
                        "单价太小，凭感觉不敢往大里猜。",
                        "The price is so small that nobody dares to guess high.",
                    ),
                ]
            },
            60 s, on 0,
            ["这位顾客一共花多少？", "How much does this customer spend in all?"],
            [
                "写下来再报。提醒一句：是他一辈子在这家店花的钱。",
                "Write it down first. Remind them: all that is spent here over the years.",
            ],
        ),
        step!(
            Kind::Reveal { line: name("weekly") },
            15 s, on 0,
            ["先看一周", "First a week"],
            ["让学员一起口算。", "Let the room calculate aloud."],
        ),
        step!(
            Kind::Reveal { line: name("yearly") },
            15 s, on 0,
            ["再看一年", "Then a year"],
            ["到这里，已经有人想改自己的数了。", "By now some would like to change their guess."],
        ),
        step!(
            Kind::Reveal { line: name("revenue") },
            15 s, on 0,
            ["再乘上年数", "Then all the years"],
            ["先停在算式上，再翻出结果。", "Stay with the figures for a moment, then show the result."],
        ),
        step!(
            Kind::Result { result: name("value") },
            40 s, on 0,
            ["这位老顾客，前后花了这么多", "What this one regular spends in all"],
            [
                "最近的是谁？再问：店员把他得罪了，丢的是一份快餐吗？",
                "Whose guess is nearest? Then ask: if we upset this customer today, is one meal all we lose?",
            ],
        ),
        step!(
            Kind::HideTable {
                cells: list![
                    Cell { row: int(30), column: int(2) },
                    Cell { row: int(10), column: int(4) },
                ]
            },
            45 s, on 0,
            ["少来几次，或者早走几年：遮住的两格是多少？", "Fewer visits, or fewer years: what is in the hidden cells?"],
            [
                "请人报数再掀开。问：哪一格我们使得上劲？",
                "Have them called out before you show them. Ask which of the two we can do something about.",
            ],
        ),
        step!(
            Kind::Ask {
                result: name("value"),
                lowest: int(500),
                highest: int(100_000),
                wrong: list![
                    wrong!(
                        int(15_000),
                        int(20_000),
                        "只扣了毛利，没想到老顾客每年会走掉一些，将来的钱也不如今天的值钱。",
                        "They take the margin only, and forget that some leave each year and later money is worth less.",
                    ),
                    wrong!(
                        int(500),
                        int(1_500),
                        "三样一起扣，容易扣过头。",
                        "With three deductions at once many go too far.",
                    ),
                ]
            },
            60 s, on 1,
            [
                "毛利 {margin}，每年留住 {retention}，每年按 {discount} 折现：今天值多少？",
                "A {margin} margin, {retention} stay each year, discounted at {discount} a year: what is that worth today?",
            ],
            [
                "说清楚：刚才那个数是收入。赚到手的、还会来的、今天就值的，是另一个数。每人再猜一次。",
                "Say it plainly: that was revenue. What is earned, by those who come again, in today’s money, is another figure. Everybody guesses once more.",
            ],
        ),
        step!(
            Kind::Reveal { line: name("gross") },
            15 s, on 1,
            ["扣掉货物成本", "Less the cost of the goods"],
            ["只有毛利才是我们的。", "Only the margin is ours."],
        ),
        step!(
            Kind::Reveal { line: name("retained") },
            20 s, on 1,
            ["再扣掉走了的", "Less those who leave"],
            [
                "每年走一成，听着不多。请学员看剩下多少。",
                "One in ten a year does not sound like much. Let them see what remains.",
            ],
        ),
        step!(
            Kind::Reveal { line: name("value") },
            20 s, on 1,
            ["再折到今天", "And in today’s money"],
            [
                "将来的一块钱，今天不值一块。先看算式里每年除了几次。",
                "Money that comes later is worth less today. Look at how many times each year is divided.",
            ],
        ),
        step!(
            Kind::Result { result: name("value") },
            20 s, on 1,
            ["今天值这么多", "What that is worth today"],
            [
                "再看谁最近。这个数才能拿来比：为了留住他，花多少是值得的。",
                "Nearest guess again. This is the figure to compare with what it costs to keep such a customer.",
            ],
        ),
        step!(
            Kind::Move { input: name("retention"), to: dec(98, 2), result: name("value") },
            45 s, on 1,
            ["多留住一些呢？", "And if a few more stay?"],
            [
                "一格一格翻，每格先问“涨多少”。越往后涨得越快：留人比拉新划算，就看这条线。",
                "Stop by stop, asking each time how much it will rise. It rises faster and faster: that line is why keeping beats winning.",
            ],
        ),
        step!(
            Kind::Qr,
            30 s, on 1,
            ["算一位自己的老客户", "Now a customer of your own"],
            [
                "请学员想一位具体的客户，填他的数。愿意的人说说结果，不必说出名字。",
                "Let each think of one customer and enter those figures. Whoever likes may tell the result, without the name.",
            ],
        ),
        step!(
            Kind::SumUp {
                lines: list![
                    words("大客户不看一单多大，看一辈子值多少", "Judge a key account by the years, not by one big order"),
                    words("收入不是价值：扣掉成本、流失和时间", "Revenue is not value: take off cost, churn and time"),
                    words("留住一位，往往比新拉一位划算", "Keeping one often pays better than winning one"),
                ]
            },
            40 s, on 0,
            ["带走三句话", "Takeaways"],
            ["一句一句翻。请学员说说第二句里的三样各是什么。", "One line at a time. Ask the room for the three deductions of the second."],
        ),
    ],
};
