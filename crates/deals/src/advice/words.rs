//! What the advice says, in both languages.

use super::super::people::Role;
use super::{Advice, Opponent, PersonDue};
use abacus_core::number::format::{Precision, money, number, round};
use abacus_core::text::{Locale, Text, text};
use rust_decimal::Decimal;

impl Advice {
    /// The stable name of the rule, for tests and for the page's markup.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NextStepOverdue { .. } => "next-step-overdue",
            Self::NextStepToday { .. } => "next-step-today",
            Self::OrderWon => "order-won",
            Self::PaidNotEnded => "paid-not-ended",
            Self::InvoiceOverdue { .. } => "invoice-overdue",
            Self::PeopleDue { .. } => "people-due",
            Self::NoNextStep => "no-next-step",
            Self::NextStepUndated { .. } => "next-step-undated",
            Self::ContactOverdue { .. } => "contact-overdue",
            Self::Continuations { .. } => "continuations",
            Self::ExpectedClosePassed { .. } => "expected-close-passed",
            Self::GateOpenAtCommitment => "gate-open-at-commitment",
            Self::Opposed { .. } => "opposed",
            Self::NoGuide => "no-guide",
            Self::GuideIsInsider { .. } => "guide-is-insider",
            Self::ThinClimate { .. } => "thin-climate",
            Self::NoDecisionMaker => "no-decision-maker",
            Self::NobodySupports => "nobody-supports",
            Self::NoSalesperson => "no-salesperson",
        }
    }

    /// What was found, in one or two sentences.
    #[must_use]
    pub fn reason(&self, locale: Locale) -> String {
        match locale {
            Locale::Zh => self.reason_zh(),
            Locale::En => self.reason_en(),
        }
    }

    fn reason_zh(&self) -> String {
        match self {
            Self::NextStepOverdue { action, days } => format!("下一步“{action}”已经晚了 {days} 天。"),
            Self::NextStepToday { action } => format!("下一步“{action}”就在今天。"),
            Self::OrderWon => "联系记录里已经有订单，进展还停在前面。".to_owned(),
            Self::PaidNotEnded => "货款已经收到，这笔商机还没有结束。".to_owned(),
            Self::InvoiceOverdue { days, interest, eaten, currency } => {
                let mut reason = format!("货款已经拖了 {days} 天");
                if let Some(interest) = interest {
                    reason.push_str(&format!("，利息 {}", money(round(*interest, 2), currency.code(), Locale::Zh)));
                }
                if let Some(eaten) = eaten {
                    reason.push_str(&format!("，吃掉利润的 {}", percent(*eaten)));
                }
                reason.push('。');
                reason
            }
            Self::PeopleDue { steps } => {
                let steps = steps.iter().map(|step| person_due(step, Locale::Zh)).collect::<Vec<_>>();
                format!("对客户方人员的安排到期：{}。", steps.join("；"))
            }
            Self::NoNextStep => "还没有定下一步。".to_owned(),
            Self::NextStepUndated { action } => format!("下一步“{action}”没有日期。"),
            Self::ContactOverdue { since, rhythm, grade } => match grade {
                Some(grade) => format!("上次联系是 {since} 天前；{} 级客户，{rhythm} 天之内要联系一次。", grade.code()),
                None => format!("上次联系是 {since} 天前；您定的是 {rhythm} 天联系一次。"),
            },
            Self::Continuations { count } => format!("最近 {count} 次见面都只是延续，客户没有答应做任何事。"),
            Self::ExpectedClosePassed { days } => format!("预计成交日已经过去 {days} 天。"),
            Self::GateOpenAtCommitment => "已经在赢取承诺，1+2+1 却还没有齐备。".to_owned(),
            Self::Opposed { people } => format!("有人反对，还没有人去化解：{}。", opponents(people, Locale::Zh)),
            Self::NoGuide => "还没有向导。".to_owned(),
            Self::GuideIsInsider { name, failing } => {
                let labels = failing.iter().map(|test| test.label());
                format!("{name}目前只算内线。还没做到：{}。", join(labels, Locale::Zh))
            }
            Self::ThinClimate { covered, open, shared } => {
                let mut reason = format!("采购氛围的四个角色，只有 {covered} 个由不同的人覆盖，至少要 2 个。");
                if !open.is_empty() {
                    reason.push_str(&format!("还缺：{}。", roles(open, Locale::Zh)));
                }
                if !shared.is_empty() {
                    let shared = roles(shared, Locale::Zh);
                    reason.push_str(&format!("与别的角色是同一个人：{shared}。"));
                }
                reason
            }
            Self::NoDecisionMaker => "还不知道谁来拍板。".to_owned(),
            Self::NobodySupports => "认识的人里，还没有一位支持我们。".to_owned(),
            Self::NoSalesperson => "还没有写明我方由谁负责。".to_owned(),
        }
    }

    fn reason_en(&self) -> String {
        match self {
            Self::NextStepOverdue { action, days } => {
                format!("The next step, “{action}”, is {} late.", days_en(*days))
            }
            Self::NextStepToday { action } => format!("The next step, “{action}”, is due today."),
            Self::OrderWon => "The log has an order, but the deal is still at a step before it.".to_owned(),
            Self::PaidNotEnded => "The money is there, but the deal still goes on.".to_owned(),
            Self::InvoiceOverdue { days, interest, eaten, currency } => {
                let mut reason = format!("The invoice is {} late", days_en(*days));
                if let Some(interest) = interest {
                    let interest = money(round(*interest, 2), currency.code(), Locale::En);
                    reason.push_str(&format!("; interest so far {interest}"));
                }
                if let Some(eaten) = eaten {
                    reason.push_str(&format!(", {} of the profit", percent(*eaten)));
                }
                reason.push('.');
                reason
            }
            Self::PeopleDue { steps } => {
                let steps = steps.iter().map(|step| person_due(step, Locale::En)).collect::<Vec<_>>();
                format!("Due with people at the customer: {}.", steps.join("; "))
            }
            Self::NoNextStep => "No next step is planned.".to_owned(),
            Self::NextStepUndated { action } => format!("The next step, “{action}”, has no date."),
            Self::ContactOverdue { since, rhythm, grade } => match grade {
                Some(grade) => format!(
                    "The last contact was {} ago; a grade {} deal wants one every {}.",
                    days_en(*since),
                    grade.code(),
                    days_en((*rhythm).into())
                ),
                None => format!(
                    "The last contact was {} ago; you set one every {}.",
                    days_en(*since),
                    days_en((*rhythm).into())
                ),
            },
            Self::Continuations { count } => {
                format!("The last {count} meetings were continuations: the customer agreed to do nothing.")
            }
            Self::ExpectedClosePassed { days } => {
                format!("The expected closing date was {} ago.", days_en(*days))
            }
            Self::GateOpenAtCommitment => "You are winning commitment, but 1+2+1 is not complete.".to_owned(),
            Self::Opposed { people } => {
                format!("Against us, and nothing is planned about it: {}.", opponents(people, Locale::En))
            }
            Self::NoGuide => "There is no guide yet.".to_owned(),
            Self::GuideIsInsider { name, failing } => {
                let labels = failing.iter().map(|test| test.label());
                let failing = join(labels, Locale::En);
                format!("{name} is only an insider so far. Not established: {failing}.")
            }
            Self::ThinClimate { covered, open, shared } => {
                let mut reason =
                    format!("Different people cover {covered} of the four buying roles; at least 2 are needed.");
                if !open.is_empty() {
                    reason.push_str(&format!(" Missing: {}.", roles(open, Locale::En)));
                }
                if !shared.is_empty() {
                    let shared = roles(shared, Locale::En);
                    reason.push_str(&format!(" Same person as in another role: {shared}."));
                }
                reason
            }
            Self::NoDecisionMaker => "We do not know who decides.".to_owned(),
            Self::NobodySupports => "Of the people you know, nobody supports you yet.".to_owned(),
            Self::NoSalesperson => "Nobody on our side is named.".to_owned(),
        }
    }

    /// What to do about it, in one sentence.
    #[must_use]
    pub const fn suggestion(&self) -> Text {
        match self {
            Self::NextStepOverdue { .. } => text("今天就做，或者改定日期。", "Do it today or set a new date."),
            Self::NextStepToday { .. } => {
                text("今天做这件事，做完写下再下一步。", "Do it today, then write down the step after it.")
            }
            Self::OrderWon => text("把进展改到“回收账款”。", "Move the deal on to “Collect”."),
            Self::PaidNotEnded => text("把这笔商机标为“已收款”。", "Mark the deal as “Paid”."),
            Self::InvoiceOverdue { .. } => {
                text("今天就联系付款的人，约定付款日期。", "Call whoever pays today and agree on a day of payment.")
            }
            Self::PeopleDue { .. } => text("按约定去做，再定下一次。", "Do as planned, then plan the next one."),
            Self::NoNextStep => text(
                "写一件客户会点头的具体事情，并定下日期。",
                "Write down one concrete thing the customer would agree to, with a date.",
            ),
            Self::NextStepUndated { .. } => {
                text("定个日期，到那天首页会列出这笔商机。", "Set a date: the home page lists the deal on that day.")
            }
            Self::ContactOverdue { .. } => {
                text("今天就联系一次，并记进联系记录。", "Get in touch today, and note it in the contact log.")
            }
            Self::Continuations { .. } => text(
                "下次见面只求一件事：请客户答应做一个具体动作。",
                "Ask for one thing at the next meeting: a concrete action the customer agrees to.",
            ),
            Self::ExpectedClosePassed { .. } => text(
                "问清客户什么变了，再定新的预计成交日。",
                "Ask the customer what has changed, then set a new closing date.",
            ),
            Self::GateOpenAtCommitment => {
                text("先补齐缺的珠子，再谈签约。", "Fill the missing beads first, then ask for the order.")
            }
            Self::Opposed { .. } => text(
                "先弄清反对的原因，再给这个人定一件要做的事，请支持我们的人帮忙。",
                "Find out why, then plan something for this person, with help from someone who supports you.",
            ),
            Self::NoGuide => text(
                "找一位决策人听得进、信得过我们、也盼我们胜出的人。",
                "Find someone the deciders listen to, who trusts us and wants us to win.",
            ),
            Self::GuideIsInsider { .. } => text(
                "下次见面逐项求证；做不到的，另找向导。",
                "Check these points at your next meeting; if they fail, look for another guide.",
            ),
            Self::ThinClimate { .. } => text(
                "先认识一位还没接触过的角色，写下姓名和态度。",
                "Get to know someone in a role not yet covered; note their name and stance.",
            ),
            Self::NoDecisionMaker => {
                text("打听最后由谁点头，再请人引见。", "Ask who has the last word, then ask for an introduction.")
            }
            Self::NobodySupports => text(
                "挑最可能站到我们这边的一位，先满足他的一个需要。",
                "Pick the one most likely to side with you, and meet one need of theirs first.",
            ),
            Self::NoSalesperson => text("写上负责这笔商机的营销人员。", "Name the salesperson who carries this deal."),
        }
    }
}

