//! The stub of an article's record: what the page tells is filled in, and what it does not tell stands as a comment.

use super::quoted::toml_string;
use crate::domain::OriginalHash;
use crate::page::CleanedPage;
use crate::text::{Lang, Phrase};
use std::fmt::Write;

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

const HEAD: Phrase = phrase(
    "# 由 cppcc import 起草，请逐行核对；各键的意思见 data/README.md 的 [[article]]。\n",
    "# Drafted by cppcc import: look at every line. data/README.md explains the keys under [[article]].\n",
);
const NO_TITLE: Phrase = phrase("［原页无题］", "[untitled]");
const TITLE: Phrase = phrase("  # 页上没有找到标题，请补", "  # no title was found on the page: fill it in");
const NO_OUTLET: Phrase = phrase("导入的网页没有写明来源", "the page that was imported names no outlet");
const OUTLET: Phrase = phrase("# outlet = \"……\"  # 刊登的报纸或网站", "# outlet = \"…\"  # the paper or site");
const AUTHORS: Phrase = phrase("# authors = [\"……\"]", "# authors = [\"…\"]");
const GENRE: Phrase = phrase(
    "  # 请核对：briefing · annual-review · speech · feature · profile · session · news",
    "  # check: briefing · annual-review · speech · feature · profile · session · news",
);
const REST: Phrase = phrase(
    "# medium = \"newspaper\"  # 报纸；默认 web\n# statement = \"……\"  # 谁说的话，几个字\n# address = \"https://……\"  # 原发网站的地址，不是镜像的\n# caveats = [\"……\"]  # 用数字之前须知的\n",
    "# medium = \"newspaper\"  # web is the default\n# statement = \"…\"  # whose statement it is, in a few words\n# address = \"https://…\"  # the outlet's own, not a mirror's\n# caveats = [\"…\"]  # what must be known before its figures are used\n",
);
const NO_DATE: Phrase = phrase("导入的网页上没有找到日期", "no date was found on the page that was imported");
const DATE: Phrase = phrase(
    "# date = \"2024-08-21\"  # 知道时写，并改 certainty",
    "# date = \"2024-08-21\"  # if it is known; then change the certainty",
);
const PERIOD: Phrase = phrase(
    "\n# 文章说的是哪段时间；有了它，各个数字不必各写。\n# [article.period]\n# start = \"2024-01-01\"\n# end = \"2024-12-31\"\n",
    "\n# The time that the article reports on; with it, figures need none of their own.\n# [article.period]\n# start = \"2024-01-01\"\n# end = \"2024-12-31\"\n",
);

/// Returns the record of a new article as TOML. It can be loaded as it is.
pub(super) fn write(page: &CleanedPage, id: &str, area: &str, hash: OriginalHash, lang: Lang) -> String {
    let facts = &page.facts;
    let mut text = format!("{}\n[[article]]\nid = \"{id}\"\narea = \"{area}\"\n", HEAD.get(lang));
    let _ = match &facts.title {
        Some(title) => writeln!(text, "title = {}", toml_string(title)),
        None => writeln!(text, "title = {}{}", toml_string(NO_TITLE.get(lang)), TITLE.get(lang)),
    };
    let _ = match &facts.outlet {
        Some(outlet) => writeln!(text, "outlet = {}", toml_string(outlet)),
        None => writeln!(text, "{}\noutlet_remark = {}", OUTLET.get(lang), toml_string(NO_OUTLET.get(lang))),
    };
    let authors: Vec<String> = facts.authors.iter().map(|name| toml_string(name)).collect();
    let _ = if authors.is_empty() {
        writeln!(text, "{}", AUTHORS.get(lang))
    } else {
        writeln!(text, "authors = [{}]", authors.join(", "))
    };
    let _ =
        writeln!(text, "genre = \"news\"{}\ngrade = \"full\"\nparagraphs = {}", GENRE.get(lang), page.paragraphs.len());
    let _ = writeln!(text, "original = \"{hash}\"\n{}\n[article.published]", REST.get(lang));
    let _ = match &facts.date {
        Some(date) => writeln!(text, "date = \"{date}\"\ncertainty = \"stated\""),
        None => writeln!(text, "{}\ncertainty = \"unknown\"\nwhy = {}", DATE.get(lang), toml_string(NO_DATE.get(lang))),
    };
    text.push_str(PERIOD.get(lang));
    text
}
