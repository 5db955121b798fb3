//! Every number of a cleaned page as an entry to paste: value, qualifier and phrase are read, the rest is to be filled in.

use super::quoted::toml_string;
use crate::domain::date::PartialDate;
use crate::page::CleanedPage;
use crate::printed::{CandidateValue, FigureCandidate, HintBasis, HintShape, candidates};
use crate::text::{Lang, Phrase};
use std::fmt::Write;

const HEAD: Phrase = Phrase {
    zh: "# 逐个取舍：不要的删去，要的填上 id、indicator，核对 scope、status 和时段，再贴入 areas/ 中该市的文件。\n",
    en: "# Decide on each: delete it, or give it an id and an indicator, check its scope, status and period, and paste it into the\n# file of the area in areas/.\n",
};

/// Returns the candidates of a page as TOML, in the order of the text.
#[must_use]
pub fn candidates_toml(page: &CleanedPage, article: &str, area: &str, lang: Lang) -> String {
    let published = page.facts.date.as_deref().and_then(PartialDate::parse);
    let mut text = HEAD.get(lang).to_owned();
    for (at, paragraph) in page.paragraphs.iter().enumerate() {
        let found = candidates(paragraph, None, published);
        for (number, candidate) in found.iter().enumerate() {
            let id = format!("{article}-p{}-{}", at + 1, number + 1);
            text.push_str(&entry(candidate, &id, area, article, at + 1, lang));
        }
    }
    text
}

fn entry(candidate: &FigureCandidate, id: &str, area: &str, article: &str, paragraph: usize, lang: Lang) -> String {
    const INDICATOR: Phrase = Phrase { zh: "cppcc list indicators", en: "cppcc list indicators" };
    let mut text =
        format!("\n[[observation]]\nid = \"{id}\"\narea = \"{area}\"\nindicator = \"\"  # {}\n", INDICATOR.get(lang));
    match &candidate.value {
        CandidateValue::Designed(design) => {
            let _ = writeln!(text, "value = {}\nqualifier = \"exact\"\nnature = \"structure\"", toml_string(design));
        }
        CandidateValue::Number(reading) => {
            let keys = reading.keys();
            keys.split(", ").for_each(|key| {
                let _ = writeln!(text, "{key}");
            });
            let _ = writeln!(text, "# nature = \"{}\"", candidate.nature.id());
        }
    }
    if let Some(unit) = &candidate.unit {
        let _ = writeln!(text, "# unit = {}", toml_string(unit));
    }
    if let Some(hint) = &candidate.period {
        let relative = if hint.basis == HintBasis::Relative { "  # inferred" } else { "" };
        let _ = match hint.shape {
            HintShape::Span => writeln!(text, "# period = \"{}\"{relative}", hint.period),
            HintShape::AsOf => writeln!(text, "# period = {{ as_of = \"{}\" }}{relative}", hint.period),
        };
    }
    let printed = toml_string(&candidate.printed);
    let _ = writeln!(
        text,
        "scope = \"not-stated\"\nstatus = \"achieved\"\nsource = {{ article = \"{article}\", paragraph = {paragraph}, printed = {printed} }}"
    );
    text
}
