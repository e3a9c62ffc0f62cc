//! The code for other people's pages.

use abacus_core::calculators::LISTINGS;
use abacus_core::text::Locale;
use abacus_embed::address::Address;
use abacus_embed::host::FrameValues;
use abacus_embed::snippet::{Kind, Snippet};

const HEIGHTS: [(u32, u32); 4] = [(320, 980), (480, 900), (800, 640), (1200, 620)];

fn frame_values(fragment: &str, inputs: &[(&str, &str)]) -> FrameValues {
    let inputs = inputs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    FrameValues { fragment: fragment.to_owned(), inputs }
}

fn code(kind: Kind, query: &str, frame_values: &FrameValues, width: Option<u32>, title: &str) -> String {
    let address =
        Address { tool: "bad-debt".to_owned(), query: query.to_owned(), values: frame_values.fragment.clone(), width };
    let site = "https://abacus.example/tools/";
    Snippet { site, address: &address, title, frame_values, heights: &HEIGHTS, locale: Locale::En }.code(kind)
}

#[test]
fn a_link_with_the_script() {
    let frame_values = frame_values("loss=700&margin=0.03", &[("loss", "700"), ("margin", "0.03")]);
    assert_eq!(
        code(Kind::Script, "lang=en&parts=inputs,result", &frame_values, Some(480), "What a bad debt costs"),
        r#"<a class="sales-abacus" href="https://abacus.example/tools/bad-debt/?lang=en&amp;parts=inputs,result#loss=700&amp;margin=0.03" data-heights="320:980 480:900 800:640 1200:620" data-max-width="480">What a bad debt costs</a>
<script src="https://abacus.example/tools/embed.js"></script>"#
    );
    assert!(!code(Kind::Script, "", &frame_values, None, "").contains("data-max-width"));
}

#[test]
fn a_frame_is_high_enough_for_its_narrowest_column() {
    let frame_values = frame_values("", &[("loss", "500")]);
    assert_eq!(
        code(Kind::Frame, "lang=en", &frame_values, None, "Bad debt"),
        r#"<iframe src="https://abacus.example/tools/embed/bad-debt/?lang=en" title="Bad debt" width="100%" height="980" loading="lazy" style="border: 0; max-width: 100%"></iframe>"#
    );
    assert!(code(Kind::Frame, "", &frame_values, Some(480), "").contains(r#" width="480" "#));
}

#[test]
fn an_element_has_parameters_and_inputs_as_attributes() {
    let frame_values = frame_values("loss=700", &[("loss", "700"), ("margin", "0.02")]);
    assert_eq!(
        code(Kind::Element, "lang=en&lock=margin&guess=1", &frame_values, Some(480), "Bad debt"),
        r#"<script type="module" src="https://abacus.example/tools/element.js"></script>
<sales-abacus tool="bad-debt" lang="en" lock="margin" guess="1" loss="700" heights="320:980 480:900 800:640 1200:620" style="max-width: 480px">
  <a href="https://abacus.example/tools/bad-debt/?lang=en#loss=700">Bad debt</a>
</sales-abacus>"#
    );
}

#[test]
fn an_element_has_the_solution_as_a_value() {
    let frame_values = frame_values("extra_sales=10000&loss=700&solve=margin", &[("loss", "700"), ("margin", "0.07")]);
    let code = code(Kind::Element, "", &frame_values, None, "Bad debt");
    assert!(code.contains(r#"tool="bad-debt" loss="700" margin="0.07" heights="#), "{code}");
    assert!(code.contains("#extra_sales=10000&amp;loss=700&amp;solve=margin"), "the link preserves the goal: {code}");
}

#[test]
fn a_component_is_named_after_its_calculator() {
    let frame_values = frame_values("loss=700", &[("loss", "700")]);
    assert_eq!(
        code(Kind::React, "lang=en", &frame_values, Some(480), "Bad debt"),
        r#"// Once in the page: <script type="module" src="https://abacus.example/tools/element.js"></script>
export function BadDebt() {
  return (
    <sales-abacus tool="bad-debt" lang="en" loss="700" heights="320:980 480:900 800:640 1200:620" style={{ maxWidth: 480 }}>
      <a href="https://abacus.example/tools/bad-debt/?lang=en#loss=700">Bad debt</a>
    </sales-abacus>
  );
}"#
    );
}

#[test]
fn nothing_can_end_an_attribute_or_start_a_tag() {
    let frame_values = frame_values(r#"loss="><script>alert({1})</script>"#, &[("loss", r#""><script>"#)]);
    for kind in Kind::ALL {
        let code = code(kind, r#"host="><i>"#, &frame_values, None, r#"</a><b>{"x"}&"#);
        for broken in ["><script>alert", "</a><b>", "{\"x\"}", "<i>"] {
            assert!(!code.contains(broken), "{code}");
        }
        assert!(code.contains("&lt;/a&gt;&lt;b&gt;&#123;&quot;x&quot;&#125;&amp;"), "{code}");
    }
}

#[test]
fn a_policy_names_the_origin_without_a_path() {
    let frame_values = FrameValues::default();
    for (site, origin) in [
        ("https://abacus.example/tools/", "https://abacus.example"),
        ("http://localhost:8080/", "http://localhost:8080"),
    ] {
        let address = Address::default();
        let snippet = Snippet {
            site,
            address: &address,
            title: "",
            frame_values: &frame_values,
            heights: &HEIGHTS,
            locale: Locale::En,
        };
        assert_eq!(snippet.policy(Kind::Frame), format!("frame-src {origin}"));
        assert_eq!(snippet.policy(Kind::Script), format!("script-src {origin}; frame-src {origin}"));
        let element = format!("script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}; frame-src {origin}");
        assert_eq!([Kind::Element, Kind::React].map(|kind| snippet.policy(kind)), [element.clone(), element]);
    }
}

/// The name of a component is derived from the id.
#[test]
fn every_id_can_be_an_identifier() {
    for listing in LISTINGS {
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter == '-';
        assert!(listing.id.chars().all(is_plain) && !listing.id.starts_with('-'), "{}", listing.id);
    }
}
