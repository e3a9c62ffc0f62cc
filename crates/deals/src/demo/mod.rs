//! Invented deals for the demo: of every stage and with every kind of gap, dated relative to the day they are shown.

mod sketches;

use super::assessment::{Assessment, AssessmentEdit, Ground, Lead, Level, Need, Score, SubScore};
use super::contact::{AgreedAction, Contact, MeetingOutcome};
use super::currency::Currency;
use super::deal::Deal;
use super::guide::GuideTests;
use super::invoice::Invoice;
use super::next_step::NextStep;
use super::people::{Influence, NeedKind, Person, Role, Stance};
use super::reached::Reached;
use super::stage::{End, Stage};
use abacus_core::date::Date;
use abacus_core::number::{dec, int};
use abacus_core::text::{Locale, Text, text};
use rust_decimal::Decimal;
use sketches::SKETCHES;

/// One invented deal, in compact form.
struct Sketch {
    customer: Text,
    title: Text,
    amount: i64,
    stage: Stage,
    end: Option<End>,
    /// How many days ago it came to each stage after the first, up to its own.
    moved: &'static [i32],
    /// Days from today.
    close: i32,
    next: Option<(Text, i32)>,
    people: &'static [(Text, Text, &'static [Role], Stance)],
    /// Which of the people is tested as a guide, and the result of each test.
    guide: Option<(usize, [bool; 3])>,
    /// Meetings with the first of the people: days ago, and how they ended.
    log: &'static [(i32, MeetingOutcome)],
    /// What the deal brings now and later, from 1 to 10.
    scores: Option<[u8; 2]>,
    /// Whose ground, and who leads.
    opening: Option<(Ground, Lead)>,
    need: Option<Need>,
    /// What the customer could still buy, and our share of it.
    position: Option<(Level, Level)>,
}

/// The invented deals. Their ids begin with `demo`.
pub fn demo(locale: Locale, today: Date) -> Vec<Deal> {
    let deal = |(number, sketch): (u32, &Sketch)| sketch.to_deal(number, locale, today);
    (1..).zip(SKETCHES).map(deal).collect()
}

impl Sketch {
    fn to_deal(&self, number: u32, locale: Locale, today: Date) -> Deal {
        let say = |words: Text| words.get(locale).to_owned();
        let person = |(place, (name, title, roles, stance)): (usize, &(Text, Text, &[Role], Stance))| {
            let tests = self.guide.filter(|(guide, _)| *guide == place).map(|(_, [credible, trusts_us, wants_us])| {
                GuideTests { credible, trusts_us, wants_us, ..GuideTests::default() }
            });
            let decides = roles.contains(&Role::DecisionMaker);
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
            paid: self.end.and_then(|_| self.paid(today)),
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
            salesperson: if self.amount == SMALLEST { String::new() } else { say(SELLER) },
            stage: self.stage,
            end: self.end,
            reached: self.reached(today),
            lost_reason: if self.end == Some(End::Lost) { say(LOST) } else { String::new() },
            tags: if Decimal::from(self.amount) > int(1_000_000) { vec![say(TAG)] } else { Vec::new() },
            people: self.people.iter().enumerate().map(person).collect(),
            next_step: next_step.unwrap_or_default(),
            invoice: invoice.unwrap_or_default(),
            ..Deal::new("")
        }
    }
}

impl Sketch {
    fn reached(&self, today: Date) -> Reached {
        let ended = |end| match end {
            End::Paid => self.paid(today),
            End::Lost => today.plus_days(self.close),
        };
        let moved = self.moved.iter().map(|days| today.plus_days(days.saturating_neg()));
        let stages = Stage::ALL.into_iter().skip(1).zip(moved).filter_map(|(stage, day)| Some((stage, day?)));
        Reached { stages: stages.collect(), ended: self.end.and_then(ended), ..Reached::default() }
    }

    /// The day on which it was paid.
    fn paid(&self, today: Date) -> Option<Date> {
        today.plus_days(self.close.saturating_add(41))
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

/// The amount of the deal that nobody has taken on yet.
const SMALLEST: i64 = 90_000;
const SELLER: Text = text("陈晨", "Chen Chen");
const TAG: Text = text("重点", "priority");
const LOST: Text =
    text("对手先进了决策人的门，我们只认识采购。", "The rival knew who decides; we knew only the buyer.");
const NEED: Text = text("停机时间减半", "Half the downtime");
const OWN_NEED: Text = text("年底前拿出成绩", "Something to show before the year ends");
