use abacus_core::calculator::solve::{Root, Solution};
use abacus_core::format_in;
use abacus_core::text::Locale::{self, En, Zh};
use abacus_core::text::{Text, text};

pub const GOAL: Text = text("反推", "Solve for");
pub const WANTED: Text = text("想要的结果", "Target result");
pub const WANTED_VALUE: Text = text("等于", "Value");
pub const DONE: Text = text("完成", "Done");
pub const REARRANGED: Text = text("公式反过来", "Formula rearranged");
/// Shown if there is no formula: the answer was found by search.
pub const SEARCHED: Text = text(
    "这个公式不能反过来算：在允许的范围里逐步逼近，找到后再正着验算一遍。",
    "This formula cannot be rearranged: the answer was narrowed down within the allowed range and checked by computing forward.",
);

/// The answer in a sentence. `show` formats a value of the unknown, `result` one of the result.
pub fn solution(
    solution: &Solution,
    unknown: &str,
    show: &dyn Fn(abacus_core::Decimal) -> String,
    result: &dyn Fn(abacus_core::Decimal) -> String,
    locale: Locale,
) -> String {
    let proved = |root: &Root| {
        format_in!(
            locale,
            ("这里取 {}；验算：{}。", show(root.value), result(root.reached)),
            ("{} is used here; check: {}.", show(root.value), result(root.reached))
        )
    };
    match (solution, locale) {
        (Solution::One(root), Zh) => {
            format!("{unknown}应为 {}；验算：{}。", show(root.value), result(root.reached))
        }
        (Solution::One(root), En) => {
            format!("{unknown} must be {}; check: {}.", show(root.value), result(root.reached))
        }
        (Solution::Unchanged(root), Zh) => {
            format!("{unknown}不用改，{} 就是这个结果；验算：{}。", show(root.value), result(root.reached))
        }
        (Solution::Unchanged(root), En) => format!(
            "{unknown} can stay at {}, which gives this result; check: {}.",
            show(root.value),
            result(root.reached)
        ),
        (Solution::Range(from, to, taken), Zh) => {
            format!("不止一个答案：{unknown}从 {} 到 {} 都可以。{}", show(from.value), show(to.value), proved(taken))
        }
        (Solution::Range(from, to, taken), En) => format!(
            "More than one answer: {unknown} can be anything from {} to {}. {}",
            show(from.value),
            show(to.value),
            proved(taken)
        ),
        (Solution::Several(roots, taken), _) => {
            let values: Vec<_> = roots.iter().map(|root| show(root.value)).collect();
            format_in!(
                locale,
                ("不止一个答案：{unknown}可以是 {}。{}", values.join("、"), proved(taken)),
                ("More than one answer: {unknown} can be {}. {}", values.join(", "), proved(taken))
            )
        }
        (Solution::OutOfRange(value), Zh) => {
            format!("没有可用的答案：{unknown}要到 {}，超出了允许的范围。", show(*value))
        }
        (Solution::OutOfRange(value), En) => {
            format!("No usable answer: {unknown} would have to be {}, outside the allowed range.", show(*value))
        }
        (Solution::None(below, above), _) => {
            let near: Vec<_> =
                [below, above].into_iter().flatten().map(|root| (show(root.value), result(root.reached))).collect();
            let none = format_in!(
                locale,
                "没有答案：{unknown}取任何允许的值都得不到这个结果。",
                "No answer: no allowed value of {unknown} gives this result."
            );
            near.into_iter().fold(none, |text, (value, reached)| {
                format_in!(locale, "{text}最接近的：{value} 得 {reached}。", "{text} Nearest: {value} gives {reached}.")
            })
        }
    }
}
