//! Advance or continuation: whether the customer agreed to do something.

use super::{list, name, step};
use crate::lesson::{Item, Kind, Lesson};
use crate::words::words;

pub(super) static LESSON: Lesson = Lesson {
    id: name("advance"),
    title: words("是进展，还是延续？", "Advance or continuation?"),
    about: words(
        "客户的八句话，哪几句真把这单往前推了？",
        "Eight things customers say: which of them move the deal forward?",
    ),
    source: words(
        "依据培训资料《客户关系与渠道管理》的拜访结果；八句话用我们自己的话重写。",
        "After the outcomes of a meeting in the training document “Customer relationship and channel management”; the eight sentences are in our own words.",
    ),
    settings: list![],
    steps: list![
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("订单：成功", "Order: a success"),
                    words("进展：成功", "Advance: a success"),
                    words("延续，也叫暂时中断：失败", "Continuation: a failure"),
                    words("没成交：失败", "No sale: a failure"),
                ]
            },
            50 s, on 0,
            ["大生意，一次拜访有四种结果", "In a large sale, a meeting has four outcomes"],
            [
                "先问：上一次拜访谈得好吗？都说好。再问：客户答应做什么了？静下来了，就往下讲。",
                "Ask whether the last meeting went well; everyone says yes. Then ask what the customer agreed to do. When it gets quiet, go on.",
            ],
        ),
        step!(
            Kind::Vote {
                options: list![words("成功", "A success"), words("失败", "A failure")],
                right: Some(1)
            },
            40 s, on 0,
            ["“您讲得真好，有空常来！”这次拜访算什么？", "“Well presented. Do come again!” What was that meeting?"],
            [
                "举手以后再翻。好听的话最容易骗过我们自己：客户什么都没答应做。",
                "Hands first. Kind words deceive us most easily: the customer has agreed to nothing.",
            ],
        ),
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("来看演示", "They come to a demonstration"),
                    words("引见更高层的决策人", "They introduce us to someone higher up"),
                    words("试用或者测试", "They try or test it"),
                    words("批下一部分预算", "They release part of the budget"),
                    words("跟我们一起推进项目", "They move the project forward with us"),
                ]
            },
            45 s, on 0,
            ["进展：客户答应做一件事", "An advance: the customer agrees to do something"],
            ["关键在“客户做”。我们回去写方案，不算。", "The point is who acts. A proposal that we write does not count."],
        ),
        step!(
            Kind::Sort {
                items: list![
                    Item { words: words("“有消息我们给您打电话。”", "“We’ll give you a ring when there is news.”"), goes: 1 },
                    Item {
                        words: words("“周二的演示，我们总工过去看。”", "“Our chief engineer will be at your demonstration on Tuesday.”"),
                        goes: 0
                    },
                    Item {
                        words: words("“很有意思，先发点资料来吧。”", "“Most interesting. Send us something to read.”"),
                        goes: 1
                    },
                    Item { words: words("“周五我带您去见厂长。”", "“On Friday I’ll take you to see the director.”"), goes: 0 },
                    Item { words: words("“先在二号线上装一台，跑一周看看。”", "“Put one on line two and let it run for a week.”"), goes: 0 },
                    Item {
                        words: words("“上回没批的那笔，现在能先动三分之一。”", "“Of the sum we turned down, a third can be spent now.”"),
                        goes: 0
                    },
                    Item { words: words("“放心，您在我们名单上。”", "“Don’t worry, you are on our list.”"), goes: 1 },
                    Item { words: words("“周一您过来，我们一块儿把计划写了。”", "“Come on Monday and we’ll write the plan together.”"), goes: 0 },
                ],
                boxes: list![words("进展", "Advance"), words("延续", "Continuation")]
            },
            260 s, on 0,
            ["进展，还是延续？", "Advance or continuation?"],
            [
                "念得像客户一样热情，觉得是进展的举左手，是延续的举右手，再翻。有争议的，只问一句：客户要做什么、哪一天？",
                "Read them as warmly as a customer would; left hand for an advance, right for a continuation, then show it. Where they disagree, ask only: who does what, and when?",
            ],
        ),
        step!(
            Kind::Clock { every: 30 },
            120 s, on 0,
            ["挑一句延续，改成能要到进展的问法", "Take a continuation and ask for an advance"],
            [
                "两人一组。例如客户说“先发点资料”，可以接：“资料里有个数要您的工程师核一下，周四请他来一趟方便吗？”",
                "In pairs. To “Send us something to read”, for instance: “One figure needs your engineer. Could he come over on Thursday?”",
            ],
        ),
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("要一件事，不要一句好话", "Ask for an action, not for kind words"),
                    words("要有人、有日子", "With a name and a day"),
                    words("不大不小，客户答应得下来", "Small enough for them to agree to"),
                ]
            },
            45 s, on 0,
            ["怎么要到一个进展", "How to get an advance"],
            ["请两组念自己的问法，大家对着三条看。", "Two pairs read theirs; the room checks them against the three lines."],
        ),
        step!(
            Kind::SumUp {
                lines: list![
                    words("客户没答应做事，就没有进展", "Nothing agreed, no advance"),
                    words("去之前，先想好要哪一个进展", "Know before the meeting which advance you want"),
                ]
            },
            40 s, on 0,
            ["带走两句话", "Takeaways"],
            ["请每人写下：下次见这位客户，要他做什么。", "Everybody writes down what to ask of one customer next time."],
        ),
    ],
};
