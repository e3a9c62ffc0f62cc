//! Words of the settings.

use abacus_core::text::{Text, text};

/// Before the currencies.
pub const CURRENCY: Text = text("货币", "Currency");
/// Amounts without a sign.
pub const NO_CURRENCY: Text = text("不写货币", "None");
/// Before the numbers of decimals.
pub const DECIMALS: Text = text("金额小数位", "Decimals of amounts");
/// As many decimals as there are.
pub const AUTO: Text = text("自动", "As needed");
