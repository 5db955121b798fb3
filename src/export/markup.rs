//! Text between the marks of HTML, SVG and the parts of a document: whatever a pack holds, it stays text.

use crate::text::visible;

/// Returns a text as it may stand in an element or in an attribute of HTML and of XML. A character that can't be seen, which
/// XML forbids or which would turn the line round, is written as an escape that can.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // No XML may hold these two, however they are written.
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

/// Returns an address where it may be followed from a page: only one of the web is, and any other stays text.
pub(super) fn followed(address: &str) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    let is_web = lower.starts_with("https://") || lower.starts_with("http://");
    (is_web && !address.contains(char::is_whitespace)).then(|| escaped(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_pack_holds_stays_text() {
        assert_eq!(
            escaped("<script>alert(\"1\")</script> & 'x'"),
            "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"
        );
        assert_eq!(escaped("a\u{202e}b\u{0}c\u{1b}[31m\u{ffff}"), "a\\u202Eb\\u0000c\\u001B[31m\u{fffd}");
    }

    #[test]
    fn only_addresses_of_the_web_are_followed() {
        assert_eq!(followed("https://a.cn/?a=1&b='2'").as_deref(), Some("https://a.cn/?a=1&amp;b=&#39;2&#39;"));
        assert_eq!(followed("javascript:alert(1)"), None);
        assert_eq!(followed(" data:text/html,x"), None);
        assert_eq!(followed("http://a.cn/ onclick=x"), None);
    }
}
