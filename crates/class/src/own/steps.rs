//! The steps that a lesson of one's own can have or lack.

abacus_core::closed_enum! {
    /// Steps between the figures, the question and the result, which every lesson has, and what is taken home.
    #[derive(PartialOrd, Ord)]
    pub enum Optional {
        /// The working, line by line, before the result.
        Working = "working" ("算式，一行一行翻", "The working, line by line"),
        /// The what-if table with hidden cells.
        Table = "table" ("对照表，盖住几格让大家填", "The what-if table, with cells covered to fill in"),
        /// The link for the phones of the class.
        Phones = "phones" ("扫码，各用自己的数算", "A QR code, to try one’s own figures"),
    }
}

/// What a lesson has that says nothing of it.
pub(super) const USUAL: [Optional; 2] = [Optional::Working, Optional::Phones];

/// The steps as text: `working.phones`.
pub(super) fn to_text(steps: &[Optional]) -> String {
    steps.iter().map(|step| step.code()).collect::<Vec<_>>().join(".")
}

/// The steps of such a text, in the order in which a lesson has them. None for a step that is unknown or named twice.
pub(super) fn from_text(text: &str) -> Option<Vec<Optional>> {
    let mut steps =
        text.split('.').filter(|_| !text.is_empty()).map(Optional::from_code).collect::<Option<Vec<_>>>()?;
    steps.sort_unstable();
    let is_set = steps.windows(2).all(|pair| pair.first() != pair.last());
    is_set.then_some(steps)
}
