//! The columns of a table of deals: what they are called, and which of somebody else's they are.

use abacus_core::text::{Text, text};

/// A column of a table of deals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Who buys.
    Customer,
    /// What it is about.
    Title,
    /// The step it is at, or how it ended.
    Stage,
    /// How much it is worth.
    Amount,
    /// In which currency.
    Currency,
    /// The day on which the order is expected.
    ExpectedClose,
    /// Who carries it.
    Salesperson,
    /// What happens next.
    NextAction,
    /// The day it is due.
    NextDate,
    /// The words by which it is found again.
    Tags,
    /// Why it was lost.
    LostReason,
    /// Anything else. Several columns of a table may be this one.
    Notes,
}

impl Column {
    /// Every column, in the order of the table that is written.
    pub const ALL: [Self; 12] = [
        Self::Customer,
        Self::Title,
        Self::Stage,
        Self::Amount,
        Self::Currency,
        Self::ExpectedClose,
        Self::Salesperson,
        Self::NextAction,
        Self::NextDate,
        Self::Tags,
        Self::LostReason,
        Self::Notes,
    ];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Title => "title",
            Self::Stage => "stage",
            Self::Amount => "amount",
            Self::Currency => "currency",
            Self::ExpectedClose => "expected_close",
            Self::Salesperson => "salesperson",
            Self::NextAction => "next_step",
            Self::NextDate => "next_step_date",
            Self::Tags => "tags",
            Self::LostReason => "lost_reason",
            Self::Notes => "notes",
        }
    }

    /// The column with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }

    /// What it is called in the table that is written.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Customer => text("客户", "Customer"),
            Self::Title => text("商机名称", "Deal"),
            Self::Stage => text("阶段", "Stage"),
            Self::Amount => text("金额", "Amount"),
            Self::Currency => text("币种", "Currency"),
            Self::ExpectedClose => text("预计成交日", "Expected close"),
            Self::Salesperson => text("营销人员", "Salesperson"),
            Self::NextAction => text("下一步", "Next step"),
            Self::NextDate => text("下一步日期", "Next step date"),
            Self::Tags => text("标签", "Tags"),
            Self::LostReason => text("丢单原因", "Why lost"),
            Self::Notes => text("备注", "Notes"),
        }
    }

    /// What else it is called, in small letters and without spaces.
    const fn synonyms(self) -> &'static [&'static str] {
        match self {
            Self::Customer => &[
                "客户名称",
                "客户名",
                "公司",
                "公司名称",
                "单位",
                "单位名称",
                "企业名称",
                "account",
                "accountname",
                "company",
                "companyname",
                "client",
                "customername",
                "organization",
                "organisation",
            ],
            Self::Title => &[
                "商机",
                "项目",
                "项目名称",
                "机会",
                "机会名称",
                "销售机会",
                "交易",
                "交易名称",
                "title",
                "dealname",
                "dealtitle",
                "opportunity",
                "opportunityname",
                "project",
                "projectname",
                "whatitisabout",
            ],
            Self::Stage => &["商机阶段", "销售阶段", "状态", "dealstage", "salesstage", "status", "step"],
            Self::Amount => &[
                "商机金额",
                "预计金额",
                "合同金额",
                "销售金额",
                "成交金额",
                "预计销售额",
                "value",
                "dealvalue",
                "dealamount",
                "contractvalue",
                "expectedrevenue",
            ],
            Self::Currency => &["货币", "币别", "currencycode", "amountcurrency", "dealcurrency"],
            Self::ExpectedClose => &[
                "预计成交",
                "预计成交日期",
                "预计成交时间",
                "预计签约日期",
                "预计签单日期",
                "预计结束日期",
                "成交日期",
                "结单日期",
                "closedate",
                "closingdate",
                "expectedclosedate",
                "expectedclosingdate",
                "estimatedclosedate",
            ],
            Self::Salesperson => &[
                "销售",
                "销售人员",
                "业务员",
                "销售代表",
                "客户经理",
                "负责人",
                "商机负责人",
                "owner",
                "rep",
                "salesrep",
                "salesrepresentative",
                "accountmanager",
                "dealowner",
                "opportunityowner",
                "accountowner",
            ],
            Self::NextAction => {
                &["下一步行动", "下一步计划", "下步计划", "跟进", "跟进计划", "nextaction", "nextsteps", "followup"]
            }
            Self::NextDate => &[
                "下次跟进",
                "下次跟进日期",
                "下次跟进时间",
                "下次联系",
                "下次联系时间",
                "nextdate",
                "nextstepdue",
                "due",
                "duedate",
                "nextactiondate",
                "followupdate",
                "nextactivitydate",
            ],
            Self::Tags => &["标记", "tag", "labels", "label", "keywords"],
            Self::LostReason => &["输单原因", "丢单理由", "lostreason", "lossreason", "reasonlost", "closedlostreason"],
            Self::Notes => {
                &["说明", "描述", "备注信息", "note", "comment", "comments", "remark", "remarks", "description"]
            }
        }
    }

    /// The column that somebody calls so.
    fn called(name: &str) -> Option<Self> {
        let name = plain(name.split(['(', '（', '[', '【']).next().unwrap_or_default());
        Self::ALL.into_iter().find(|column| {
            let label = column.label();
            [label.zh, label.en].iter().any(|label| plain(label) == name)
                || plain(column.code()) == name
                || column.synonyms().contains(&name.as_str())
        })
    }
}

/// A name without what people write differently: capitals, spaces, hyphens, underscores.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Which columns of a table are which of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    columns: Vec<Option<Column>>,
    units: Vec<String>,
}

impl Mapping {
    /// What the names in the header suggest. Of two columns that could be the same, the first is.
    #[must_use]
    pub fn suggested(header: &[String]) -> Self {
        let mut columns: Vec<Option<Column>> = Vec::new();
        for name in header {
            let column = Column::called(name).filter(|column| !columns.contains(&Some(*column)));
            columns.push(column);
        }
        Self { columns, units: header.iter().map(|name| unit(name)).collect() }
    }

    /// Which of ours each column of the table is; none: it is left out.
    #[must_use]
    pub fn columns(&self) -> &[Option<Column>] {
        &self.columns
    }

    /// Settles what a column of the table is. Another one that was the same is then left out; of notes there
    /// may be several.
    pub fn set(&mut self, index: usize, column: Option<Column>) {
        if index >= self.columns.len() {
            return;
        }
        for (place, known) in self.columns.iter_mut().enumerate() {
            if place == index {
                *known = column;
            } else if *known == column && column != Some(Column::Notes) {
                *known = None;
            }
        }
    }

    /// The place in the table of one of ours.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|known| *known == Some(column))
    }

    /// What stands in brackets behind the name of a column: `万元` of `金额（万元）`.
    pub(super) fn unit(&self, index: usize) -> &str {
        self.units.get(index).map_or("", String::as_str)
    }
}

fn unit(name: &str) -> String {
    let inside = name.split_once(['(', '（', '[', '【']).map_or("", |(_, inside)| inside);
    inside
        .trim_end_matches([')', '）', ']', '】', ' '])
        .trim()
        .trim_start_matches("单位")
        .trim_start_matches([':', '：'])
        .to_owned()
}
