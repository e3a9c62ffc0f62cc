use abacus_core::Decimal;
use abacus_core::format_in;
use abacus_core::number::format::{Precision, number};

use abacus_core::text::{Locale, Text, text};
use abacus_deals::tas::Judged;
use abacus_deals::{Assessment, ContactDays, Factor, Grade, Graded, Letter, Mean, Need, Side, TasAnswer};

use crate::deals::controls::words as controls;

pub const ASSESSMENT: Text = text("评估", "Assessment");
pub const NOTHING: Text = text("还没有评估，可以只做其中几项", "Nothing yet; fill in only what helps");
pub const OPEN: Text = text("未评", "Not assessed");

pub const VALUE: Text = text("价值", "Value");
pub const VALUE_HINT: Text = text(
    "每项 1 到 10 分，拉到最左为不打分。平均分高于 5.5（中点）算“大”。",
    "1 to 10 each; far left means no score. An average above 5.5, the midpoint, counts as big.",
);
pub const NO_SCORE: Text = text("未打分", "no score");
pub const VALUE_OPEN: Text = text("两边各打一项分，就能分类。", "One score on each side gives the class.");

pub const OPENING: Text = text("开局", "Opening");
pub const GROUND: Text = text("谁的地盘（看以往的份额）", "Whose ground (by past business)");
pub const LEAD: Text = text("现在谁领先", "Who is ahead now");
pub const OUR_PLAYS: Text = text(
    "培训资料只说先问内线，再对症下药；各条打法是我们的建议。",
    "The training document only says to ask the insider first; the plays are our advice.",
);
pub const OUR_PLAY: Text = text("我们的打法", "Our play");
pub const RIVAL_PLAY: Text = text("对手的打法", "The rival’s play");
pub const OPENING_OPEN: Text = text("两问都答，就知道是哪种开局。", "Answer both to see the opening.");

pub const FACTORS: Text = text("采购五要素", "Five purchase factors");
pub const FACTORS_HINT: Text = text(
    "站在客户那边看：每一项够不够支持他们选我们？",
    "Seen from the customer’s side: how strongly does each speak for us?",
);

pub const GRADE: Text = text("等级与联系", "Grade and contact");
pub const NEED: Text = text("客户的需求", "The customer’s need");
pub const CHANCE: Text = text("有没有成交的可能", "Can there be a deal?");
pub const PURCHASE: Text = text("哪一种采购", "Kind of purchase");
pub const PURCHASE_HINT: Text = text("他们以前买过这个吗？", "Have they bought this before?");
pub const GRADE_CHOICE: Text = text("等级", "Grade");
pub const RHYTHM: Text = text("多久联系一次", "How often to contact them");
pub const NO_CLOSE: Text = text(
    "需求明确的，填上“预计成交日”，才能建议等级。",
    "With a clear need, the grade depends on the expected close: enter that date.",
);
pub const GRADE_OPEN: Text =
    text("选了需求，按预计成交日建议等级。", "Choose the need: with the expected close it suggests a grade.");

pub const CUSTOMER: Text = text("客户潜力", "Customer potential");
pub const BUYING_POTENTIAL: Text =
    text("购买潜力（向各家一共能买多少）", "Buying potential (from all suppliers together)");
pub const SHARE: Text = text("其中我们的份额", "Our share of it");
pub const CURRENT_VALUE: Text = text("目前对我们的价值", "What they are worth to us today");
pub const FUTURE_VALUE: Text = text("将来还能增长多少", "How much that could still grow");
pub const POSITION: Text = text("攻守", "Attack and defence");
pub const TREATMENT: Text = text("对待方式", "How to treat them");
pub const CUSTOMER_OPEN: Text = text(
    "前两问给出攻守，后两问给出对待方式和做法。",
    "The first two show attack or defence, the last two how to treat them.",
);

pub const TAS: Text = text("四问：值不值得做", "Four questions: is it worth our time?");

pub const URGENCY: Text = text("紧迫程度", "Urgency");
pub const ACT_WITHIN: Text = text("要在多久之内行动", "Act within");

