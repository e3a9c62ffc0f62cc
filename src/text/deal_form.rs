//! Words of the tracking form.

use abacus_core::Decimal;
use abacus_core::deals::{Bead, Currency, Guide, GuideTest};
use abacus_core::format::short;
use abacus_core::text::Locale::{self, En, Zh};
use abacus_core::text::{Text, text};

/// The deal itself.
pub const DEAL: Text = text("商机", "The deal");
/// Who buys.
pub const CUSTOMER: Text = text("客户", "Customer");
/// What it is about.
pub const TITLE: Text = text("商机名称", "What it is about");
/// When we expect the order.
pub const EXPECTED_CLOSE: Text = text("预计成交日", "Expected close");
/// Our side.
pub const OUR_SIDE: Text = text("我方", "Our side");
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
/// The buying climate.
pub const CLIMATE: Text = text("采购氛围", "Buying climate");
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

/// The state of a role's bead.
#[must_use]
pub const fn role_state(bead: Bead) -> Text {
    match bead {
        Bead::Covered => text("已覆盖", "covered"),
        Bead::Half => text("同一人已算在别的角色", "counted in another role"),
        Bead::Open => text("空缺", "open"),
    }
}

/// Whether the person named is a guide, and if not, why not.
#[must_use]
pub fn guide_verdict(guide: &Guide, locale: Locale) -> String {
    let failing = GuideTest::ALL.into_iter().filter(|test| !guide.passes(*test));
    let failing: Vec<&str> = failing.map(|test| test.label().get(locale)).collect();
    let name = guide.name.trim();
    match (guide.is_named(), failing.is_empty(), locale) {
        (false, _, Zh) => "还没有人。写下姓名，再看三条检验。".to_owned(),
        (false, _, En) => "Nobody yet. Enter a name, then go through the three tests.".to_owned(),
        (true, true, Zh) => format!("{name}是向导。"),
        (true, true, En) => format!("{name} is a guide."),
        (true, false, Zh) => format!("{name}只算内线，还没做到：{}。", failing.join("、")),
        (true, false, En) => format!("{name} is only an insider. Not established: {}.", failing.join("; ")),
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

/// Beside a text that is longer than it should be, kept or not.
#[must_use]
pub fn too_long(length: usize, limit: usize, kept: bool, locale: Locale) -> String {
    match (kept, locale) {
        (true, Zh) => format!("共 {length} 字，最好不超过 {limit} 字。一个字也没有删，全部保存。"),
        (true, En) => format!("{length} characters; {limit} at most is best. Nothing was cut, all of it is kept."),
        (false, Zh) => format!("共 {length} 字，最多能存 {limit} 字。一个字也没有删，但改短之前不会保存。"),
        (false, En) => format!(
            "{length} characters; at most {limit} can be kept. Nothing was cut, but this is not saved until it is shorter."
        ),
    }
}
