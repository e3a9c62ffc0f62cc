//! What must be true of a deal before its next step (S1, S4, S5).

use crate::contact::{Contact, MeetingOutcome, log};
use crate::convergence::Convergence;
use crate::coverage::Coverage;
use crate::deal::Deal;
use crate::exits::Exits;
use crate::fab::NeedOf;
use crate::fields::{Field, exit as fields};
use crate::needs::{expressed_needs, unanswered_needs};
use crate::normalize::is_blank;
use crate::opponents::opponents;
use crate::people::{Person, Role};
use crate::stage::Stage;
use abacus_core::text::{Text, text};

/// One check at the end of a step.
pub struct ExitCheck {
    /// The stable name, for the page's markup and for tests.
    pub code: &'static str,
    /// The step that it ends.
    pub stage: Stage,
    /// What has to be true.
    pub label: Text,
    /// How it is known.
    pub source: CheckSource,
}

/// How it is known that a check is met.
pub enum CheckSource {
    /// Somebody writes what they have seen; a line that is not blank meets the check.
    Seen(&'static Field<Exits, String>),
    /// The deal's data decides it. It cannot be ticked by hand.
    Data(fn(&Deal) -> bool),
}

/// Every check, in the order of the steps.
pub static EXIT_CHECKS: [ExitCheck; 16] = [
    data(
        "who-decides",
        Stage::Analyse,
        "知道谁拍板（决策人有名有姓）",
        "Who decides is known by name",
        is_decider_named,
    ),
    seen(Stage::Analyse, &fields::NEEDS_WRITTEN),
    seen(Stage::Analyse, &fields::RIVALS),
    data("assessed", Stage::Analyse, "价值打了分，开局也判断过", "Value is scored and the opening judged", is_assessed),
    seen(Stage::Trust, &fields::TRUST_PRODUCT),
    seen(Stage::Trust, &fields::TRUST_PERSON),
    seen(Stage::Trust, &fields::TRUST_COMPANY),
    data(
        "two-needs",
        Stage::Needs,
        "写下了两个人的业务需求和个人需求",
        "Business and personal needs of two people are written",
        has_two_needs,
    ),
    data(
        "difficulty",
        Stage::Needs,
        "和客户把一个难题的代价算成了数（“难题算账”存进商机）",
        "The customer has confirmed what one difficulty costs (a result of “What the problem costs you” on the deal)",
        has_difficulty,
    ),
    data(
        "answered",
        Stage::Value,
        "说出来的每个需求，都有一条利益回答",
        "Each expressed need has a benefit that answers it",
        answers_needs,
    ),
    data("case", Stage::Value, "讲过一个成功案例", "One success case was told", tells_case),
    data("gate", Stage::Commitment, "1+2+1 齐了", "1+2+1 is complete", is_covered),
    data(
        "advance",
        Stage::Commitment,
        "上一次会面有进展或订单",
        "The last meeting was an advance or an order",
        has_advanced,
    ),
    data(
        "no-opponent",
        Stage::Commitment,
        "反对的人，个个都安排了怎么化解",
        "For everyone against us, something is planned",
        is_answered_to_all,
    ),
    data(
        "convergence",
        Stage::Commitment,
        "决策人、使用者、把关者、向导，四方都支持",
        "Decision maker, user, gatekeeper and guide are all for us",
        is_agreed,
    ),
    data(
        "invoice",
        Stage::Collect,
        "写明了金额、到期日和由谁付款",
        "Amount, due day and who pays are written",
        is_invoiced,
    ),
];

const fn data(
    code: &'static str,
    stage: Stage,
    zh: &'static str,
    en: &'static str,
    is_met: fn(&Deal) -> bool,
) -> ExitCheck {
    ExitCheck { code, stage, label: text(zh, en), source: CheckSource::Data(is_met) }
}

const fn seen(stage: Stage, field: &'static Field<Exits, String>) -> ExitCheck {
    ExitCheck { code: field.meta.key, stage, label: field.meta.label, source: CheckSource::Seen(field) }
}

impl ExitCheck {
    /// Whether it is met.
    pub fn is_met(&self, deal: &Deal) -> bool {
        match self.source {
            CheckSource::Seen(field) => !is_blank(field.get(&deal.exits)),
            CheckSource::Data(is_met) => is_met(deal),
        }
    }
}

impl PartialEq for ExitCheck {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl std::fmt::Debug for ExitCheck {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.code)
    }
}

/// The checks at the end of a step.
pub fn exit_checks(stage: Stage) -> impl Iterator<Item = &'static ExitCheck> {
    EXIT_CHECKS.iter().filter(move |check| check.stage == stage)
}

/// The checks at the end of a step that are not met.
pub fn open_exits(deal: &Deal, stage: Stage) -> Vec<&'static ExitCheck> {
    exit_checks(stage).filter(|check| !check.is_met(deal)).collect()
}

fn is_decider_named(deal: &Deal) -> bool {
    deal.in_role(Role::DecisionMaker).any(Person::is_named)
}

fn is_assessed(deal: &Deal) -> bool {
    deal.assessment.value_class().is_some() && deal.assessment.opening().is_some()
}

fn has_two_needs(deal: &Deal) -> bool {
    let has_both = |person: &&Person| NeedOf::ALL.into_iter().all(|need| !is_blank(person.need(need)));
    deal.people.iter().filter(|person| person.is_named()).filter(has_both).count() >= 2
}

fn has_difficulty(deal: &Deal) -> bool {
    deal.snapshots.iter().any(|snapshot| snapshot.tool == "status-quo")
}

fn answers_needs(deal: &Deal) -> bool {
    expressed_needs(deal).next().is_some() && unanswered_needs(deal).is_empty()
}

fn tells_case(deal: &Deal) -> bool {
    deal.visits.iter().any(|visit| visit.is_logged(&deal.log) && !visit.case.is_blank())
}

fn is_covered(deal: &Deal) -> bool {
    Coverage::of(deal).passed()
}

fn has_advanced(deal: &Deal) -> bool {
    log::last_concluded(&deal.log).and_then(Contact::counts_as).is_some_and(MeetingOutcome::is_success)
}

fn is_answered_to_all(deal: &Deal) -> bool {
    deal.people.iter().any(Person::is_named) && opponents(deal).is_empty()
}

fn is_agreed(deal: &Deal) -> bool {
    Convergence::of(deal).is_complete()
}

fn is_invoiced(deal: &Deal) -> bool {
    let invoice = &deal.invoice;
    invoice.amount.is_some() && invoice.due.is_some() && !is_blank(&invoice.payer)
}
