//! Strings as TOML writes them.

/// Returns a string between quotation marks, with what TOML escapes.
pub(super) fn toml_string(text: &str) -> String {
    toml_edit::value(text).to_string().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_back_is_written() {
        for text in ["政协", "a \"b\" \\ c", "tab\tline\n", "'''"] {
            let written = format!("a = {}", toml_string(text));
            let document: toml_edit::DocumentMut = written.parse().unwrap();
            assert_eq!(document.get("a").and_then(toml_edit::Item::as_str), Some(text));
        }
    }
}
