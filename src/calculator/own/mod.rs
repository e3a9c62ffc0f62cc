//! The user's own figures: the last values of this calculator, and the usual figures of all of them.

mod allow;
mod last;
mod readings;
mod usual_figures;
mod words;

pub(super) use self::allow::Allow;
pub(super) use self::last::{Last, LastInMenu};
pub(super) use self::readings::readings;
pub(super) use self::usual_figures::UsualFigures;
