//! The tests that distinguish a guide (向导) from an insider (内线), who only passes on information.

use serde_json::{Map, Value};

use abacus_core::closed_enum;

closed_enum! {
    /// One of the three tests. S2 asks for the distinction; the tests are those the profession uses for a coach.
    pub enum GuideTest {
        /// The decision makers value what the guide says.
        Credible = "credible" ("说话在决策人那里有分量", "Decision makers listen to them"),
        /// The guide trusts us.
        TrustsUs = "trusts_us" ("信得过我们", "They trust us"),
        /// The guide wants our solution in particular to be chosen.
        WantsUs = "wants_us" ("盼着我们的方案胜出", "They want our solution to win"),
    }
}

/// How a possible guide does in the three tests. Someone who fails one is an insider.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct GuideTests {
    /// Passes [`GuideTest::Credible`].
    pub credible: bool,
    /// Passes [`GuideTest::TrustsUs`].
    pub trusts_us: bool,
    /// Passes [`GuideTest::WantsUs`].
    pub wants_us: bool,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl GuideTests {
    /// Whether this test is passed.
    pub const fn passes(&self, test: GuideTest) -> bool {
        match test {
            GuideTest::Credible => self.credible,
            GuideTest::TrustsUs => self.trusts_us,
            GuideTest::WantsUs => self.wants_us,
        }
    }

    /// The tests that are not passed; empty for a guide.
    pub fn failing(&self) -> Vec<GuideTest> {
        GuideTest::ALL.into_iter().filter(|test| !self.passes(*test)).collect()
    }

    /// Whether this is a guide rather than an insider.
    pub const fn all_passed(&self) -> bool {
        self.credible && self.trusts_us && self.wants_us
    }

    pub(super) const fn set(&mut self, test: GuideTest, passed: bool) {
        match test {
            GuideTest::Credible => self.credible = passed,
            GuideTest::TrustsUs => self.trusts_us = passed,
            GuideTest::WantsUs => self.wants_us = passed,
        }
    }
}
