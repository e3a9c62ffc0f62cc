//! Words of the tracking form.

use abacus_core::Decimal;
use abacus_core::number::format::short;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::{Bead, Currency};

/// The deal itself.
pub const DEAL: Text = text("商机", "The deal");
/// Who buys.
pub const CUSTOMER: Text = text("客户", "Customer");
/// What it is about.
pub const TITLE: Text = text("商机名称", "What it is about");
/// When we expect the order.
pub const EXPECTED_CLOSE: Text = text("预计成交日", "Expected close");
/// Who carries the deal.
pub const SALESPERSON: Text = text("营销人员", "Salesperson");
/// The guide.
pub const GUIDE: Text = text("向导", "Guide");
/// What distinguishes a guide.
pub const GUIDE_HINT: Text = text(
    "内线只传消息；下面三条都做到，才算向导。",
    "An insider only passes on information. A guide passes all three tests below.",
);
/// The three tests.
pub const TESTS: Text = text("三条检验", "Three tests");
/// A name.
pub const NAME: Text = text("姓名", "Name");
/// A job title.
pub const JOB: Text = text("职务", "Job title");
/// A department.
pub const DEPARTMENT: Text = text("部门", "Department");
/// What the business is to gain.
pub const BUSINESS_NEED: Text = text("业务需求", "Business need");
/// How a business need is told from a personal one.
pub const BUSINESS_NEED_HINT: Text =
    text("说得出口、量得出来的，例如：停机时间减半。", "Can be said aloud and measured, such as: half the downtime.");
/// What it brings to the person.
pub const PERSONAL_NEED: Text = text("个人需求", "Personal need");
/// How a personal need is told from a business one.
pub const PERSONAL_NEED_HINT: Text =
    text("往往不说出口的：成了，对这个人有什么好处。", "Often unsaid: what success brings to this person.");
/// What we do about a person next.
pub const PERSON_ACTION: Text = text("对这个人，下一步做什么", "What we do next about this person");
/// The step the deal is at.
pub const STAGE: Text = text("进展到哪一步", "How far it has come");
/// Says how the deal ended.
pub const END: Text = text("结束", "How it ended");
/// While it has not.
pub const GOES_ON: Text = text("还在进行", "It goes on");
/// Why it was lost.
pub const LOST_REASON: Text = text("丢单原因", "Why it was lost");
/// What to write there.
pub const LOST_REASON_HINT: Text = text("写事实，下一单用得上。", "Facts: the next deal can learn from them.");
/// Words by which deals are found.
pub const TAGS: Text = text("标签", "Tags");
/// How they are separated.
pub const TAGS_HINT: Text = text("用逗号隔开，例如：重点，华东。", "Separated by commas, such as: priority, east.");
/// Anything else.
pub const NOTES: Text = text("备注", "Notes");
/// That addresses can be followed.
pub const NOTES_HINT: Text =
    text("以 http 开头的网址会列在下面，可以点开。", "Addresses that begin with http are listed below, as links.");
/// The addresses in the notes.
pub const LINKS: Text = text("备注里的网址", "Addresses in the notes");
/// The notes and tags.
pub const NOTES_AND_TAGS: Text = text("备注与标签", "Notes and tags");
/// The number of the invoice.
pub const INVOICE_NUMBER: Text = text("发票号", "Invoice number");
/// When the invoice is due.
pub const INVOICE_DUE: Text = text("付款到期日", "Due on");
/// When the invoice was paid.
pub const INVOICE_PAID: Text = text("收款日", "Paid on");
/// What is needed of it.
pub const CLIMATE_HINT: Text = text(
    "四个角色里，至少两个要有不同的人。知道一个写一个。",
    "At least two of the four roles need different people. Fill in whom you know.",
);
/// Where a person stands.
pub const STANCE: Text = text("态度", "Stance");
/// The next step.
pub const NEXT_STEP: Text = text("下一步", "Next step");
/// What is done.
pub const ACTION: Text = text("做什么", "What");
/// An example of it.
pub const ACTION_HINT: Text = text(
    "写客户会点头的具体事，例如：请技术科来现场看演示。",
    "Something concrete the customer would agree to, such as a demonstration for their engineers.",
);
/// When it is due.
pub const NEXT_DATE: Text = text("哪天", "When");
/// Deletes the deal.
pub const DELETE: Text = text("删除这笔商机", "Delete this deal");
/// The day of a meeting.
pub const CONTACT_DATE: Text = text("日期", "Date");
/// The agreed action in one's own words.
pub const AGREED_WORDS: Text = text("具体是什么", "What exactly");
/// Help with it.
pub const AGREED_WORDS_HINT: Text = text(
    "写客户要做的事，例如：下周二厂长来看演示。",
    "Something the customer does, such as: the plant manager attends a demonstration on Tuesday.",
);
/// Anything else.
pub const CONTACT_NOTE: Text = text("备注", "Note");
/// The day.
pub const VISIT_DATE: Text = text("哪天去", "When");
/// What we want.
pub const VISIT_GOAL: Text = text("目标", "Goal");
/// Help with it.
pub const VISIT_GOAL_HINT: Text =
    text("这次去，要让客户明白或决定什么？", "What is the customer to understand or decide on this visit?");
