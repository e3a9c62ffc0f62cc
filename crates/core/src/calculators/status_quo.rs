//! What a problem costs the customer as long as it lasts (难题算账), S1's implication dialogue. Every input is the
//! customer's own figure, so all of it may be shown to them.

use rust_decimal::Decimal;

use crate::calculator::field::{count, money, ratio};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Chain, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::{Text, text};

quantities!(Inputs: people, months, wage, extra, solved, price);
quantities!(Outputs: cost, per_person, saved, net, payback);

pub(super) struct StatusQuo;

const SAVES: Text = text("省不下钱，就谈不上回本", "Nothing is saved, so nothing is paid back");

impl Model for StatusQuo {
    const SPEC: Spec = Spec {
        id: "status-quo",
        group: Group::Show,
        title: text("难题算账", "What the problem costs you"),
        purpose: text(
            "设备难用，走了几个老员工，一共花掉多少钱？",
            "People leave because the equipment is hard to use: what has that cost so far?",
        ),
        caveat: text(
            "数字以遇到难题的一方为准；只算花出去的钱，没算耽误的生产。",
            "The figures are those of whoever has the problem. Only money spent is counted, not lost production.",
        ),
        sentence: Sentence {
            plain: text(
                "走了 {people} 个人，每走一个花掉 {per_person}，一共 {cost}。",
                "{people|person|people} left, at {per_person} each: {cost} in all.",
            ),
            with_steps: Some(text(
                "走了 {people} 个人，一共花掉 {cost}；用我们的方案能省下 {saved}，扣掉价格 {price}，净省 {net}。",
                "{people|person|people} left at a cost of {cost}. Our solution saves {saved}; minus its price of {price}, that leaves {net}.",
            )),
        },
        wording_by_choice: None,
        card: Card::Shared,
        picture: Picture::Stack(&["per_person", "cost"]),
        conventions: &[
            text(
                "招来并带熟一个新人，要花两三个月的工资，外加差旅等费用：例子取三个月（培训资料《如何成为优秀的客户经理》）。",
                "Hiring and training a replacement takes two to three months’ pay, plus travel and the like; the example takes three (the training document “How to become an excellent account manager”).",
            ),
            text(
                "能解决的比例、方案价格、净省和回本期数是我们加的：回本期数以统计人数的那段时间为一期。",
                "We added the share solved, the price, the net saving and the payback. Payback is counted in the period over which the people are counted.",
            ),
        ],
        source: text(
            "培训资料《如何成为优秀的客户经理》：暗示问题的对话。",
            "Training document “How to become an excellent account manager”: the dialogue of implication questions.",
        ),
        fields: &[
            count("people", text("走了几人", "People who left"), text("到现在为止", "So far"))
                .unit(Unit::PERSON)
                .default(int(5))
                .slider(int(0), int(50), int(1)),
            count(
                "months",
                text("每人几个月工资", "Months of pay each"),
                text("招人、带熟一个新人要花的工资", "What hiring and training one replacement takes"),
            )
            .unit(Unit::MONTH.per(Unit::PERSON))
            .default(int(3))
            .slider(int(0), int(12), dec(5, 1)),
            money("wage", text("月工资", "Monthly pay"), text("一个人一个月多少钱", "Of one person"))
                .unit(Unit::MONEY.per(Unit::MONTH))
                .default(int(3_000))
                .slider(int(0), int(30_000), int(500)),
            money(
                "extra",
                text("每人另外花费", "Other cost each"),
                text("差旅、培训费等", "Travel, courses and the like"),
            )
            .unit(Unit::MONEY.per(Unit::PERSON))
            .default(int(1_000))
            .slider(int(0), int(20_000), int(500)),
            ratio(
                "solved",
                text("我们能解决几成", "Share we solve"),
                text("用了我们的方案，这笔钱能少花几成", "How much of this cost goes away with our solution"),
            )
            .default(int(1))
            .removable()
            .slider(int(0), int(1), dec(5, 2)),
            money(
                "price",
                text("方案价格", "Price of the solution"),
                text("客户要付给我们多少", "What the customer pays us"),
            )
            .removable()
            .slider(int(0), int(200_000), int(1_000)),
        ],
        outputs: &[
            Output::money("cost", text("难题的代价", "Cost of the problem")),
            Output::money("per_person", text("每走一人", "For each person")).unit(Unit::MONEY.per(Unit::PERSON)),
            Output::money("saved", text("能省下", "Saved")).detail(),
            Output::money("net", text("扣掉方案价格", "Net of the price")).detail(),
            Output::count("payback", text("几期回本", "Payback, in periods"), Unit::NONE, Precision::up_to(2))
                .detail()
                .needs(SAVES),
        ],
        chain: Some(Chain { start: "cost", steps: &[("solved", "saved"), ("price", "net")] }),
        what_if: WhatIf {
            rows: Axis { key: "people", values: &[int(1), int(2), int(3), int(5), int(8), int(10)] },
            columns: Axis { key: "months", values: &[int(1), int(2), int(3), int(4), int(6)] },
            output: "cost",
            precision: Precision::up_to(0),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "S1, five people at three months' pay",
                inputs: &[("people", int(5)), ("months", int(3)), ("wage", int(3_000)), ("extra", int(1_000))],
                outputs: &[("cost", int(50_000)), ("per_person", int(10_000))],
            },
            Case {
                source: "S1, the lower end: two months",
                inputs: &[("months", int(2))],
                outputs: &[("per_person", int(7_000)), ("cost", int(35_000))],
            },
            Case {
                source: "by hand: four fifths of 50,000 for a price of 60,000",
                inputs: &[("solved", dec(8, 1)), ("price", int(60_000))],
                outputs: &[
                    ("saved", int(40_000)),
                    ("net", Decimal::from_parts(20_000, 0, 0, true, 0)),
                    ("payback", dec(15, 1)),
                ],
            },
        ],
    };

    const SKETCH: &'static str = "M0,12h3v3h-3z||M0,17.5h19";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let per_person = (inputs.months * inputs.wage + inputs.extra).step("per_person");
        let cost = (per_person.clone() * inputs.people).step("cost");
        let saved = (cost.clone() * inputs.solved).step("saved");
        Outputs {
            net: saved.clone() - inputs.price.clone(),
            payback: inputs.price / saved.clone(),
            cost,
            per_person,
            saved,
        }
    }
}
