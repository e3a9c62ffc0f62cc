//! The text of the findings about a portfolio, in both languages.

use super::portfolio::{FindingKind, PortfolioFinding};
use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

impl PortfolioFinding {
    /// The finding, in one sentence.
    pub fn reason(&self, locale: Locale) -> String {
        self.kind.reason(self.count, self.of, locale)
    }
}

impl FindingKind {
    /// The stable name of the reading, for tests and for the page's markup.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooFewClassified => "too-few-classified",
            Self::LivesOnFew => "lives-on-few",
            Self::ReserveThin => "reserve-thin",
            Self::Growing => "growing",
            Self::ShortSighted => "short-sighted",
            Self::Training => "training",
            Self::ClassesSpread => "classes-spread",
            Self::TooFewOpened => "too-few-opened",
            Self::HomeNeglected => "home-neglected",
            Self::HomeSlipping => "home-slipping",
            Self::MostlyBehind => "mostly-behind",
            Self::MostlyAway => "mostly-away",
            Self::NothingNew => "nothing-new",
            Self::OpeningsSpread => "openings-spread",
        }
    }

    fn reason(self, count: usize, of: usize, locale: Locale) -> String {
        let in_class = |zh: &str, class: u8| {
            format_in!(
                locale,
                "{of} 笔里有 {count} 笔是{zh}类。",
                ("{count} of {of} deals {} class {class}.", are(count))
            )
        };
        match self {
            Self::TooFewClassified => match count {
                0 => text("还没有商机分类。", "No deal is classified yet.").get(locale).to_owned(),
                1 => text("只有 1 笔商机分了类。", "Only 1 deal is classified.").get(locale).to_owned(),
                _ => format_in!(locale, "只有 {count} 笔商机分了类。", "Only {count} deals are classified."),
            },
            Self::LivesOnFew | Self::ReserveThin => in_class("一", 1),
            Self::Growing => in_class("二", 2),
            Self::ShortSighted => in_class("三", 3),
            Self::Training => in_class("四", 4),
            Self::ClassesSpread => {
                format_in!(locale, "{of} 笔商机，没有哪一类过多。", "Of {of} deals, no class has too many.")
            }
            Self::TooFewOpened => match count {
                0 => text("还没有商机判断开局。", "No deal has an opening yet.").get(locale).to_owned(),
                1 => text("只有 1 笔商机判断了开局。", "Only 1 deal has an opening.").get(locale).to_owned(),
                _ => format_in!(locale, "只有 {count} 笔商机判断了开局。", "Only {count} deals have an opening."),
            },
            Self::HomeNeglected => format_in!(
                locale,
                "{of} 笔里，A 开局 {count} 笔，G 开局一笔也没有。",
                ("Of {of} deals, {count} {} opening A and none opening G.", have(count))
            ),
            Self::HomeSlipping => format_in!(
                locale,
                "我方地盘上的 {of} 笔，有 {count} 笔我们没有领先。",
                "On our own ground we do not lead in {count} of {of} deals."
            ),
            Self::MostlyBehind => {
                format_in!(locale, "{of} 笔里有 {count} 笔我们落后。", "We are behind in {count} of {of} deals.")
            }
            Self::MostlyAway => format_in!(
                locale,
                "{of} 笔里有 {count} 笔在敌方地盘上。",
                ("{count} of {of} deals {} on the rival’s ground.", are(count))
            ),
            Self::NothingNew => format_in!(
                locale,
                "{of} 笔里有 {count} 笔在我方地盘上。",
                ("{count} of {of} deals {} on our own ground.", are(count))
            ),
            Self::OpeningsSpread => {
                format_in!(locale, "{of} 笔商机，没有哪种开局过多。", "Of {of} deals, no opening has too many.")
            }
        }
    }

    /// What the finding means and what to do about it.
    pub const fn meaning(self) -> Text {
        match self {
            Self::TooFewClassified => {
                text("至少给五笔打了分，才看得出分布。", "Score at least five to see how they are spread.")
            }
            Self::LivesOnFew => text(
                "靠几个大客户吃饭，一个人做可以；但每丢一个都很痛，平时再备几个新的。",
                "Living on a few big customers is fine for one seller, but each loss hurts: keep some new ones coming.",
            ),
            Self::ReserveThin => text(
                "一个区域只靠几个大客户很危险，丢一个就伤筋动骨：加大活动量，增加客户。",
                "A region that lives on a few big customers is at risk, since each loss hurts: more activity, more customers.",
            ),
            Self::Growing => text(
                "团队在成长：挑成功率最高的几笔，带着团队一起攻，并挖出大客户。",
                "A growing team: pick the likeliest deals, lead the team in winning them, and find big customers.",
            ),
            Self::ShortSighted => text(
                "眼光偏短：定下要开发的新客户群，安排人去开发。",
                "Short-sighted: name new groups of customers, and assign people to win them.",
            ),
            Self::Training => text(
                "新团队常常这样：一边训练，一边由经理亲自拿下一两个大客户。",
                "Usual in a new team: train it, and let the manager win one or two big customers in person.",
            ),
            Self::ClassesSpread => {
                text("四类比较均衡，按各类的建议做。", "The classes are balanced: follow the advice for each.")
            }
            Self::TooFewOpened => {
                text("至少判断五笔的开局，才看得出分布。", "Judge at least five to see how they are spread.")
            }
            Self::HomeNeglected => text(
                "老客户没人照顾：先把自己地盘上的关系补回来。",
                "Old customers are neglected: first repair relations on our own ground.",
            ),
            Self::HomeSlipping => text(
                "老客户在松动：先去修复，再开拓新的。",
                "Our own customers are slipping: mend that before looking for new ones.",
            ),
            Self::MostlyBehind => text(
                "战线太长：放下赢面小的，把力气用在能扳平的几笔。",
                "Too many fronts: drop the unlikely ones and work on those where we can draw level.",
            ),
            Self::MostlyAway => text(
                "大多在客场，费力又难成：多找中立的客户，敌方地盘上只挑少数几家进攻。",
                "Mostly away games, costly and rarely won: look for neutral customers, and attack only a few of the rival’s.",
            ),
            Self::NothingNew => text(
                "都是老客户：眼下安稳，但没有新的进来。",
                "All old customers: safe today, but nothing new comes in.",
            ),
            Self::OpeningsSpread => {
                text("先处理有问题的和不正常的开局。", "Deal with the problem and abnormal openings first.")
            }
        }
    }
}

const fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

const fn have(count: usize) -> &'static str {
    if count == 1 { "has" } else { "have" }
}
