use abacus_core::text::{Text, text};

pub const TITLE: Text = text("快捷键", "Keyboard shortcuts");
pub const CLOSE: Text = text("关闭", "Close");

pub const KEYS: &[(&str, Text)] = &[
    ("↑ ↓", text("在输入框里加减一步；按住 Shift 是十步", "In a field: one step up or down; ten with Shift")),
    ("← →", text("在滑块上移动一步", "On a slider: one step")),
    ("Page Up / Page Down", text("在滑块上移动一大步", "On a slider: a large step")),
    ("Home / End", text("滑块的两端；表格里一行的两端", "The ends of a slider, or of a row of the table")),
    ("← ↑ → ↓", text("在对照表和图里换一种情形", "In the table and the chart: another case")),
    ("← →", text("客户视图：翻页", "In the customer view: previous or next page")),
    ("Tab", text("到下一个输入框或按钮", "The next field or button")),
    ("Ctrl Z", text("撤销", "Undo")),
    ("Ctrl Shift Z", text("重做", "Redo")),
    ("Alt R", text("恢复例子", "Back to example")),
    ("Alt C", text("给客户看；再按一次，问是否退出", "Show the customer; press again to be asked whether to leave")),
    ("Esc", text("关闭打开的窗口", "Close what is open")),
    ("?", text("这张表", "This list")),
];
