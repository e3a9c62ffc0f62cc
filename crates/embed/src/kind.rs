//! The ways to embed a calculator in another page.

abacus_core::closed_enum! {
    /// The ways to embed.
    pub enum Kind {
        /// A link that a script turns into a frame.
        Script = "script" ("链接加脚本（推荐）", "Link and script (recommended)"),
        /// Only a frame.
        Frame = "frame" ("单独的框架", "Frame only"),
        /// An element of the page.
        Element = "element" ("网页元素", "Element"),
        /// The element wrapped in a component.
        React = "react" ("React 组件", "React component"),
    }
}
