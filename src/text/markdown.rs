//! Words and tables in GitHub's Markdown.

/// Writes headings, a rule and rows, whose cells are escaped already.
pub(crate) fn markdown_table(headings: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let rule = vec!["---".to_owned(); headings.len()];
    let mut out = line(headings) + &line(&rule);
    for row in rows {
        out.push_str(&line(&row));
    }
    out
}

/// Escapes words so that they stay in their cell of a table.
pub(crate) fn markdown_cell(text: &str) -> String {
    markdown_text(text).replace('|', "\\|").replace('\n', " ")
}

/// Escapes signs that Markdown would take for its own.
pub(crate) fn markdown_text(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if matches!(character, '\\' | '*' | '_' | '`' | '<' | '[' | ']') {
            out.push('\\');
        }
        out.push(character);
    }
    // `~` strikes out where it stands twice.
    out.replace("~~", "\\~\\~")
}
