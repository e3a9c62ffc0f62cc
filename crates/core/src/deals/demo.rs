//! Invented deals to look around in: of every stage and with every kind of gap, dated from the day they are shown.

use super::currency::Currency;
use super::date::Date;
use super::deal::Deal;
use super::guide::GuideTests;
use super::invoice::Invoice;
use super::next_step::NextStep;
use super::people::{Influence, NeedKind, Person, Role, Stance};
use super::stage::{End, Stage};
use crate::number::{dec, int};
use crate::text::{Locale, Text, text};
use rust_decimal::Decimal;

/// One invented deal, in a line or two.
struct Sketch {
    customer: Text,
    title: Text,
    amount: i64,
    stage: Stage,
    end: Option<End>,
    /// Days from today.
    close: i32,
    next: Option<(Text, i32)>,
    people: &'static [(Text, Text, &'static [Role], Stance)],
    /// Which of the people are put to the tests of a guide, and how they do.
    guide: Option<(usize, [bool; 3])>,
}

use Role::{DecisionMaker, Gatekeeper, Purchaser, User};
use Stance::{Neutral, Opposes, Supports, Unknown};

const SKETCHES: &[Sketch] = &[
    Sketch {
        customer: text("华东机床", "Eastern Machine Tools"),
        title: text("五轴加工中心", "Five-axis centre"),
        amount: 1_200_000,
        stage: Stage::Commitment,
        end: None,
        close: 12,
        next: Some((text("请总工来厂里看试切", "Invite the chief engineer to a test cut"), 0)),
        people: &[
            (text("王芳", "Fang Wang"), text("设备科科长", "Head of equipment"), &[User], Supports),
            (text("赵敏", "Min Zhao"), text("总经理", "Managing director"), &[DecisionMaker], Neutral),
            (text("钱坤", "Kun Qian"), text("财务总监", "Finance director"), &[Gatekeeper], Opposes),
        ],
        guide: Some((0, [true, true, true])),
    },
    Sketch {
        customer: text("北方重工", "Northern Heavy Industries"),
        title: text("行车改造", "Crane refit"),
        amount: 380_000,
        stage: Stage::Needs,
        end: None,
        close: 60,
        next: Some((text("送需求调查表", "Send the list of questions"), -3)),
        people: &[
            (text("孙磊", "Lei Sun"), text("采购员", "Buyer"), &[Purchaser], Neutral),
            (text("周健", "Jian Zhou"), text("车间主任", "Workshop manager"), &[User], Supports),
        ],
        guide: Some((1, [true, true, false])),
    },
    Sketch {
        customer: text("江南造船", "Southern Shipyard"),
        title: text("焊接机器人", "Welding robots"),
        amount: 5_600_000,
        stage: Stage::Value,
        end: None,
        close: 40,
        next: Some((text("约技术科看样板线", "Show the pilot line to engineering"), 4)),
        people: &[
            (text("吴涛", "Tao Wu"), text("技术科科长", "Head of engineering"), &[Gatekeeper], Supports),
            (text("郑洁", "Jie Zheng"), text("副总", "Deputy director"), &[DecisionMaker], Supports),
        ],
        guide: Some((0, [true, true, true])),
    },
    Sketch {
        customer: text("蓝天环保", "Blue Sky Environment"),
        title: text("监测系统", "Monitoring system"),
        amount: 90_000,
        stage: Stage::Analyse,
        end: None,
        close: 150,
        next: None,
        people: &[(text("冯静", "Jing Feng"), text("文员", "Clerk"), &[], Unknown)],
        guide: None,
    },
    Sketch {
        customer: text("星辰科技", "Star Technology"),
        title: text("服务器机柜", "Server racks"),
        amount: 260_000,
        stage: Stage::Trust,
        end: None,
        close: 75,
        next: Some((text("参加对方的开放日", "Visit their open day"), 6)),
        people: &[(text("陈浩", "Hao Chen"), text("信息部经理", "IT manager"), &[User, Purchaser], Neutral)],
        guide: None,
    },
    Sketch {
        customer: text("远大电子", "Grand Electronics"),
        title: text("检测设备", "Test equipment"),
        amount: 750_000,
        stage: Stage::Collect,
        end: None,
        close: -70,
        next: Some((text("约财务对账", "Reconcile with their finance office"), 2)),
        people: &[
            (text("何平", "Ping He"), text("财务经理", "Finance manager"), &[Gatekeeper], Neutral),
            (text("罗兰", "Lan Luo"), text("厂长", "Plant manager"), &[DecisionMaker], Supports),
        ],
        guide: Some((1, [true, true, true])),
    },
    Sketch {
        customer: text("大河物流", "Great River Logistics"),
        title: text("分拣线", "Sorting line"),
        amount: 2_100_000,
        stage: Stage::Collect,
        end: Some(End::Paid),
        close: -160,
        next: None,
        people: &[(text("高翔", "Xiang Gao"), text("总经理", "Managing director"), &[DecisionMaker], Supports)],
        guide: Some((0, [true, true, true])),
    },
    Sketch {
        customer: text("金山矿业", "Golden Hill Mining"),
        title: text("破碎机", "Crusher"),
        amount: 1_450_000,
        stage: Stage::Value,
        end: Some(End::Lost),
        close: -30,
        next: None,
        people: &[(text("谢军", "Jun Xie"), text("采购经理", "Purchasing manager"), &[Purchaser], Opposes)],
        guide: None,
    },
];

