//! The lines of the exit checks that the data of the deal cannot answer. Their labels are the checks.

use super::Field;
use super::declare::text;
use crate::exits::Exits;

/// Every line.
pub static TEXTS: &[&Field<Exits, String>] = &[&NEEDS_WRITTEN, &RIVALS, &TRUST_PRODUCT, &TRUST_PERSON, &TRUST_COMPANY];

/// Needs are written down.
pub static NEEDS_WRITTEN: Field<Exits, String> = text::<Exits>(
    "needs_written",
    "决策人、公司、行业各要什么，都写下来了",
    "What the decision maker, the company and the trade need is written down",
    |exits| &exits.needs_written,
    |exits| &mut exits.needs_written,
)
.hint("写在哪里，或者一句话说清。", "Where it is written, or in one sentence.")
.searched();

/// The rivals are known.
pub static RIVALS: Field<Exits, String> = text::<Exits>(
    "rivals",
    "知道三个主要对手图什么、强在哪、有谁",
    "The three main rivals are known: aim, strength, people",
    |exits| &exits.rivals,
    |exits| &mut exits.rivals,
)
.searched();

/// The customer trusts the product.
pub static TRUST_PRODUCT: Field<Exits, String> = text::<Exits>(
    "trust_product",
    "信得过产品",
    "They trust the product",
    |exits| &exits.trust_product,
    |exits| &mut exits.trust_product,
)
.hint(
    "凭什么：证书和奖项、用户多，或者买方拿得出手的参考价。",
    "Why: papers and awards, many users, or a reference price the buyer can show.",
)
.searched();

/// The customer trusts the salesperson.
pub static TRUST_PERSON: Field<Exits, String> = text::<Exits>(
    "trust_person",
    "信得过我们的销售",
    "They trust the salesperson",
    |exits| &exits.trust_person,
    |exits| &mut exits.trust_person,
)
.hint(
    "凭什么：懂产品、说到做到、帮过忙、嘴严、口碑好、售后好。",
    "Why: knows the product, keeps promises, has done something for them, is discreet, has a good name, good after-sales.",
)
.searched();

/// The customer trusts the company.
pub static TRUST_COMPANY: Field<Exits, String> = text::<Exits>(
    "trust_company",
    "信得过我们公司",
    "They trust our company",
    |exits| &exits.trust_company,
    |exits| &mut exits.trust_company,
)
.hint(
    "凭什么：有标杆客户、有权威替我们说话、附近用户多、来看过工厂。",
    "Why: a flagship customer, an authority who speaks for us, many users near by, they have seen our plant.",
)
.searched();
