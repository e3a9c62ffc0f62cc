//! Origins of other pages.

/// An origin as browsers write it: `https://intranet.example`, `http://localhost:8000`.
///
/// ```
/// use abacus_embed::origin;
///
/// assert_eq!(origin::read("https://Intranet.example:443/"), Some("https://intranet.example".to_owned()));
/// assert_eq!(origin::read("https://intranet.example/wiki"), None);
/// assert_eq!(origin::read("null"), None);
/// ```
pub fn read(text: &str) -> Option<String> {
    let text = text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
    let (scheme, host) = text.split_once(':')?;
    let usual_port = match scheme {
        "https" => ":443",
        "http" => ":80",
        _ => return None,
    };
    let host = host.strip_prefix("//")?;
    let host = host.strip_suffix(usual_port).unwrap_or(host);
    // A name or an address with a port, possibly in brackets, without path, query or user.
    let is_host = |letter: char| letter.is_ascii_alphanumeric() || ".-:[]".contains(letter);
    (!host.is_empty() && host.chars().all(is_host)).then(|| format!("{scheme}://{host}"))
}
