//! What the buttons of an advice do.

use crate::advice::due_steps::due_steps;
use crate::coverage::{Bead, Coverage};
use crate::deal::Deal;
use crate::debrief::day_shortcuts;
use crate::edit::Edit;
use crate::fields::{self, DateField, TextField, person};
use crate::guide::GuideTests;
use crate::normalize::is_blank;
use crate::opponents::opponents;
use crate::people::{Influence, Person, Role, Stance};
use crate::stage::{End, Stage};
use abacus_core::closed_enum;
use abacus_core::date::Date;
use abacus_core::text::{Text, text};

closed_enum! {
    /// What an advice offers to do. Each rule declares one.
    pub enum AdviceAction {
        /// Log a meeting or a call.
        Log = "log" ("记一次会面", "Log a meeting"),
        /// Write the next step.
        WriteStep = "write-step" ("写下一步", "Write the next step"),
        /// Log what was done as planned.
        Done = "done" ("做完了，记一笔", "Done: log it"),
        /// Choose a day for the next step, which has none.
        StepDay = "step-day" ("定个日子", "Choose a day"),
        /// Choose another day for the next step.
        OtherDay = "other-day" ("另选一天", "Another day"),
        /// Choose another day for an overdue step with a person.
        PersonDay = "person-day" ("另选一天", "Another day"),
        /// Plan a step with someone who opposes us.
        PersonStep = "person-step" ("为这个人定下一步", "Plan a step with them"),
        /// Choose another closing day.
        CloseDay = "close-day" ("改预计成交日", "Set a new closing date"),
        /// Prepare a visit.
        Visit = "visit" ("准备下次拜访", "Prepare the next visit"),
        /// Add someone who may be our guide.
        Guide = "guide" ("添加向导", "Add a guide"),
        /// Go through the three tests.
        Tests = "tests" ("看三条检验", "Go through the three tests"),
        /// Add someone in a role that nobody plays.
        Role = "role" ("添加一位", "Add someone in this role"),
        /// Add whoever decides.
        DecisionMaker = "decision-maker" ("添加决策人", "Add the decision maker"),
        /// Write what someone needs.
        Need = "need" ("写下这个人的需求", "Write down what they need"),
        /// Name the salesperson.
        Salesperson = "salesperson" ("写上负责人", "Name the salesperson"),
        /// Fill the first missing bead.
        Bead = "bead" ("补上缺的人", "Fill the first gap"),
        /// See what has to be true before the next step.
        Exits = "exits" ("看出口检查", "See the checks"),
        /// Note that the invoice was paid today.
        InvoicePaid = "invoice-paid" ("今天收到了货款", "It was paid today"),
        /// Mark the deal as paid.
        Paid = "paid" ("标为已收款", "Mark as paid"),
        /// Move the deal to its last stage.
        Collect = "collect" ("改为“回收账款”", "Move to “Collect”"),
    }
}

/// A day that is offered, and what it is called.
pub type DayChoice = (Text, Date);

/// What an [`AdviceAction`] does in one deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DealAction {
    /// A meeting is logged.
    Log,
    /// A visit is prepared.
    Visit,
    /// A day is chosen for this field: one of these, or any other.
    Day(DateField, Vec<DayChoice>),
    /// This field is written.
    Write(TextField),
    /// The person with this id goes through the three tests.
    Tests(String),
    /// The person with this id is shown.
    Open(String),
    /// The exit checks are shown.
    Exits,
    /// This person is added, and the name is asked for.
    Add(Box<Person>),
    /// The deal is changed.
    Apply(Edit),
}

