//! The source at the end of a sentence.

use crate::domain::article::{Article, Grade, Published};
use crate::text::{Lang, Phrase};
use crate::wording::dates::date_in_words;
use crate::wording::labels::phrase;

/// Returns the outlet, or the title where none is named, and the date; without brackets, for it stands in some.
pub(super) fn source_in_short(article: &Article, lang: Lang) -> String {
    const UNDATED: Phrase = phrase("刊出日期不详", "undated");
    let outlet = match &article.outlet {
        Some(outlet) => outlet.get(lang).to_owned(),
        None => format!("《{}》", article.title),
    };
    let date = article.published.date().map_or_else(|| UNDATED.get(lang).to_owned(), |date| date_in_words(date, lang));
    unbracketed(&format!("{outlet}{}{date}", if lang == Lang::Zh { "，" } else { ", " }), lang)
}

/// Returns what is inferred, of a period and of the date of publication: `时段、刊出日期系推断`.
pub(super) fn inferred(period: Option<Phrase>, article: &Article, lang: Lang) -> Option<String> {
    const PUBLICATION: Phrase = phrase("刊出日期", "publication date");
    let publication = matches!(article.published, Published::Inferred { .. }).then_some(PUBLICATION);
    let what: Vec<&str> = period.into_iter().chain(publication).map(|what| what.get(lang)).collect();
    let words = match lang {
        Lang::Zh => format!("{}系推断", what.join("、")),
        Lang::En => format!("{} inferred", what.join(" and ")),
    };
    (!what.is_empty()).then_some(words)
}

/// Returns how a source was seen, where that is not the outlet itself.
pub(super) const fn seen(article: &Article) -> Option<Phrase> {
    match article.grade {
        Grade::Full | Grade::Excerpt => None,
        Grade::Repost => Some(phrase("所见为转载", "seen as a repost")),
        Grade::Digest => Some(phrase("所见为机器摘要", "seen as a machine's digest")),
    }
}

/// Returns a source with all that must be said of it.
pub(super) fn source_with_remarks(article: &Article, lang: Lang) -> String {
    let remarks = [inferred(None, article, lang), seen(article).map(|seen| seen.get(lang).to_owned())];
    let parts: Vec<String> = remarks.into_iter().flatten().chain([source_in_short(article, lang)]).collect();
    parts.join(if lang == Lang::Zh { "；" } else { "; " })
}

/// Tells an article itself: its title and source.
pub(in crate::wording) fn article_in_short(article: &Article, lang: Lang) -> String {
    let source = source_with_remarks(article, lang);
    match (&article.outlet, lang) {
        (None, Lang::Zh) => format!("{source}。"),
        (None, Lang::En) => format!("{source}."),
        (Some(_), Lang::Zh) => format!("《{}》（{source}）。", article.title),
        (Some(_), Lang::En) => format!("《{}》 ({source}).", article.title),
    }
}

/// Puts commas in the place of brackets, for what is to stand in brackets itself.
pub(super) fn unbracketed(words: &str, lang: Lang) -> String {
    let comma = if lang == Lang::Zh { "，" } else { ", " };
    let opened = words.replace(" (", comma).replace(['（', '('], comma);
    let closed = opened.replace("），", "，").replace("), ", ", ").replace(['）', ')'], "");
    closed.trim_end_matches(['。', '.']).to_owned()
}
