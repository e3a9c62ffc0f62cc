//! A link as a QR code that a phone scans from a screen or a projector.

use qrcodegen::{QrCode, QrCodeEcc};

/// The white border, in modules. Without it, scanners do not find a code.
const QUIET: i32 = 4;

/// A QR code as one drawing: dark modules on white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Width and height in modules, the quiet zone included.
    pub size: i32,
    /// The dark modules as path data of an SVG, one unit per module.
    pub path: String,
}

/// Draws a text as a QR code of error correction level M or better, so that a seventh of it may be lost to glare. None
/// for a text that is too long for a QR code, about 2,300 bytes.
///
/// ```
/// let code = abacus_core::qr::draw("https://example.org/clv/").unwrap();
/// assert_eq!(code.size, 25 + 2 * 4);
/// assert!(code.path.starts_with("M4 4h7v1h-7z"));
/// ```
pub fn draw(text: &str) -> Option<Drawing> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        // Adjacent dark modules of a row are drawn as one bar, which takes a third of the text.
        let mut x = 0;
        while x < code.size() {
            let dark =
                (x..code.size()).take_while(|x| code.get_module(*x, y)).fold(0_i32, |run, _| run.saturating_add(1));
            if dark > 0 {
                let (left, top) = (x.saturating_add(QUIET), y.saturating_add(QUIET));
                path.push_str(&format!("M{left} {top}h{dark}v1h-{dark}z"));
            }
            x = x.saturating_add(dark).saturating_add(1);
        }
    }
    Some(Drawing { size: code.size().saturating_add(QUIET.saturating_mul(2)), path })
}

#[cfg(test)]
mod tests {
    use super::draw;

    #[test]
    fn a_code_has_its_finder_patterns_inside_a_quiet_zone() {
        let drawing = draw("https://example.org/clv/?lang=en#spend=12").map(|drawing| (drawing.size, drawing.path));
        // Version 3 is 29 modules wide.
        assert_eq!(drawing.as_ref().map(|(size, _)| *size), Some(29 + 8));
        let path = drawing.map(|(_, path)| path).unwrap_or_default();
        for bar in ["M4 4h7v1h-7z", "M26 4h7v1h-7z", "M4 32h7v1h-7z"] {
            assert!(path.contains(bar), "{bar}");
        }
    }

    #[test]
    fn a_text_too_long_for_a_qr_code_gives_none() {
        assert_eq!(draw(&"x".repeat(3_000)), None);
    }
}
