//! From a bad debt to daily visits: the sales that cover the loss (S2) as deals, prospects and
//! visits (S1).

use super::OWN_FIGURES;
use super::activity::{PROSPECTS, VISITS};
use super::bad_debt::{LOSS, MARGIN};
use crate::calculator::field::{count, money};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::text;

quantities!(Inputs: loss, margin, deal_size, prospects, visits, days);
quantities!(Outputs: per_day, extra_sales, deals, total_prospects, total_visits);

pub(super) struct LossToVisits;

impl Model for LossToVisits {
    const SPEC: Spec = Spec {
        id: "loss-to-visits",
        group: Group::Plan,
        title: text("一笔坏账要跑多少趟", "How many visits a bad debt costs"),
        purpose: text("补回这笔坏账，每天要多拜访几次？", "To recover one bad debt, how many more visits a day?"),
        caveat: text(
            "单数、人数和拜访都是整数：每一步都向上取整，下一步从取整后的数算起。",
            "Deals, people and visits are whole: every step is rounded up, and the next starts from the rounded figure.",
        ),
        sentence: Sentence {
            plain: text(
                "一笔 {loss} 的坏账，要多做 {deals} 单、多跑 {total_visits} 次；{days} 天补回，每天多跑 {per_day} 次。",
                "A bad debt of {loss} takes {deals|more deal|more deals} and {total_visits|more visit|more visits}: {per_day} a day for {days|day|days}.",
            ),
            with_steps: None,
        },
        wording_by_choice: None,
        card: Card::Nothing(OWN_FIGURES),
        picture: Picture::Funnel(&["total_visits", "total_prospects", "deals"]),
        conventions: &[
            text(
                "前半是坏账的算法（损失 ÷ 利润率），后半是拜访目标的算法；把两者接起来是我们的做法。",
                "First the bad debt (loss ÷ margin), then the visit target; we joined the two.",
            ),
            text(
                "损失与利润率要用同一口径（与坏账的算法相同）；每一步向上取整，是我们的做法。",
                "Loss and margin must be on the same basis, as for a bad debt; we round up at every step.",
            ),
        ],
        source: text(
            "培训资料《客户关系与渠道管理》（坏账）与《如何成为优秀的客户经理》（量化营销目标）。",
            "Training documents “Customer relationship and channel management” (bad debt) and “How to become an excellent account manager” (turning a sales target into figures).",
        ),
        fields: &[
            LOSS,
            MARGIN,
            money("deal_size", text("每单金额", "Deal size"), text("平均一单做多大", "An average deal"))
                .unit(Unit::MONEY.per(Unit::DEAL))
                .default(int(5_000))
                .positive()
                .slider(int(500), int(50_000), int(500)),
            PROSPECTS,
            VISITS,
            count("days", text("工作日", "Working days"), text("打算用多少天补回来", "Days to earn it back"))
                .unit(Unit::DAY)
                .default(int(20))
                .positive()
                .slider(int(1), int(250), int(1)),
        ],
        outputs: &[
            Output::count("per_day", text("每日拜访", "Daily visits"), Unit::VISIT.per(Unit::DAY), Precision::up_to(0)),
            Output::money("extra_sales", text("额外销售额", "Extra sales")),
            Output::count("deals", text("要成交", "Deals"), Unit::DEAL, Precision::up_to(0)),
            Output::count("total_prospects", text("准客户", "Prospects"), Unit::PROSPECT, Precision::up_to(0)),
            Output::count("total_visits", text("拜访", "Visits"), Unit::VISIT, Precision::up_to(0)),
        ],
        chain: None,
        what_if: WhatIf {
            rows: Axis { key: "loss", values: &[int(500), int(1_000), int(1_500), int(2_000), int(2_500)] },
            columns: Axis { key: "margin", values: &[dec(2, 2), dec(3, 2), dec(4, 2), dec(5, 2), dec(6, 2)] },
            output: "total_visits",
            precision: Precision::up_to(0),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "S2 continued by S1: 500 at 2 % and 5,000 a deal",
                inputs: &[("loss", int(500)), ("margin", dec(2, 2)), ("deal_size", int(5_000))],
                outputs: &[
                    ("per_day", int(3)),
                    ("extra_sales", int(25_000)),
                    ("deals", int(5)),
                    ("total_prospects", int(15)),
                    ("total_visits", int(60)),
                ],
            },
            Case {
                source: "by hand: 1,000 at 3 % are 33,333.33, 7 deals, 17.5 → 18 prospects, 72 visits, 3.6 → 4 a day",
                inputs: &[("loss", int(1_000)), ("margin", dec(3, 2)), ("prospects", dec(25, 1))],
                outputs: &[
                    ("deals", int(7)),
                    ("total_prospects", int(18)),
                    ("total_visits", int(72)),
                    ("per_day", int(4)),
                ],
            },
            Case {
                source: "by hand: nothing lost, nothing to do",
                inputs: &[("loss", int(0))],
                outputs: &[("extra_sales", int(0)), ("deals", int(0)), ("per_day", int(0))],
            },
        ],
    };

    const SKETCH: &'static str = "M27,20h5L32,30h-5z|M0,0h60L37,10h-15zM22,10h15L32,20h-5z|";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let extra_sales = (inputs.loss / inputs.margin).step("extra_sales");
        let deals = (extra_sales.clone() / inputs.deal_size).ceil().step("deals");
        let total_prospects = (deals.clone() * inputs.prospects).ceil().step("total_prospects");
        let total_visits = (total_prospects.clone() * inputs.visits).ceil().step("total_visits");
        Outputs {
            per_day: (total_visits.clone() / inputs.days).ceil(),
            extra_sales,
            deals,
            total_prospects,
            total_visits,
        }
    }
}
