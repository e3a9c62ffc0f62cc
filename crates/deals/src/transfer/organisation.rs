//! Organisations, which a title may call 单位, as opposed to the unit of amounts.

/// The endings of their names.
const ORGANISATIONS: [&str; 32] = [
    "司",
    "集团",
    "企业",
    "中心",
    "行",
    "厂",
    "部",
    "局",
    "院",
    "所",
    "处",
    "科",
    "室",
    "办",
    "委",
    "会",
    "社",
    "组",
    "队",
    "店",
    "校",
    "大学",
    "站",
    "馆",
    "ltd",
    "ltd.",
    "inc.",
    "co.",
    "llc",
    "gmbh",
    "department",
    "division",
];

pub(super) fn is_organisation(word: &str) -> bool {
    let lower = word.to_lowercase();
    ORGANISATIONS.iter().any(|ending| lower.ends_with(ending))
}
