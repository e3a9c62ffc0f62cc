//! Text on paper other than the words of a lesson.

use abacus_core::text::{Text, text};

pub(super) const MY_GUESS: Text = text("我猜", "My guess");
pub(super) const BOXES: Text = text("可选：", "To choose from: ");
pub(super) const SALESPERSON: Text = text("营销人员", "Salesperson");

/// Follows the caption of a table with one empty cell, because that cell contains the result that the lesson asks for.
pub(super) const ASKED: Text =
    text("（空着的一格，就是前面猜的那个数）", " (the empty cell is the figure that you guessed before)");

/// The guide's three tests.
pub(super) const TESTS: [Text; 3] = [
    text("决策人听得进他的话", "The decision makers listen"),
    text("信得过我们", "Trusts us"),
    text("盼着我们的方案胜出", "Wants ours to win"),
];
pub(super) const PASSED: Text = text("是", "yes");
pub(super) const FAILED: Text = text("否", "no");
