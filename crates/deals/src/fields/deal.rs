//! The fields of a deal. [`FIELDS`] has the order of the form, of table columns and of the printed form.

use rust_decimal::Decimal;

use super::DealField::{self, Currency, Date, End, Number, Stage, Tags, Text};
use super::declare::{date, number, special, text};
use super::invoice::{
    INVOICE_AMOUNT, INVOICE_DUE, INVOICE_MARGIN, INVOICE_NUMBER, INVOICE_PAID, INVOICE_PAYER, INVOICE_RATE,
};
use super::{Field, NumberSpec, Section};
use crate::currency;
use crate::deal::Deal;
use crate::stage;
use abacus_core::calculator::field::money;
use abacus_core::date;
use abacus_core::number::int;
use abacus_core::text::text as words;

/// Every field of a deal.
pub static FIELDS: &[DealField] = &[
    Text(&CUSTOMER),
    Text(&TITLE),
    Stage(&STAGE),
    Number(&AMOUNT),
    Currency(&CURRENCY),
    Date(&EXPECTED_CLOSE),
    Text(&SALESPERSON),
    Text(&NEXT_ACTION),
    Date(&NEXT_DATE),
    Tags(&TAGS),
    End(&END),
    Text(&LOST_REASON),
    Text(&NOTES),
    Text(&INVOICE_NUMBER),
    Number(&INVOICE_AMOUNT),
    Date(&INVOICE_DUE),
    Text(&INVOICE_PAYER),
    Date(&INVOICE_PAID),
    Number(&INVOICE_MARGIN),
    Number(&INVOICE_RATE),
    Date(&TARGET),
];

/// Who buys.
pub static CUSTOMER: Field<Deal, String> =
    text::<Deal>("customer", "客户", "Customer", |deal| &deal.customer, |deal| &mut deal.customer)
        .in_section(Section::Deal)
        .searched()
        .printed()
        .column(
            "customer",
            "客户",
            "Customer",
            "客户名称 客户名 客户公司 客户公司名 客户公司名称 客户单位 客户全称 客户简称 公司 公司名 公司名称 公司全称 \
             单位 单位名称 企业名称 甲方 甲方名称 account accountname company \
             companyname client customername organization organisation",
        );

/// The name of the deal.
pub static TITLE: Field<Deal, String> =
    text::<Deal>("title", "商机名称", "Deal name", |deal| &deal.title, |deal| &mut deal.title)
        .in_section(Section::Deal)
        .searched()
        .printed()
        .column(
            "title",
            "商机名称",
            "Deal",
            "商机 商机主题 商机标题 项目 项目名 项目名称 专案 专案名称 机会 机会名称 机会主题 销售机会 销售机会名称 交易 交易名称 title dealname dealtitle \
             opportunity opportunityname project projectname whatitisabout",
        );

/// The stage of the deal. Its column also shows how the deal ended.
pub static STAGE: Field<Deal, stage::Stage> =
    special::<Deal, _>("stage", "阶段", "Stage", |deal| &deal.stage, |deal| &mut deal.stage)
        .in_section(Section::Deal)
        .printed()
        .column(
            "stage",
            "阶段",
            "Stage",
            "商机阶段 商机状态 销售阶段 销售状态 项目阶段 跟进阶段 状态 dealstage salesstage status step",
        );

static AMOUNT_SPEC: NumberSpec = money(
    "amount",
    words("金额", "Amount"),
    words(
        "可以写 3万、1.2亿；外币带上符号，如 $5,000。",
        "For example 1,200,000; with a sign, another currency: $5,000.",
    ),
)
.default(int(1_200_000));

/// How much the deal is worth.
pub static AMOUNT: Field<Deal, Option<Decimal>> =
    number::<Deal>(&AMOUNT_SPEC, |deal| &deal.amount, |deal| &mut deal.amount)
        .in_section(Section::Deal)
        .half()
        .printed()
        .column(
            "amount",
            "金额",
            "Amount",
            "商机金额 商机预计金额 项目金额 预计金额 预估金额 合同金额 合同额 合同总额 订单金额 签单金额 签约金额 \
             销售金额 销售额 成交金额 成交额 预计销售额 预计成交金额 预计签单金额 报价金额 value dealvalue \
             dealamount contractvalue expectedrevenue",
        );

/// The currency of the amounts. The form sets it from the sign of an amount.
pub static CURRENCY: Field<Deal, currency::Currency> =
    special::<Deal, _>("currency", "币种", "Currency", |deal| &deal.currency, |deal| &mut deal.currency).column(
        "currency",
        "币种",
        "Currency",
        "货币 币别 currencycode amountcurrency dealcurrency",
    );

