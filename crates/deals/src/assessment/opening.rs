//! The opening position: whose ground it is and who leads (S4).

use abacus_core::closed_enum;
use abacus_core::text::Text;

closed_enum! {
    /// Whose customer this is, by the share of past business.
    #[derive(PartialOrd, Ord)]
    pub enum Ground {
        /// 我方地盘: they have mostly bought from us.
        Ours = "ours" ("我方地盘", "Our ground"),
        /// 中立地盘: from nobody in particular.
        Neutral = "neutral" ("中立地盘", "Neutral ground"),
        /// 敌方地盘: mostly from a rival.
        Theirs = "theirs" ("敌方地盘", "The rival’s ground"),
    }
}

impl Ground {
    const fn mirror(self) -> Self {
        match self {
            Self::Ours => Self::Theirs,
            Self::Neutral => Self::Neutral,
            Self::Theirs => Self::Ours,
        }
    }
}

closed_enum! {
    /// Who is ahead in this deal now.
    #[derive(PartialOrd, Ord)]
    pub enum Lead {
        /// 我方领先.
        We = "lead" ("我方领先", "We lead"),
        /// 敌我相当.
        Even = "even" ("势均力敌", "Even"),
        /// 我方落后.
        They = "behind" ("我方落后", "We are behind"),
    }
}

impl Lead {
    const fn mirror(self) -> Self {
        match self {
            Self::We => Self::They,
            Self::Even => Self::Even,
            Self::They => Self::We,
        }
    }
}

/// Ground and lead together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Opening {
    /// Whose ground it is.
    pub ground: Ground,
    /// Who leads.
    pub lead: Lead,
}

impl Opening {
    /// The letter of this opening.
    pub const fn letter(self) -> Letter {
        match (self.lead, self.ground) {
            (Lead::They, Ground::Ours) => Letter::A,
            (Lead::They, Ground::Neutral) => Letter::B,
            (Lead::They, Ground::Theirs) => Letter::C,
            (Lead::Even, Ground::Ours) => Letter::D,
            (Lead::Even, Ground::Neutral) => Letter::E,
            (Lead::Even, Ground::Theirs) => Letter::F,
            (Lead::We, Ground::Ours) => Letter::G,
            (Lead::We, Ground::Neutral) => Letter::H,
            (Lead::We, Ground::Theirs) => Letter::I,
        }
    }

    /// The same position as the rival sees it.
    #[must_use]
    pub const fn mirror(self) -> Self {
        Self { ground: self.ground.mirror(), lead: self.lead.mirror() }
    }

    /// What the rival will do: the play of the opening from their side.
    pub const fn rival_play(self) -> Text {
        self.mirror().letter().play_of_rival()
    }
}

closed_enum! {
    /// One of the nine openings.
    #[derive(PartialOrd, Ord)]
    pub enum Letter {
        /// Behind on our own ground.
        A = "A",
        /// Behind on neutral ground.
        B = "B",
        /// Behind on the rival's ground.
        C = "C",
        /// Even on our own ground.
        D = "D",
        /// Even on neutral ground.
        E = "E",
        /// Even on the rival's ground.
        F = "F",
        /// Leading on our own ground.
        G = "G",
        /// Leading on neutral ground.
        H = "H",
        /// Leading on the rival's ground.
        I = "I",
    }
}

impl Letter {
    /// Whether this opening is as expected.
    pub const fn kind(self) -> OpeningKind {
        match self {
            Self::B | Self::C | Self::E | Self::G | Self::H => OpeningKind::Normal,
            Self::D | Self::F => OpeningKind::Problem,
            Self::A | Self::I => OpeningKind::Abnormal,
        }
    }
}

closed_enum! {
    /// Whether an opening is what ground and past business suggest.
    #[derive(PartialOrd, Ord)]
    pub enum OpeningKind {
        /// As expected.
        Normal = "normal" ("正常开局", "Normal opening"),
        /// The side on its own ground does not lead: something holds the customer back.
        Problem = "problem" ("问题开局", "Problem opening"),
        /// The visiting side leads.
        Abnormal = "abnormal" ("不正常开局", "Abnormal opening"),
    }
}
