//! Nine openings: whose home ground it is, who leads now, and what to play.

use super::{list, name, step};
use crate::lesson::{Item, Kind, Lesson};
use crate::words::{Words, words};

const A: Words = words("A 我方地盘，我方落后", "A: our ground, we are behind");
const B: Words = words("B 中立地盘，我方落后", "B: neutral ground, we are behind");
const C: Words = words("C 敌方地盘，我方落后", "C: their ground, we are behind");
const D: Words = words("D 我方地盘，势均力敌", "D: our ground, even");
const E: Words = words("E 中立地盘，势均力敌", "E: neutral ground, even");
const F: Words = words("F 敌方地盘，势均力敌", "F: their ground, even");
const G: Words = words("G 我方地盘，我方领先", "G: our ground, we lead");
const H: Words = words("H 中立地盘，我方领先", "H: neutral ground, we lead");
const I: Words = words("I 敌方地盘，我方领先", "I: their ground, we lead");

pub(super) static LESSON: Lesson = Lesson {
    id: name("openings"),
    title: words("九种开局", "Nine openings"),
    about: words(
        "谁的地盘，谁领先：先认清局面，再定打法",
        "Whose ground, and who leads: first see where we are, then choose the play",
    ),
    source: words(
        "依据培训资料《销售经理如何管理客户》的开局分析；案例用我们自己的话重写，镜像的讲法是我们的。",
        "After the openings of the training document “How sales managers manage customers”; the cases are in our own words, and the mirror view is ours.",
    ),
    settings: list![],
    steps: list![
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("谁的地盘：过去的生意多半给了谁？", "Whose ground: who has had most of the business so far?"),
                    words("谁领先：这一单，现在谁在前面？", "Who leads: who is ahead in this deal now?"),
                ]
            },
            60 s, on 0,
            ["开局先问两句", "Two questions at the opening"],
            [
                "请一位学员讲一单正在做的，只问这两句，先不评论。地盘三种：我方、中立、敌方；领先三种：我方领先、势均力敌、我方落后。",
                "Let someone tell of a deal at hand and ask only these two. Ground: ours, neutral, theirs. Lead: we, even, they.",
            ],
        ),
        step!(
            Kind::Vote {
                options: list![
                    words("老客户，这次对手在前", "An old customer; the rival is ahead"),
                    words("生客户，这次对手在前", "A new customer; the rival is ahead"),
                    words("对手的客户，这次对手在前", "The rival’s customer; the rival is ahead"),
                ],
                right: Some(0)
            },
            60 s, on 0,
            ["哪一种最不正常？", "Which is the most abnormal?"],
            [
                "举手再翻。在自己的地盘上落后，一定出了什么事：先查原因，再谈打法。",
                "Hands first. If we are behind on our own ground, something must have happened: find the cause before any play.",
            ],
        ),
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("正常：B、C、E、G、H", "Normal: B, C, E, G, H"),
                    words("有问题：D、F", "A problem: D, F"),
                    words("不正常：A、I", "Abnormal: A, I"),
                ]
            },
            75 s, on 0,
            ["三种地盘 × 三种领先", "Three grounds × three leads"],
            [
                "在板上画一张三乘三的表，横着是地盘，竖着是领先，字母填进去。后面两步都要看它。",
                "Draw a table of three by three on the board, ground across, lead down, and put the letters in. The next steps need it.",
            ],
        ),
        step!(
            Kind::Sort {
                items: list![
                    Item {
                        words: words(
                            "九成的货从我们这里买，申请报告也是我们帮着写的",
                            "They buy nine tenths from us, and we helped to write the application",
                        ),
                        goes: 6
                    },
                    Item {
                        words: words(
                            "两家都没卖进去过；学校同一天打电话问了两家",
                            "Neither of us has sold there; the school rang both of us on the same day",
                        ),
                        goes: 4
                    },
                    Item {
                        words: words(
                            "两家都没卖进去过；项目负责人向着我们，设备处向着对手",
                            "Neither has sold there; the head of the programme is for us, the equipment office for the rival",
                        ),
                        goes: 7
                    },
                    Item {
                        words: words(
                            "两家都没卖进去过；采购处已经去看过对手的样机",
                            "Neither has sold there; the purchasing office has been to see the rival’s machine",
                        ),
                        goes: 1
                    },
                    Item {
                        words: words(
                            "六年的老客户；熟人三个换了两个，这次请了四家来投标",
                            "Our customer for six years; two of our three friends have gone, and four bidders are invited",
                        ),
                        goes: 3
                    },
                    Item {
                        words: words(
                            "对手的老客户；新领导想让每条线都换一家供应商",
                            "The rival’s customer; its head wants a different supplier for each line",
                        ),
                        goes: 5
                    },
                    Item {
                        words: words(
                            "一直用我们的；可信息中心试过对手的机器，标准也照它写了",
                            "Ours for years; but the information centre has tested the rival’s machines and written the standard around them",
                        ),
                        goes: 0
                    },
                ],
                boxes: list![A, B, C, D, E, F, G, H, I]
            },
            420 s, on 0,
            ["这是哪一种开局？", "Which opening is it?"],
            [
                "每个案例先问地盘，再问领先，最后报字母。一个案例一分钟；说不到一起时，请两边各讲一句理由。",
                "For each case ask for the ground, then for the lead, then for the letter. A minute each; where they disagree, one reason from each side.",
            ],
        ),
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("我方的地盘，是他的敌方地盘", "Our ground is their hostile ground"),
                    words("我方领先，就是他落后", "Where we lead, they are behind"),
                ]
            },
            45 s, on 0,
            ["现在坐到对手那边去", "Now sit on the rival’s side"],
            ["知道对手眼里是什么局，就猜得到他下一步要做什么。", "Once you know the opening in the rival’s eyes, you can guess their next move."],
        ),
        step!(
            Kind::Sort {
                items: list![
                    Item { words: words("我们的 G，在对手眼里是？", "Our G is the rival’s …"), goes: 2 },
                    Item { words: words("我们的 A，在对手眼里是？", "Our A is the rival’s …"), goes: 8 },
                    Item { words: words("我们的 B，在对手眼里是？", "Our B is the rival’s …"), goes: 7 },
                    Item { words: words("我们的 D，在对手眼里是？", "Our D is the rival’s …"), goes: 5 },
                    Item { words: words("我们的 E，在对手眼里是？", "Our E is the rival’s …"), goes: 4 },
                ],
                boxes: list![A, B, C, D, E, F, G, H, I]
            },
            150 s, on 0,
            ["照镜子", "In the mirror"],
            [
                "C 和 I 没有单独的案例：它们就是 G 和 A 从对面看过去的样子。回头把第一个和最后一个案例用对手的口气再讲一遍。",
                "C and I have no case of their own: they are G and A seen from the other side. Tell the first and the last case again in the rival’s voice.",
            ],
        ),
        step!(
            Kind::Sort {
                items: list![
                    Item { words: words("催着往前走，不给对手留时间", "Hurry it on and leave the rival no time"), goes: 6 },
                    Item {
                        words: words("抢先：先摸清需求，先见到人，先立标准", "Be first: with the need, the people, the criteria"),
                        goes: 4
                    },
                    Item {
                        words: words("把需求做深，多认识人，把差距拉大", "Deepen the need, get to know more people, widen the lead"),
                        goes: 7
                    },
                    Item { words: words("重新挖需求，另立一套标准", "Reframe the need and set new criteria"), goes: 1 },
                    Item {
                        words: words(
                            "拖慢采购，等对手出错、等新需求、等一个被忽略的关键人",
                            "Slow it down, and wait for a slip, a new need, or an influential person they overlooked",
                        ),
                        goes: 2
                    },
                ],
                boxes: list![A, B, C, D, E, F, G, H, I]
            },
            210 s, on 0,
            ["这样打，是哪一种开局？", "Which opening is this play for?"],
            [
                "五种正常开局，各有一种打法。C 等不来机会，就明白自己是陪标的，拿出专业和诚意。D 和 A 没有现成的：先找内线问出原因，对着原因打；F 也是先问。I 是把对手的弱处一条条摆出来，趁热加快。",
                "Each of the five normal openings has its play. If in C nothing comes, accept that you only make up the numbers, and show skill and goodwill. D, A and F have no ready play: ask the insider for the cause first. In I show where the rival’s weak points lead, and speed up.",
            ],
        ),
        step!(
            Kind::Clock { every: 30 },
            120 s, on 0,
            ["自己手上的一单：是哪个字母，下一步做什么？", "A deal of your own: which letter, and what next?"],
            ["两人一组，一人一分钟。听的人只许问那两句。", "In pairs, a minute each. The listener may only ask the two questions."],
        ),
        step!(
            Kind::SumUp {
                lines: list![
                    words("先看地盘，再看领先", "First the ground, then the lead"),
                    words("不正常的开局，先查原因", "In an abnormal opening, find the cause first"),
                    words("想一想：对手这会儿坐的是哪一局？", "Ask which opening the rival is sitting in"),
                ]
            },
            60 s, on 0,
            ["带走三句话", "Takeaways"],
            ["请每人把手上三单的字母写下来，回去填进表里。", "Everybody writes down the letters of three deals and enters them later."],
        ),
    ],
};
