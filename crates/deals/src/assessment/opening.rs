//! The opening position: on whose ground, and who leads (S4).

use abacus_core::text::{Text, text};

/// Whose customer this is, by the share of past business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ground {
    /// 我方地盘: they have bought mostly from us.
    Ours,
    /// 中立地盘: from nobody in particular.
    Neutral,
    /// 敌方地盘: mostly from a rival.
    Theirs,
}

impl Ground {
    /// All grounds, ours first.
    pub const ALL: [Self; 3] = [Self::Ours, Self::Neutral, Self::Theirs];

    /// The stable word for this ground in records and in the page's choices.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Neutral => "neutral",
            Self::Theirs => "theirs",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Ours => text("我方地盘", "Our ground"),
            Self::Neutral => text("中立地盘", "Neutral ground"),
            Self::Theirs => text("敌方地盘", "The rival's ground"),
        }
    }

    const fn mirror(self) -> Self {
        match self {
            Self::Ours => Self::Theirs,
            Self::Neutral => Self::Neutral,
            Self::Theirs => Self::Ours,
        }
    }
}

/// Who is ahead in this deal now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lead {
    /// 我方领先.
    We,
    /// 敌我相当.
    Even,
    /// 我方落后.
    They,
}

impl Lead {
    /// All leads, ours first.
    pub const ALL: [Self; 3] = [Self::We, Self::Even, Self::They];

    /// The stable word for this lead in records and in the page's choices.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::We => "lead",
            Self::Even => "even",
            Self::They => "behind",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::We => text("我方领先", "We lead"),
            Self::Even => text("敌我相当", "Even"),
            Self::They => text("我方落后", "We are behind"),
        }
    }

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
    #[must_use]
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

    /// What the rival will do: the play of the opening in which they find themselves.
    #[must_use]
    pub const fn rival_play(self) -> Text {
        self.mirror().letter().play_of_rival()
    }
}

/// One of the nine openings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Letter {
    /// Behind on our own ground.
    A,
    /// Behind on neutral ground.
    B,
    /// Behind on the rival's ground.
    C,
    /// Even on our own ground.
    D,
    /// Even on neutral ground.
    E,
    /// Even on the rival's ground.
    F,
    /// Leading on our own ground.
    G,
    /// Leading on neutral ground.
    H,
    /// Leading on the rival's ground.
    I,
}

impl Letter {
    /// All openings in their order.
    pub const ALL: [Self; 9] = [Self::A, Self::B, Self::C, Self::D, Self::E, Self::F, Self::G, Self::H, Self::I];

    /// The letter, which is also the stable word for this opening in the page's markup and links.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::E => "E",
            Self::F => "F",
            Self::G => "G",
            Self::H => "H",
            Self::I => "I",
        }
    }

    /// Whether this is how things should stand.
    #[must_use]
    pub const fn kind(self) -> OpeningKind {
        match self {
            Self::B | Self::C | Self::E | Self::G | Self::H => OpeningKind::Normal,
            Self::D | Self::F => OpeningKind::Problem,
            Self::A | Self::I => OpeningKind::Abnormal,
        }
    }
}

/// Whether an opening is what ground and past would lead one to expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpeningKind {
    /// As one would expect.
    Normal,
    /// The one at home does not lead: something holds the customer back.
    Problem,
    /// The guest leads.
    Abnormal,
}

impl OpeningKind {
    /// All kinds, the ordinary one first.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Problem, Self::Abnormal];

    /// The stable word for this kind in the page's markup.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Problem => "problem",
            Self::Abnormal => "abnormal",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Normal => text("正常开局", "Normal opening"),
            Self::Problem => text("问题开局", "Problem opening"),
            Self::Abnormal => text("不正常开局", "Abnormal opening"),
        }
    }
}
