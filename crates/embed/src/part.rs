//! The parts of a calculator that a frame may show.

abacus_core::closed_enum! {
    /// A part, by its name in `parts=`. The order is that of the page.
    pub enum Part {
        /// The name of the calculator.
        Title = "title" ("标题", "Title"),
        /// The fields.
        Inputs = "inputs" ("输入框", "Inputs"),
        /// A slider beneath each field.
        Sliders = "sliders" ("滑块", "Sliders"),
        /// Inputs and results for professionals.
        Detail = "detail" ("算得更细", "More detail"),
        /// The headline.
        Result = "result" ("主要结果", "Headline result"),
        /// The other results.
        Figures = "figures" ("其他结果", "Other results"),
        /// The result as a person would say it.
        Sentence = "sentence" ("一句话", "Sentence"),
        /// The picture of the result.
        Picture = "picture" ("图示", "Picture"),
        /// Formula and working.
        Working = "working" ("公式与演算", "Formula and working"),
        /// The table of other figures.
        Table = "table" ("对照表", "Table"),
        /// The chart of other figures.
        Chart = "chart" ("曲线", "Chart"),
        /// Undo, redo, back to the example.
        Actions = "actions" ("撤销与恢复", "Undo and reset"),
        /// Conventions and source.
        Conventions = "conventions" ("算法说明与出处", "Method and source"),
        /// The link to the page.
        Link = "link" ("打开完整页面的链接", "Link to the full page"),
    }
}

/// A set of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts(u16);

impl Parts {
    /// None of them.
    pub const NONE: Self = Self(0);

    /// All of them.
    pub const ALL: Self = Self::NONE
        .with(Part::Title)
        .with(Part::Inputs)
        .with(Part::Sliders)
        .with(Part::Detail)
        .with(Part::Result)
        .with(Part::Figures)
        .with(Part::Sentence)
        .with(Part::Picture)
        .with(Part::Working)
        .with(Part::Table)
        .with(Part::Chart)
        .with(Part::Actions)
        .with(Part::Conventions)
        .with(Part::Link);

    /// The default parts of a frame.
    pub const DEFAULT: Self = Self::NONE
        .with(Part::Title)
        .with(Part::Inputs)
        .with(Part::Sliders)
        .with(Part::Result)
        .with(Part::Figures)
        .with(Part::Working)
        .with(Part::Link);

    /// This set with one more part.
    #[must_use]
    pub const fn with(self, part: Part) -> Self {
        Self(self.0 | Self::bit(part))
    }

    /// Whether a part is among them.
    pub const fn has(self, part: Part) -> bool {
        self.0 & Self::bit(part) != 0
    }

    /// The parts in the order of the page.
    pub fn iter(self) -> impl Iterator<Item = Part> {
        Part::ALL.into_iter().filter(move |part| self.has(*part))
    }

    /// The names in the order of the page, as in `parts=`.
    pub fn names(self) -> String {
        self.iter().map(Part::code).collect::<Vec<_>>().join(",")
    }

    // There are fourteen parts.
    const fn bit(part: Part) -> u16 {
        1_u16.wrapping_shl(part as u32)
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl FromIterator<Part> for Parts {
    fn from_iter<I: IntoIterator<Item = Part>>(parts: I) -> Self {
        parts.into_iter().fold(Self::NONE, Self::with)
    }
}
