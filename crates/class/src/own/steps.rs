//! The optional steps of a user's own lesson.

abacus_core::closed_enum! {
    /// Optional steps. Every lesson also has the figures, the question, the result and the takeaways.
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

/// The steps of a lesson that does not list any.
pub(super) const DEFAULT_STEPS: [Optional; 2] = [Optional::Working, Optional::Phones];

/// The steps as text: `working.phones`.
pub(super) fn to_text(steps: &[Optional]) -> String {
    steps.iter().map(|step| step.code()).collect::<Vec<_>>().join(".")
}

/// Parses such a text; the steps are returned in lesson order. None if a step is unknown or repeated.
pub(super) fn from_text(text: &str) -> Option<Vec<Optional>> {
    let mut steps =
        text.split('.').filter(|_| !text.is_empty()).map(Optional::from_code).collect::<Option<Vec<_>>>()?;
    steps.sort_unstable();
    let is_set = steps.windows(2).all(|pair| pair.first() != pair.last());
    is_set.then_some(steps)
}