impl AdviceAction {
    /// What it does in this deal; `None` if it applies to nobody.
    pub fn resolve(self, deal: &Deal, today: Date) -> Option<DealAction> {
        let step = |id: &str| TextField::Person(id.to_owned(), &person::NEXT_ACTION);
        Some(match self {
            Self::Log | Self::Done => DealAction::Log,
            Self::WriteStep => DealAction::Write(TextField::Deal(&fields::NEXT_ACTION)),
            Self::StepDay | Self::OtherDay => DealAction::Day(DateField::Deal(&fields::NEXT_DATE), next_days(today)),
            Self::PersonDay => {
                let person = due_steps(deal, today).first()?.person.id.clone();
                DealAction::Day(DateField::Person(person, &person::NEXT_DATE), next_days(today))
            }
            Self::PersonStep => DealAction::Write(step(&opponents(deal).first()?.person.id)),
            Self::CloseDay => DealAction::Day(DateField::Deal(&fields::EXPECTED_CLOSE), closing_days(today)),
            Self::Visit => DealAction::Visit,
            Self::Guide => Self::guide(deal),
            Self::Tests => DealAction::Tests(deal.guide()?.id.clone()),
            Self::Role => Self::in_role(deal, missing_role(deal)?),
            Self::DecisionMaker => Self::in_role(deal, Role::DecisionMaker),
            Self::Need => {
                DealAction::Write(TextField::Person(likeliest_supporter(deal)?.id.clone(), &person::BUSINESS_NEED))
            }
            Self::Salesperson => DealAction::Write(TextField::Deal(&fields::SALESPERSON)),
            Self::Bead => first_gap(deal)?.resolve(deal, today)?,
            Self::Exits => DealAction::Exits,
            Self::InvoicePaid => DealAction::Apply(Edit::Date(DateField::Deal(&fields::INVOICE_PAID), Ok(Some(today)))),
            Self::Paid => DealAction::Apply(Edit::End(Some(End::Paid), today)),
            Self::Collect => DealAction::Apply(Edit::Stage(Stage::Collect, today)),
        })
    }

    /// Adds someone in a role, or names a person in it who has no name yet.
    pub(crate) fn in_role(deal: &Deal, role: Role) -> DealAction {
        let unnamed = deal.in_role(role).find(|person| !person.is_named());
        unnamed.map_or_else(|| DealAction::Add(Box::new(Person::in_role(role))), name_of)
    }

    /// Adds a possible guide, or names one who has no name yet.
    pub(crate) fn guide(deal: &Deal) -> DealAction {
        let unnamed = deal.people.iter().find(|person| person.guide.is_some() && !person.is_named());
        unnamed.map_or_else(|| DealAction::Add(Box::new(Person::as_guide())), name_of)
    }
}

/// The days on which a next step is usually done.
pub fn next_days(today: Date) -> Vec<DayChoice> {
    day_shortcuts(today).into_iter().map(|(shortcut, day)| (shortcut.label(), day)).collect()
}

/// Days on which an order may be expected.
fn closing_days(today: Date) -> Vec<DayChoice> {
    let choices =
        [(7, text("7 天后", "In 7 days")), (30, text("30 天后", "In 30 days")), (90, text("90 天后", "In 90 days"))];
    choices.into_iter().filter_map(|(days, label)| Some((label, today.plus_days(days)?))).collect()
}

fn name_of(person: &Person) -> DealAction {
    DealAction::Write(TextField::Person(person.id.clone(), &person::NAME))
}

/// The first role that nobody plays, or else the first whose person already counts in another role.
fn missing_role(deal: &Deal) -> Option<Role> {
    let climate = Coverage::of(deal).climate;
    let first = |wanted| climate.into_iter().find(|(_, bead)| *bead == wanted).map(|(role, _)| role);
    first(Bead::Open).or_else(|| first(Bead::Half))
}

fn first_gap(deal: &Deal) -> Option<AdviceAction> {
    let coverage = Coverage::of(deal);
    match coverage.guide {
        Bead::Open => return Some(AdviceAction::Guide),
        Bead::Half => return Some(AdviceAction::Tests),
        Bead::Covered => {}
    }
    if coverage.covered_roles() < 2 {
        return Some(AdviceAction::Role);
    }
    is_blank(&deal.salesperson).then_some(AdviceAction::Salesperson)
}

/// The named person most likely to be won: preferably not an opponent, preferably neutral, with the most influence.
fn likeliest_supporter(deal: &Deal) -> Option<&Person> {
    let rank = |person: &&Person| {
        let tests = person.guide.as_ref().map_or(0, |tests: &GuideTests| 3_usize.saturating_sub(tests.failing().len()));
        let influence = match person.influence {
            Some(Influence::High) => 3,
            Some(Influence::Medium) => 2,
            Some(Influence::Low) => 1,
            None => 0,
        };
        (person.stance != Stance::Opposes, person.stance == Stance::Neutral, influence, tests)
    };
    deal.people.iter().rev().filter(|person| person.is_named()).max_by_key(rank)
}
