//! The fields of a FAB row: feature, advantage, benefit.

use super::Field;
use super::declare::text;
use crate::fab::Fab;

/// Every text of a row.
pub static TEXTS: &[&Field<Fab, String>] = &[&FEATURE, &ADVANTAGE, &BENEFIT, &QUESTION];

/// What it is or has.
pub static FEATURE: Field<Fab, String> =
    text::<Fab>("feature", "性能", "Feature", |row| &row.feature, |row| &mut row.feature)
        .hint("它是什么、有什么。", "What it is or has.")
        .searched();

/// How that helps.
pub static ADVANTAGE: Field<Fab, String> =
    text::<Fab>("advantage", "优点", "Advantage", |row| &row.advantage, |row| &mut row.advantage)
        .hint("所以能做到什么。", "What that makes possible.")
        .searched();

/// Which need it answers.
pub static BENEFIT: Field<Fab, String> =
    text::<Fab>("benefit", "利益", "Benefit", |row| &row.benefit, |row| &mut row.benefit)
        .hint("怎么满足他说过的需求。", "How it meets the need they have expressed.")
        .searched();

/// The question that leads the customer to state the benefit.
pub static QUESTION: Field<Fab, String> =
    text::<Fab>("question", "需求—效益问题", "Need-payoff question", |row| &row.question, |row| &mut row.question)
        .hint("怎么问，让客户自己说出好处。", "Ask so that the customer says what it is worth.")
        .searched();
