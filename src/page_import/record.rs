//! The record of how a page was cleaned, beside its text.

use super::quoted::toml_string;
use crate::domain::OriginalHash;
use crate::page::CleanedPage;
use crate::text::{Lang, Phrase};
use std::fmt::Write;

/// Longer texts of dropped lines are cut.
const MOST_CHARACTERS: usize = 80;

const HEAD: Phrase = Phrase {
    zh: "# 同名 .txt 是清理后的原文，一行一段；这里记录它是怎样从网页得来的。\n# mark：请人核对之处。unclean：仍有损坏的迹象。drop：未收入正文的行。repair：各段修复的次数。\n",
    en: "# The .txt of the same name is the cleaned text, one paragraph a line; this tells how it came of the page.\n# mark: look at it. unclean: a sign of damage that is left. drop: a line that is no part of the article. repair: how\n# often something was mended in a paragraph.\n",
};

/// Returns the record as TOML.
pub(super) fn write(page: &CleanedPage, hash: OriginalHash, file_name: Option<&str>, lang: Lang) -> String {
    let mut text = HEAD.get(lang).to_owned();
    let _ = writeln!(text, "sha256 = \"{hash}\"");
    if let Some(name) = file_name {
        let _ = writeln!(text, "source = {}", toml_string(name));
    }
    let _ = writeln!(text, "encoding = {}\nparagraphs = {}", toml_string(page.encoding), page.paragraphs.len());
    for mark in &page.marks {
        let words = toml_string(&mark.words);
        let _ = writeln!(
            text,
            "\n[[mark]]  # {}\nkind = \"{}\"\nparagraph = {}\nwords = {words}",
            mark.kind.name().get(lang),
            mark.kind.id(),
            mark.paragraph
        );
    }
    for sign in &page.signs {
        let words = toml_string(&sign.words);
        let _ = writeln!(
            text,
            "\n[[unclean]]  # {}\nkind = \"{}\"\nparagraph = {}\nwords = {words}",
            sign.kind.name().get(lang),
            sign.kind.id(),
            sign.paragraph
        );
    }
    for drop in &page.drops {
        let words: String = drop.text.chars().take(MOST_CHARACTERS).collect();
        let words = toml_string(&words);
        let _ = writeln!(
            text,
            "\n[[drop]]  # {}\nreason = \"{}\"\nline = {}\ntext = {words}",
            drop.reason.name().get(lang),
            drop.reason.id(),
            drop.line
        );
    }
    if !page.repairs.is_empty() {
        text.push_str("\nrepair = [\n");
        for repair in &page.repairs {
            let _ = writeln!(
                text,
                "  {{ kind = \"{}\", paragraph = {}, count = {} }},",
                repair.kind.id(),
                repair.paragraph,
                repair.count
            );
        }
        text.push_str("]\n");
    }
    text
}
