use abacus_core::text::{Text, text};

pub const HEADLINE: Text = text("把账算给客户看", "Figures you can show a customer");
pub const LEAD: Text = text(
    "数字精确，公式写明，换上您自己的数就能用。",
    "Exact figures, the formula in the open, ready for your own numbers.",
);
pub const TO_SHOW: Text = text("给客户看", "To show a customer");
pub const TO_RECKON: Text = text("自己算一算", "To work out for yourself");
pub const TO_PLAN: Text = text("排工作", "To plan your work");
/// Before the figure of a calculator's example.
pub const EXAMPLE: Text = text("举例", "Example");
pub const ATTENTION: Text = text("今天要管的商机", "Deals that need you today");
pub const ALL_DEALS: Text = text("打开商机本", "Open the deal book");