/// When we expect the order.
pub static EXPECTED_CLOSE: Field<Deal, Option<date::Date>> = date::<Deal>(
    "expected_close",
    "预计成交日",
    "Expected close",
    |deal| &deal.expected_close,
    |deal| &mut deal.expected_close,
)
.in_section(Section::Deal)
.half()
.printed()
.column(
    "expected_close",
    "预计成交日",
    "Expected close",
    "预计成交 预计成交日期 预计成交时间 预计签约日期 预计签约时间 预计签单日期 预计签单时间 预计结束日期 \
             预计结单日期 签单日期 签单时间 签约日期 签约时间 成交日 成交时间 \
             成交日期 结单日期 closedate closingdate expectedclosedate expectedclosingdate \
             estimatedclosedate",
);

/// Who is responsible for the deal on our side.
pub static SALESPERSON: Field<Deal, String> = text::<Deal>(
    "salesperson",
    "我方负责人（营销人员）",
    "Salesperson",
    |deal| &deal.salesperson,
    |deal| &mut deal.salesperson,
)
.in_section(Section::Deal)
.searched()
.printed()
.column(
    "salesperson",
    "我方负责人（营销人员）",
    "Salesperson",
    "营销人员 我方负责人 跟单人 跟单员 跟进人 跟进人员 所有人 商机所有人 客户负责人 所属销售 销售 销售员 销售人员 \
             销售负责人 业务员 业务人员 销售代表 客户经理 负责人 商机负责人 owner rep salesrep \
             salesrepresentative accountmanager dealowner opportunityowner accountowner",
);

/// The next step.
pub static NEXT_ACTION: Field<Deal, String> = text::<Deal>(
    "next_step.action",
    "做什么",
    "What",
    |deal| &deal.next_step.action,
    |deal| &mut deal.next_step.action,
)
.long(1000)
.hint(
    "写客户会点头的具体事，例如：请技术科来现场看演示。",
    "Something concrete the customer would agree to, such as a demonstration for their engineers.",
)
.in_section(Section::NextStep)
.searched()
.printed()
.column(
    "next_step",
    "下一步",
    "Next step",
    "下一步行动 下一步计划 下一步工作 下步行动 下步计划 跟进 跟进计划 nextaction nextsteps followup",
);

/// When the next step is due.
pub static NEXT_DATE: Field<Deal, Option<date::Date>> =
    date::<Deal>("next_step.date", "哪天", "When", |deal| &deal.next_step.date, |deal| &mut deal.next_step.date)
        .in_section(Section::NextStep)
        .printed()
        .column(
            "next_step_date",
            "下一步日期",
            "Next step date",
            "下次日期 下次时间 下次跟进 下次跟进日期 下次跟进时间 下次联系 下次联系日期 下次联系时间 下次拜访 \
             下次拜访日期 下次拜访时间 下次回访 下次回访日期 下次回访时间 nextdate nextstepdue \
             due duedate nextactiondate followupdate nextactivitydate",
        );

/// The tags by which it can be found.
pub static TAGS: Field<Deal, Vec<String>> =
    special::<Deal, _>("tags", "标签", "Tags", |deal| &deal.tags, |deal| &mut deal.tags)
        .hint("用逗号隔开，例如：重点，华东。", "Separated by commas, such as: priority, east.")
        .in_section(Section::Notes)
        .searched()
        .column("tags", "标签", "Tags", "标记 tag labels label keywords");

/// How it ended. Tables show it in the column of the stage.
pub static END: Field<Deal, Option<stage::End>> =
    special::<Deal, _>("end", "状态", "Status", |deal| &deal.end, |deal| &mut deal.end).in_section(Section::Deal);

/// Why it was lost.
pub static LOST_REASON: Field<Deal, String> =
    text::<Deal>("lost_reason", "丢单原因", "Why it was lost", |deal| &deal.lost_reason, |deal| &mut deal.lost_reason)
        .hint("写事实，下一单用得上。", "Facts the next deal can learn from.")
        .in_section(Section::Lost)
        .searched()
        .column(
            "lost_reason",
            "丢单原因",
            "Why lost",
            "输单原因 丢单理由 lostreason lossreason reasonlost closedlostreason",
        );

/// When it became a target customer. The rod of the stages sets it.
pub static TARGET: Field<Deal, Option<date::Date>> =
    date::<Deal>("target", "目标客户", "Target customer", |deal| &deal.target, |deal| &mut deal.target).column(
        "target",
        "成为目标客户",
        "Target customer since",
        "成为目标客户日期 targetsince",
    );

/// Anything else. Several columns of a table may be mapped to it.
pub static NOTES: Field<Deal, String> =
    text::<Deal>("notes", "备注", "Notes", |deal| &deal.notes, |deal| &mut deal.notes)
        .long(5000)
        .hint("以 http 开头的网址会列在下面，可以点开。", "Addresses that begin with http are listed below as links.")
        .in_section(Section::Notes)
        .searched()
        .column("notes", "备注", "Notes", "说明 描述 备注信息 note comment comments remark remarks description");
