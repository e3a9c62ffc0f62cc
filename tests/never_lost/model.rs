//! Tabs do anything at any time, and no committed edit is lost.
//!
//! Every edit writes a word that occurs nowhere else. A word is committed once the app has reported it as saved. It is
//! superseded by a word that was typed over it in a tab that showed it. It is withdrawn if another tab overwrote it in a
//! race, which locks prevent, and its tab reports that there is no room to store it again. In the end, each committed
//! word, or one that superseded it, is in a stored record.

use std::collections::{BTreeMap, BTreeSet};

use abacus_deals::Deal;
use abacus_vault::{Problem, Status, StoreError};
use proptest::prelude::*;

use super::simulation::Simulation;

/// Steps per case on average: a hundred thousand steps in all cases.
const STEPS: usize = 100;
const CASES: u32 = 1_000;

/// One step. Numbers are indices, modulo the number of items.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Somebody types into a field of a deal.
    Type {
        tab: u8,
        deal: u8,
        field: u8,
    },
    Begin {
        tab: u8,
    },
    Delete {
        tab: u8,
        deal: u8,
        back: bool,
    },
    /// The save timer of a tab fires.
    Save {
        tab: u8,
    },
    /// The page is closed after this many operations of saving, and opened again.
    Crash {
        tab: u8,
        after: u8,
    },
    /// The same during an import.
    CrashImporting {
        tab: u8,
        after: u8,
    },
    /// One tab saves right before an operation of another one's saving, as is possible without locks. In both,
    /// somebody may go on typing before they follow the change.
    Race {
        tab: u8,
        other: u8,
        at: u8,
        typing: Option<(u8, u8)>,
    },
    /// A page is reloaded: it saves before it closes.
    Reload {
        tab: u8,
    },
    /// Opens another tab, up to four; then closes one.
    Open {
        tab: u8,
    },
    Follow {
        tab: u8,
    },
    /// A tab is frozen, or resumed.
    Freeze {
        tab: u8,
    },
    /// A colleague's file is imported.
    Import {
        tab: u8,
        deal: u8,
    },
    UndoImport {
        tab: u8,
    },
    /// Storage becomes scarce, or ample again.
    Room {
        units: u16,
    },
    /// A clock jumps by up to ten years.
    Clock {
        tab: u8,
        days: i16,
    },
    /// An operation of a tab fails.
    Fail {
        tab: u8,
        fault: u8,
        after: u8,
    },
    /// A record of schema 1 appears.
    Older,
    /// A newer version of the app writes a deal in its own format, or the user returns to this version.
    Newer {
        deal: u8,
    },
}

fn any_step() -> impl Strategy<Value = Step> {
    let (tab, deal) = (0..4_u8, any::<u8>());
    prop_oneof![
        12 => (tab.clone(), deal, any::<u8>()).prop_map(|(tab, deal, field)| Step::Type { tab, deal, field }),
        2 => tab.clone().prop_map(|tab| Step::Begin { tab }),
        2 => (tab.clone(), deal, any::<bool>()).prop_map(|(tab, deal, back)| Step::Delete { tab, deal, back }),
        8 => tab.clone().prop_map(|tab| Step::Save { tab }),
        2 => (tab.clone(), 0..12_u8).prop_map(|(tab, after)| Step::Crash { tab, after }),
        1 => (tab.clone(), 0..40_u8).prop_map(|(tab, after)| Step::CrashImporting { tab, after }),
        2 => (tab.clone(), tab.clone(), 1..10_u8, any::<Option<(u8, u8)>>())
            .prop_map(|(tab, other, at, typing)| Step::Race { tab, other, at, typing }),
        2 => tab.clone().prop_map(|tab| Step::Reload { tab }),
        1 => tab.clone().prop_map(|tab| Step::Open { tab }),
        5 => tab.clone().prop_map(|tab| Step::Follow { tab }),
        2 => tab.clone().prop_map(|tab| Step::Freeze { tab }),
        1 => (tab.clone(), deal).prop_map(|(tab, deal)| Step::Import { tab, deal }),
        1 => tab.clone().prop_map(|tab| Step::UndoImport { tab }),
        1 => any::<u16>().prop_map(|units| Step::Room { units }),
        1 => (tab.clone(), -3650..3650_i16).prop_map(|(tab, days)| Step::Clock { tab, days }),
        2 => (tab, any::<u8>(), 0..12_u8).prop_map(|(tab, fault, after)| Step::Fail { tab, fault, after }),
        1 => Just(Step::Older),
        1 => deal.prop_map(|deal| Step::Newer { deal }),
    ]
}

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 20_000, ..ProptestConfig::default() }
}

