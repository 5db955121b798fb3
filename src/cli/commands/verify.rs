//! `cppcc verify`: looks for every figure in the original of its article.

use crate::cli::options::{Global, VerifyOptions};
use crate::cli::stream::{Failure, print, report_columns_left_out, say};
use crate::domain::verification::{FindingKind, Verification, verify};
use crate::domain::{Dataset, Original};
use crate::export::verification;
use crate::text::{Lang, Phrase};
use itertools::Itertools;

const NO_ORIGINAL: Phrase = Phrase {
    zh: "没有一篇文章附有原文；用 cppcc import FILE 导入",
    en: "no article has an original; cppcc import FILE attaches one",
};

/// Looks for all figures, writes what was found of each, and says how many were found. The exit status is 1 unless all were.
pub(in crate::cli) fn run(dataset: &Dataset, options: &VerifyOptions, global: &Global) -> Result<u8, Failure> {
    let (lang, style) = (global.lang(), global.look());
    let verified = verify(dataset);
    if dataset.originals.is_empty() {
        say(NO_ORIGINAL.get(lang));
        return Ok(1);
    }
    let written = verification(dataset, &verified, options.format, &style)?;
    print(&written.text)?;
    report_columns_left_out(&written, &style);
    for (key, article) in dataset.articles.iter() {
        let hash = dataset.originals.of(key).map(Original::hash);
        if let (Some(attached), Some(read)) = (hash, article.original)
            && attached != read
        {
            say(&match lang {
                Lang::Zh => format!("{} 所附原文与整理时所读的不同，段落可能错位", article.id),
                Lang::En => {
                    format!(
                        "the original of {} is not the text that its curator read: paragraphs may differ",
                        article.id
                    )
                }
            });
        }
    }
    say(&summary(&verified, lang));
    Ok(u8::from(!verified.is_sound()))
}

fn summary(verified: &Verification, lang: Lang) -> String {
    let kinds = [FindingKind::Found, FindingKind::Elsewhere, FindingKind::Ambiguous, FindingKind::NotFound];
    let counts = kinds.into_iter().map(|kind| (kind, verified.count(kind)));
    let counts = counts.filter(|(kind, count)| *count > 0 || *kind == FindingKind::Found);
    let (all, rest) = (verified.sources.len(), verified.without_original);
    match lang {
        Lang::Zh => {
            let counts = counts.map(|(kind, count)| format!("{}{count}处", kind.name().zh)).join("，");
            format!("核对出处{all}处：{counts}；另有{rest}个数字没有附原文")
        }
        Lang::En => {
            let counts = counts.map(|(kind, count)| format!("{count} {}", kind.name().en)).join(", ");
            let figures = if rest == 1 { "figure has" } else { "figures have" };
            format!("{all} sources verified: {counts}; {rest} {figures} no original")
        }
    }
}
