//! The pages of the product and their public addresses.
//!
//! Every page is a real file `<path>index.html`, so a deep link works on any static host at any sub-path. Addresses are
//! therefore always relative, via the root that two pages share.

use crate::calculators::{LISTINGS, Listing};
use crate::text::{Locale, Text, text};

/// One page of the product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Page {
    /// `/`: the tools and the deals that need attention.
    Home,
    /// `/<id>/`: one calculator.
    Calculator(Listing),
    /// `/deals/`: the deal book.
    Deals,
    /// `/class/`: lessons, and the stage on which they are taught.
    Class,
    /// `/embed/`: the builder of the code that embeds a calculator in another page.
    Builder,
    /// `/embed/<id>/`: one calculator alone, for an iframe.
    Embed(Listing),
}

/// The bundles that the app ships in: neither home nor a calculator on a phone has to wait for the deal book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bundle {
    /// Home.
    Home,
    /// The calculators and their widgets.
    Calculators,
    /// The deal book.
    Book,
    /// The class.
    Class,
    /// The builder of embed code.
    Builder,
}

impl Bundle {
    /// The bundle's name in file names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Calculators => "calculators",
            Self::Book => "book",
            Self::Class => "class",
            Self::Builder => "builder",
        }
    }
}

impl Page {
    /// The bundle that renders this page.
    pub const fn bundle(self) -> Bundle {
        match self {
            Self::Calculator(_) | Self::Embed(_) => Bundle::Calculators,
            Self::Home => Bundle::Home,
            Self::Deals => Bundle::Book,
            Self::Class => Bundle::Class,
            Self::Builder => Bundle::Builder,
        }
    }

    /// The page's calculator, if it has one.
    pub const fn calculator(self) -> Option<Listing> {
        match self {
            Self::Calculator(listing) | Self::Embed(listing) => Some(listing),
            Self::Home | Self::Deals | Self::Class | Self::Builder => None,
        }
    }

    /// Every page, in build and test order.
    pub fn all() -> Vec<Self> {
        let mut pages = vec![Self::Home, Self::Deals, Self::Class, Self::Builder];
        pages.extend(LISTINGS.iter().copied().map(Self::Calculator));
        pages.extend(LISTINGS.iter().copied().map(Self::Embed));
        pages
    }

    /// The address below the site's root: empty for home, otherwise ending in `/`.
    pub fn path(self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Calculator(calculator) => format!("{}/", calculator.id),
            Self::Deals => "deals/".to_owned(),
            Self::Class => "class/".to_owned(),
            Self::Builder => "embed/".to_owned(),
            Self::Embed(calculator) => format!("embed/{}/", calculator.id),
        }
    }

    /// The page at an address below the root.
    pub fn from_path(path: &str) -> Option<Self> {
        Self::all().into_iter().find(|page| page.path() == path)
    }

    /// The relative address of the site's root as seen from this page: `./`, `../`, `../../`.
    pub fn root(self) -> String {
        match self.path().matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// The relative address of another page as seen from this one.
    pub fn link_to(self, other: Self) -> String {
        format!("{}{}", self.root(), other.path())
    }

    /// The title of the browser tab.
    pub fn title(self, locale: Locale) -> String {
        let name = match self {
            Self::Home => HOME_TITLE,
            Self::Deals => DEALS_TITLE,
            Self::Class => CLASS_TITLE,
            Self::Builder => BUILDER_TITLE,
            Self::Calculator(calculator) | Self::Embed(calculator) => calculator.title,
        };
        format!("{} · {}", name.get(locale), PRODUCT.get(locale))
    }

    /// One sentence for search results and link previews.
    pub fn description(self, locale: Locale) -> &'static str {
        let sentence = match self {
            Self::Home => HOME_DESCRIPTION,
            Self::Deals => DEALS_DESCRIPTION,
            Self::Class => CLASS_DESCRIPTION,
            Self::Builder => BUILDER_DESCRIPTION,
            Self::Calculator(calculator) | Self::Embed(calculator) => {
                calculator.tile().map_or(calculator.title, |tile| tile.purpose)
            }
        };
        sentence.get(locale)
    }
}

/// The product's name.
pub const PRODUCT: Text = text("销售算盘", "Sales Abacus");
/// The name of the deal book.
pub const DEALS_TITLE: Text = text("商机本", "Deal book");
/// The name of the class.
pub const CLASS_TITLE: Text = text("讲课", "Lessons");
/// The name of the builder of embed code.
pub const BUILDER_TITLE: Text = text("放进自己的网页", "Embed in your own page");

const HOME_TITLE: Text = text("把账算给客户看", "Figures you can show a customer");
const HOME_DESCRIPTION: Text = text(
    "销售人员的计算器与大客户商机本：数字精确，公式可见，资料只留在自己的浏览器里。",
    "Calculators and a key-account deal book for people who sell: exact figures, formulas shown, nothing sent anywhere.",
);
const DEALS_DESCRIPTION: Text = text(
    "“1+2+1”跟踪表：向导、采购氛围中的人、营销人员，缺什么，下一步做什么。",
    "The 1+2+1 tracking form: guide, the people in the buying climate, salesperson; what is missing and what comes next.",
);
const CLASS_DESCRIPTION: Text = text(
    "十节现成的课：先让大家猜，再一行一行算出来，改个数看看，扫码带回去。断网也能讲。",
    "Ten ready-made lessons: everyone guesses first, then you work it out line by line and change a figure; a QR code takes it home. They work offline.",
);
const BUILDER_DESCRIPTION: Text = text(
    "选计算器，配样式，马上看效果；复制一段代码，贴进自己的网页就能用。",
    "Choose a calculator and how it looks, see it at once, and copy the code for your own page.",
);