/// Applies the steps, and checks the property above.
fn check(steps: &[Step]) -> Result<(), TestCaseError> {
    let mut simulation = Simulation::new();
    for step in steps {
        let before = simulation.newer.is_some().then(|| simulation.disk.records.borrow().clone());
        simulation.apply(*step);
        // A deal of a newer version makes the book read-only in every tab that has read it.
        if let (Some(before), Some((key, _))) = (before, &simulation.newer) {
            let now = simulation.disk.get(key);
            prop_assert_eq!(before.get(key).cloned(), now, "{:?} overwrote a record of a newer version", step);
        }
    }
    simulation.recover();
    prop_assert_eq!(simulation.lost(), Vec::<String>::new());
    let stored: BTreeMap<String, Deal> = simulation.stored();
    for open in &simulation.tabs {
        let tab = &open.borrow().tab;
        // A tab that learns too late why records are gone reports them as missing and keeps them on the page.
        let missed: BTreeSet<&str> = tab.state.book().missing().collect();
        let status = if missed.is_empty() { Status::Saved } else { Status::NotSaved(Problem::Cleared) };
        let is_explained = missed.is_empty() || simulation.has_undone_import;
        prop_assert!(is_explained, "{:?} are missing, and nothing removed them", missed);
        prop_assert_eq!(tab.state.status(), status);
        let deals = tab.state.book().records().filter(|deal| !missed.contains(deal.id.as_str()));
        let shown: BTreeMap<String, Deal> = deals.map(|deal| (deal.id.clone(), deal.clone())).collect();
        prop_assert_eq!(&shown, &stored, "the page shows what is stored");
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_committed_edit_is_lost(steps in prop::collection::vec(any_step(), 1..2 * STEPS)) {
        check(&steps)?;
    }
}

/// Without locks a tab overwrites what another has just saved, and there is no room for a second version: the page says
/// so until it closes. (Found by the test above, in one of 33,000 cases.)
#[test]
fn an_overwritten_edit_without_room_is_reported_as_not_saved() {
    let steps = [
        Step::Freeze { tab: 1 },
        Step::Older,
        Step::Open { tab: 0 },
        Step::Freeze { tab: 1 },
        Step::Type { tab: 2, deal: 31, field: 61 },
        Step::Older,
        Step::Follow { tab: 2 },
        Step::Open { tab: 0 },
        Step::Open { tab: 0 },
        Step::Type { tab: 0, deal: 29, field: 101 },
        Step::Save { tab: 0 },
        Step::Room { units: 20 },
        Step::Type { tab: 1, deal: 190, field: 145 },
        Step::Type { tab: 2, deal: 105, field: 185 },
        Step::Race { tab: 1, other: 2, at: 2, typing: None },
    ];
    let mut simulation = Simulation::new();
    steps.into_iter().for_each(|step| simulation.apply(step));
    let status = simulation.tabs[2].borrow().tab.state.status();
    assert_eq!(status, Status::NotSaved(Problem::Store(StoreError::Full)));
    for end in [Step::Crash { tab: 2, after: 0 }, Step::Reload { tab: 2 }, Step::Save { tab: 2 }] {
        check(&[&steps[..], &[end]].concat()).expect("nothing is lost but what was reported");
    }
}
