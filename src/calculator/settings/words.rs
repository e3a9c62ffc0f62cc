use abacus_core::text::{Text, text};

pub const CURRENCY: Text = text("货币", "Currency");
pub const NO_CURRENCY: Text = text("不显示货币", "None");
pub const DECIMALS: Text = text("金额小数位", "Decimal places");
pub const AUTO: Text = text("自动", "Auto");
