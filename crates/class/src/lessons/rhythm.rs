//! Can we keep our rhythm? The contacts that our customers' grades require, compared with what fits in a day.

use abacus_core::number::int;

use super::{list, name, setting, step, wrong};
use crate::lesson::{Cell, Kind, Lesson};
use crate::words::words;

pub(super) static LESSON: Lesson = Lesson {
    id: name("rhythm"),
    title: words("跟进排得过来吗？", "Can we keep our rhythm?"),
    about: words(
        "客户分了级，每级有节奏：一个月加起来，跑得完吗",
        "Every grade has its rhythm: can a month hold them all?",
    ),
    source: words(
        "节奏依据培训资料《销售经理如何管理客户》，每天的拜访依据《如何成为优秀的客户经理》；哪级配哪种节奏、提问是我们的。",
        "The rhythms are from the training document “How sales managers manage customers”, the visits a day from “How to become an excellent account manager”; which grade takes which, and the questions, are ours.",
    ),
    settings: list![setting("rhythm-load", ""), setting("rhythm-load", "a=2")],
    steps: list![
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("A 级 {a} 家，天天联系", "{a} of grade A: every day"),
                    words("B 级 {b} 家，每周一次", "{b} of grade B: once a week"),
                    words("C 级 {c} 家，半个月一次", "{c} of grade C: twice a month"),
                    words("D 级 {d} 家，一个月一次", "{d} of grade D: once a month"),
                    words("E 级 {e} 家，一年一次", "{e} of grade E: once a year"),
                ]
            },
            60 s, on 0,
            ["一位销售手上的客户", "One salesperson’s customers"],
            [
                "级别看需求多急：A 一个月内要成，E 没有需求或没有机会。节奏可以改，先用这一套。",
                "The grade is how near the purchase is: A within a month, E no need or no chance. The rhythms can be changed; begin with these.",
            ],
        ),
        step!(
            Kind::Vote {
                options: list![
                    words("轻轻松松", "Easily"),
                    words("刚刚好", "Just about"),
                    words("排不下", "No"),
                ],
                right: None
            },
            40 s, on 0,
            ["一天跑 {per_day} 趟，{days} 天，排得下吗？", "{per_day} visits a day, {days} days: is there room?"],
            ["举手，记下来，不评论：答案要大家自己算出来。", "A show of hands, without comment: the room will work out the answer."],
        ),
        step!(
            Kind::Ask {
                result: name("needed"),
                lowest: int(20),
                highest: int(1_000),
                wrong: list![
                    wrong!(
                        int(50),
                        int(80),
                        "按客户家数估，忘了天天联系的一家就是一个月二十趟。",
                        "They count customers, and forget that one who is seen daily takes twenty visits a month.",
                    ),
                    wrong!(
                        int(200),
                        int(400),
                        "把所有客户都按周算了。",
                        "They count every customer as weekly.",
                    ),
                ]
            },
            60 s, on 0,
            ["一个月一共要联系几次？", "How many contacts in a month, all together?"],
            ["每人写一个数。", "Everybody writes a figure."],
        ),
        step!(
            Kind::Reveal { line: name("needed") },
            40 s, on 0,
            ["一级一级加起来", "Grade by grade"],
            ["指着算式问：哪一级占得最多？几家客户，占掉近一半。", "Point at the line and ask which grade takes most: a few customers take nearly half."],
        ),
        step!(
            Kind::Result { result: name("needed") },
            35 s, on 0,
            ["这些客户，一个月要联系这么多", "What these customers need in a month"],
            ["看谁最近。", "Name the nearest guess."],
        ),
        step!(
            Kind::Reveal { line: name("capacity") },
            20 s, on 0,
            ["我们跑得了的", "What we can do"],
            ["两个数放在一起，不用多说。", "The two figures side by side say enough."],
        ),
        step!(
            Kind::Reveal { line: name("load") },
            25 s, on 0,
            ["负荷有多高", "How high the load is"],
            [
                "超过一百，就一定有人被漏掉。问：漏的会是谁？多半是最不吵的那个，不是最不要紧的那个。",
                "Above a hundred somebody is left out. Ask who: usually the quietest, not the least important.",
            ],
        ),
        step!(
            Kind::Vote {
                options: list![
                    words("每天多跑一趟", "One more visit a day"),
                    words("一家 A 级改成 B 级", "One A becomes a B"),
                    words("C 级改成电话", "Phone the Cs instead"),
                    words("不管 E 级", "Forget the Es"),
                ],
                right: None
            },
            50 s, on 0,
            ["先动哪一头？", "Where do we begin?"],
            [
                "没有标准答案，请选的人说理由。提醒：E 级一年才一次，省不出什么。",
                "There is no right answer; let them give reasons. Note that the Es take almost nothing.",
            ],
        ),
        step!(
            Kind::Move { input: name("c"), to: int(2), result: name("load") },
            40 s, on 0,
            ["C 级一家一家改成电话", "The Cs are phoned instead, one by one"],
            ["每翻一下先问：排得下了吗？要改掉好几家才够。", "Before each stop ask whether there is room now. It takes a good many."],
        ),
        step!(
            Kind::Result { result: name("load") },
            25 s, on 1,
            ["换一头：天天联系的，只少一家", "The other way: one daily customer fewer"],
            ["真是每家都要天天见吗？一家 A 级，抵得上十家 C 级。", "Does everyone need seeing each day? One A takes as much as ten Cs."],
        ),
        step!(
            Kind::HideTable {
                cells: list![
                    Cell { row: int(4), column: int(7) },
                    Cell { row: int(4), column: int(8) },
                    Cell { row: int(1), column: int(5) },
                ]
            },
            75 s, on 0,
            ["遮住的三格，哪几格排得下？", "Which of the hidden cells leave room?"],
            [
                "先让学员说“够”还是“不够”，再掀开看数。",
                "Three cells are hidden. Let the room say “room” or “no room” before you show the figure.",
            ],
        ),
        step!(
            Kind::Qr,
            60 s, on 0,
            ["数一数自己的客户", "Now count your own"],
            ["各级几家，凭名单数，不凭印象。", "From the list, not from memory."],
        ),
        step!(
            Kind::SumUp {
                lines: list![
                    words("级别定节奏，节奏定时间", "Grades set the rhythm, and the rhythm takes the time"),
                    words("排不下的时候，自己先选，别让客户替您选", "When there is no room, choose for yourself who waits"),
                    words("每个月重新定一次级", "Grade again every month"),
                ]
            },
            70 s, on 0,
            ["带走三句话", "Takeaways"],
            ["请每人说一家这个月要改级的客户。", "Everybody names one customer whose grade changes this month."],
        ),
    ],
};