fn days_en(days: u32) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

/// A share to a tenth of a percent: `12.5%`.
fn percent(share: Decimal) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
    format!("{}%", number(percent, Precision::up_to(1)))
}

fn person_due(step: &PersonDue, locale: Locale) -> String {
    let PersonDue { name, action, days } = step;
    let when = match (days, locale) {
        (0, Locale::Zh) => "今天".to_owned(),
        (0, Locale::En) => "today".to_owned(),
        (days, Locale::Zh) => format!("晚了 {days} 天"),
        (days, Locale::En) => format!("{} late", days_en(*days)),
    };
    match (name.as_str(), locale) {
        ("", Locale::Zh) => format!("{action}（{when}）"),
        ("", Locale::En) => format!("{action} ({when})"),
        (name, Locale::Zh) => format!("{name}，{action}（{when}）"),
        (name, Locale::En) => format!("{name}, {action} ({when})"),
    }
}

/// “Li Lei (Decision maker)”; without a name, the role alone.
fn opponents(people: &[Opponent], locale: Locale) -> String {
    let all: Vec<String> = people.iter().map(|person| opponent(person, locale)).collect();
    all.join(separator(locale))
}

fn opponent(person: &Opponent, locale: Locale) -> String {
    let roles = roles(&person.roles, locale);
    match (person.name.as_str(), roles.as_str(), locale) {
        ("", "", Locale::Zh) => "一位姓名不详的人".to_owned(),
        ("", "", Locale::En) => "someone unnamed".to_owned(),
        ("", _, _) => roles,
        (name, "", _) => name.to_owned(),
        (name, _, Locale::Zh) => format!("{name}（{roles}）"),
        (name, _, Locale::En) => format!("{name} ({roles})"),
    }
}

/// Each role once, in the usual order, however often and wherever it was entered.
fn roles(roles: &[Role], locale: Locale) -> String {
    join(Role::ALL.into_iter().filter(|role| roles.contains(role)).map(Role::label), locale)
}

fn join(labels: impl Iterator<Item = Text>, locale: Locale) -> String {
    let labels: Vec<&str> = labels.map(|label| label.get(locale)).collect();
    labels.join(separator(locale))
}

/// In English a semicolon, since a label may be a sentence or contain a comma.
const fn separator(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "、",
        Locale::En => "; ",
    }
}