/// The invented deals. Their ids begin with `demo`.
#[must_use]
pub fn demo(locale: Locale, today: Date) -> Vec<Deal> {
    let deal = |(number, sketch): (u32, &Sketch)| sketch.draw(number, locale, today);
    (1..).zip(SKETCHES).map(deal).collect()
}

impl Sketch {
    fn draw(&self, number: u32, locale: Locale, today: Date) -> Deal {
        let say = |words: Text| words.get(locale).to_owned();
        let person = |(place, (name, title, roles, stance)): (usize, &(Text, Text, &[Role], Stance))| {
            let tests = self.guide.filter(|(guide, _)| *guide == place).map(|(_, [credible, trusts_us, wants_us])| {
                GuideTests { credible, trusts_us, wants_us, ..GuideTests::default() }
            });
            let decides = roles.contains(&DecisionMaker);
            Person {
                id: format!("p{}", place.saturating_add(1)),
                name: say(*name),
                title: say(*title),
                roles: roles.to_vec(),
                stance: *stance,
                guide: tests,
                influence: Some(if decides { Influence::High } else { Influence::Medium }),
                business_need: if decides { say(NEED) } else { String::new() },
                need_kinds: if decides { vec![NeedKind::Benefit, NeedKind::Speed] } else { Vec::new() },
                personal_need: if decides { say(OWN_NEED) } else { String::new() },
                ..Person::default()
            }
        };
        let next_step = self.next.map(|(action, days)| NextStep {
            action: say(action),
            date: today.plus_days(days),
            ..NextStep::default()
        });
        let invoice = (self.stage == Stage::Collect).then(|| Invoice {
            number: format!("2026-{number:03}"),
            amount: Some(Decimal::from(self.amount)),
            due: today.plus_days(self.close.saturating_add(30)),
            paid: self.end.and_then(|_| today.plus_days(self.close.saturating_add(41))),
            margin: Some(dec(10, 2)),
            rate: Some(dec(6, 2)),
            ..Invoice::default()
        });
        Deal {
            id: format!("demo{number}"),
            revision: 1,
            customer: say(self.customer),
            title: say(self.title),
            amount: Some(Decimal::from(self.amount)),
            currency: Currency::default(),
            expected_close: today.plus_days(self.close),
            salesperson: if self.amount == SMALLEST { String::new() } else { say(SELLER) },
            stage: self.stage,
            end: self.end,
            lost_reason: if self.end == Some(End::Lost) { say(LOST) } else { String::new() },
            tags: if Decimal::from(self.amount) > int(1_000_000) { vec![say(TAG)] } else { Vec::new() },
            people: self.people.iter().enumerate().map(person).collect(),
            next_step: next_step.unwrap_or_default(),
            invoice: invoice.unwrap_or_default(),
            ..Deal::new("")
        }
    }
}

/// The one that nobody has taken on yet.
const SMALLEST: i64 = 90_000;
const SELLER: Text = text("陈晨", "Chen Chen");
const TAG: Text = text("重点", "priority");
const LOST: Text =
    text("对手先进了决策人的门，我们只认识采购。", "The rival knew who decides; we knew only the buyer.");
const NEED: Text = text("停机时间减半", "Half the downtime");
const OWN_NEED: Text = text("年底前拿出成绩", "Something to show before the year ends");
