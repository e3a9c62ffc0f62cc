//! The fields of a visit, of its questions and of its four-quadrant check.

use super::Field;
use super::declare::{date, text};
use crate::visit::{Check, Question, SuccessCase, Visit};
use abacus_core::date::Date;

/// Every text of a visit.
pub static TEXTS: &[&Field<Visit, String>] = &[&GOAL, &EXPECTED_WORDS];

/// Every day of a visit.
pub static DATES: &[&Field<Visit, Option<Date>>] = &[&DATE];

/// The planned day.
pub static DATE: Field<Visit, Option<Date>> =
    date::<Visit>("date", "哪天去", "When", |visit| &visit.date, |visit| &mut visit.date);

/// The goal of the visit.
pub static GOAL: Field<Visit, String> =
    text::<Visit>("goal", "目标", "Goal", |visit| &visit.goal, |visit| &mut visit.goal)
        .long(1000)
        .hint("这次去，要让客户明白或决定什么？", "What should the customer understand or decide on this visit?")
        .searched();

/// What exactly we expect.
pub static EXPECTED_WORDS: Field<Visit, String> = text::<Visit>(
    "expected_words",
    "希望客户答应做什么",
    "What the customer should agree to",
    |visit| &visit.expected_words,
    |visit| &mut visit.expected_words,
)
.long(1000)
.hint("越具体越好：谁，哪天，做什么。", "The more concrete the better: who, when, what.")
.searched();

/// A question to ask.
pub static QUESTION: Field<Question, String> =
    text::<Question>("text", "问题", "Question", |question| &question.text, |question| &mut question.text).long(1000);

/// What was looked up, or what the customer said.
pub static ANSWER: Field<Question, String> =
    text::<Question>("answer", "答案", "Answer", |question| &question.answer, |question| &mut question.answer)
        .long(1000)
        .searched();

/// Every text of a success case.
pub static CASE: &[&Field<SuccessCase, String>] = &[&TRADE, &PROBLEM, &USED, &RESULT];

/// The trade of the customer who succeeded.
pub static TRADE: Field<SuccessCase, String> =
    text::<SuccessCase>("trade", "同行客户", "Who, in the same trade", |case| &case.trade, |case| &mut case.trade)
        .searched();

/// The problem they had.
pub static PROBLEM: Field<SuccessCase, String> =
    text::<SuccessCase>("problem", "类似的难题", "The similar problem", |case| &case.problem, |case| &mut case.problem)
        .searched();

/// How they used our solution.
pub static USED: Field<SuccessCase, String> =
    text::<SuccessCase>("used", "怎么用我们的方案", "How ours was used", |case| &case.used, |case| &mut case.used)
        .searched();

/// The result they had.
pub static RESULT: Field<SuccessCase, String> = text::<SuccessCase>(
    "result",
    "结果（用数字说）",
    "The result, as a figure",
    |case| &case.result,
    |case| &mut case.result,
)
.searched();

/// What to say to those who listen in one of the four ways.
pub static LINE: Field<Check, String> =
    text::<Check>("line", "准备说的一句话", "The line you will say", |check| &check.line, |check| &mut check.line);
