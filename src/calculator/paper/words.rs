use abacus_core::text::{Text, text};

pub(super) const INPUTS: Text = text("输入", "Inputs");
pub(super) const DATE: Text = text("日期", "Date");
pub(super) const LINK: Text = text("链接", "Link");

pub(super) const PRACTICE: Text = text("练习", "Practice");
pub(super) const ANSWERS: Text = text("答案", "Answers");
pub(super) const NAME: Text = text("姓名", "Name");
/// Above the inputs of an exercise sheet.
pub(super) const GIVEN: Text = text("已知", "Given");
/// Beside the QR code of a sheet.
pub(super) const CHECK: Text = text("扫码可以核对", "Scan to check");
