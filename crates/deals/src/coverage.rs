//! The 1+2+1 gate: whether the deal is covered (S2).

use litemap::LiteMap;

use super::deal::Deal;
use super::normalize::{is_blank, name_key};
use super::people::Role;

/// How far one bead of the coverage display is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bead {
    /// Nobody.
    Open,
    /// Somebody who does not count: an insider instead of a guide; for a role of the buying climate, a person already
    /// counted in another role.
    Half,
    /// Somebody who counts.
    Covered,
}

/// The six beads of a deal: 1 guide, the 4 roles of which 2 are needed, 1 salesperson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Covered by a named person who passes all three tests, half covered by one who fails a test.
    pub guide: Bead,
    /// One bead for each role, in the order of [`Role::ALL`].
    pub climate: [(Role, Bead); 4],
    /// Covered if named.
    pub salesperson: Bead,
}

impl Coverage {
    /// The coverage of a deal.
    pub fn of(deal: &Deal) -> Self {
        let guide = match deal.guide() {
            None => Bead::Open,
            Some(person) if person.is_guide() => Bead::Covered,
            Some(_) => Bead::Half,
        };
        let salesperson = if is_blank(&deal.salesperson) { Bead::Open } else { Bead::Covered };
        Self { guide, climate: climate(deal), salesperson }
    }

    /// How many different people cover a role each, 0 to 4.
    pub fn covered_roles(&self) -> usize {
        let covered = |(_, bead): &&(Role, Bead)| *bead == Bead::Covered;
        self.climate.iter().filter(covered).count()
    }

    /// Whether the gate is passed: a guide, two of the four, a salesperson.
    pub fn passed(&self) -> bool {
        self.missing() == 0
    }

    /// How many beads are missing until the gate is passed, 0 to 4.
    pub fn missing(&self) -> usize {
        let lacks = |bead| usize::from(bead != Bead::Covered);
        let roles = 2_usize.saturating_sub(self.covered_roles());
        lacks(self.guide).saturating_add(roles).saturating_add(lacks(self.salesperson))
    }

    /// Whether the gate is passed only because the guide also counts in a role: it then rests on two people on the
    /// customer's side. The documents do not settle whether that is enough.
    pub fn rests_on_two(&self, deal: &Deal) -> bool {
        let people = roles_by_name(deal);
        let is_spare = |guide: &str| {
            let others = people.iter().filter(|(name, _)| *name != guide).map(|(_, roles)| *roles);
            most_covered(others).count_ones() >= 2
        };
        let mut guides = deal.people.iter().filter(|person| person.is_named() && person.is_guide());
        self.passed() && !guides.any(|guide| is_spare(&name_key(&guide.name)))
    }

    /// The coverage in short: `1+2/4+1`; `½` stands for an insider.
    pub fn notation(&self) -> String {
        let short = |bead| match bead {
            Bead::Open => "0",
            Bead::Half => "½",
            Bead::Covered => "1",
        };
        let (guide, salesperson) = (short(self.guide), short(self.salesperson));
        format!("{guide}+{}/4+{salesperson}", self.covered_roles())
    }
}

/// Assigns different people to as many roles as possible.
///
/// One person in two roles counts once, so this is a matching of people and roles. Taking the first free role for each
/// person would be wrong: Li (purchaser and user) and Wang (purchaser) cover two roles, but only if Li is not assigned
/// to the purchaser. Four roles have only sixteen subsets, so we collect every subset that the people so far can cover.
fn climate(deal: &Deal) -> [(Role, Bead); 4] {
    let people = roles_by_name(deal);
    let covered = most_covered(people.values().copied());
    let named = people.values().fold(0, |all, roles| all | roles);
    Role::ALL.map(|role| {
        let bead = if covered & bit(role) != 0 {
            Bead::Covered
        } else if named & bit(role) != 0 {
            Bead::Half
        } else {
            Bead::Open
        };
        (role, bead)
    })
}

/// The largest set of roles that these people can cover, each person at most one.
fn most_covered(people: impl Iterator<Item = u8>) -> u8 {
    let mut coverable = vec![0_u8];
    for roles in people {
        for set in coverable.clone() {
            let own = Role::ALL.map(bit).into_iter().filter(|bit| roles & bit != 0);
            for larger in own.map(|bit| set | bit) {
                if !coverable.contains(&larger) {
                    coverable.push(larger);
                }
            }
        }
    }
    coverable.into_iter().max_by_key(|set| (set.count_ones(), *set)).unwrap_or_default()
}

/// The roles of each named person as a bit set. The same name is the same person.
fn roles_by_name(deal: &Deal) -> LiteMap<String, u8> {
    let mut people = LiteMap::new();
    for person in deal.people.iter().filter(|person| person.is_named()) {
        let roles: &mut u8 = people.entry(name_key(&person.name)).or_default();
        *roles |= person.roles.iter().fold(0, |all, role| all | bit(*role));
    }
    people
}

/// Earlier roles have higher bits, so of two sets of the same size, the greater number has the earlier roles.
const fn bit(role: Role) -> u8 {
    match role {
        Role::Purchaser => 8,
        Role::User => 4,
        Role::Gatekeeper => 2,
        Role::DecisionMaker => 1,
    }
}