/// What exactly.
pub const EXPECTED_WORDS: Text = text("希望客户答应做什么", "What the customer is to agree to");
/// Help with it.
pub const EXPECTED_WORDS_HINT: Text =
    text("越具体越好：谁，哪天，做什么。", "The more concrete, the better: who, when, what.");
/// A question.
pub const QUESTION: Text = text("问题", "Question");
/// The line for a quadrant.
pub const LINE: Text = text("准备说的一句话", "The line you will say");

/// The state of a role's bead.
#[must_use]
pub const fn role_state(bead: Bead) -> Text {
    match bead {
        Bead::Covered => text("已覆盖", "covered"),
        Bead::Half => text("同一人已算在别的角色", "counted in another role"),
        Bead::Open => text("空缺", "open"),
    }
}

/// Beside an amount: its short form, if it has one, and the currency.
#[must_use]
pub fn amount_unit(amount: Option<Decimal>, currency: &Currency, locale: Locale) -> String {
    let unit = match (currency.code(), locale) {
        ("CNY", Zh) => "元",
        ("USD", Zh) => "美元",
        ("EUR", Zh) => "欧元",
        ("HKD", Zh) => "港元",
        ("JPY", Zh) => "日元",
        ("GBP", Zh) => "英镑",
        (code, _) => code,
    };
    match (amount.and_then(|amount| short(amount, locale)), locale) {
        (None, _) => unit.to_owned(),
        (Some(short), Zh) => format!("{short}{unit}"),
        (Some(short), En) => format!("{short} {unit}"),
    }
}

/// Beside a date that is none.
#[must_use]
pub fn not_a_date(typed: &str, locale: Locale) -> String {
    match locale {
        Zh => format!("“{typed}”不是日期。请填例如 {EXAMPLE_DAY}。"),
        En => format!("“{typed}” is not a date. Enter for example {EXAMPLE_DAY}."),
    }
}

/// Beside a date that was left half typed, or of which there is no such day; `kept` is the one that stays.
#[must_use]
pub fn no_such_day(kept: &str, locale: Locale) -> String {
    match (kept.is_empty(), locale) {
        (true, Zh) => format!("日期没有填完整，或没有这一天，所以没有记下。请填例如 {EXAMPLE_DAY}。"),
        (true, En) => {
            format!("The date is incomplete or does not exist, so it was not noted. Enter for example {EXAMPLE_DAY}.")
        }
        (false, Zh) => format!("日期没有填完整，或没有这一天。原来的 {kept} 没有动；要去掉它，请清空整个日期。"),
        (false, En) => format!(
            "The date is incomplete or does not exist. {kept} stays as it was; to remove it, clear the whole date."
        ),
    }
}

const EXAMPLE_DAY: &str = "2026-06-30";

/// Beside a text that is longer than it should be.
#[must_use]
pub fn too_long(length: usize, limit: usize, locale: Locale) -> String {
    match locale {
        Zh => format!("共 {length} 字，最好不超过 {limit} 字。一个字也没有删。"),
        En => format!("{length} characters; {limit} at most is best. Nothing was cut."),
    }
}
