//! What many deals show together: how they are distributed over classes and openings (S4).

use std::collections::BTreeMap;

use abacus_core::closed_enum;

use super::{Assessment, Ground, Lead, Letter, Opening, ValueClass};

/// The fewest deals with findings: with fewer, each one moves the shares by more than a fifth.
const MIN_DEALS: usize = 5;
/// "Many" in the document: more than half, so no other class can outweigh it.
const MANY: Share = Share { of: 2, above: 1 };
/// "All" in the document, allowing exceptions: more than four in five.
const NEARLY_ALL: Share = Share { of: 5, above: 4 };

/// A threshold for a part of a whole.
struct Share {
    of: usize,
    above: usize,
}

impl Share {
    const fn exceeded(&self, count: usize, all: usize) -> bool {
        count.saturating_mul(self.of) > all.saturating_mul(self.above)
    }
}

closed_enum! {
    /// Whose deals a portfolio contains, which decides what many big ones mean.
    pub enum PortfolioOwner {
        /// Those of one seller.
        Mine = "mine" ("我的商机", "My deals"),
        /// Those of several sellers, read by whoever leads them.
        Region = "region" ("我的区域", "My region"),
    }
}

/// How many deals are in each value class and each opening.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Portfolio {
    classes: BTreeMap<ValueClass, usize>,
    openings: BTreeMap<Opening, usize>,
}

/// What the distribution of deals shows, and the counts behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortfolioFinding {
    /// What it shows.
    pub kind: FindingKind,
    /// How many deals it is about.
    pub count: usize,
    /// Out of how many.
    pub of: usize,
}

/// What the distribution of deals may show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// Too few deals are classified to say anything.
    TooFewClassified,
    /// Most are class 1, and are one seller's.
    LivesOnFew,
    /// Most are class 1, and are a region's.
    ReserveThin,
    /// Most are class 2.
    Growing,
    /// Most are class 3.
    ShortSighted,
    /// Most are class 4.
    Training,
    /// No class stands out.
    ClassesSpread,
    /// Too few deals have an opening to say anything.
    TooFewOpened,
    /// We are behind on our own ground, and lead nowhere on it.
    HomeNeglected,
    /// We do not lead most of the deals on our own ground.
    HomeSlipping,
    /// We are behind in most deals.
    MostlyBehind,
    /// Most deals are on the rival's ground.
    MostlyAway,
    /// Nearly all deals are on our own ground.
    NothingNew,
    /// None of the above applies.
    OpeningsSpread,
}

impl FindingKind {
    /// All kinds, those of the classes first.
    pub const ALL: [Self; 14] = [
        Self::TooFewClassified,
        Self::LivesOnFew,
        Self::ReserveThin,
        Self::Growing,
        Self::ShortSighted,
        Self::Training,
        Self::ClassesSpread,
        Self::TooFewOpened,
        Self::HomeNeglected,
        Self::HomeSlipping,
        Self::MostlyBehind,
        Self::MostlyAway,
        Self::NothingNew,
        Self::OpeningsSpread,
    ];
}

impl Portfolio {
    /// Counts deals by their assessments. The caller decides which deals belong to the portfolio.
    pub fn of<'a>(assessments: impl IntoIterator<Item = &'a Assessment>) -> Self {
        let mut portfolio = Self::default();
        for assessment in assessments {
            if let Some(class) = assessment.value_class() {
                add(&mut portfolio.classes, class);
            }
            if let Some(opening) = assessment.opening() {
                add(&mut portfolio.openings, opening);
            }
        }
        portfolio
    }

    /// How many deals are in this class.
    pub fn in_class(&self, class: ValueClass) -> usize {
        self.classes.get(&class).copied().unwrap_or_default()
    }

    /// How many deals have a class.
    pub fn classified(&self) -> usize {
        total(self.classes.values().copied())
    }

    /// How many deals have this opening.
    pub fn in_opening(&self, opening: Opening) -> usize {
        self.openings.get(&opening).copied().unwrap_or_default()
    }

    /// How many deals have an opening.
    pub fn opened(&self) -> usize {
        total(self.openings.values().copied())
    }

    /// The finding about the classes.
    pub fn value_finding(&self, whose: PortfolioOwner) -> PortfolioFinding {
        let of = self.classified();
        let mostly_first = match whose {
            PortfolioOwner::Mine => FindingKind::LivesOnFew,
            PortfolioOwner::Region => FindingKind::ReserveThin,
        };
        let finding = |kind, count| PortfolioFinding { kind, count, of };
        if of < MIN_DEALS {
            return finding(FindingKind::TooFewClassified, of);
        }
        [
            (ValueClass::First, mostly_first),
            (ValueClass::Second, FindingKind::Growing),
            (ValueClass::Third, FindingKind::ShortSighted),
            (ValueClass::Fourth, FindingKind::Training),
        ]
        .into_iter()
        .map(|(class, kind)| (self.in_class(class), kind))
        .find(|(count, _)| MANY.exceeded(*count, of))
        .map_or(finding(FindingKind::ClassesSpread, of), |(count, kind)| finding(kind, count))
    }

    /// The findings about the openings; at least one.
    pub fn opening_findings(&self) -> Vec<PortfolioFinding> {
        let of = self.opened();
        if of < MIN_DEALS {
            return vec![PortfolioFinding { kind: FindingKind::TooFewOpened, count: of, of }];
        }
        let count = |filter: &dyn Fn(&Opening) -> bool| {
            total(self.openings.iter().filter(|(opening, _)| filter(opening)).map(|(_, count)| *count))
        };
        let home = count(&|opening| opening.ground == Ground::Ours);
        let away = count(&|opening| opening.ground == Ground::Theirs);
        let behind = count(&|opening| opening.lead == Lead::They);
        let in_letter = |letter: Letter| count(&|opening| opening.letter() == letter);
        let (lost, drawn, led) = (in_letter(Letter::A), in_letter(Letter::D), in_letter(Letter::G));
        let neglected = lost > 0 && led == 0;
        let mut findings = Vec::new();
        if neglected {
            findings.push(PortfolioFinding { kind: FindingKind::HomeNeglected, count: lost, of });
        }
        // Neglected customers slip anyway, so that is not reported as well.
        let slipping = if neglected { 0 } else { lost.saturating_add(drawn) };
        let mostly = [
            (FindingKind::HomeSlipping, MANY, slipping, home),
            (FindingKind::MostlyBehind, MANY, behind, of),
            (FindingKind::MostlyAway, MANY, away, of),
            (FindingKind::NothingNew, NEARLY_ALL, home, of),
        ]
        .into_iter()
        .filter(|(_, share, count, all)| *all >= MIN_DEALS && share.exceeded(*count, *all))
        .map(|(kind, _, count, of)| PortfolioFinding { kind, count, of });
        findings.extend(mostly);
        if findings.is_empty() {
            findings.push(PortfolioFinding { kind: FindingKind::OpeningsSpread, count: of, of });
        }
        findings
    }
}

fn add<K: Ord>(counts: &mut BTreeMap<K, usize>, key: K) {
    let count = counts.entry(key).or_default();
    *count = count.saturating_add(1);
}

fn total(counts: impl Iterator<Item = usize>) -> usize {
    counts.fold(0, usize::saturating_add)
}
