//! Whether the rhythm of contacts is feasible (跟进排得过来吗): S4's logs by grade against S1's visits a day.

use rust_decimal::Decimal;

use super::OWN_FIGURES;
use crate::calculator::field::{Field, count};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::{Text, text};

quantities!(Inputs: a, b, c, d, e, days, per_day);
quantities!(Outputs: load, needed, capacity, spare);

pub(super) struct RhythmLoad;

const fn grade(key: &'static str, label: Text, hint: Text, default: u32) -> Field {
    count(key, label, hint).unit(Unit::CUSTOMER).default(int(default)).confidential().slider(int(0), int(60), int(1))
}

impl Model for RhythmLoad {
    const SPEC: Spec = Spec {
        id: "rhythm-load",
        group: Group::Plan,
        title: text("跟进排得过来吗", "Can we keep our rhythm?"),
        purpose: text(
            "手上这些客户，按级别该联系的次数，跑得过来吗？",
            "Is there enough time to contact each customer as often as its grade asks?",
        ),
        caveat: text(
            "每次联系都算一次拜访；不取整，超过 100% 就是排不过来。",
            "Every contact counts as one visit. Nothing is rounded; above 100% there is not enough time.",
        ),
        sentence: Sentence {
            plain: text(
                "这些客户 {days} 天里要联系 {needed} 次，排得下 {capacity} 次：负荷 {load}。",
                "These customers need {needed|contact|contacts} in {days|day|days} and there is room for {capacity}: a load of {load}.",
            ),
            with_steps: None,
        },
        wording_by_choice: None,
        card: Card::Nothing(OWN_FIGURES),
        picture: Picture::Balance("needed", "capacity"),
        conventions: &[
            text(
                "A 级每天、B 级每周、C 级每 15 天、D 级每 30 天、E 级每年联系一次（培训资料《销售经理如何管理客户》的节奏；级别与节奏的搭配是我们定的）。",
                "Grade A daily, B weekly, C every 15 days, D every 30 days, E once a year (the rhythms of the training document “How sales managers manage customers”; which grade takes which is our choice).",
            ),
            text(
                "换成工作日：一周 5 天，15 天合 10 个，30 天合 20 个，一年 240 个（我们的换算）。",
                "In working days: a week has 5, 15 days have 10, 30 days have 20, a year has 240 (our conversion).",
            ),
        ],
        source: text(
            "培训资料《销售经理如何管理客户》的联系节奏，与《如何成为优秀的客户经理》的每日拜访。",
            "The contact rhythms of the training document “How sales managers manage customers”, and the daily visits of “How to become an excellent account manager”.",
        ),
        fields: &[
            grade("a", text("A 级客户", "Grade A"), text("每天联系", "Contacted daily"), 3),
            grade("b", text("B 级客户", "Grade B"), text("每周联系", "Weekly"), 8),
            grade("c", text("C 级客户", "Grade C"), text("每 15 天联系", "Every 15 days"), 10),
            grade("d", text("D 级客户", "Grade D"), text("每 30 天联系", "Every 30 days"), 20),
            grade("e", text("E 级客户", "Grade E"), text("每年联系", "Once a year"), 12),
            count(
                "days",
                text("工作日", "Working days"),
                text("这段时间能出去跑的天数", "Days on which you can visit"),
            )
            .unit(Unit::DAY)
            .default(int(20))
            .positive()
            .confidential()
            .slider(int(1), int(31), int(1)),
            count("per_day", text("每天拜访", "Daily visits"), text("一天最多几次", "The most you can make in a day"))
                .unit(Unit::VISIT.per(Unit::DAY))
                .default(int(6))
                .positive()
                .confidential()
                .slider(int(1), int(20), dec(5, 1)),
        ],
        outputs: &[
            Output::ratio("load", text("负荷", "Load")),
            Output::count("needed", text("需要联系", "Contacts needed"), Unit::VISIT, Precision::up_to(2)),
            Output::count("capacity", text("排得下", "Room for"), Unit::VISIT, Precision::up_to(2)),
            Output::count(
                "spare",
                text("还有余力（负数是排不下）", "Visits to spare (below zero: short)"),
                Unit::VISIT,
                Precision::up_to(2),
            ),
        ],
        chain: None,
        what_if: WhatIf {
            rows: Axis { key: "a", values: &[int(0), int(1), int(2), int(3), int(4), int(5)] },
            columns: Axis { key: "per_day", values: &[int(4), int(5), int(6), int(7), int(8)] },
            output: "load",
            precision: Precision::fixed(1),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "by hand: 60 + 32 + 20 + 20 + 1 contacts against 120",
                inputs: &[],
                outputs: &[
                    ("load", dec(11_083, 4)),
                    ("needed", int(133)),
                    ("capacity", int(120)),
                    ("spare", Decimal::from_parts(13, 0, 0, true, 0)),
                ],
            },
            Case {
                source: "by hand: with two of grade A, 113 of 125 leave 12",
                inputs: &[("a", int(2)), ("per_day", dec(625, 2))],
                outputs: &[("load", dec(904, 3)), ("needed", int(113)), ("capacity", int(125)), ("spare", int(12))],
            },
            Case {
                source: "by hand: nobody to contact",
                inputs: &[("a", int(0)), ("b", int(0)), ("c", int(0)), ("d", int(0)), ("e", int(0))],
                outputs: &[("load", int(0)), ("needed", int(0)), ("spare", int(120))],
            },
        ],
    };

    const SKETCH: &'static str = "M0,10h29v10h-29z|M31,10h26v10h-26z|";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        // One contact with each customer per so many working days.
        let every = |days| N::constant(int(days), Unit::DAY.times(Unit::CUSTOMER).per(Unit::VISIT));
        let contacts = |customers: N, rhythm| customers * inputs.days.clone() / every(rhythm);
        let needed = (contacts(inputs.a, 1)
            + contacts(inputs.b, 5)
            + contacts(inputs.c, 10)
            + contacts(inputs.d, 20)
            + contacts(inputs.e, 240))
        .step("needed");
        let capacity = (inputs.days.clone() * inputs.per_day).step("capacity");
        Outputs { load: needed.clone() / capacity.clone(), spare: capacity.clone() - needed.clone(), needed, capacity }
    }
}
