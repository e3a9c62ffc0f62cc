//! Understand or persuade? Two rounds of talk, counted by who speaks and whether it is telling or asking.

use super::{list, name, step};
use crate::lesson::{Kind, Lesson};
use crate::words::words;

pub(super) static LESSON: Lesson = Lesson {
    id: name("listen"),
    title: words("想理解，还是想说服？", "Understand or persuade?"),
    about: words("同一段话谈两遍，数一数谁在讲、谁在问", "The same talk twice, counting who tells and who asks"),
    source: words(
        "依据培训资料里的沟通练习；计数的办法和结论是我们的。",
        "After an exercise in the training documents; the way of counting and the conclusions are ours.",
    ),
    settings: list![],
    steps: list![
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("甲：刚买了一台电脑，很满意", "A has just bought a computer and likes it"),
                    words("乙：想买一台，还没定", "B wants one and has not decided"),
                    words("丙：不说话，只记录", "C says nothing and keeps count"),
                ]
            },
            60 s, on 0,
            ["三个人一组", "In groups of three"],
            [
                "分好组再讲角色。请一组坐到前面，他们的由您记在屏幕上；各组的丙在纸上照样记。",
                "Form the groups before you give out the parts. One group sits in front; you count theirs on the screen, each C counts on paper.",
            ],
        ),
        step!(
            Kind::Vote {
                options: list![
                    words("先讲自己的好处", "Tell them the advantages first"),
                    words("先问对方的想法", "Ask what they want first"),
                ],
                right: None
            },
            45 s, on 0,
            ["要说服一个人，先做什么？", "To persuade someone, what comes first?"],
            [
                "举手，记下来，不评论。这节课结束前再举一次，看有几个人换了手。",
                "A show of hands, without comment. Take it again before the end and see how many have moved.",
            ],
        ),
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("甲：弄清楚乙到底想要什么样的", "A: find out what B really wants"),
                    words("不推荐，不评价", "No advice, no judgement"),
                    words("五分钟，每次提示记一笔", "Five minutes; at each tick make a mark"),
                ]
            },
            45 s, on 0,
            ["第一轮：理解", "First round: understand"],
            [
                "每 15 秒提示一次。那一刻谁在说话、是讲还是问，就在那一格记一笔。翻到下一步，表就开始走。",
                "A tick every 15 seconds. Whoever speaks at that moment, telling or asking, gets the mark. The clock starts with the next step.",
            ],
        ),
        step!(
            Kind::Tally {
                rows: list![words("甲", "A"), words("乙", "B")],
                columns: list![words("在讲", "telling"), words("在问", "asking")],
                every: 15
            },
            300 s, on 0,
            ["第一轮：甲要弄清楚乙想要什么", "First round: A finds out what B wants"],
            [
                "按 G 打开记录，每提示一次按一个数字：1 甲讲，2 甲问，3 乙讲，4 乙问。有人推荐起来，别打断，那正是要看的。",
                "G opens the marks; press a digit at each tick: 1 A telling, 2 A asking, 3 B telling, 4 B asking. If somebody gives advice, do not interrupt: that is what we want to see.",
            ],
        ),
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("甲：让乙决定买和您一样的", "A: win B over to the one you have"),
                    words("乙：按自己的心意来，不用客气", "B: be yourself, no need to be polite"),
                    words("还是五分钟，照样记", "Five minutes again, counted in the same way"),
                ]
            },
            45 s, on 0,
            ["第二轮：说服", "Second round: persuade"],
            ["角色不换，只换任务。", "The same people, another task."],
        ),
        step!(
            Kind::Tally {
                rows: list![words("甲", "A"), words("乙", "B")],
                columns: list![words("在讲", "telling"), words("在问", "asking")],
                every: 15
            },
            300 s, on 0,
            ["第二轮：甲要说服乙", "Second round: A persuades B"],
            [
                "照样记。到点以后再翻一下，看两轮各占几成。",
                "Count as before. When the time is over, go on once more and compare the shares.",
            ],
        ),
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("哪一轮，甲讲得多？", "In which round did A tell more?"),
                    words("哪一轮，甲问得多？", "In which round did A ask more?"),
                    words("哪一轮，乙愿意多说？", "In which round did B say more?"),
                    words("第二轮里，甲用上第一轮听来的了吗？", "In the second, did A use what the first had brought out?"),
                ]
            },
            120 s, on 0,
            ["各组报一报自己的数", "What did each group count?"],
            [
                "请各组的丙报数，最好写在板上。多半是：一要说服，讲的就多了，问的就少了。要是有一组相反，请他们说说怎么做到的。",
                "Each C reports; put the counts on the board. Usually, once they want to persuade, they tell more and ask less. If a group has it the other way round, let them say how.",
            ],
        ),
        step!(
            Kind::Clock { every: 30 },
            120 s, on 0,
            ["乙告诉甲：哪一刻觉得自己被听见了？", "B tells A: when did you feel heard?"],
            ["只有乙说，甲听，不解释。时间过半换丙补充看到的。", "Only B speaks; A listens and does not explain. At half time C adds what was seen."],
        ),
        step!(
            Kind::Vote {
                options: list![
                    words("先讲自己的好处", "Tell them the advantages first"),
                    words("先问对方的想法", "Ask what they want first"),
                ],
                right: Some(1)
            },
            45 s, on 0,
            ["再举一次手：要说服一个人，先做什么？", "Once more: to persuade someone, what comes first?"],
            ["和开头的数比一比，再翻答案。", "Compare with the beginning, then show the answer."],
        ),
        step!(
            Kind::Say {
                found: 2,
                lines: list![
                    words("一心要说服，话就多", "Whoever is bent on persuading talks more"),
                    words("真想说服，先去问", "Whoever really wants to persuade asks"),
                    words("问到了，再用对方的话来讲", "Then put it in the other person’s own words"),
                ]
            },
            60 s, on 0,
            ["两轮差在哪里", "What made the difference"],
            ["一句一句翻，每句都请一个组用自己的例子来说。", "One line at a time, each with an example from one of the groups."],
        ),
        step!(
            Kind::SumUp {
                lines: list![
                    words("见客户前，写下三个要问的问题", "Before a visit, write down three questions"),
                    words("先听完，再开口", "Hear them out before you speak"),
                    words("讲的每一条，都要接得上对方说过的一句话", "Let everything you say answer something they said"),
                ]
            },
            60 s, on 0,
            ["带走三句话", "Takeaways"],
            ["请每人写下明天要问的第一个问题。", "Everybody writes down tomorrow’s first question."],
        ),
    ],
};
