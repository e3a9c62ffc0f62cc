//! Invented deals for the demo: of every stage and with every kind of gap, dated relative to the day they are shown.

mod ended;
mod open;

use super::assessment::{Assessment, AssessmentEdit, Front, Ground, Lead, Level, Need, Score, SubScore};
use super::contact::{AgreedAction, Contact, MeetingOutcome};
use super::currency::Currency;
use super::deal::Deal;
use super::guide::GuideTests;
use super::invoice::Invoice;
use super::next_step::NextStep;
use super::people::{Influence, NeedKind, Person, Role, Stance};
use super::stage::{End, Stage};
use super::stage_history::StageHistory;
use super::view::{RESOURCE_PLAN_KEY, Resource, ResourcePlan};
use super::visit::{SuccessCase, Visit};
use crate::SALESPERSON_KEY;
use abacus_core::date::Date;
use abacus_core::number::dec;
use abacus_core::text::{Locale, Text, text};
use ended::ENDED;
use open::OPEN;
use rust_decimal::Decimal;

/// One invented deal, in compact form.
struct Sketch {
    customer: Text,
    title: Text,
    amount: i64,
    /// Who sells; `None` while nobody has taken it on.
    seller: Option<Text>,
    tags: &'static [Text],
    stage: Stage,
    is_paid: bool,
    /// Why it was lost.
    lost: Option<Text>,
    /// How many days ago it was made a target customer.
    target: Option<i32>,
    /// How many days ago it reached each stage, up to its own.
    moved: &'static [i32],
    /// Days from today.
    close: i32,
    next: Option<(Text, i32)>,
    people: &'static [(Text, Text, &'static [Role], Stance)],
    /// Which of the people is tested as a guide, and the result of each test.
    guide: Option<(usize, [bool; 3])>,
    /// Meetings with the first of the people: days ago, and how they ended.
    log: &'static [(i32, MeetingOutcome)],
    /// A visit in preparation with everybody.
    case: Option<Case>,
    /// What the deal brings now and later, from 1 to 10.
    scores: Option<[u8; 2]>,
    /// Whose ground, and who leads.
    opening: Option<(Ground, Lead)>,
    need: Option<Need>,
    /// What the customer could still buy, and our share of it.
    position: Option<(Level, Level)>,
}

/// A visit in some days, and the success case told on it: trade, problem, use, result.
#[derive(Clone, Copy)]
struct Case {
    days: i32,
    goal: Text,
    told: [Text; 4],
}

/// The defaults of a sketch.
const PLAIN: Sketch = Sketch {
    customer: text("", ""),
    title: text("", ""),
    amount: 0,
    seller: None,
    tags: &[],
    stage: Stage::Analyse,
    is_paid: false,
    lost: None,
    target: None,
    moved: &[],
    close: 0,
    next: None,
    people: &[],
    guide: None,
    log: &[],
    case: None,
    scores: None,
    opening: None,
    need: None,
    position: None,
};

/// The invented deals. Their ids begin with `demo`.
pub fn demo(locale: Locale, today: Date) -> Vec<Deal> {
    let deal = |(number, sketch): (u32, &Sketch)| sketch.to_deal(number, locale, today);
    (1..).zip(OPEN.iter().chain(ENDED)).map(deal).collect()
}

