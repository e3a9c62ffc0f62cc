//! 1 + 2 + 1: the roles needed before a deal is covered.

use super::{list, name, step};
use crate::deal::{DECIDES, GATEKEEPER, GUIDE, INSIDER, PURCHASER, Seat, USER};
use crate::lesson::{DealPart, Item, Kind, Lesson};
use crate::words::{Words, words};

pub(super) static LESSON: Lesson = Lesson {
    id: name("pattern"),
    title: words("1+2+1：这单稳不稳？", "1+2+1: is the deal covered?"),
    about: words("一单生意里有六个人：谁算数，还缺谁？", "Six people in one deal: who counts, and who is missing?"),
    source: words(
        "依据培训资料《客户关系与渠道管理》的大客户成交模式；向导的三条检验是行业通行的，人物是编的。",
        "After the closing pattern for key accounts in the training document “Customer relationship and channel management”; the guide’s three tests are common practice, the people are invented.",
    ),
    settings: list![],
    steps: list![
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("一位向导，带我们走进去", "One guide, who shows us the way"),
                    words("采购氛围的四种人里，至少两位", "At least two of the four of the buying climate"),
                    words("一位我们自己的营销人员", "One salesperson of ours"),
                ]
            },
            60 s, on 0,
            ["一单生意，要有谁在？", "Who has to be in a deal?"],
            [
                "先问：手上最大的一单，客户那边您认得几个人？只认得一个的请举手。",
                "Ask first how many people they know at the customer of their largest deal. Only one? Raise a hand.",
            ],
        ),
        step!(
            Kind::Vote {
                options: list![words("算，有他就够了", "Yes, that is enough"), words("不一定，要看是谁", "It depends on who it is")],
                right: None
            },
            45 s, on 0,
            ["客户那边有人常递消息，算有向导吗？", "Somebody there often tells us the news. Is that a guide?"],
            ["举手就好，不讲答案，后面自己会看出来。", "Hands only; the answer will show itself."],
        ),
        step!(
            Kind::Deal { part: DealPart::People },
            150 s, on 0,
            ["一所职业学院，要买一套实训机床", "A vocational college buys machine tools for training"],
            [
                "一个一个请进来，念出知道的事，不说他是什么人。请学员边听边记。",
                "Let them in one by one and read what is known, without saying what they are. The class takes notes.",
            ],
        ),
        step!(
            Kind::Sort {
                items: list![
                    Item { words: PURCHASER, goes: 1 },
                    Item { words: DECIDES, goes: 4 },
                    Item { words: USER, goes: 2 },
                    Item { words: GATEKEEPER, goes: 3 },
                    Item { words: GUIDE, goes: 0 },
                    Item { words: INSIDER, goes: 5 },
                ],
                boxes: list![
                    Words::both(Seat::Guide.label()),
                    Words::both(Seat::Purchaser.label()),
                    Words::both(Seat::User.label()),
                    Words::both(Seat::Gatekeeper.label()),
                    Words::both(Seat::DecisionMaker.label()),
                    Words::both(Seat::Insider.label()),
                ]
            },
            150 s, on 0,
            ["他们各是什么人？", "Who is who?"],
            [
                "全班喊出来再翻。最后两位最容易混，别急着讲清楚，下一步用三条检验来分。",
                "Let the room call out before you show each. The last two are easily confused; leave that to the three tests of the next step.",
            ],
        ),
        step!(
            Kind::Deal { part: DealPart::Guide },
            120 s, on 0,
            ["是向导，还是内线？三条来检验", "Guide or insider? Three tests"],
            [
                "三条都过才是向导：决策人听他的；他信得过我们；他盼着我们的方案胜出。一条一条对着高主任和老魏过。",
                "A guide passes all three: those who decide listen, he trusts us, he wants ours to win. Take each test for Gao and for Wei.",
            ],
        ),
        step!(
            Kind::Vote {
                options: list![words("向导", "A guide"), words("内线", "An insider"), words("都不是", "Neither")],
                right: Some(1)
            },
            45 s, on 0,
            ["老魏是什么人？", "What is Wei?"],
            [
                "内线有用，消息要听；但他替不了向导，那个“1”还空着。",
                "An insider is useful, but cannot replace a guide: that place stays open.",
            ],
        ),
        step!(
            Kind::Deal { part: DealPart::Beads },
            120 s, on 0,
            ["一颗一颗，把珠子填上", "Bead by bead"],
            [
                "每填一颗先问：现在够了吗？四种人里有两位就够，但决策人那颗最好别空着。",
                "Before each bead ask whether it is enough now. Two of the four will do, but the decision maker had better not be missing.",
            ],
        ),
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("一个人占两个位置，只算一个", "One person in two roles counts once"),
                    words("向导同时是四种人之一，也算，但只靠两个人，要小心", "A guide may be one of the four, but then all rests on two people"),
                    words("写在表上的人，不等于支持我们的人", "A name on the form is not yet a supporter"),
                ]
            },
            60 s, on 0,
            ["三处容易看错", "Three easy mistakes"],
            ["每一句都请人说一个自己遇到过的。", "For each ask for a case from the room."],
        ),
        step!(
            Kind::Clock { every: 30 },
            120 s, on 0,
            ["写下自己最大的一单：谁在，缺谁？", "Your largest deal: who is there, who is missing?"],
            ["一人一张纸，画六颗珠子，有名有姓才能涂实。", "A sheet each, six beads; only a name fills one."],
        ),
        step!(
            Kind::SumUp {
                lines: list![
                    words("递消息的不一定带路", "Someone who brings news does not always show the way"),
                    words("空着的珠子，就是下一次拜访", "An empty bead is your next visit"),
                ]
            },
            30 s, on 0,
            ["带走两句话", "Takeaways"],
            ["请每人说出要补的第一颗，和哪天去补。", "Everybody names the first bead to fill, and the day."],
        ),
    ],
};
