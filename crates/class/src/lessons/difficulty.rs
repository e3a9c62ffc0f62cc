//! What does it cost the customer? A dialogue in which the room finds each next question.

use abacus_core::number::int;

use super::{list, name, setting, step, wrong};
use crate::lesson::{Cell, Kind, Lesson};
use crate::words::words;

pub(super) static LESSON: Lesson = Lesson {
    id: name("difficulty"),
    title: words("这个难题，客户花了多少？", "What does it cost the customer?"),
    about: words("一句一句问下去，把小毛病问成一笔账", "Question by question, until a small nuisance has its price"),
    source: words(
        "依据培训资料《如何成为优秀的客户经理》的暗示问题对话，用我们自己的话重写；数都由客户说出。",
        "After the dialogue of implication questions in the training document “How to become an excellent account manager”, in our own words; all figures come from the customer.",
    ),
    settings: list![setting("status-quo", "")],
    steps: list![
        step!(
            Kind::Say {
                found: 0,
                lines: list![
                    words("我们的设备，优势是好上手", "Our equipment is easy to learn"),
                    words("客户用着别家的，没觉得有什么不好", "The customer uses another make and sees nothing wrong with it"),
                    words("规矩：只许提问，不许介绍产品", "The rule: questions only, not a word about the product"),
                ]
            },
            50 s, on 0,
            ["客户说：“还行，能用。”", "The customer says: “It works, it’s fine.”"],
            [
                "全班当销售，您当客户。每翻一句客户的话，先停下来，让学员说出下一句问什么，再翻我们的问法。",
                "The class sells, you are the customer. After each answer stop and let them find the next question before you show ours.",
            ],
        ),
        step!(
            Kind::Say {
                found: 1,
                lines: list![
                    words("问：这套设备，工人操作起来难吗？", "Ask: is it hard to operate for your people?"),
                    words("答：是有点难，不过我们培训过了。", "Answer: it is, rather. But we trained them."),
                ]
            },
            55 s, on 0,
            ["头一句，问什么？", "What do we ask first?"],
            [
                "常见的错：一听“有点难”就开始讲自己的好操作。提醒：规矩是只问。",
                "The usual mistake: at the word “hard” somebody starts to praise ours. Remind them of the rule.",
            ],
        ),
        step!(
            Kind::Say {
                found: 1,
                lines: list![
                    words("问：难操作，会不会拖慢生产？", "Ask: does that slow down production?"),
                    words("答：不会，我们专门培训了三个人。", "Answer: no, three people were trained for it."),
                ]
            },
            50 s, on 0,
            ["“培训过了。”下一句？", "“We trained them.” What next?"],
            ["客户把难处说小，很正常。顺着他的答案找缝。", "Customers make a problem small. Look for the gap in the answer itself."],
        ),
        step!(
            Kind::Say {
                found: 1,
                lines: list![
                    words("问：只有三个人会？有人不在怎么办？", "Ask: only three? And when one of them is away?"),
                    words("答：那天就有点麻烦。", "Answer: then we have some trouble."),
                ]
            },
            50 s, on 0,
            ["“培训了三个人。”下一句？", "“Three were trained.” What next?"],
            ["第一道缝出来了。别急着补，接着问大。", "There is the first gap. Do not fill it; make it larger."],
        ),
        step!(
            Kind::Say {
                found: 1,
                lines: list![
                    words("问：会操作的人，常有走的吗？", "Ask: do such people often leave?"),
                    words("答：常有，这种人外面抢着要。", "Answer: yes. They are rare, and wanted elsewhere."),
                ]
            },
            50 s, on 0,
            ["“有人不在就麻烦。”下一句？", "“Trouble when one is away.” What next?"],
            ["从“不在”问到“走了”：事情变大了，话还是客户自己说的。", "From “away” to “gone”: it has grown, and still in the customer’s own words."],
        ),
        step!(
            Kind::Say {
                found: 1,
                lines: list![
                    words("问：再招一个、教会一个，要花多少？", "Ask: what does it cost to find and train a new one?"),
                    words(
                        "答：两三个月工资，一个月 {wage}；差旅这些再加 {extra}。",
                        "Answer: two to three months’ pay at {wage}, and {extra} for travel and the like.",
                    ),
                ]
            },
            55 s, on 0,
            ["“走的人不少。”下一句？", "“They do leave.” What next?"],
            ["这一句把难处变成了钱。等客户自己说出：一个月 {wage}，两三个月是多少，差旅还得再加 {extra}。请学员先各自算出每走一人是多少。", "This question turns the nuisance into money. Let the customer say it: two or three months at {wage}, and {extra} for travel. Then everyone works out what one departure costs."],
        ),
        step!(
            Kind::Ask {
                result: name("per_person"),
                lowest: int(1_000),
                highest: int(100_000),
                wrong: list![
                    wrong!(
                        int(3_000),
                        int(4_000),
                        "只算一个月工资，没听见“两三个月”。",
                        "They count one month’s pay and did not hear “two to three”.",
                    ),
                ]
            },
            40 s, on 0,
            ["按 {months} 个月算，走一个人花多少？", "At {months} months’ pay, what does one departure cost?"],
            ["能算就算，不用估。", "This one may be calculated."],
        ),
        step!(
            Kind::Reveal { line: name("per_person") },
            25 s, on 0,
            ["每走一个人", "Each time somebody leaves"],
            ["先看算式，再翻。", "First the figures, then what they come to."],
        ),
        step!(
            Kind::Result { result: name("per_person") },
            20 s, on 0,
            ["走一个人的代价", "What one departure costs"],
            ["读出来，读慢一点，停两秒。", "Read it aloud, slowly, and pause."],
        ),
        step!(
            Kind::Say {
                found: 1,
                lines: list![
                    words("问：到现在，走了几个？", "Ask: how many have left so far?"),
                    words("答：走了 {people} 个。", "Answer: {people} of them."),
                ]
            },
            40 s, on 0,
            ["最后一句，问什么？", "And the last question?"],
            ["让学员抢着说。说对了，整节课就成了。", "Let them shout it. If they find it, the lesson has worked."],
        ),
        step!(
            Kind::Ask {
                result: name("cost"),
                lowest: int(2_000),
                highest: int(1_000_000),
                wrong: list![
                    wrong!(
                        int(15_000),
                        int(25_000),
                        "还把它当小事，不肯往大里说。",
                        "They still think of it as a small thing.",
                    ),
                ]
            },
            30 s, on 0,
            ["“还行，能用”，一共花了多少？", "“It’s fine”: what has it cost so far?"],
            ["不给时间算，凭感觉。", "No time to calculate; by feeling."],
        ),
        step!(
            Kind::Result { result: name("cost") },
            45 s, on 0,
            ["客户自己算出来的", "By the customer’s own figures"],
            [
                "问：这个数要是我们先说，客户信吗？现在呢？",
                "Ask whether the customer would have believed us. And now?",
            ],
        ),
        step!(
            Kind::Move { input: name("months"), to: int(2), result: name("cost") },
            40 s, on 0,
            ["客户说：“哪要花这么多工资？”", "The customer: “It is not that many months’ pay!”"],
            [
                "一步步退到两个月。退到底，还是一笔不小的钱：用低的数，账更站得住。",
                "Step down to two months. It is still a lot of money, and the lower figure makes a stronger case.",
            ],
        ),
        step!(
            Kind::HideTable {
                cells: list![
                    Cell { row: int(2), column: int(3) },
                    Cell { row: int(8), column: int(2) },
                ]
            },
            60 s, on 0,
            ["换一家客户：遮住的两格是多少？", "Another customer: what is in the hidden cells?"],
            ["报一格掀一格。", "Uncover each cell as it is called out."],
        ),
        step!(
            Kind::Qr,
            60 s, on 0,
            ["想一个自己客户的难题", "Now a problem of one of your customers"],
            [
                "挑一个我们明显强、客户还没觉得疼的。数先用猜的，回去请客户填。",
                "One where we are clearly better and it does not hurt yet. Guess the figures; the customer will fill them in.",
            ],
        ),
        step!(
            Kind::SumUp {
                lines: list![
                    words("问在前，讲在后", "Ask first, present later"),
                    words("每个答案里，都有下一个问题", "Every answer holds the next question"),
                    words("账要客户自己算出来", "Let the customers do the sum"),
                ]
            },
            50 s, on 0,
            ["带走三句话", "Takeaways"],
            ["请两位学员把整段对话从头问一遍，不看屏幕。", "Two people go through the whole dialogue without looking at the screen."],
        ),
    ],
};
