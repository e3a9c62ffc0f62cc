//! How far the attitudes of those who matter converge (S4).

use crate::deal::Deal;
use crate::people::{Person, Role, Stance};
use abacus_core::closed_enum;
use abacus_core::date::Date;

closed_enum! {
    /// One of the four parties whose attitudes have to converge (S4). The purchaser is not one of them.
    pub enum DecidingParty {
        /// Whoever makes the decision.
        DecisionMaker = "decision-maker" ("决策人", "Decision maker"),
        /// Whoever will work with what is bought.
        User = "user" ("使用者", "User"),
        /// Whoever can say no on technical or financial grounds.
        Gatekeeper = "gatekeeper" ("把关者", "Gatekeeper"),
        /// Our guide.
        Guide = "guide" ("向导", "Guide"),
    }
}

/// The attitude of one of the four parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attitude {
    /// Somebody supports us and nobody is against us.
    ForUs,
    /// Somebody is against us.
    Against,
    /// Neither, or nobody is known.
    Open,
}

/// The attitudes of the four parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Convergence {
    /// In the order of [`DecidingParty::ALL`].
    pub attitudes: [(DecidingParty, Attitude); 4],
}

impl Convergence {
    /// As of today.
    pub fn of(deal: &Deal) -> Self {
        Self::by(deal, |person| person.stance)
    }

    /// As of an earlier day, by the days on which stances were recorded.
    pub fn on(deal: &Deal, day: Date) -> Self {
        Self::by(deal, |person| person.stance_on(day))
    }

    /// As it was 30 days before today.
    pub fn before(deal: &Deal, today: Date) -> Option<Self> {
        Some(Self::on(deal, today.plus_days(-30)?))
    }

    fn by(deal: &Deal, stance: impl Fn(&Person) -> Stance) -> Self {
        let attitude = |who: DecidingParty| {
            let stances = deal.people.iter().filter(|person| who.is(person)).map(&stance);
            stances.fold(Attitude::Open, |attitude, stance| match (attitude, stance) {
                (Attitude::Against, _) | (_, Stance::Opposes) => Attitude::Against,
                (Attitude::ForUs, _) | (_, Stance::Supports) => Attitude::ForUs,
                (Attitude::Open, _) => Attitude::Open,
            })
        };
        Self { attitudes: DecidingParty::ALL.map(|who| (who, attitude(who))) }
    }

    /// How many of the four are for us, 0 to 4.
    pub fn for_us(&self) -> usize {
        self.count(Attitude::ForUs)
    }

    /// How many of the four are against us, 0 to 4.
    pub fn against(&self) -> usize {
        self.count(Attitude::Against)
    }

    /// Whether all four are for us.
    pub fn is_complete(&self) -> bool {
        self.for_us() == self.attitudes.len()
    }

    fn count(&self, wanted: Attitude) -> usize {
        self.attitudes.iter().filter(|(_, attitude)| *attitude == wanted).count()
    }
}

impl DecidingParty {
    /// Whether this person is one of them. A guide is whoever passes the three tests.
    fn is(self, person: &Person) -> bool {
        let role = match self {
            Self::DecisionMaker => Role::DecisionMaker,
            Self::User => Role::User,
            Self::Gatekeeper => Role::Gatekeeper,
            Self::Guide => return person.is_guide(),
        };
        person.is_named() && person.roles.contains(&role)
    }
}

impl Person {
    /// The stance on a day; unknown before the first recorded one.
    fn stance_on(&self, day: Date) -> Stance {
        let until = self.stances.iter().rev().find(|since| since.date <= day);
        until.map_or_else(Stance::default, |since| since.stance)
    }
}

/// The last day on which the stance of one of the four was recorded; `None` if none was.
pub(crate) fn last_move(deal: &Deal) -> Option<Date> {
    let deciding = deal.people.iter().filter(|person| DecidingParty::ALL.into_iter().any(|who| who.is(person)));
    deciding.flat_map(|person| &person.stances).map(|since| since.date).max()
}
