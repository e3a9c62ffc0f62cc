//! The texts of the four questions about our chance.

use super::Field;
use super::declare::text;
use crate::assessment::{Chances, TasLine};

/// What speaks for an answer.
pub static EVIDENCE: Field<TasLine, String> =
    text::<TasLine>("evidence", "凭什么这么说", "What speaks for it", |line| &line.evidence, |line| &mut line.evidence)
        .searched();

/// Who the rival is.
pub static RIVAL: Field<Chances, String> =
    text::<Chances>("name", "对手是谁", "Who the rival is", |rival| &rival.name, |rival| &mut rival.name).searched();
