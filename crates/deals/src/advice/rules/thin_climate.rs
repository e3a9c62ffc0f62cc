//! Fewer than two different people cover roles of the buying climate.

use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Finding, Found, Rule};
use crate::advice::words::roles;
use crate::coverage::{Bead, Coverage};
use crate::deal::Deal;
use crate::people::Role;
use abacus_core::date::Date;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "thin-climate",
    suggestion: text(
        "先去认识一个空缺角色上的人，写下姓名和态度。",
        "Get to know someone in a role not yet filled; note their name and stance.",
    ),
    plan_gap: None,
    act: AdviceAction::Role,
    other: None,
    find,
};

struct ThinClimate {
    /// How many people: 0 or 1.
    covered: usize,
    /// The roles that nobody is known to play.
    open: Vec<Role>,
    /// The roles played by someone who already counts in another role.
    shared: Vec<Role>,
}

fn find(deal: &Deal, _today: Date) -> Option<Found> {
    let coverage = Coverage::of(deal);
    let covered = coverage.covered_roles();
    if covered >= 2 {
        return None;
    }
    let roles_with = |wanted| {
        let roles = coverage.climate.into_iter();
        roles.filter(|(_, bead)| *bead == wanted).map(|(role, _)| role).collect()
    };
    Some(Rc::new(ThinClimate { covered, open: roles_with(Bead::Open), shared: roles_with(Bead::Half) }))
}

impl Finding for ThinClimate {
    fn reason(&self, locale: Locale) -> String {
        let covered = self.covered;
        let labels = |these: &[Role]| (!these.is_empty()).then(|| roles(these, locale));
        let (open, shared) = (labels(&self.open), labels(&self.shared));
        match locale {
            Locale::Zh => {
                let open = open.map(|open| format!("还缺：{open}。")).unwrap_or_default();
                let shared = shared.map(|shared| format!("与别的角色是同一个人：{shared}。")).unwrap_or_default();
                format!("采购氛围的四个角色，只有 {covered} 个由不同的人担任，至少要 2 个。{open}{shared}")
            }
            Locale::En => {
                let open = open.map(|open| format!(" Missing: {open}.")).unwrap_or_default();
                let shared = shared.map(|shared| format!(" Same person as in another role: {shared}."));
                let shared = shared.unwrap_or_default();
                format!(
                    "Different people fill only {covered} of the four buying roles; at least 2 are needed.{open}{shared}"
                )
            }
        }
    }
}
