//! Did you really earn it? A bad debt, the sales that cover it, and the visits those take.

use abacus_core::number::{dec, int};

use super::{list, name, setting, step, wrong};
use crate::lesson::{Cell, Kind, Lesson};
use crate::words::words;

pub(super) static LESSON: Lesson = Lesson {
    id: name("earned"),
    title: words("真的赚到了吗？", "Did you really earn it?"),
    about: words(
        "一笔货款收不回来，要多做多少生意才补得上",
        "What it takes to make up for one bill that is never paid",
    ),
    source: words(
        "依据培训资料《客户关系与渠道管理》的坏账对照表和《如何成为优秀的客户经理》的量化目标；把两者接起来、讲法和提问是我们的。",
        "After the table of bad debts in the training document “Customer relationship and channel management” and the targets of “How to become an excellent account manager”; joining the two, the questions and the presentation are ours.",
    ),
    settings: list![setting("bad-debt", ""), setting("loss-to-visits", "")],
    steps: list![
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("一笔 {loss} 的货款，收不回来了", "{loss} that a customer will never pay"),
                    words("我们的净利率：{margin}", "Our net margin: {margin}"),
                ]
            },
            50 s, on 0,
            ["真的赚到了吗？", "Did you really earn it?"],
            [
                "先问一句：谁手上有过收不回来的钱？等一两个人点头，再往下翻。只说损失和净利率，不说别的。",
                "Ask first who has ever had a bill that was not paid. Wait for a nod or two, then go on. Say the loss and the margin, nothing more.",
            ],
        ),
        step!(
            Kind::Ask {
                result: name("extra_sales"),
                lowest: int(100),
                highest: int(200_000),
                wrong: list![
                    wrong!(
                        int(500),
                        int(1_000),
                        "把损失原样补上就算完：忘了新做的生意也只留下一点利润。",
                        "They replace the loss itself, and forget that new sales leave only a little profit, too.",
                    ),
                    wrong!(
                        int(2_000),
                        int(10_000),
                        "知道要多做，但凭感觉翻几倍，没有去除净利率。",
                        "They know it takes more and multiply by feeling, without dividing by the margin.",
                    ),
                ]
            },
            80 s, on 0,
            ["丢了 {loss}，要多做多少生意才补得回来？", "{loss} is lost. How much more must we sell to earn it back?"],
            [
                "让每个人先写下来，再报数。报一个记一个，不评论对错。记满六七个就够了。",
                "Let everybody write a figure down before anyone speaks. Note each one and comment on none. Six or seven are enough.",
            ],
        ),
        step!(
            Kind::Reveal { line: name("extra_sales") },
            30 s, on 0,
            ["卖出去的，只有 {margin} 留得下来", "Of what we sell, only {margin} stays"],
            [
                "先只看算式，让他们自己除一遍；再翻一下出结果。",
                "Show the figures alone and let the room divide; then show what they come to.",
            ],
        ),
        step!(
            Kind::Result { result: name("extra_sales") },
            50 s, on 0,
            ["要多做这么多", "This much more to sell"],
            [
                "看看谁猜得最近，夸一句就走。别拿猜得远的开玩笑：下一题他们才敢再猜。",
                "Name the nearest guess and move on. Make no joke of the far ones, or nobody will guess again.",
            ],
        ),
        step!(
            Kind::Say {
                found: 0,
                lines: list![words(
                    "要多卖的，是丢掉的 {multiple} 倍",
                    "We must sell {multiple} times what we lost",
                )]
            },
            20 s, on 0,
            ["换个说法", "In other words"],
            [
                "停两秒。问：这些生意，平时要做多久？",
                "Pause. Ask how long it usually takes to sell that much.",
            ],
        ),
        step!(
            Kind::Move { input: name("margin"), to: dec(6, 2), result: name("extra_sales") },
            60 s, on 0,
            ["净利率高一点呢？", "And with a better margin?"],
            [
                "每翻一下之前先问：会少多少？前几下降得快，后面降得慢。",
                "Before each stop ask how far it will fall. The first stops fall fast, the later ones slowly.",
            ],
        ),
        step!(
            Kind::Hunt {
                cells: list![
                    Cell { row: int(600), column: dec(3, 2) },
                    Cell { row: int(600), column: dec(6, 2) },
                    Cell { row: int(500), column: dec(3, 2) },
                ]
            },
            110 s, on 0,
            ["印出来的这张表错了三格，找找看", "Three cells of this printed table are wrong. Find them"],
            [
                "两人一组，给一分钟。提示：损失除以净利率，自己算一格就知道。前两格是少印了 1；最后一格最难，是小数没有四舍五入。",
                "In pairs, one minute. Hint: divide the loss by the margin and check a cell. Two are printed one too low; the last is the hardest, cut off where all others are rounded.",
            ],
        ),
        step!(
            Kind::Ask {
                result: name("total_visits"),
                lowest: int(2),
                highest: int(1_000),
                wrong: list![
                    wrong!(
                        int(4),
                        int(20),
                        "只想到成交的那几单，没算没谈成的客户，也没算每位要去几趟。",
                        "They think of the deals that close, not of the prospects who say no, nor of several visits to each.",
                    ),
                ]
            },
            50 s, on 1,
            [
                "每单 {deal_size}，{prospects} 位里成一单，每位去 {visits} 趟。一共要跑几趟？",
                "A deal is {deal_size}, one prospect in {prospects} buys, each takes {visits} visits. How many visits?",
            ],
            [
                "还是那笔坏账。这次只给二十秒，让他们估，不让他们算。",
                "The same bad debt. Twenty seconds only: they should estimate, not calculate.",
            ],
        ),
        step!(
            Kind::Reveal { line: name("deals") },
            15 s, on 1,
            ["先折成单数", "First, in deals"],
            ["刚才的销售额除以每单的金额。", "The sales from before, divided by the size of a deal."],
        ),
        step!(
            Kind::Reveal { line: name("total_prospects") },
            15 s, on 1,
            ["再折成要谈的人", "Then, in prospects"],
            ["没谈成的也要谈。", "Those who say no take time, too."],
        ),
        step!(
            Kind::Result { result: name("total_visits") },
            25 s, on 1,
            ["为了一笔坏账，要跑这么多趟", "All these visits, for one bad debt"],
            [
                "再看一次谁最近。然后问：有这个功夫，当初多打几个催款电话要多久？",
                "Look at the nearest guess again. Then ask how long a few calls about the unpaid bill would have taken.",
            ],
        ),
        step!(
            Kind::Reveal { line: name("per_day") },
            15 s, on 1,
            ["摊到每一天", "Spread over the working days"],
            ["{days} 个工作日，天天多出来的。", "On each of {days} working days, on top of the rest."],
        ),
        step!(
            Kind::Qr,
            40 s, on 0,
            ["用自己的数算一遍", "Now with your own figures"],
            [
                "让大家扫码，填自己最近一笔难收的款和自己的净利率。先猜，再看。",
                "Have them scan it and enter a bill of their own and their own margin. Guess first, then look.",
            ],
        ),
        step!(
            Kind::SumUp {
                lines: list![
                    words("货款到账，才算赚到", "It is earned when it is paid"),
                    words("坏账要除以净利率，不是原样补上", "To make up for a bad debt, divide it by the margin. Selling the same amount again is not enough"),
                    words("一个催款电话，省下几十趟路", "One call about a bill saves dozens of visits"),
                ]
            },
            40 s, on 0,
            ["带走三句话", "Takeaways"],
            [
                "一句一句翻，最后一句请学员自己念。",
                "One line at a time; let someone in the room read the last one.",
            ],
        ),
    ],
};