pub fn summary(assessment: &Assessment, graded: Graded, locale: Locale) -> String {
    let parts: Vec<String> = [
        assessment.value_class().map(|class| short_class(class.code(), locale)),
        assessment.opening().map(|opening| short_opening(opening.letter().code(), locale)),
        graded.grade().map(|grade| short_grade(grade, locale)),
        assessment.position().map(|position| position.label().get(locale).to_owned()),
        assessment.potential_class().map(|class| class.label().get(locale).to_owned()),
        assessment.urgency.map(|urgency| urgency.label().get(locale).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    match (parts.is_empty(), *assessment == Assessment::default()) {
        (false, _) => parts.join(" · "),
        (true, true) => NOTHING.get(locale).to_owned(),
        (true, false) => text("已开始，还没有结论", "Started, no conclusion yet").get(locale).to_owned(),
    }
}

pub fn short_class(number: &str, locale: Locale) -> String {
    format_in!(locale, "{number} 类", "Class {number}")
}

fn short_opening(letter: &str, locale: Locale) -> String {
    format_in!(locale, "{letter} 开局", "Opening {letter}")
}

pub fn short_grade(grade: Grade, locale: Locale) -> String {
    format_in!(locale, ("{} 级", grade.code()), ("Grade {}", grade.code()))
}

pub fn mean(side: Side, mean: Option<Mean>, locale: Locale) -> String {
    let label = side.label().get(locale);
    let figure = mean.map_or(NO_SCORE.get(locale).to_owned(), |mean| points(mean.points()));
    format!("{label} {figure}")
}

/// Points without trailing zeros: 5.5, 5.33.
pub fn points(points: Decimal) -> String {
    number(points, Precision::up_to(2))
}

pub fn weakest(factors: &[Factor], locale: Locale) -> String {
    let labels: Vec<&str> = factors.iter().map(|factor| factor.label().get(locale)).collect();
    format_in!(locale, ("最弱：{}", labels.join("、")), ("Weakest: {}", labels.join("; ")))
}

pub const ALL_STRONG: Text = text("评过的都很强", "Everything rated is strong");

pub fn grade_line(graded: Graded, rhythm: Option<ContactDays>, locale: Locale) -> Option<String> {
    let grade = graded.grade().map(|grade| short_grade(grade, locale));
    let rhythm = rhythm.map(|days| controls::rhythm(days, locale));
    let both: Vec<String> = grade.into_iter().chain(rhythm).collect();
    (!both.is_empty()).then(|| both.join(" · "))
}

/// The proposed grade, or the reason why none is proposed.
pub fn proposal(need: Option<Need>, graded: Graded, locale: Locale) -> String {
    match (graded.proposed, graded.differing_proposal(), need) {
        (_, Some(proposed), _) => {
            let (grade, why) = (proposed.code(), proposed.label().get(locale));
            format_in!(
                locale,
                "按需求和日期，建议 {grade} 级（{why}）。",
                "Need and date suggest grade {grade} ({why})."
            )
        }
        (Some(proposed), None, _) => {
            let (grade, why) = (proposed.code(), proposed.label().get(locale));
            format_in!(locale, "{grade} 级：{why}。", "Grade {grade}: {why}.")
        }
        (None, _, Some(_)) => NO_CLOSE.get(locale).to_owned(),
        (None, _, None) => GRADE_OPEN.get(locale).to_owned(),
    }
}

/// The option that accepts the proposed grade.
pub fn as_proposed(proposed: Option<Grade>, locale: Locale) -> String {
    match proposed {
        Some(grade) => format_in!(locale, ("按建议（{}）", grade.code()), ("As suggested ({})", grade.code())),
        None => text("按建议", "As suggested").get(locale).to_owned(),
    }
}

/// The option that takes the rhythm from the grade.
pub fn as_graded(default: Option<ContactDays>, locale: Locale) -> String {
    match default.map(|days| controls::rhythm(days, locale)) {
        Some(rhythm) => format_in!(locale, "按等级（{rhythm}）", ("By grade ({})", rhythm.to_lowercase())),
        None => text("按等级", "By grade").get(locale).to_owned(),
    }
}

/// A score, for screen readers.
pub fn score(points: Option<u8>, locale: Locale) -> String {
    match points {
        None => NO_SCORE.get(locale).to_owned(),
        Some(points) => format_in!(locale, "{points} 分", "{points} of 10"),
    }
}

/// A short summary of the answers to the four questions.
pub fn chances(judged: &Judged, locale: Locale) -> String {
    let count = |wanted: Option<TasAnswer>| judged.answers.iter().filter(|answer| **answer == wanted).count();
    let (yes, no, unknown) = (count(Some(TasAnswer::Yes)), count(Some(TasAnswer::No)), count(None));
    let suggested = judged.marked().filter(|(_, is_suggested)| *is_suggested).count();
    let parts = [
        (yes, format_in!(locale, "{yes} 个是", "{yes} yes")),
        (no, format_in!(locale, "{no} 个否", "{no} no")),
        (unknown, format_in!(locale, "{unknown} 个不清楚", "{unknown} unknown")),
        (suggested, format_in!(locale, "其中 {suggested} 个是建议", "{suggested} of these suggested")),
    ];
    parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part).collect::<Vec<_>>().join(" · ")
}

/// The answer that the rest of the deal suggests.
pub fn proposed_answer(answer: TasAnswer, locale: Locale) -> String {
    let answer = answer.label().get(locale);
    format_in!(locale, "按这笔商机的其他内容，建议：{answer}", "The rest of this deal suggests: {answer}")
}

/// The heading above the causes of an opening.
pub fn which_cause(letter: Letter, count: usize, locale: Locale) -> String {
    let letter = letter.code();
    format_in!(
        locale,
        "{letter} 开局：先问内线是哪一种原因，再动手（{count} 种）",
        "Opening {letter}: ask the insider which of {count} causes it is, then act"
    )
}
