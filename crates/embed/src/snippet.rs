//! The code that embeds a calculator in another page.

use abacus_core::text::Locale;

use crate::address::Address;
use crate::host::FrameValues;
pub use crate::kind::Kind;
use crate::query;
use crate::words;

/// A calculator to be embedded.
#[derive(Clone, Debug)]
pub struct Snippet<'a> {
    /// The absolute address of the root of our site, ending in `/`.
    pub site: &'a str,
    /// What is shown.
    pub address: &'a Address,
    /// The name of the calculator.
    pub title: &'a str,
    /// The values that its frame has sent.
    pub frame_values: &'a FrameValues,
    /// The height of its frame at different widths, in pixels, from narrowest to widest.
    pub heights: &'a [(u32, u32)],
    /// The language of the texts in the code.
    pub locale: Locale,
}

impl Snippet<'_> {
    /// The code.
    pub fn code(&self, kind: Kind) -> String {
        match kind {
            Kind::Script => self.script(),
            Kind::Frame => self.frame(),
            Kind::Element => format!("{}\n{}", self.load(), self.element("", &self.style())),
            Kind::React => self.component(),
        }
    }

    /// What a page with a Content Security Policy has to allow.
    pub fn policy(&self, kind: Kind) -> String {
        let origin = origin_of(self.site);
        match kind {
            Kind::Script => format!("script-src {origin}; frame-src {origin}"),
            Kind::Frame => format!("frame-src {origin}"),
            // Where the element cannot run, it becomes the frame.
            Kind::Element | Kind::React => {
                format!("script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; frame-src {origin}")
            }
        }
    }

    fn script(&self) -> String {
        let attributes = [
            ("class", Some("sales-abacus".to_owned())),
            ("href", Some(self.absolute(&self.address.of_page()))),
            ("data-heights", Some(self.heights())),
            ("data-max-width", self.address.width.map(|width| width.to_string())),
        ];
        let script = self.absolute("embed.js");
        format!("<a{}>{}</a>\n<script src=\"{}\"></script>", written(attributes), escaped(self.title), escaped(&script))
    }

    fn frame(&self) -> String {
        // Without a script it has one fixed height: the greatest, usually that of the narrowest column.
        let greatest = self.heights.iter().map(|(_, height)| *height).max();
        let attributes = [
            ("src", Some(self.absolute(&self.address.of_frame()))),
            ("title", Some(self.title.to_owned())),
            ("width", Some(self.address.width.map_or_else(|| "100%".to_owned(), |width| width.to_string()))),
            ("height", greatest.map(|height| height.to_string())),
            ("loading", Some("lazy".to_owned())),
            ("style", Some("border: 0; max-width: 100%".to_owned())),
        ];
        format!("<iframe{}></iframe>", written(attributes))
    }

    fn load(&self) -> String {
        format!("<script type=\"module\" src=\"{}\"></script>", escaped(&self.absolute("element.js")))
    }

    fn style(&self) -> String {
        self.address.width.map(|width| format!(" style=\"max-width: {width}px\"")).unwrap_or_default()
    }

    fn element(&self, indent: &str, style: &str) -> String {
        let Address { tool, query, .. } = self.address;
        let values = self.values();
        let pairs = query::pairs(query).chain(values).filter(|(key, _)| !ONLY_OF_FRAMES.contains(&key.as_str()));
        let attributes = [("tool".to_owned(), tool.clone())].into_iter().chain(pairs);
        let heights = ("heights".to_owned(), self.heights());
        let attributes = attributes.chain([heights]).map(|(key, value)| (key, Some(value)));
        let link = [("href", Some(self.absolute(&self.address.of_plain_page())))];
        format!(
            "{indent}<sales-abacus{}{style}>\n{indent}  <a{}>{}</a>\n{indent}</sales-abacus>",
            written(attributes),
            written(link),
            escaped(self.title)
        )
    }

    fn component(&self) -> String {
        let name: String = self.address.tool.split('-').map(capitalized).collect();
        let style = self.address.width.map(|width| format!(" style={{{{ maxWidth: {width} }}}}")).unwrap_or_default();
        let element = self.element("    ", &style);
        let load = words::LOAD.get(self.locale);
        format!("// {load}{}\nexport function {name}() {{\n  return (\n{element}\n  );\n}}", self.load())
    }

    /// The values of the link that are inputs, including the solution of the one solved for.
    fn values(&self) -> Vec<(String, String)> {
        let FrameValues { inputs, .. } = self.frame_values;
        let pairs: Vec<(String, String)> = query::pairs(self.address.values.trim_start_matches('#')).collect();
        let value = |wanted: &str| inputs.iter().find(|(key, _)| key == wanted);
        let solved = pairs.iter().find(|(key, _)| key == "solve").and_then(|(_, key)| value(key).cloned());
        let is_solved = |key: &str| solved.as_ref().is_some_and(|(solved, _)| solved == key);
        let given = pairs.iter().filter(|(key, _)| value(key).is_some() && !is_solved(key)).cloned();
        given.chain(solved.clone()).collect()
    }

    fn heights(&self) -> String {
        let pairs: Vec<String> = self.heights.iter().map(|(width, height)| format!("{width}:{height}")).collect();
        pairs.join(" ")
    }

    fn absolute(&self, address: &str) -> String {
        format!("{}{address}", self.site)
    }
}

/// Parameters that an element lacks: it has an `id` of its own, and its host is the page it is in.
const ONLY_OF_FRAMES: [&str; 2] = ["host", "id"];

/// Attributes as written in a tag, those that have a value.
fn written<K: AsRef<str>>(attributes: impl IntoIterator<Item = (K, Option<String>)>) -> String {
    let attributes = attributes.into_iter().filter_map(|(key, value)| Some((key, value?)));
    attributes.map(|(key, value)| format!(" {}=\"{}\"", key.as_ref(), escaped(&value))).collect()
}

/// Escapes text for HTML and for JSX, in an attribute or outside.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '{' => escaped.push_str("&#123;"),
            '}' => escaped.push_str("&#125;"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn origin_of(site: &str) -> String {
    let host = site.find("://").and_then(|at| site.get(at.saturating_add(3)..)).unwrap_or_default();
    let length = host.find('/').unwrap_or(host.len());
    let end = site.len().saturating_sub(host.len()).saturating_add(length);
    site.get(..end).unwrap_or(site).to_owned()
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
