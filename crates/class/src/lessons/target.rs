//! From target to today: three kinds of goal, and how sure one can be.

use abacus_core::number::int;

use super::{list, name, setting, step, wrong};
use crate::lesson::{Cell, Item, Kind, Lesson};
use crate::words::words;

pub(super) static LESSON: Lesson = Lesson {
    id: name("target"),
    title: words("从目标到今天", "From target to today"),
    about: words("一个月的指标，落到每天跑几趟；有几成把握", "A month’s target as visits a day, and how sure it is"),
    source: words(
        "依据培训资料《如何成为优秀的客户经理》的量化营销目标；“有几成把握”和提问是我们的。",
        "After the quantified targets of the training document “How to become an excellent account manager”; how sure one can be, and the questions, are ours.",
    ),
    settings: list![setting("activity", "")],
    steps: list![
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("这个月要成交 {deals} 单", "{deals} deals to close this month"),
                    words("谈 {prospects} 位成一单", "One prospect in {prospects} buys"),
                    words("每位平均去 {visits} 趟", "Each takes {visits} visits on average"),
                    words("{days} 个工作日", "{days} working days"),
                ]
            },
            45 s, on 0,
            ["指标下来了", "Here is the target"],
            [
                "请一位学员说说：拿到指标，第一天早上做什么？多半说不清。这正是这节课要回答的。",
                "Ask someone what they do on the first morning after getting a target. Few can say; that is what this lesson answers.",
            ],
        ),
        step!(
            Kind::Ask {
                result: name("per_day"),
                lowest: int(1),
                highest: int(100),
                wrong: list![
                    wrong!(
                        int(1),
                        int(3),
                        "只想着成交的单数，没算谈不成的，也没算每位要去几趟。",
                        "They think of the deals, not of those who say no, nor of several visits to each.",
                    ),
                    wrong!(
                        int(10),
                        int(20),
                        "每一步都往大里估，乘起来就过头了。",
                        "They estimate high at each step, and the product overshoots.",
                    ),
                ]
            },
            50 s, on 0,
            ["今天要跑几趟？", "How many visits today?"],
            ["写一个整数。报完别算，下一步一起算。", "A whole number. Do not calculate yet; that comes next, together."],
        ),
        step!(
            Kind::Reveal { line: name("total_prospects") },
            25 s, on 0,
            ["要谈几位", "How many to talk to"],
            ["让学员先说出算式，再翻结果。", "Let the room say the formula before you show the result."],
        ),
        step!(
            Kind::Reveal { line: name("total_visits") },
            25 s, on 0,
            ["要跑几趟", "How many visits"],
            ["到这里常有人吸一口气。", "This is where some draw a sharp breath."],
        ),
        step!(
            Kind::Result { result: name("per_day") },
            40 s, on 0,
            ["今天就要跑这么多", "This many visits today"],
            [
                "谁最近？再问：昨天您跑了几趟？",
                "Whose guess is nearest? Then ask how many visits they made yesterday.",
            ],
        ),
        step!(
            Kind::Sort {
                items: list![
                    Item { words: words("一个月成交 {deals} 单", "{deals} deals a month"), goes: 0 },
                    Item { words: words("{prospects} 位里成一单", "One prospect in {prospects} buys"), goes: 1 },
                    Item { words: words("一个月拜访 {total_visits} 次", "{total_visits} visits a month"), goes: 2 },
                    Item { words: words("每位去 {visits} 趟", "{visits} visits to each"), goes: 1 },
                    Item { words: words("每天拜访 {per_day} 次", "{per_day} visits a day"), goes: 2 },
                    Item { words: words("一个月 {total_prospects} 位准客户", "{total_prospects} prospects a month"), goes: 0 },
                ],
                boxes: list![
                    words("表现目标：结果", "Performance goal: a result"),
                    words("转化目标：比例", "Conversion goal: a ratio"),
                    words("活动目标：自己做的事", "Activity goal: what you do"),
                ]
            },
            90 s, on 0,
            ["这些数各是哪一种目标？", "Which kind of goal is each?"],
            [
                "一条一条念，全班指方向，再翻。归结一句：结果管不住，做的事管得住。最后一条是资料里的归法：谈几位跟着成交走，算结果。",
                "Read each aloud, let the room point, then show it. The point: you cannot manage results, but you can manage what you do. The last is as the document has it: prospects follow from deals, so they count as a result.",
            ],
        ),
        step!(
            Kind::Vote {
                options: list![
                    words("九成以上", "More than nine times in ten"),
                    words("七八成", "Seven or eight times in ten"),
                    words("比一半多一点", "A little more than half the time"),
                    words("不到三成", "Less than three times in ten"),
                ],
                right: Some(2)
            },
            50 s, on 0,
            ["照这个数谈满了人，月底真能完成的把握有几成？", "We talk to all of them. How often is the target met?"],
            [
                "举手，一个选项一个选项数。多数人选第一个：三位成一单，人数谈够了，怎么会不成？",
                "A show of hands for each. Most take the first: if one in three buys and we saw enough people, how could it fail?",
            ],
        ),
        step!(
            Kind::Result { result: name("chance") },
            45 s, on 0,
            ["指标真能完成的月份，只占这么多", "The share of months in which it is met"],
            [
                "比例是平均数：有的月多成几单，有的月少成几单。正好谈够，就像扔硬币。",
                "A ratio is an average: some months bring more, some fewer. Seeing just enough people is little better than a coin.",
            ],
        ),
        step!(
            Kind::Ask {
                result: name("prospects_90"),
                lowest: int(15),
                highest: int(300),
                wrong: list![
                    wrong!(
                        int(31),
                        int(35),
                        "只加一两成，以为留点余地就够了。",
                        "They add a tenth or two, as if a small margin of safety were enough.",
                    ),
                    wrong!(
                        int(60),
                        int(110),
                        "觉得要翻倍才保险。",
                        "They feel that only double is safe.",
                    ),
                ]
            },
            45 s, on 0,
            ["想有九成把握，要谈几位？", "To meet it nine times in ten, how many must we talk to?"],
            ["再猜一次。提醒：原来是 {total_prospects} 位。", "Guess once more. Remind them: it was {total_prospects}."],
        ),
        step!(
            Kind::Result { result: name("prospects_90") },
            35 s, on 0,
            ["想有九成把握，要谈这么多", "To meet it nine times in ten, talk to this many"],
            ["多谈这几位，就是给自己买的保险。", "Those few more are your insurance."],
        ),
        step!(
            Kind::Move { input: name("prospects"), to: int(4), result: name("per_day") },
            45 s, on 0,
            ["按四位成一单来排日子", "Plan as if one in four buys"],
            [
                "翻到底，要谈的人正好是刚才那个数，看每天要几趟。问：这几趟从哪里挤？",
                "At the last stop it is as many people as we just found. See how many visits a day that takes, and ask where the time comes from.",
            ],
        ),
        step!(
            Kind::HideTable {
                cells: list![
                    Cell { row: int(12), column: int(3) },
                    Cell { row: int(20), column: int(2) },
                ]
            },
            35 s, on 0,
            ["指标加码，转化好一点：遮住的两格是多少？", "A higher target, a better ratio: what is in the hidden cells?"],
            ["报一格掀一格。问：练本事和多跑腿，哪样省？", "Uncover each as it is called out. Ask what is cheaper: better skill or more legwork."],
        ),
        step!(
            Kind::Qr,
            30 s, on 0,
            ["排一排自己的日子", "Now your own month"],
            ["用自己上个月的比例，不用想要的比例。", "Use last month’s ratio, not the one you wish for."],
        ),
        step!(
            Kind::SumUp {
                lines: list![
                    words("结果拆成比例，比例拆成今天", "Break the target into ratios, and the ratios into today’s visits"),
                    words("谈得刚刚够，只比一半多一点把握", "Just enough prospects: little more than an even chance"),
                    words("管住每天做的事", "Manage what you do each day"),
                ]
            },
            40 s, on 0,
            ["带走三句话", "Takeaways"],
            ["请学员写下明天的趟数，写完再散。", "Everybody writes down tomorrow’s number of visits before leaving."],
        ),
    ],
};