/// Settings stored along with the deals of the demo, by key: the salesperson and the means plan.
pub fn demo_settings(locale: Locale) -> [(&'static str, String); 2] {
    let mut plan = ResourcePlan::default();
    for (means, parts) in Resource::ALL.into_iter().zip(PLANNED) {
        Front::ALL.into_iter().zip(parts).for_each(|(front, percent)| plan.set(means, front, Some(percent)));
    }
    [(SALESPERSON_KEY, CHEN.get(locale).to_owned()), (RESOURCE_PLAN_KEY, plan.write())]
}

impl Sketch {
    fn to_deal(&self, number: u32, locale: Locale, today: Date) -> Deal {
        let say = |words: Text| words.get(locale).to_owned();
        let person = |(index, (name, title, roles, stance)): (usize, &(Text, Text, &[Role], Stance))| {
            let tests = self.guide.filter(|(guide, _)| *guide == index).map(|(_, [credible, trusts_us, wants_us])| {
                GuideTests { credible, trusts_us, wants_us, ..GuideTests::default() }
            });
            let decides = roles.contains(&Role::DecisionMaker);
            Person {
                id: format!("p{}", index.saturating_add(1)),
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
            paid: self.paid(today),
            margin: Some(dec(10, 2)),
            rate: Some(dec(6, 2)),
            ..Invoice::default()
        });
        let met = |(number, (days, outcome)): (u32, &(i32, MeetingOutcome))| Contact {
            id: format!("c{number}"),
            date: today.plus_days(days.saturating_neg()),
            people: vec!["p1".to_owned()],
            outcome: Some(*outcome),
            action: (*outcome == MeetingOutcome::Advance).then_some(AgreedAction::Demonstration),
            ..Contact::default()
        };
        Deal {
            log: (1..).zip(self.log).map(met).collect(),
            assessment: self.assessment(),
            id: format!("demo{number}"),
            revision: 1,
            customer: say(self.customer),
            title: say(self.title),
            amount: Some(Decimal::from(self.amount)),
            currency: Currency::default(),
            expected_close: today.plus_days(self.close),
            salesperson: self.seller.map(say).unwrap_or_default(),
            stage: self.stage,
            target: self.target.and_then(|days| today.plus_days(days.saturating_neg())),
            end: self.end(),
            reached: self.reached(today),
            lost_reason: self.lost.map(say).unwrap_or_default(),
            tags: self.tags.iter().copied().map(say).collect(),
            visits: self.case.iter().map(|case| case.to_visit(self.people.len(), locale, today)).collect(),
            people: self.people.iter().enumerate().map(person).collect(),
            next_step: next_step.unwrap_or_default(),
            invoice: invoice.unwrap_or_default(),
            ..Deal::new("")
        }
    }
}

impl Sketch {
    fn reached(&self, today: Date) -> StageHistory {
        let moved = self.moved.iter().map(|days| today.plus_days(days.saturating_neg()));
        let stages = Stage::ALL.into_iter().zip(moved).filter_map(|(stage, day)| Some((stage, day?)));
        let lost = self.lost.and_then(|_| today.plus_days(self.close));
        StageHistory { stages: stages.collect(), ended: self.paid(today).or(lost), ..StageHistory::default() }
    }

    fn end(&self) -> Option<End> {
        if self.is_paid { Some(End::Paid) } else { self.lost.map(|_| End::Lost) }
    }

    /// The day on which it was paid, if it was.
    fn paid(&self, today: Date) -> Option<Date> {
        if self.is_paid { today.plus_days(self.close.saturating_add(41)) } else { None }
    }

    fn assessment(&self) -> Assessment {
        let mut assessment = Assessment::default();
        let [short, long] = self.scores.map_or([None; 2], |scores| scores.map(Score::new));
        let sides = [short, short, long, long, long];
        for (what, score) in SubScore::ALL.into_iter().zip(sides) {
            assessment.apply(AssessmentEdit::Score(what, score));
        }
        (assessment.ground, assessment.lead) = self.opening.unzip();
        assessment.need = self.need;
        (assessment.buying_potential, assessment.share) = self.position.unzip();
        assessment
    }
}

impl Case {
    fn to_visit(self, people: usize, locale: Locale, today: Date) -> Visit {
        let say = |words: Text| words.get(locale).to_owned();
        let [trade, problem, used, result] = self.told.map(say);
        Visit {
            date: today.plus_days(self.days),
            goal: say(self.goal),
            people: (1..=people).map(|number| format!("p{number}")).collect(),
            case: SuccessCase { trade, problem, used, result, ..SuccessCase::default() },
            ..Visit::new("v1")
        }
    }
}

const CHEN: Text = text("陈晨", "Chen Chen");
const LIN: Text = text("林悦", "Yue Lin");
const KEY: Text = text("重点", "priority");
const KNOWN: Text = text("老客户", "existing customer");
const NEW: Text = text("新客户", "new customer");
const NEED: Text = text("停机时间减半", "Half the downtime");
const OWN_NEED: Text = text("年底前拿出成绩", "Something to show before the year ends");
/// The percentages of time, people and money planned for attack, defence and maintenance.
const PLANNED: [[u8; 3]; 3] = [[50, 30, 20], [40, 40, 20], [60, 30, 10]];
